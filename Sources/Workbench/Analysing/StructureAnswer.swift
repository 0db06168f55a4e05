import Analysis
import Charts
import Findings
import Schemes
import Scoring
import Statistics

/// What drives the ranking of a run: the finding, the table of indicators, the method.
package struct StructureAnswer {
  let run: CompletedRun
  let structure: RankingStructure

  /// What a head of department takes from it.
  package func findings(_ language: Language) -> [String] {
    sentences.map { $0.text(in: language) }
  }

  package func method(_ language: Language) -> [String] {
    [StructureSentence.method(units: structure.units).text(in: language)]
  }

  private var sentences: [StructureSentence] {
    guard structure.units >= 2, structure.variance > 0 else { return [.nothingToTell(units: structure.units)] }
    let strongest = structure.indicators.filter { $0.shareOfSpread > 0 }
      .sorted { $0.shareOfSpread > $1.shareOfSpread }
    var named: [RankingStructure.Indicator] = []
    var share = 0.0
    for indicator in strongest.prefix(3) where share < 0.5 {
      named.append(indicator)
      share += indicator.shareOfSpread
    }
    var sentences: [StructureSentence] =
      named.isEmpty
      ? [.nothingAddsUp] : [.driven(by: named.map(\.name), share: percent(share), all: structure.indicators.count)]
    let dead = structure.indicators.filter { $0.death != nil }
    if !dead.isEmpty { sentences.append(.dead(dead.map(\.name))) }
    for pair in structure.redundant.prefix(3) {
      sentences.append(.redundant(name(pair.first), name(pair.second), r: fixed(pair.correlation.r, digits: 2)))
    }
    for pair in structure.opposed.prefix(2) {
      sentences.append(
        .opposed(
          name(pair.first), name(pair.second), r: fixed(pair.correlation.r, digits: 2), isWithin: pair.isWithinNode))
    }
    return sentences
  }

  /// One row an indicator, in the order of the scheme, then what is no indicator. Rounded in every format: correlations of
  /// few units in full would tell one of them.
  package func table(_ language: Language) -> DataTable {
    let rows = structure.indicators
    let others = structure.otherShares
    func numbers(_ value: (RankingStructure.Indicator) -> Double, _ digits: Int) -> [Double] {
      rows.map { displayed(value($0), digits: digits) } + others.map { _ in .nan }
    }
    let spread = rows.map(\.shareOfSpread) + others.map(\.share)
    return DataTable([
      AnalysisHeading.indicator.column(language, texts: rows.map(\.id) + others.map { part($0.part, language) }),
      AnalysisHeading.title.column(language, texts: rows.map(\.name) + others.map { _ in "" }),
      AnalysisHeading.nominal.column(language, numbers: numbers({ $0.nominalWeight * 100 }, 1), digits: 1),
      AnalysisHeading.effective.column(language, numbers: numbers({ $0.effectiveWeight * 100 }, 1), digits: 1),
      AnalysisHeading.spread.column(language, numbers: spread.map { displayed($0 * 100, digits: 1) }, digits: 1),
      AnalysisHeading.correlation.column(language, numbers: numbers(\.withTotal.r, 2), digits: 2),
      AnalysisHeading.unitCount.column(
        language, numbers: rows.map { Double($0.units) } + others.map { _ in .nan }, digits: 0),
      DataColumn(.note, language, texts: rows.map { note($0, language) } + others.map { _ in "" }),
    ])
  }

  /// Every pair of indicators, the strongest correlation first.
  package func pairs(_ language: Language) -> DataTable {
    let pairs = structure.pairs.sorted { abs($0.correlation.r) > abs($1.correlation.r) }
    return DataTable([
      AnalysisHeading.indicator.column(language, texts: pairs.map(\.first)),
      AnalysisHeading.other.column(language, texts: pairs.map(\.second)),
      AnalysisHeading.correlation.column(
        language, numbers: pairs.map { displayed($0.correlation.r, digits: 2) }, digits: 2),
      AnalysisHeading.unitCount.column(language, numbers: pairs.map { Double($0.correlation.units) }, digits: 0),
      DataColumn(
        .note, language,
        texts: pairs.map { StructureSentence.pair(isWithin: $0.isWithinNode).text(in: language) }),
    ])
  }

  private func note(_ indicator: RankingStructure.Indicator, _ language: Language) -> String {
    var notes: [StructureSentence] = []
    if let death = indicator.death { notes.append(.death(death)) }
    let twins = structure.redundant.filter { $0.first == indicator.id || $0.second == indicator.id }
      .map { name($0.first == indicator.id ? $0.second : $0.first) }
    if !twins.isEmpty { notes.append(.twins(twins)) }
    if indicator.shareOfSpread < 0 || indicator.withTotal.r < 0 && indicator.withTotal.isBeyondChance {
      notes.append(.againstTheOrder)
    }
    return notes.map { $0.text(in: language) }.joined(separator: language == .chinese ? "；" : "; ")
  }

  private func part(_ part: TotalParts.Part, _ language: Language) -> String {
    switch part {
    case .node(let id), .effect(let id): id
    case .rules: StructureSentence.rules.text(in: language)
    case .limit: StructureSentence.limit.text(in: language)
    }
  }

  private func name(_ id: String) -> String { run.scheme.node(id)?.name ?? id }

  private func percent(_ share: Double) -> String { "\(fixed(share * 100, digits: 0))%" }
}

extension Session {
  /// What drives the ranking of a kept run.
  package func structure(of run: CompletedRun) -> StructureAnswer {
    StructureAnswer(run: run, structure: RankingStructure(of: run.sheet, run.scheme))
  }
}
