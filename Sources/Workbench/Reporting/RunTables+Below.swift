import Charts
import Findings
import Schemes
import Scoring
import Statistics

extension RunTables {
  /// A unit that has missed the line above its grade, and why.
  struct Shortfall {
    let unit: Int
    /// The grade whose line was missed.
    let missed: GradeBand
    let reason: String
  }

  /// Every graded unit below the top grade, in the order of print. Empty for a scheme without grades.
  func shortfalls() -> [Shortfall] {
    let lines = run.scheme.grading?.lines ?? []
    return order().compactMap { shortfall($0, lines) }
  }

  private func shortfall(_ unit: Int, _ lines: [GradeBand]) -> Shortfall? {
    let standing = run.sheet.standing[unit]
    guard standing.status == .graded || standing.setBy != nil, let grade = standing.grade,
      let position = lines.firstIndex(where: { $0.grade == grade }), position > 0
    else { return nil }
    let missed = standing.setBy == nil ? lines[position - 1] : lines[0]
    return Shortfall(unit: unit, missed: missed, reason: reason(unit, missed))
  }

  /// Why a unit has not the grade above its own; nil for those at the top, without a grade, or graded by an effect.
  func shortfall(of unit: Int) -> (line: String, reason: String)? {
    guard run.sheet.standing[unit].setBy == nil, let found = shortfall(unit, run.scheme.grading?.lines ?? []) else {
      return nil
    }
    return (line(found.missed), found.reason)
  }

  /// Every graded unit below the top line: which line it missed and what kept it there.
  func below() -> DataTable {
    let rows = shortfalls()
    return DataTable([
      DataColumn(.name, language, texts: rows.map { run.sheet.units[$0.unit].name }),
      DataColumn(.peers, language, texts: rows.map { run.sheet.units[$0.unit].peers }),
      DataColumn(
        .score, language, numbers: rows.map { run.sheet.standing[$0.unit].displayedScore },
        digits: run.scheme.defaults.digits),
      DataColumn(.grade, language, texts: rows.map { run.sheet.standing[$0.unit].grade }),
      DataColumn(.line, language, texts: rows.map { run.sheet.standing[$0.unit].setBy == nil ? line($0.missed) : "–" }),
      DataColumn(.reason, language, texts: rows.map(\.reason)),
    ])
  }

  func line(_ band: GradeBand) -> String {
    guard let bound = band.atLeast?.value(in: run.period.start.year) else { return band.grade }
    return said(.named(band.grade, number: inFewDigits(bound)))
  }

  private func reason(_ unit: Int, _ missed: GradeBand) -> String {
    let standing = run.sheet.standing[unit]
    if let veto = standing.setBy { return said(.confirmed(cause: cause(of: veto, unit: unit))) }
    var parts: [String] = []
    let caps = bindingCaps(unit, missed)
    if !caps.isEmpty { parts.append(said(.capped(by: caps))) }
    if run.scheme.grading?.clusters != nil, caps.isEmpty, let grade = standing.grade {
      parts.append(said(.clustered(grade: grade)))
    }
    if let attempt = standing.attempts.first(where: { $0.grade == missed.grade }), attempt.outcome.isAboutPlaces {
      parts.append(OutcomeWords(language: language).attempt(attempt.outcome, side: run.scheme))
    }
    if let bound = missed.atLeast?.value(in: run.period.start.year), standing.displayedScore < bound {
      parts.append(said(.short(fixed(bound - standing.displayedScore, digits: run.scheme.defaults.digits))))
    }
    if let share = missed.eachChildShare {
      let weak = rankedChildren().compactMap { weakness($0, share, unit) }
      if !weak.isEmpty { parts.append(said(.eachChild(weak, atLeast: percent(share)))) }
    }
    let losses = largestLosses(unit, count: 2)
    if !losses.isEmpty { parts.append(said(.lostMost(losses))) }
    return TableSentence.joined(parts, language)
  }

  /// The effects whose ceiling lies below a grade: one at the grade itself, or above it, kept nobody from it.
  func bindingCaps(_ unit: Int, _ missed: GradeBand) -> [String] {
    let grades = run.scheme.grading?.grades ?? []
    guard let wanted = grades.firstIndex(of: missed.grade) else { return [] }
    return run.sheet.standing[unit].cappedBy.filter { id in
      let cap = run.scheme.effects.first { $0.id == id }?.capGrade
      return cap.flatMap(grades.firstIndex(of:)).map { $0 > wanted } ?? true
    }
  }

  /// A part of the whole that is missing, or under its share of points; nil if it is neither.
  private func weakness(_ child: Node, _ share: Double, _ unit: Int) -> String? {
    guard let points = child.points, let column = run.sheet.node(child.id), column.state[unit] != .notApplicable
    else { return nil }
    if column.value[unit].isNaN {
      return said(.childMissing(child: child.name, why: missingReason(child, unit: unit)))
    }
    let found = displayed(column.value[unit], digits: run.scheme.defaults.digits) / points
    return snapped(found) >= share ? nil : said(.childBelow(child: child.name, share: percent(found)))
  }

  private func said(_ sentence: TableSentence) -> String { sentence.text(in: language) }

  /// An effect with the measure that fired it: 否决·问责数.
  func cause(of effect: String, unit: Int) -> String {
    let record = run.sheet.effects.first { $0.effect == effect && $0.unit == unit && $0.outcome == .acted }
    return record?.firedBy.map { $0 == effect ? effect : "\(effect)·\($0)" } ?? effect
  }

  /// The leaves and effects that cost a unit most, with the points of the total.
  func largestLosses(_ unit: Int, count: Int) -> [String] {
    let whole = rankedRoot.flatMap { trace(of: $0.id, unit: unit, in: run.sheet, scheme: run.scheme) }
    var losses = whole?.pointsLost().map { (name: $0.node.name, points: $0.points) } ?? []
    for record in run.sheet.effects where record.unit == unit && record.effective < 0 {
      losses.append((record.effect, -record.effective))
    }
    let digits = run.scheme.defaults.digits
    return losses.filter { displayed($0.points, digits: digits) > 0 }
      .sorted { $0.points != $1.points ? $0.points > $1.points : $0.name < $1.name }
      .prefix(count)
      .map { "\($0.name) \(fixed(-$0.points, digits: digits))" }
  }

  /// Units without a grade for want of evidence: coverage, and what is missing.
  func notGraded() -> DataTable {
    let words = OutcomeWords(language: language)
    let rows = order().filter { if case .notGraded = run.sheet.standing[$0].status { true } else { false } }
    return DataTable([
      DataColumn(.name, language, texts: rows.map { run.sheet.units[$0].name }),
      DataColumn(.peers, language, texts: rows.map { run.sheet.units[$0].peers }),
      DataColumn(.coverage, language, numbers: rows.map { run.sheet.standing[$0].coverage }, digits: 2),
      DataColumn(
        .missing, language,
        texts: rows.map { unit in
          let leaves = words.missingLeaves(run.sheet.standing[unit])
          let names = leaves.map { id -> String in
            let node = run.scheme.node(id)
            let why = node.map { missingReason($0, unit: unit) } ?? ""
            let name = node?.name ?? id
            return why.isEmpty ? name : said(.withReason(name, why))
          }
          return TableSentence.listed(names, language)
        }),
    ])
  }

  func percent(_ share: Double) -> String { OutcomeWords(language: language).percent(share) }
}
