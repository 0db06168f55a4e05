import Documents
import Findings
import Register
import Schemes
import Testing

@testable import Scoring

/// A scheme as a file has it, read, expanded with the reference's frame, and run on the reference's units.
struct AsemRun {
  let scheme: Scheme
  let sheet: ScoreSheet
  var codes: [String] { sheet.units.map(\.code) }

  /// - Parameters:
  ///   - nodes: the scheme from `nodes:` on; `LEAVES` stands for the frame's leaves with these steps.
  ///   - steps: one line of YAML.
  ///   - of: single inner nodes' aggregations.
  ///   - inner: the rules of all inner nodes, one line of YAML.
  init(
    _ nodes: String, steps: String = "", of: String = "", inner: String = "", per: Bool = false,
    frame: [[String: SchemeCell]]? = nil, tables: [String: [[String: SchemeCell]]] = [:],
    units: Asem.Table? = nil, period name: String = "2018", history: [(String, Asem.Table)] = []
  ) throws {
    let leaves = """
      leaves: {from: 框架表, id: iCode, where: "Type = 'Indicator'", parent: Parent, weight: Weight, \
      measure: {column_of: 指标表\(per ? ", per: row.Denominator" : "")}\(of.isEmpty ? "" : ", of: \(of)")\(inner.isEmpty ? "" : ", inner: \(inner)"), \
      steps: [\(steps)]}
      """
    let text = """
      scheme: asem
      version: "1"
      approval: {文号: COINr, date: "2023-01-01"}

      """ + nodes.replacing("LEAVES", with: leaves)
    let log = FindingLog()
    var tables = tables
    tables["框架表"] = try frame ?? Self.frame()
    let read = YAMLFile.parse(text, name: "asem.yaml", log: log).flatMap { Scheme.read($0, log: log) }
    let expanded = read.flatMap { $0.expanding(from: tables, log: log) }
    let scheme = try #require(expanded, "\(log.findings.map { "\($0.place.text): \($0.wording(in: .english).found)" })")
    let own = try units ?? Asem.Table("asem_input_units")
    let codes = try own.texts("uCode")
    let groups = try ["EurAsia_group", "GDP_group"].filter(own.headers.contains).map { ($0, try own.texts($0)) }
    let scored = codes.indices.map { unit in
      ScoredUnit(
        code: codes[unit], name: codes[unit],
        register: Dictionary(uniqueKeysWithValues: groups.map { ($0.0, $0.1[unit]) }))
    }
    var input = ScoringInput(
      period: period(name), asOf: period(name).end, units: scored, measures: try scheme.columns(of: own, codes))
    input.history = try history.map {
      PeriodInput(period: period($0.0), measures: try scheme.columns(of: $0.1, codes))
    }
    self.scheme = scheme
    sheet = score(scheme, input)
  }

  static func frame() throws -> [[String: SchemeCell]] { try Asem.Table("asem_input_frame").cells }

  func expect(
    _ node: String, _ file: Asem.Table, _ column: String? = nil, location: SourceLocation = #_sourceLocation
  ) throws {
    Asem.expect(
      sheet.node(node)?.value, try file.numbers(column ?? node, for: codes), node, location: location)
  }

  /// Every column of the file that is a node of the scheme; the root is called Index there.
  func expectAll(
    _ name: String, without skipped: Set<String> = [], location: SourceLocation = #_sourceLocation
  ) throws {
    let file = try Asem.Table(name)
    let known = Set(scheme.allNodes.map(\.id))
    let columns = file.headers.filter { known.contains($0) && !skipped.contains($0) }
    #expect(!columns.isEmpty, sourceLocation: location)
    for column in columns { try expect(column, file, location: location) }
  }
}

extension Scheme {
  /// The measures' columns from a wide table: the mean of the unit's one row, over its denominator.
  fileprivate func columns(of table: Asem.Table, _ codes: [String]) throws -> [String: MeasureColumn] {
    var columns: [String: MeasureColumn] = [:]
    for measure in measures {
      guard case .column(let name)? = measure.value?.expression, table.headers.contains(name) else { continue }
      var values = try table.numbers(name, for: codes)
      if case .column(let divisor)? = measure.denominator?.value?.expression {
        values = zip(values, try table.numbers(divisor, for: codes)).map { $0 / $1 }
      }
      columns[measure.id] = column(values.map { $0.isNaN ? nil : $0 })
    }
    return columns
  }
}
