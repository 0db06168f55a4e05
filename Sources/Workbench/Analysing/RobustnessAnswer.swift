import Analysis
import Charts
import Findings
import Schemes
import Scoring
import Statistics

/// Whether a ranking stands: the finding, the table of units, that of choices, the method.
package struct RobustnessAnswer {
  let run: CompletedRun
  let sheet: ScoreSheet
  package let robustness: Robustness
  let build: SchemeOfChoices

  private var question: RobustnessQuestion { robustness.question }

  package func findings(_ language: Language) -> [String] { sentences(language).map { $0.text(in: language) } }

  private func sentences(_ language: Language) -> [RobustnessSentence] {
    let choices = ChoiceWords(language: language)
    var sentences: [RobustnessSentence] = []
    let debatable = robustness.debatable
    let graded = robustness.units.filter { $0.nominalGrade != nil && !$0.keptGrade.isNaN }
    let shaky = graded.filter { $0.keptGrade < 0.9 }.map(\.unit.name)
    if robustness.switches.contains(where: { $0.comparison != nil }) {
      sentences.append(
        debatable.isEmpty
          ? .noGradeRests(choices: robustness.switches.count { $0.comparison != nil })
          : .gradesRest(
            debatable.prefix(RobustnessSentence.shown).map { row in
              .init(name: row.unit.name, why: row.by.map { choices.said($0.choice, $0.alternative) })
            }, all: debatable.count))
    }
    if robustness.computed > 0 {
      if !graded.isEmpty {
        sentences.append(.gradesInDraws(draws: robustness.computed, shaky: shaky, units: graded.count))
      }
      let widest = robustness.units.filter { !$0.low.isNaN && $0.nominalRank != nil }
        .max { ($0.high - $0.low) < ($1.high - $1.low) }
      if let widest, widest.high > widest.low {
        sentences.append(
          .widest(
            widest.unit.name, rank: widest.nominalRank ?? 0, low: fixed(widest.low, digits: 0),
            high: fixed(widest.high, digits: 0)))
      } else {
        sentences.append(.ranksStand(draws: robustness.computed))
      }
    }
    sentences += uncomputed(choices)
    if !robustness.fixedWeights.isEmpty { sentences.append(.fixedWeights(robustness.fixedWeights)) }
    return sentences
  }

  /// What could not be computed, by the choices to which that is owed: one alone, where it cannot be made alone either.
  private func uncomputed(_ choices: ChoiceWords) -> [RobustnessSentence] {
    var order: [[String]] = []
    var found: [[String]: (why: ChoiceRefusal, draws: Int, first: Int)] = [:]
    for one in robustness.switches {
      guard let refusal = one.refusal else { continue }
      order.append([choices.said(one.choice, one.alternative)])
      found[order[order.count - 1]] = (refusal, 0, .max)
    }
    for row in robustness.uncomputed {
      let made = zip(question.choices, row.alternatives).compactMap { choice, alternative in
        alternative == 0 ? nil : choices.said(choice.name, choice.alternatives[alternative])
      }
      let key = made.first { found[[$0]]?.why == row.refusal }.map { [$0] } ?? made
      if found[key] == nil { order.append(key) }
      let known = found[key] ?? (row.refusal, 0, .max)
      found[key] = (row.refusal, known.draws + row.draws, min(known.first, row.firstDraw + 1))
    }
    return order.compactMap { key in
      found[key].map {
        $0.draws == 0
          ? .notSwitched(key.joined(separator: choices.comma), $0.why)
          : .uncomputed(key, why: $0.why, draws: $0.draws, first: $0.first)
      }
    }
  }

  package func method(_ language: Language) -> [String] {
    let choices = ChoiceWords(language: language)
    let others = question.choices.map { choice in
      choices.said(choice.name, choice.alternatives.dropFirst().joined(separator: " | "))
    }
    return [
      RobustnessSentence.method(
        weights: fixed(question.weights * 100, digits: 0), choices: others, draws: question.draws, seed: question.seed
      ).text(in: language)
    ]
  }

  /// One row a unit, in the order of ranks.
  package func units(_ language: Language) -> DataTable {
    let choices = ChoiceWords(language: language)
    let place = Dictionary(
      RunTables(run, language: language, minimumCell: 0).order().enumerated().map { ($1, $0) },
      uniquingKeysWith: { first, _ in first })
    let rows = robustness.units.enumerated().sorted { place[$0.offset, default: 0] < place[$1.offset, default: 0] }
      .map(\.element)
    let rests = Dictionary(
      robustness.debatable.map { row in
        (row.unit.code, row.by.map { choices.said($0.choice, $0.alternative) }.joined(separator: choices.comma))
      }, uniquingKeysWith: { first, _ in first })
    return DataTable([
      DataColumn(.unit, language, texts: rows.map(\.unit.code)),
      DataColumn(.name, language, texts: rows.map(\.unit.name)),
      DataColumn(.peers, language, texts: rows.map(\.unit.peers)),
      DataColumn(.rank, language, numbers: rows.map { $0.nominalRank.map(Double.init) ?? .nan }, digits: 0),
      AnalysisHeading.median.column(language, numbers: rows.map(\.median), digits: 1),
      AnalysisHeading.low.column(language, numbers: rows.map { displayed($0.low, digits: 1) }, digits: 1),
      AnalysisHeading.high.column(language, numbers: rows.map { displayed($0.high, digits: 1) }, digits: 1),
      DataColumn(.grade, language, texts: rows.map(\.nominalGrade)),
      AnalysisHeading.kept.column(
        language,
        numbers: rows.map { $0.nominalGrade == nil ? .nan : displayed($0.keptGrade * 100, digits: 1) }, digits: 1),
      AnalysisHeading.decidedBy.column(language, texts: rows.map { rests[$0.unit.code] ?? "" }),
    ])
  }

  /// One row a choice made otherwise, all else as written.
  package func switches(_ language: Language) -> DataTable {
    let choices = ChoiceWords(language: language)
    let rows = robustness.switches
    func count(_ isOne: @escaping (UnitComparison) -> Bool) -> [Double] {
      rows.map { $0.comparison.map { Double($0.units.count(where: isOne)) } ?? .nan }
    }
    return DataTable([
      AnalysisHeading.choice.column(language, texts: rows.map { choices.name($0.choice) }),
      AnalysisHeading.alternative.column(language, texts: rows.map { choices.alternative($0.alternative) }),
      AnalysisHeading.regraded.column(language, numbers: count(\.isRegraded), digits: 0),
      AnalysisHeading.reranked.column(
        language, numbers: count { $0.standingBefore?.rank != $0.standingAfter?.rank }, digits: 0),
      AnalysisHeading.shift.column(
        language, numbers: rows.map { $0.comparison == nil ? .nan : Double($0.greatestShift) }, digits: 0),
      DataColumn(
        .note, language,
        texts: rows.map { $0.refusal.map { RobustnessSentence.refused($0).text(in: language) } ?? "" }),
    ])
  }

  /// One draw again, beside the scheme as it stands: what was drawn, and whose rank and grade it changes.
  /// - Parameter number: from 1.
  package func draw(_ number: Int, _ language: Language) -> (
    lines: [String], units: DataTable?, weights: DataTable
  ) {
    let choices = ChoiceWords(language: language)
    let alternatives = question.alternatives(ofDraw: number - 1)
    let said = zip(question.choices, alternatives).map { choice, alternative in
      choices.said(choice.name, choices.alternative(choice.alternatives[alternative]))
    }
    let line = RobustnessSentence.draw(number: number, seed: question.seed, choices: said).text(in: language)
    switch drawn(number - 1, of: question, run.record.input, build: build) {
    case .failure(let refusal):
      return ([line, RobustnessSentence.refused(refusal).text(in: language)], nil, DataTable([]))
    case .success(let found):
      let comparison = SheetComparison(
        before: .init(scheme: run.scheme, sheet: sheet), after: .init(scheme: found.scheme, sheet: found.sheet))
      let table = ComparisonTable(comparison, language: language, period: run.period, isTrial: true)
      // Every reason would be the drawn weights.
      let units = DataTable(table.table(all: true).columns.filter { $0.name != Heading.reason.rawValue })
      return (
        [line] + table.sentences(), units,
        DataTable([
          AnalysisHeading.indicator.column(language, texts: found.factors.map(\.node)),
          AnalysisHeading.factor.column(language, numbers: found.factors.map(\.factor), digits: 4),
        ])
      )
    }
  }
}

/// Choices as people say them.
struct ChoiceWords {
  let language: Language
  private var isChinese: Bool { language == .chinese }

  var comma: String { isChinese ? "、" : ", " }

  func name(_ choice: String) -> String {
    guard isChinese else { return choice }
    switch choice {
    case "scale": return "标准化"
    case "aggregation": return "合成"
    case "missing": return "缺失"
    default: return choice
    }
  }

  func alternative(_ word: String) -> String {
    if word == RobustnessRequest.asWritten { return isChinese ? "按方案" : "as written" }
    guard isChinese else { return word }
    switch word {
    case "mean": return "算术平均"
    case "geometric": return "几何平均"
    case "harmonic": return "调和平均"
    case "min": return "取最低"
    case "minmax": return "极差"
    case "zscore": return "标准分"
    case "percentile": return "百分位"
    case "zero": return "记0分"
    case "renormalise": return "其余折算"
    case "not_graded": return "不予评定"
    case "propagate": return "整组缺失"
    default: return word
    }
  }

  func said(_ choice: String, _ word: String) -> String {
    // An edit's text has its address in it.
    if word.hasPrefix(choice) || word.hasPrefix("−") { return word }
    let words = word.split(separator: " | ").map { alternative(String($0)) }.joined(separator: isChinese ? "或" : " or ")
    return "\(name(choice))\(isChinese ? "：" : ": ")\(words)"
  }
}
