import Findings
import Schemes
import Scoring

extension RunTables {
  /// One line for each quota and group: who competed for how many places, and who would have had one.
  package func contests() -> [String] { run.sheet.contests.map(sentence) }

  /// The contests in which the unit took part, with its position; those whose title it keeps too.
  func contests(of unit: Int) -> [String] {
    run.sheet.contests.compactMap { contest in
      if let position = contest.candidates.firstIndex(of: unit) {
        return said(parts(contest) + [.position(position + 1)])
      }
      return [.kept, .keptInPlace].contains { holders(contest, $0).contains(unit) } ? sentence(contest) : nil
    }
  }

  private func sentence(_ contest: Contest) -> String { said(parts(contest)) }

  private func said(_ parts: [TableSentence]) -> String {
    parts.map { $0.text(in: language) }.joined(separator: language == .chinese ? "" : " ")
  }

  private func parts(_ contest: Contest) -> [TableSentence] {
    var parts: [TableSentence] = [
      .contest(
        grade: contest.grade, group: contest.group, base: contest.base, places: contest.places,
        used: contest.placesUsed, candidates: contest.candidates.count, winners: contest.winners.count)
    ]
    parts += ties(contest)
    let placed = holders(contest, .keptInPlace)
    if !placed.isEmpty { parts.append(.keepPlace(names(placed))) }
    let kept = holders(contest, .kept)
    if !kept.isEmpty { parts.append(.keepTitle(names(kept))) }
    return parts + contest.displaced.map { .displaced(names([$0.unit]), by: $0.effects) }
  }

  /// What became of units that are tied at the edge of the places: the rule for ties decides it, and it must be told apart.
  private func ties(_ contest: Contest) -> [TableSentence] {
    let byTie = contest.winners.filter {
      run.sheet.standing[$0].isInByTie && run.sheet.standing[$0].grade == contest.grade
    }
    if !byTie.isEmpty {
      let left = max(0, contest.places - contest.placesUsed) - (contest.winners.count - byTie.count)
      return [.tiedIn(names(byTie), left: left)]
    }
    var out: (units: [Int], left: Int) = ([], 0)
    var open: (units: [Int], left: Int) = ([], 0)
    for unit in contest.candidates {
      switch run.sheet.standing[unit].attempts.first(where: { $0.grade == contest.grade })?.outcome {
      case .tiedOut(_, let left)?: out = (out.units + [unit], left)
      case .tiedForCommittee(_, let left)?: open = (open.units + [unit], left)
      default: continue
      }
    }
    return (out.units.isEmpty ? [] : [.tiedOut(names(out.units), left: out.left)])
      + (open.units.isEmpty ? [] : [.tiedForCommittee(names(open.units), left: open.left)])
  }

  /// Holders of the title in the contest's group who keep it: without a place, or with that of the year.
  private func holders(_ contest: Contest, _ outcome: GradeAttempt.Outcome) -> [Int] {
    let scope = run.scheme.grading?.bands.first { $0.grade == contest.grade }?.quota?.per
    return run.sheet.units.indices.filter { unit in
      let group =
        switch scope {
        case .peers?: run.sheet.units[unit].peers
        case .column(let column)?: run.sheet.units[unit].register[column] ?? ""
        case .all?, nil: ""
        }
      guard group == contest.group else { return false }
      return run.sheet.standing[unit].attempts.contains { $0.grade == contest.grade && $0.outcome == outcome }
    }
  }

  private func names(_ units: [Int]) -> String {
    TableSentence.names(units.prefix(Self.shown).map { run.sheet.units[$0].name }, count: units.count)
      .text(in: language)
  }

  private static let shown = 8
}

extension GradeAttempt.Outcome {
  /// Decided by comparison with other units, or for want of a line, and not by the unit's own points.
  var isAboutPlaces: Bool {
    switch self {
    case .noPlace, .tiedOut, .tiedForCommittee, .decided, .percentileBelow, .noRanks, .noCutOff: true
    case .granted, .kept, .keptInPlace, .below, .childBelow, .capped: false
    }
  }
}
