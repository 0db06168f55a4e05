import Charts
import Findings
import Register
import Scoring

/// A comparison as a table and a few sentences.
package struct ComparisonTable {
  let comparison: SheetComparison
  let language: Language
  let period: Period
  private let words: ComparisonWords

  /// - Parameter isTrial: one scheme with and without changes, and not two schemes.
  package init(_ comparison: SheetComparison, language: Language, period: Period, isTrial: Bool = false) {
    self.comparison = comparison
    self.language = language
    self.period = period
    words = ComparisonWords(language: language, comparison: comparison, isTrial: isTrial)
  }

  /// One row a unit: what it had before and has after. Of two schemes the first is before.
  /// - Parameter all: units without any difference too.
  package func table(all: Bool) -> DataTable {
    let rows = all ? comparison.units : comparison.changed
    let digits = comparison.after.scheme.defaults.digits
    func numbers(_ value: (Standing) -> Double?) -> (before: [Double], after: [Double]) {
      (rows.map { $0.standingBefore.flatMap(value) ?? .nan }, rows.map { $0.standingAfter.flatMap(value) ?? .nan })
    }
    let scores = numbers(\.score)
    let ranks = numbers { $0.rank.map(Double.init) }
    return DataTable([
      DataColumn(.unit, language, texts: rows.map(\.unit.code)),
      DataColumn(.name, language, texts: rows.map(\.unit.name)),
      DataColumn(.peers, language, texts: rows.map(\.unit.peers)),
      DataColumn(.score, .before, language, numbers: scores.before, digits: digits),
      DataColumn(.score, .after, language, numbers: scores.after, digits: digits),
      DataColumn(.rank, .before, language, numbers: ranks.before, digits: 0),
      DataColumn(.rank, .after, language, numbers: ranks.after, digits: 0),
      DataColumn(.grade, .before, language, texts: rows.map { $0.standingBefore?.grade }),
      DataColumn(.grade, .after, language, texts: rows.map { $0.standingAfter?.grade }),
      DataColumn(.reason, language, texts: rows.map(words.reasons)),
    ])
  }

  /// How many grades, ranks and scores differ, and whose grade.
  package func sentences() -> [String] {
    let (units, regraded) = (comparison.units, comparison.regraded)
    let reranked = units.filter { $0.standingBefore?.rank != $0.standingAfter?.rank }
    guard !comparison.changed.isEmpty else {
      return [ComparisonSentence.nothingDiffers(units: units.count).text(in: language)]
    }
    var lines: [ComparisonSentence] = [
      .counts(
        units: units.count, regraded: regraded.count, reranked: reranked.count, changed: comparison.changed.count)
    ]
    for unit in regraded.prefix(Self.shown) {
      lines.append(
        .regraded(
          unit: unit.unit.name, before: words.grade(unit.standingBefore), after: words.grade(unit.standingAfter)))
    }
    if regraded.count > Self.shown { lines.append(.furtherUnits(all: regraded.count, shown: Self.shown)) }
    return lines.map { $0.text(in: language) }
  }
  private static let shown = 12
}

extension WhatIf {
  /// The lines above the table.
  package func heading(in language: Language) -> [String] {
    let lines =
      [ComparisonSentence.trial(title: base.scheme.title, base.period, run: base.shortKey)]
      + changes.map(ComparisonSentence.change) + (isRecomputed ? [.recomputed] : [])
    return lines.map { $0.text(in: language) }
  }
}

extension RunPair {
  package func heading(in language: Language) -> [String] {
    let heading: [ComparisonSentence] = [
      .twoSchemes(before.period), .scheme(.init(before.scheme), isAfter: false, run: before.shortKey),
      .scheme(.init(after.scheme), isAfter: true, run: after.shortKey),
    ]
    let lines =
      drafts.count == 2
      ? [
        .twoDrafts(before.scheme.title, before.period), .draft(drafts[0], isAfter: false, run: before.shortKey),
        .draft(drafts[1], isAfter: true, run: after.shortKey),
      ] : heading
    return lines.map { $0.text(in: language) }
  }
}
