import Analysis
import Charts
import Findings
import Register
import Schemes
import Scoring
import Statistics

/// A unit over the periods, or every unit at the last one: the finding, the table, the method.
package struct TrendAnswer {
  let runs: [CompletedRun]
  let series: [UnitSeries]
  /// One unit was asked for.
  let isOne: Bool
  /// Periods in between without a run.
  let without: [Period]

  private var last: CompletedRun { runs[runs.count - 1] }
  private var digits: Int { last.scheme.defaults.digits }

  package func heading(_ language: Language) -> String {
    TrendSentence.heading(
      title: last.scheme.title, from: period(runs[0].period, language), to: period(last.period, language),
      periods: runs.count
    ).text(in: language)
  }

  package func findings(_ language: Language) -> [String] {
    (isOne ? series.first.map { own($0, language) } ?? [] : all(language)).map { $0.text(in: language) }
  }

  /// Of one unit: its last step, the same half of the year before first.
  private func own(_ series: UnitSeries, _ language: Language) -> [TrendSentence] {
    guard let point = series.points.last else { return [] }
    if runs.count == 1 { return [.onlyOne(period(point.period, language))] }
    let steps = series.steps.filter { $0.to == point.period }
    var sentences = steps.map { step -> TrendSentence in
      guard let change = step.change else {
        return step.breaks.isEmpty
          ? .noChange(series.name, from: period(step.from, language), to: period(step.to, language))
          : .broken(
            from: period(step.from, language), to: period(step.to, language),
            why: step.breaks.map { BreakWords(language: language).text($0) })
      }
      return .change(
        series.name, period: period(step.to, language), score: fixed(point.score, digits: digits),
        since: period(step.from, language), isLastYear: step.kind == .sameOfLastYear,
        by: signed(change, digits: digits), step.verdict)
    }
    if steps.isEmpty {
      sentences.append(
        .noChange(series.name, from: period(runs[0].period, language), to: period(point.period, language)))
    }
    if runs.count == 2, steps.contains(where: { $0.change != nil }) { sentences.append(.twoPeriods) }
    return sentences
  }

  /// Of all units: how many rose and fell since the same half of last year, else since the period before.
  private func all(_ language: Language) -> [TrendSentence] {
    if runs.count == 1 { return [.onlyOne(period(last.period, language))] }
    var sentences: [TrendSentence] = []
    for kind in [UnitSeries.Step.Kind.sameOfLastYear, .previous] {
      let steps = series.compactMap { one in one.steps.first { $0.to == last.period && $0.kind == kind } }
      guard let first = steps.first else { continue }
      let (from, to) = (period(first.from, language), period(first.to, language))
      if !first.breaks.isEmpty {
        sentences.append(.broken(from: from, to: to, why: first.breaks.map { BreakWords(language: language).text($0) }))
        continue
      }
      let changes = steps.compactMap(\.change)
      sentences.append(
        .counts(
          from: from, to: to, isLastYear: kind == .sameOfLastYear, units: changes.count,
          up: changes.count { $0 > 0 }, down: changes.count { $0 < 0 }))
    }
    if runs.count == 2 { sentences.append(.twoPeriods) }
    return sentences
  }

  package func method(_ language: Language) -> [String] {
    let isKnown = series.contains { $0.steps.contains { $0.verdict != nil } }
    return [
      TrendSentence.method(
        without: without.map { period($0, language) }, hasIntervals: isKnown,
        runs: runs.map { "\($0.period.id) \($0.shortKey)" }
      ).text(in: language)
    ]
  }

  package func table(_ language: Language) -> DataTable { isOne ? periods(language) : units(language) }

  /// One row a period.
  private func periods(_ language: Language) -> DataTable {
    guard let series = series.first else { return DataTable([]) }
    let points = series.points
    func step(_ point: UnitSeries.Point, _ kind: UnitSeries.Step.Kind) -> UnitSeries.Step? {
      series.steps.first { $0.to == point.period && ($0.kind == kind || kind == .previous && isBefore($0, point)) }
    }
    /// The year before is the period before, for years.
    func isBefore(_ step: UnitSeries.Step, _ point: UnitSeries.Point) -> Bool { step.from == point.period.previous }
    return DataTable([
      DataColumn(.period, language, texts: points.map { period($0.period, language) }),
      DataColumn(.score, language, numbers: points.map(\.score), digits: digits),
      DataColumn(.rank, language, numbers: points.map { $0.rank.map(Double.init) ?? .nan }, digits: 0),
      AnalysisHeading.ranked.column(language, numbers: points.map { Double($0.ranked) }, digits: 0),
      DataColumn(.grade, language, texts: points.map(\.grade)),
      DataColumn(.coverage, language, numbers: points.map { displayed($0.coverage, digits: 2) }, digits: 2),
      AnalysisHeading.sinceLastYear.column(
        language, numbers: points.map { step($0, .sameOfLastYear)?.change ?? .nan }, digits: digits),
      AnalysisHeading.sincePrevious.column(
        language, numbers: points.map { step($0, .previous)?.change ?? .nan }, digits: digits),
      AnalysisHeading.verdict.column(
        language, texts: points.map { verdict(step($0, .sameOfLastYear) ?? step($0, .previous), language) }),
      DataColumn(
        .note, language, texts: points.map { note($0, [step($0, .sameOfLastYear), step($0, .previous)], language) }),
    ])
  }

  /// One row a unit, at the last period.
  private func units(_ language: Language) -> DataTable {
    let known = Dictionary(series.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
    let rows = RunTables(last, language: language, minimumCell: 0).order()
      .compactMap { known[last.sheet.units[$0].code] }
    func step(_ one: UnitSeries, _ kind: UnitSeries.Step.Kind) -> UnitSeries.Step? {
      one.steps.first { $0.to == last.period && $0.kind == kind }
    }
    return DataTable([
      DataColumn(.unit, language, texts: rows.map(\.code)),
      DataColumn(.name, language, texts: rows.map(\.name)),
      DataColumn(.peers, language, texts: rows.map(\.peers)),
      DataColumn(.score, language, numbers: rows.map { $0.points.last?.score ?? .nan }, digits: digits),
      DataColumn(
        .rank, language, numbers: rows.map { $0.points.last?.rank.map(Double.init) ?? .nan }, digits: 0),
      DataColumn(.grade, language, texts: rows.map { $0.points.last?.grade }),
      AnalysisHeading.sinceLastYear.column(
        language, numbers: rows.map { step($0, .sameOfLastYear)?.change ?? .nan }, digits: digits),
      AnalysisHeading.sincePrevious.column(
        language, numbers: rows.map { step($0, .previous)?.change ?? .nan }, digits: digits),
      AnalysisHeading.verdict.column(
        language, texts: rows.map { verdict(step($0, .sameOfLastYear) ?? step($0, .previous), language) }),
      DataColumn(
        .note, language,
        texts: rows.map { one in
          one.points.dropLast().last.map { note($0, [step(one, .sameOfLastYear), step(one, .previous)], language) }
            ?? ""
        }),
    ])
  }

  private func verdict(_ step: UnitSeries.Step?, _ language: Language) -> String {
    step?.verdict.map { TrendSentence.verdict($0).text(in: language) } ?? ""
  }

  /// Names and joinings at the point, and what stands between it and those before.
  private func note(_ point: UnitSeries.Point, _ steps: [UnitSeries.Step?], _ language: Language) -> String {
    var notes: [String] = []
    switch point.history {
    case .same: break
    case .renamed(let name): notes.append(TrendSentence.then(name).text(in: language))
    case .merged(let names): notes.append(TrendSentence.joined(names).text(in: language))
    case .new: notes.append(TrendSentence.notYet.text(in: language))
    }
    if !point.units.isEmpty, !point.isGraded { notes.append(TrendSentence.notGraded.text(in: language)) }
    var seen: Set<String> = []
    for reason in steps.compactMap(\.self).flatMap(\.breaks).map({ BreakWords(language: language).text($0) })
    where seen.insert(reason).inserted {
      notes.append(reason)
    }
    return notes.joined(separator: language == .chinese ? "；" : "; ")
  }

  private func period(_ period: Period, _ language: Language) -> String {
    language == .chinese ? period.chineseName : period.id
  }
}
