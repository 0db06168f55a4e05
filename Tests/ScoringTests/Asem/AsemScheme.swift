import Foundation
import Schemes
import Testing

@testable import Scoring

/// The frame's tree: rows of the framework table become nodes, as `leaves: {from, parent, weight}` makes them (R13).
struct AsemFrame {
  struct Row {
    let id: String
    let direction: Double
    let weight: Double
    let target: Double
    let denominator: String
    let parent: String
    let isIndicator: Bool
  }
  let rows: [Row]
  let units: Asem.Table
  let codes: [String]

  init(units name: String = "asem_input_units") throws {
    let frame = try Asem.Table("asem_input_frame")
    let (ids, types) = (try frame.texts("iCode"), try frame.texts("Type"))
    let (directions, weights) = (try frame.numbers("Direction"), try frame.numbers("Weight"))
    let (targets, denominators) = (try frame.numbers("Target"), try frame.texts("Denominator"))
    let parents = try frame.texts("Parent")
    rows = ids.indices.filter { ["Indicator", "Aggregate"].contains(types[$0]) }.map {
      Row(
        id: ids[$0], direction: directions[$0], weight: weights[$0], target: targets[$0],
        denominator: denominators[$0], parent: parents[$0], isIndicator: types[$0] == "Indicator")
    }
    units = try Asem.Table(name)
    codes = try units.texts("uCode")
  }

  var indicators: [Row] { rows.filter(\.isIndicator) }
  var aggregates: [Row] { rows.filter { !$0.isIndicator } }

  func tree(
    _ of: Node.Aggregation = .mean, means: [String: Node.Aggregation] = [:], weights: [String: Double] = [:],
    missing: MissingPolicy? = nil, coverage: Node.CoverageRule? = nil, _ steps: (Row) -> [Step] = { _ in [] }
  ) -> Node {
    func node(_ row: Row, isRoot: Bool) -> Node {
      let share: Node.Share = isRoot ? .none : .weight(weights[row.id] ?? row.weight)
      var made: Node
      if row.isIndicator {
        made = Node(id: row.id, share: share, source: .measure(row.id), place: nowhere)
        made.steps = steps(row)
        made.missing = missing
      } else {
        let children = rows.filter { $0.parent == row.id }.map { node($0, isRoot: false) }
        made = Node(
          id: row.id, share: share, source: .children(children, of: means[row.id] ?? of), place: nowhere)
        made.coverage = coverage
        made.missing = missing
      }
      return made
    }
    return node(rows.first { $0.parent.isEmpty }!, isRoot: true)
  }

  func input(denominated: Bool = false, screened: Bool = false) throws -> ScoringInput {
    var measures: [String: MeasureColumn] = [:]
    for row in indicators {
      var values = try self.units.numbers(row.id)
      if denominated, !row.denominator.isEmpty {
        values = zip(values, try self.units.numbers(row.denominator)).map { $0 / $1 }
      }
      measures[row.id] = ScoringTests.column(values.map { $0.isNaN ? nil : $0 })
    }
    let groups = try ["EurAsia_group", "GDP_group"].map { ($0, try self.units.texts($0)) }
    let scored = codes.indices.map { unit in
      ScoredUnit(
        code: codes[unit], name: codes[unit],
        register: Dictionary(uniqueKeysWithValues: groups.map { ($0.0, $0.1[unit]) }))
    }
    return ScoringInput(period: period("2018"), asOf: period("2018").end, units: scored, measures: measures)
  }
}
