import Charts
import Findings
import Schemes
import Scoring
import Statistics

/// How sure the ranks of a run are: the finding, the table of units, the method.
package struct RangeAnswer {
  struct Group {
    let name: String
    /// Those with a rank, in the order of print; ranges and chances are aligned with them.
    let units: [Int]
    let ranges: RankRanges?
    let chances: [Double]?
  }

  let run: CompletedRun
  /// The measures of which chance is known.
  let sampled: [String]
  /// Of every unit's total; NaN: not known or not told.
  let errors: [Double]
  let groups: [Group]
  let places: Int?
  let draws: Int
  let seed: UInt64
  let order: [Int]

  /// Of the normal distribution, for 95 %.
  private static let factor = normalQuantile(0.975)
  private var digits: Int { run.scheme.defaults.digits }
  /// The most that a total can be, as far as points say; an interval does not go beyond.
  private var top: Double {
    let root = run.scheme.ranking.flatMap { run.scheme.node($0.node) } ?? run.scheme.roots.first
    if let points = root?.points { return points }
    let parts = root?.children.compactMap(\.points) ?? []
    return root?.aggregation == .sum && parts.count == root?.children.count ? parts.reduce(0, +) : .infinity
  }

  package func findings(_ language: Language) -> [String] {
    guard !sampled.isEmpty else { return [RangeSentence.nothingSampled.text(in: language)] }
    return groups.flatMap { group -> [RangeSentence] in
      guard let ranges = group.ranges, group.units.count > 1 else { return [] }
      let longest = ranges.groupsWithoutDifference.sorted { a, b in
        a.units.count != b.units.count ? a.units.count > b.units.count : a.ranks.lowerBound < b.ranks.lowerBound
      }.prefix(1).map { RangeSentence.alike(group.name, ranks: $0.ranks, units: $0.units.count) }
      return longest.isEmpty ? [.allApart(group.name, units: group.units.count)] : Array(longest)
    }.map { $0.text(in: language) }
  }

  package func method(_ language: Language) -> [String] {
    let names = sampled.compactMap { id in
      run.scheme.allNodes.first { $0.measure == id }?.name ?? run.scheme.measure(id)?.id
    }
    return [RangeSentence.method(names, draws: draws, seed: seed, places: places).text(in: language)]
  }

  /// One row a unit. Errors and limits are rounded in every format: in full they would tell of single answers.
  package func table(_ language: Language) -> DataTable {
    var range = [Int: ClosedRange<Int>]()
    var chance = [Int: Double]()
    for group in groups {
      for (place, unit) in group.units.enumerated() {
        if let found = group.ranges?.ranges[place] { range[unit] = found }
        if let found = group.chances?[place], found.isFinite { chance[unit] = found }
      }
    }
    let standing = run.sheet.standing
    let top = top
    func limit(_ unit: Int, _ side: Double) -> Double {
      let score = standing[unit].displayedScore
      let end = score + side * Self.factor * errors[unit]
      // Adjustments may lift a total above what its points add up to.
      return displayed(end.isNaN ? .nan : min(end, max(top, score)), digits: 1)
    }
    var columns = [
      DataColumn(.unit, language, texts: order.map { run.sheet.units[$0].code }),
      DataColumn(.name, language, texts: order.map { run.sheet.units[$0].name }),
      DataColumn(.peers, language, texts: order.map { run.sheet.units[$0].peers }),
      DataColumn(.score, language, numbers: order.map { standing[$0].displayedScore }, digits: digits),
      DataColumn(.lo, language, numbers: order.map { limit($0, -1) }, digits: 1),
      DataColumn(.hi, language, numbers: order.map { limit($0, 1) }, digits: 1),
      DataColumn(.rank, language, numbers: order.map { standing[$0].rank.map(Double.init) ?? .nan }, digits: 0),
      AnalysisHeading.rankFrom.column(
        language, numbers: order.map { range[$0].map { Double($0.lowerBound) } ?? .nan }, digits: 0),
      AnalysisHeading.rankTo.column(
        language, numbers: order.map { range[$0].map { Double($0.upperBound) } ?? .nan }, digits: 0),
    ]
    if places != nil {
      columns.append(
        AnalysisHeading.inside.column(
          language, numbers: order.map { displayed((chance[$0] ?? .nan) * 100, digits: 0) }, digits: 0))
    }
    return DataTable(columns)
  }
}
