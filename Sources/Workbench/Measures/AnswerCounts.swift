import Findings
import Schemes

extension LoadedScheme {
  static let answerCountPrefix = "#n/"

  /// One count of rows for each anonymous table that the scheme reads: how many people stand behind a unit's score.
  /// They are loaded beside the scheme's own measures and kept with the run, so that a printed n is that of the run.
  var answerCounts: [Measure] {
    var seen: Set<String> = []
    return scheme.measures.compactMap { measure in
      guard catalogue.tables[measure.table]?.isAnonymous == true, seen.insert(measure.table).inserted else {
        return nil
      }
      return Measure(
        id: Self.answerCountPrefix + measure.table, source: .table(measure.table), take: .count,
        place: measure.place)
    }
  }
}
