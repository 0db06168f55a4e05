import Analysis
import Charts
import Findings
import Schemes
import Scoring

/// What the changes of scores between two periods are made of: the finding, the table, the method.
package struct ChangeAnswer {
  struct Unit {
    let unit: ScoredUnit
    let history: UnitHistory.Kind
    /// nil: across a break, or not graded in both.
    let change: ScoreChange?
    let before: [Double]
    let after: Double
  }
  let before: CompletedRun
  let after: CompletedRun
  let breaks: [ComparisonBreak]
  /// One unit was asked for.
  let isOne: Bool
  let units: [Unit]

  private var digits: Int { after.scheme.defaults.digits }

  package func heading(_ language: Language) -> String {
    ChangeSentence.heading(
      title: after.scheme.title, from: period(before, language), to: period(after, language),
      runs: [before.shortKey, after.shortKey]
    ).text(in: language)
  }

  package func findings(_ language: Language) -> [String] {
    if !breaks.isEmpty {
      let why = breaks.map { BreakWords(language: language).text($0) }
      return [
        TrendSentence.broken(from: period(before, language), to: period(after, language), why: why).text(in: language)
      ]
    }
    let told = units.compactMap(\.change)
    var sentences: [ChangeSentence]
    if isOne, let only = units.first {
      sentences =
        only.change.map { change in
          [
            .own(
              only.unit.name, before: fixed(change.before, digits: digits), after: fixed(change.after, digits: digits),
              by: signed(change.change, digits: digits), parts: change.parts.prefix(2).map { words($0, language) })
          ]
        } ?? [.none(only.unit.name)]
    } else {
      sentences = [.counts(units: told.count, up: told.count { $0.change > 0 }, down: told.count { $0.change < 0 })]
      if let most = common(told, language) { sentences.append(most) }
    }
    return (sentences + [.twoPeriods]).map { $0.text(in: language) }
  }

  /// The part that moved the scores most, all units together.
  private func common(_ told: [ScoreChange], _ language: Language) -> ChangeSentence? {
    var moved: [ScoreChange.Part: (sum: Double, units: Int)] = [:]
    for change in told {
      for (part, points) in change.parts {
        let known = moved[part] ?? (0, 0)
        moved[part] = (known.sum + abs(points), known.units + 1)
      }
    }
    guard
      let most = moved.max(by: { ($0.value.sum, name($1.key, language)) < ($1.value.sum, name($0.key, language)) }),
      most.value.sum > 0
    else { return nil }
    return .mostMoved(name(most.key, language), units: most.value.units)
  }

  package func method(_ language: Language) -> [String] { [ChangeSentence.method.text(in: language)] }

  package func table(_ language: Language) -> DataTable {
    isOne && units.first?.change != nil ? parts(language) : all(language)
  }

  /// One row a unit.
  private func all(_ language: Language) -> DataTable {
    DataTable([
      DataColumn(.unit, language, texts: units.map(\.unit.code)),
      DataColumn(.name, language, texts: units.map(\.unit.name)),
      DataColumn(.before, language, numbers: units.map { $0.change?.before ?? single($0) }, digits: digits),
      DataColumn(.after, language, numbers: units.map(\.after), digits: digits),
      DataColumn(
        .change, language, numbers: units.map { $0.change.map { rounded($0.change) } ?? .nan }, digits: digits),
      DataColumn(
        .reason, language,
        texts: units.map { unit in
          ((unit.change?.parts ?? []).map { words($0, language) } + note(unit, language))
            .joined(separator: language == .chinese ? "；" : "; ")
        }),
    ])
  }

  /// One row a part of the one unit's change.
  private func parts(_ language: Language) -> DataTable {
    let parts = units.first?.change?.parts ?? []
    return DataTable([
      AnalysisHeading.part.column(language, texts: parts.map { name($0.part, language) }),
      DataColumn(.change, language, numbers: parts.map(\.change), digits: digits),
    ])
  }

  private func single(_ unit: Unit) -> Double { unit.before.count == 1 ? unit.before[0] : .nan }

  /// A sum of printed parts is printed like them.
  private func rounded(_ change: Double) -> Double { Double(fixed(change, digits: digits)) ?? change }

  private func note(_ unit: Unit, _ language: Language) -> [String] {
    switch unit.history {
    case .same: []
    case .renamed(let name): [TrendSentence.then(name).text(in: language)]
    case .merged(let names): [TrendSentence.joined(names).text(in: language)]
    case .new: [TrendSentence.notYet.text(in: language)]
    }
  }

  private func words(_ part: (part: ScoreChange.Part, change: Double), _ language: Language) -> String {
    "\(name(part.part, language)) \(signed(part.change, digits: digits))"
  }

  private func name(_ part: ScoreChange.Part, _ language: Language) -> String {
    func node(_ id: String) -> String { (after.scheme.node(id) ?? before.scheme.node(id))?.name ?? id }
    switch part {
    case .indicator(let id): return node(id)
    case .effect(let id): return id
    case .evidence(let gone, let came):
      return ChangeSentence.evidence(gone: gone.map(node), came: came.map(node)).text(in: language)
    case .rules: return StructureSentence.rules.text(in: language)
    case .limit: return StructureSentence.limit.text(in: language)
    case .history: return ChangeSentence.history.text(in: language)
    case .others(let count): return ChangeSentence.others(count).text(in: language)
    }
  }

  private func period(_ run: CompletedRun, _ language: Language) -> String {
    language == .chinese ? run.period.chineseName : run.period.id
  }
}
