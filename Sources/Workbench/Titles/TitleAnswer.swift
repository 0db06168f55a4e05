import Charts
import Findings
import Register
import Schemes
import Scoring

/// How far the titles of a scheme have come: what to say of it, and its tables.
package struct TitleAnswer {
  package let outlook: TitleOutlook
  let scheme: Scheme
  /// The last run up to the day; nil: none.
  let last: CompletedRun?
  /// Units that are no longer in scope and had the title.
  let elsewhere: [TitleUnit]

  private var question: TitleQuestion { outlook.question }
  private var total: TitleGroup { outlook.total }

  /// The finding first, then what it rests on.
  func sentences(_ language: Language) -> [TitleSentence] {
    let words = OutcomeWords(language: language)
    var sentences: [TitleSentence] = []
    if let coverage = total.coverage {
      sentences.append(
        .coverage(
          grade: question.grade, day: question.asOf, units: total.units, held: total.held,
          share: words.percent(coverage), waived: total.waived))
      sentences.append(prospect)
      sentences += conflict(words)
    } else {
      sentences.append(.nobodyAsked(grade: question.grade, day: question.asOf, waived: total.waived))
    }
    return sentences + history(words)
  }

  package func lines(_ language: Language) -> [String] { sentences(language).map { $0.text(in: language) } }

  /// Held ÷ in scope as it is printed; nil: nobody is in scope.
  package var coverage: String? { total.coverage.map { OutcomeWords(language: .chinese).percent($0) } }

  private var prospect: TitleSentence {
    let (until, needed) = (question.until, total.needed)
    if needed == 0 { return .complete(until: until) }
    if until < question.asOf.year { return .termPassed(until: until, needed: needed) }
    guard let places = total.allPlaces, let short = total.short else { return .noLimit(until: until, needed: needed) }
    if short == 0 { return .enough(until: until, needed: needed, places: places) }
    return .notEnough(
      until: until, needed: needed, places: places, short: short, then: total.fullCoverage ?? .unlimited)
  }

  /// Whom the last run keeps out, and that quota, vetoes and full coverage do not go together. It is shown, not solved.
  private func conflict(_ words: OutcomeWords) -> [TitleSentence] {
    let needed = outlook.needed
    guard !needed.isEmpty else { return [] }
    var sentences: [TitleSentence] = []
    let barred = outlook.barred
    if let last {
      func told(_ isWanted: (TitleVerdict) -> Bool) -> [TitleSentence.Told] {
        barred.compactMap { unit in
          unit.lastVerdict.flatMap { isWanted($0) ? .init(name: unit.name, why: why($0, words)) : nil }
        }
      }
      let others = needed.filter { $0.lastVerdict?.isBarred != true }
      sentences.append(
        .lastRun(
          .init(
            period: last.period.id, run: last.shortKey, units: needed.count,
            vetoed: told { if case .vetoed = $0 { true } else { false } },
            capped: told { if case .tried(.capped) = $0 { true } else { false } },
            notGraded: told { if case .notGraded = $0 { true } else { false } },
            met: others.count { $0.lastVerdict?.isMet == true },
            noPlace: others.count { $0.lastVerdict != nil && $0.lastVerdict?.isMet == nil },
            below: others.count { $0.lastVerdict?.isMet == false },
            unseen: others.count { $0.lastVerdict == nil })))
    }
    let isShort = total.short ?? 0 > 0
    if isShort || !barred.isEmpty { sentences.append(.conflict(isShort: isShort, barred: barred.count)) }
    return sentences
  }

  /// What became of titles so far.
  private func history(_ words: OutcomeWords) -> [TitleSentence] {
    var sentences: [TitleSentence] = []
    if !total.granted.isEmpty { sentences.append(.granted(total.granted)) }
    let withdrawn = outlook.units.flatMap { unit in
      unit.withdrawals(upTo: question.asOf).map { TitleSentence.Told(name: unit.name, why: "\($0)") }
    }
    if !withdrawn.isEmpty { sentences.append(.withdrawn(withdrawn)) }
    if let year = outlook.lastReview {
      if total.kept > 0 { sentences.append(.kept(year: year, count: total.kept)) }
      let failed = outlook.units.filter {
        $0.review(of: year, on: question.asOf)?.verdict.isMet == false
      }.map { TitleSentence.Told(name: $0.name, why: "") }
      if !failed.isEmpty { sentences.append(.failed(year: year, failed)) }
    }
    let ending = outlook.needed.compactMap { unit in
      unit.spell(on: question.asOf)?.to.map { TitleSentence.Told(name: unit.name, why: "\($0)") }
    }
    if !ending.isEmpty { sentences.append(.ending(ending)) }
    if !elsewhere.isEmpty {
      sentences.append(
        .elsewhere(
          elsewhere.map { unit in .init(name: unit.name, why: unit.spells.map { "\($0.from)" }.joined(separator: " ")) }
        ))
    }
    return sentences
  }

  /// Why a run does not give the title.
  private func why(_ verdict: TitleVerdict, _ words: OutcomeWords) -> String {
    switch verdict {
    case .vetoed(let effect): effect
    case .notGraded(let reasons): TableSentence.joined(reasons.map(words.reason), words.language)
    case .tried(.capped(let effects)): TableSentence.listed(effects, words.language)
    case .tried(let outcome): words.attempt(outcome, side: scheme)
    }
  }
}

// MARK: Tables

extension TitleAnswer {
  /// One row a group, the last of all; without groups that row alone.
  package func groups(_ language: Language) -> DataTable {
    let rows = outlook.groups + [total]
    func numbers(_ value: (TitleGroup) -> Int?) -> [Double] { rows.map { value($0).map(Double.init) ?? .nan } }
    let all = language == .chinese ? "合计" : "all"
    return DataTable([
      DataColumn(.peers, language, texts: rows.enumerated().map { $0 == rows.count - 1 ? all : $1.name }),
      DataColumn(.units, language, numbers: numbers(\.units), digits: 0),
      DataColumn(.waived, language, numbers: numbers(\.waived), digits: 0),
      DataColumn(.held, language, numbers: numbers(\.held), digits: 0),
      DataColumn(.coverage, language, numbers: rows.map { $0.coverage ?? .nan }, digits: 3),
      DataColumn(.granted, language, numbers: numbers { $0.granted.values.reduce(0, +) }, digits: 0),
      DataColumn(.withdrawn, language, numbers: numbers(\.withdrawn), digits: 0),
      DataColumn(.kept, language, numbers: numbers(\.kept), digits: 0),
      DataColumn(.failed, language, numbers: numbers(\.failed), digits: 0),
      DataColumn(.needed, language, numbers: numbers(\.needed), digits: 0),
      DataColumn(.places, language, numbers: numbers(\.allPlaces), digits: 0),
      DataColumn(.short, language, numbers: numbers(\.short), digits: 0),
      DataColumn(.fullIn, language, texts: rows.map { TitleSentence.cell($0.fullCoverage, language) }),
    ])
  }

  /// Every unit in scope: holders first, the longest first, then who lost the title, then who never had it.
  package func units(_ language: Language) -> DataTable {
    let words = OutcomeWords(language: language)
    let day = outlook.question.asOf
    func order(_ unit: TitleUnit) -> (Int, Int) {
      (unit.holds(on: day) ? 0 : unit.spells.isEmpty ? 2 : 1, unit.spells.last?.from.yyyymmdd ?? 0)
    }
    let units = outlook.units.enumerated().sorted {
      let (a, b) = (order($0.element), order($1.element))
      return a != b ? a < b : $0.offset < $1.offset
    }.map(\.element)
    return DataTable([
      DataColumn(.unit, language, texts: units.map(\.code)),
      DataColumn(.name, language, texts: units.map(\.name)),
      DataColumn(.peers, language, texts: units.map(\.group)),
      DataColumn(.state, language, texts: units.map { state($0, words).text(in: language) }),
      DataColumn(.granted, language, texts: units.map { $0.spells.map { "\($0.from)" }.joined(separator: " ") }),
      DataColumn(
        .withdrawn, language,
        texts: units.map { $0.spells.compactMap { $0.to.map { "\($0)" } }.joined(separator: " ") }),
      DataColumn(.kept, language, texts: units.map { years($0, isMet: true) }),
      DataColumn(.failed, language, texts: units.map { years($0, isMet: false) }),
      DataColumn(.note, language, texts: units.map { note($0, words) }),
    ])
  }

  private func state(_ unit: TitleUnit, _ words: OutcomeWords) -> TitleSentence.State {
    if unit.holds(on: outlook.question.asOf) { return .held }
    if !unit.isAsked { return .waived(words.status(Standing(status: unit.status))) }
    return unit.spells.isEmpty ? .none : .withdrawn
  }

  private func years(_ unit: TitleUnit, isMet: Bool) -> String {
    unit.reviews.filter { $0.verdict.isMet == isMet }.map { "\($0.year)" }.joined(separator: " ")
  }

  /// What the last run says of a unit that is still needed, or against one that holds the title.
  private func note(_ unit: TitleUnit, _ words: OutcomeWords) -> String {
    let isHolder = unit.holds(on: outlook.question.asOf)
    if isHolder && !unit.isAsked { return words.status(Standing(status: unit.status)) }
    guard let last, let verdict = unit.lastVerdict, !isHolder || verdict.isMet == false else { return "" }
    let isChinese = words.language == .chinese
    // It holds none, so no row gives it one yet.
    let said =
      verdict.isMet == true
      ? (isChinese ? "符合条件，称号表尚未登记" : "meets the conditions, in no row yet") : why(verdict, words)
    return "\(last.period.id)\(isChinese ? "：" : ": ")\(said)"
  }
}

extension Standing {
  /// A status alone, for its words.
  fileprivate init(status: Status) {
    self.init(status: status, score: .nan, displayedScore: .nan, coverage: .nan, isTied: false)
  }
}
