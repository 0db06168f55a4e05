import Findings

/// What leaves a table of work secrets: counts and flags, never a cell.
extension CatalogueCheck {
  /// The measure's own number, and the one that it is divided by.
  func checkProtected(_ measure: Measure) {
    if case .view(let view) = measure.source {
      for table in tables(in: view.sql) where table.isProtected {
        report(.protectedView(measure: measure.id, table: table.id), at: view.place)
      }
    }
    if let table = measure.table.flatMap({ catalogue.tables[$0] }), table.isProtected, !isPartial(measure) {
      let value = isYesOrNo(measure.value, over: table)
      let isFine =
        if let first = measure.first {
          first.take.picksFlags(of: value) && measure.take.countsFlags(of: true, orRows: false)
        } else {
          measure.take.countsFlags(of: value, orRows: true)
        }
      if !isFine {
        report(
          .protectedTake(measure: measure.id, table: table.id, take: measure.take.word), at: measure.place(of: "take"))
      }
    }
    if let per = measure.denominator, let table = catalogue.tables[per.table], table.isProtected,
      !per.take.countsFlags(of: isYesOrNo(per.value, over: table), orRows: true)
    {
      report(
        .protectedTake(measure: measure.id, table: table.id, take: per.take.word), at: measure.place(of: "per.table"))
    }
    if let roster = measure.first?.roster {
      checkNotProtected(roster, as: .roster, at: measure.place(of: "first.over"))
    }
  }

  /// Tables whose very cells become part of a scheme or a result.
  /// - Returns: whether the table may be used so.
  @discardableResult
  func checkNotProtected(_ id: String, as use: ProtectedUse, at place: Place) -> Bool {
    guard catalogue.tables[id]?.isProtected == true else { return true }
    report(.protectedUse(table: id, use), at: place)
    return false
  }

  /// Values that are 0 or 1 for certain; nil: there is no value, rows are counted.
  private func isYesOrNo(_ value: PlacedExpression?, over table: CatalogueTable) -> Bool? {
    guard let value else { return nil }
    // What is wrong with the expression itself is told elsewhere.
    guard let type = check(value, over: table, as: .anything, log: FindingLog()) else { return true }
    return type.isNumeric && type.isWhole && type.bounds.low >= 0 && type.bounds.high <= 1
  }

  /// The tables whose views `v_<system>_<table>` a SELECT names: the scheme's own, of any system that has one of the name,
  /// and those of other systems.
  func tables(in sql: String) -> [CatalogueTable] {
    let words = Set(sql.split { !($0.isLetter || $0.isNumber || $0 == "_") }.map { $0.lowercased() })
    let others = catalogue.elsewhere.filter { words.contains($0.viewName) }
    let left = words.subtracting(others.map(\.viewName)).filter { $0.hasPrefix("v_") }
    let own = catalogue.tables.values.sorted { $0.id < $1.id }.filter { table in
      left.contains { $0.hasSuffix("_\(table.id.lowercased())") }
    }
    return own
      + others.map { other in
        var table = other.table
        table.id = "\(other.system)/\(table.id)"
        return table
      }
  }
}

extension Reducer {
  /// Counts rows, or sums up flags: nothing of a cell is left in the number.
  /// - Parameters:
  ///   - isFlag: nil: there is no value.
  ///   - rows: whether `count` may count values of any kind.
  fileprivate func countsFlags(of isFlag: Bool?, orRows rows: Bool) -> Bool {
    switch self {
    case .count: true
    case .share, .sum: isFlag ?? rows
    case .mean, .min, .max, .median, .last, .trimmed: false
    }
  }

  /// Of a group: what a count gives, or one of its flags.
  fileprivate func picksFlags(of isFlag: Bool?) -> Bool {
    switch self {
    case .count: true
    case .share, .sum, .min, .max, .last: isFlag ?? false
    case .mean, .median, .trimmed: false
    }
  }
}

/// For what a table of work secrets cannot be used.
package enum ProtectedUse: String, Sendable, CaseIterable { case leaves, roster, decisions, titles }
