import Schemes
import Scoring

/// The trace must add up to the result, and a reader must be told what the naive evaluator noticed too.
extension Agreement {
  mutating func compareTrace(_ sheet: ScoreSheet) {
    for parent in input.scheme.allNodes where !parent.isLeaf {
      guard let column = sheet.node(parent.id) else { continue }
      for unit in input.units.indices { compareSums(parent, column, sheet, unit) }
    }
    for leaf in input.scheme.roots.flatMap(\.leaves) {
      guard let column = sheet.node(leaf.id), !naive.halfCells.isEmpty else { continue }
      for unit in input.units.indices {
        for (half, cells) in naive.halfCells.enumerated() {
          let own = cells[leaf.id]?[unit]?.value ?? .nan
          compare(
            "half \(half) of node \(leaf.id) of u\(unit)", "value", own, column.halves[half][unit], tolerance: 1e-9)
        }
      }
    }
    compare("sheet", "findings", expectedFindings(sheet), Self.words(sheet.findings))
  }

  /// Contributions add up to the parent's source, shares to one.
  private mutating func compareSums(_ parent: Node, _ column: NodeColumn, _ sheet: ScoreSheet, _ unit: Int) {
    let place = "node \(parent.id) of u\(unit)"
    let children = parent.children.compactMap { sheet.node($0.id) }
    let acting = children.filter { !$0.contribution[unit].isNaN }
    // Only sums and means are made of parts that add up.
    guard parent.aggregation == .sum || parent.aggregation == .mean else { return }
    if column.source[unit].isNaN {
      compare(place, "acting children without a source", 0, acting.count)
      return
    }
    let valued = children.filter { $0.state[unit] == .value || $0.state[unit] == .full }
    compare(place, "acting children", valued.map(\.id), acting.map(\.id))
    let contributions = acting.map { $0.contribution[unit] }
    // Large contributions of both signs may cancel.
    let size = contributions.map(abs).reduce(1, +)
    compare(
      place, "sum of contributions", column.source[unit] / size, contributions.reduce(0, +) / size, tolerance: 1e-9)
    compare(place, "sum of shares", 1, acting.map { $0.effectiveShare[unit] }.reduce(0, +), tolerance: 1e-9)
  }

  private static func words(_ findings: [ScoringFinding]) -> [String] {
    var words: Set<String> = []
    for finding in findings {
      switch finding {
      case .leafDropped(_, let node, let units, let needed):
        words.insert("\(node) dropped for \(units) of \(needed)")
      case .valueOutOfRange(_, let measure, _, _, let units):
        for unit in units { words.insert("\(measure) out of range for \(unit)") }
      case .groupTooSmall(_, let group, let units, let needed):
        words.insert("group “\(group)” too small with \(units) of \(needed)")
      case .baseTooSmall(_, _, _, let units):
        for unit in units { words.insert("base too small for \(unit)") }
      default: break
      }
    }
    return words.sorted()
  }

  private func expectedFindings(_ sheet: ScoreSheet) -> [String] {
    var words: Set<String> = []
    let scheme = input.scheme
    let windows = ([naive.measures] + naive.halfMeasures).map { NaiveMeasures.withinRange($0, scheme) }
    for window in windows {
      for (id, column) in window {
        for (unit, cell) in column where cell.reason == .outOfRange {
          words.insert("\(id) out of range for \(input.units[unit].code)")
        }
      }
    }
    for window in windows.count == 1 ? windows : Array(windows.dropFirst()) {
      for leaf in scheme.roots.flatMap(\.leaves) where naiveIsDropped(leaf, window) {
        let column = window[leaf.measure ?? ""] ?? [:]
        for case .dropIf(let needed) in leaf.steps.map(\.action) {
          words.insert("\(leaf.id) dropped for \(column.values.filter { $0.state == .value }.count) of \(needed)")
        }
      }
    }
    if let ranking = scheme.ranking { words.formUnion(rankingFindings(ranking, windows[0])) }
    return words.sorted()
  }

  private func rankingFindings(_ ranking: Ranking, _ measures: [String: [Int: MeasureValue]]) -> [String] {
    var words: [String] = []
    let graded = input.units.indices.filter { naive.standing[$0]?.status == .graded }
    let groups = Dictionary(grouping: graded) { ranking.per == .peers ? naive.peers[$0] : "" }
    for (group, units) in groups {
      if let needed = ranking.minUnits, units.count < needed {
        words.append("group “\(group)” too small with \(units.count) of \(needed)")
      }
    }
    if let base = ranking.minBase {
      for unit in graded where Double(naiveKnownN(measures[base.measure]?[unit])) < base.atLeast {
        words.append("base too small for \(input.units[unit].code)")
      }
    }
    return words
  }
}
