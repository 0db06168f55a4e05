import Analysis
import Findings
import Schemes
import Scoring
import Statistics

extension CompletedRun {
  /// The standard error of every unit's total, of the answers in it alone; also of units about which it may not be told
  /// (`hidesErrors`).
  func sampledErrors() -> SampledErrors {
    let sampled = Set(scheme.measures.map(\.id).filter { !answerTables[$0].isEmpty })
    return SampledErrors(of: scheme, record.input, sampled: sampled)
  }

  /// Whether some n of answers about a unit is hidden: its error would tell of it.
  func hidesErrors(about unit: Int, minimumCell: Int) -> Bool {
    !tablesWithHiddenAnswers(about: unit, minimumCell: minimumCell).isEmpty
      || showsAnswers(under: minimumCell, about: unit)
  }
}

extension Session {
  /// How sure the ranks of a kept run are, as far as chance in who answered goes.
  /// - Parameters:
  ///   - places: of a group's first so many, the chance to be among them; nil: is not asked.
  ///   - seed: of the draws.
  package func ranges(of run: CompletedRun, places: Int?, draws: Int, seed: UInt64) -> RangeAnswer {
    let cell = run.minimumCell(today: workspace.settings.minimumCell)
    let sampled = run.sampledErrors()
    var errors = sampled.errors
    for unit in errors.indices where run.hidesErrors(about: unit, minimumCell: cell) { errors[unit] = .nan }
    let tables = tables(of: run, language: .chinese)
    var groups: [RangeAnswer.Group] = []
    for (name, units) in RunSentences(run, minimumCell: cell).groups() {
      let ranked = units.filter { run.sheet.standing[$0].rank != nil }
      let scores = ranked.map { run.sheet.standing[$0].displayedScore }
      let uncertainty = Uncertainty(errors: ranked.map { errors[$0] })
      groups.append(
        RangeAnswer.Group(
          name: name, units: ranked,
          ranges: RankRanges(of: scores, uncertainty, draws: draws, seed: seed),
          chances: places.flatMap { quotaChances(of: scores, uncertainty, places: $0, draws: draws, seed: seed) }))
    }
    return RangeAnswer(
      run: run, sampled: sampled.measures, errors: errors, groups: groups, places: places, draws: draws, seed: seed,
      order: tables.order())
  }
}
