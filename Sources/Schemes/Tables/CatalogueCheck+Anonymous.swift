import Findings

/// What schemes may ask of the answers of people: marks and options, reduced over all of them. Never what tells one answer
/// from the others, and no number that is the answer of one person.
extension CatalogueCheck {
  /// The measure's own number, and the one that it is divided by.
  func checkAnonymous(_ measure: Measure) {
    if case .view(let view) = measure.source { checkAnonymous(measure, view) }
    if let table = measure.table.flatMap({ catalogue.tables[$0] }), table.isAnonymous {
      check(measure.predicate, of: measure, over: table, mayCompare: true)
      check(measure.value, of: measure, over: table)
      check(measure.unique?.by, of: measure, over: table, at: measure.place(of: "unique.by"))
      check(measure.unique?.keepGreatest, of: measure, over: table, at: measure.place(of: "unique.keep"))
      check(measure.unique?.thenLeast, of: measure, over: table, at: measure.place(of: "unique.then"))
      check(measure.first?.by, of: measure, over: table, at: measure.place(of: "first.by"))
      check(measure.first?.take, of: measure, over: table, at: measure.place(of: "first.by"))
      check(measure.take, of: measure, over: table, at: measure.place(of: "take"))
    }
    if let per = measure.denominator, let table = catalogue.tables[per.table], table.isAnonymous {
      check(per.predicate, of: measure, over: table, mayCompare: true)
      check(per.value, of: measure, over: table)
      check(per.take, of: measure, over: table, at: measure.place(of: "per.table"))
    }
  }

  /// A SELECT is judged by its words: those of the tables' columns, and its reducer.
  private func checkAnonymous(_ measure: Measure, _ view: MeasureView) {
    let words = Set(view.sql.split { !($0.isLetter || $0.isNumber || $0 == "_") }.map { $0.lowercased() })
    for table in tables(in: view.sql) where table.isAnonymous {
      for column in table.columns where words.contains(column.id.lowercased()) {
        check(column.id, of: measure, over: table, at: view.place)
      }
      check(measure.take, of: measure, over: table, at: measure.place(of: "take"))
    }
  }

  private func check(
    _ expression: PlacedExpression?, of measure: Measure, over table: CatalogueTable, mayCompare: Bool = false
  ) {
    guard let expression else { return }
    var told: Set<String> = []
    for use in expression.located.columnUses() {
      guard let kind = table.tellingApart(use.column, isCompared: mayCompare && use.isCompared),
        told.insert(use.column).inserted
      else { continue }
      report(
        .anonymousColumn(measure: measure.id, table: table.id, column: use.column, kind),
        at: expression.place(at: use.offset))
    }
  }

  private func check(_ column: String?, of measure: Measure, over table: CatalogueTable, at place: Place) {
    guard let column, let kind = table.tellingApart(column, isCompared: false) else { return }
    report(.anonymousColumn(measure: measure.id, table: table.id, column: column, kind), at: place)
  }

  private func check(_ take: Reducer?, of measure: Measure, over table: CatalogueTable, at place: Place) {
    guard let take, take.givesOneAnswer else { return }
    report(.anonymousTake(measure: measure.id, table: table.id, take: take.word), at: place)
  }
}

/// Why a column can tell one answer from the others.
package enum AnonymousColumn: String, Sendable, CaseIterable { case key, day, freeText, unboundedInteger, duration }

extension CatalogueTable {
  /// Why a column could tell one answer from the others; nil: it holds marks or options.
  /// - Parameter isCompared: only set against a number by order.
  fileprivate func tellingApart(_ id: String, isCompared: Bool) -> AnonymousColumn? {
    if key.contains(id) { return .key }
    // A column that is not there is told elsewhere.
    guard let column = column(id) else { return nil }
    switch column.kind {
    case .date, .datetime: return .day
    case .text: return column.values == nil ? .freeText : nil
    case .integer where column.isDuration: return isCompared ? nil : .duration
    case .integer: return column.range == nil && column.values == nil ? .unboundedInteger : nil
    case .number, .boolean: return nil
    }
  }
}

extension Reducer {
  /// Whether the number can be one of the values as it stands.
  fileprivate var givesOneAnswer: Bool {
    switch self {
    case .min, .max, .last: true
    case .trimmed(_, _, let otherwise): otherwise.givesOneAnswer
    case .mean, .share, .sum, .count, .median: false
    }
  }
}

private struct ColumnUse {
  let column: String
  let offset: Int
  /// Only whether it is empty, or less or more than a number, is asked.
  let isCompared: Bool
}

extension LocatedExpression {
  fileprivate func columnUses(isCompared: Bool = false) -> [ColumnUse] {
    switch expression {
    case .column(let name): return [ColumnUse(column: name, offset: offset, isCompared: isCompared)]
    case .binary(let comparison, let left, let right) where comparison.isOrder && left.isNumber != right.isNumber:
      return parts.flatMap { $0.columnUses(isCompared: true) }
    case .isNull(.column, _): return parts.flatMap { $0.columnUses(isCompared: true) }
    case .call(.coalesce, let values) where values.dropFirst().allSatisfy(\.isNumber):
      return parts.flatMap { $0.columnUses(isCompared: isCompared) }
    default: return parts.flatMap { $0.columnUses() }
    }
  }
}

extension Expression {
  fileprivate var isNumber: Bool {
    switch self {
    case .number, .negated(.number): true
    default: false
    }
  }
}

extension Expression.BinaryOperator {
  fileprivate var isOrder: Bool { [.less, .lessOrEqual, .greater, .greaterOrEqual].contains(self) }
}
