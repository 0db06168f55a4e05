import Findings
import Schemes

extension LoadedScheme {
  static let answerCountPrefix = "#n/"

  /// One count of rows for each anonymous table that the scheme reads: how many people stand behind a unit's score.
  /// They are loaded beside the scheme's own measures and kept with the run, so that a printed n is that of the run.
  var answerCounts: [Measure] {
    var seen: Set<String> = []
    return scheme.measures.compactMap { measure in
      guard let table = measure.table, catalogue.tables[table]?.isAnonymous == true, seen.insert(table).inserted else {
        return nil
      }
      return Measure(
        id: Self.answerCountPrefix + table, source: .table(table), take: .count,
        place: measure.place)
    }
  }
}

extension CompletedRun {
  /// How many people answered about a unit, over all anonymous tables; nil where the scheme asks nobody.
  func answers(about unit: Int) -> Int? {
    let counts = record.input.measures.filter { $0.key.hasPrefix(LoadedScheme.answerCountPrefix) }
    return counts.isEmpty ? nil : counts.values.reduce(0) { $0 + $1.n[unit] }
  }

  /// Whether a table is anonymous, or was when the run was made. Of a table that no spec describes any more nobody knows:
  /// it is treated as anonymous.
  func isAnonymous(_ table: String) -> Bool {
    record.input.measures[LoadedScheme.answerCountPrefix + table] != nil
      || loaded.catalogue.tables[table]?.isAnonymous != false
  }

  /// The anonymous tables of which no n may be printed for a unit: some cell of them, in the period or one of its
  /// halves, is under the minimum. Of several cells that add up, showing all but one shows that one too.
  func tablesWithHiddenAnswers(about unit: Int, minimumCell: Int) -> Set<String> {
    let windows = [record.input.measures] + record.input.halves.map(\.measures)
    return Set(
      (scheme.measures + loaded.answerCounts).filter { measure in
        (measure.table.map(isAnonymous) ?? false)
          && windows.contains { (1..<minimumCell).contains($0[measure.id]?.n[unit] ?? 0) }
      }.compactMap(\.table))
  }
}
