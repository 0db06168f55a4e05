import Schemes

/// The places of one line of the grades, group by group (G3, G4).
struct ContestPass {
  let quota: Quota
  let grade: String
  let units: [ScoredUnit]
  let standing: [Standing]
  let titles: TitleBook
  let order: RankOrder
  /// The committee's decisions on the grade, by unit.
  var decisions: [Int: Decision] = [:]

  struct Result {
    var contest: Contest
    var outcomes: [Int: GradeAttempt.Outcome] = [:]
    /// Winners in a tied block that was let in whole.
    var byTie: Set<Int> = []
    var unranked: [Int] = []
  }

  /// - Parameters:
  ///   - meeting: units that meet the line's other conditions.
  ///   - barred: units that would meet them, and are kept out by a veto or a ceiling, with the effects.
  /// - Returns: one result per group, groups in the order of their first units; an outcome for every unit in `meeting`.
  func run(_ meeting: [Int], barred: [Int: [String]]) -> [Result] {
    let isMeeting = Set(meeting)
    return groups().map { name, members in
      contest(name, members, members.filter(isMeeting.contains), barred)
    }
  }

  private func groups() -> [(name: String, members: [Int])] {
    switch quota.per {
    case .all: return [("", Array(units.indices))]
    case .peers: return groupsOfPeers(units).map { (units[$0[0]].peers, $0) }
    case .column(let column):
      let names = units.map { $0.register[column] ?? "" }
      let groups = Dictionary(grouping: units.indices) { names[$0] }
      return groups.sorted { $0.value[0] < $1.value[0] }.map { ($0.key, $0.value) }
    }
  }

  private func contest(_ name: String, _ members: [Int], _ meeting: [Int], _ barred: [Int: [String]]) -> Result {
    func isOut(_ unit: Int) -> Bool { quota.onlyNew && titles.holds(grade, unit) }
    let base = members.count { !isOut($0) && standing[$0].status.isInBase }
    let used = quota.isPerYear ? titles.given(grade).intersection(members).count : 0
    let places = quota.places(of: base)
    var result = Result(contest: Contest(grade: grade, group: name, base: base, places: places, placesUsed: used))
    let placed = quota.isPerYear ? titles.keeping(grade) : []
    func isKept(_ unit: Int) -> Bool { isOut(unit) || placed.contains(unit) }
    for unit in meeting where isKept(unit) { result.outcomes[unit] = placed.contains(unit) ? .keptInPlace : .kept }
    let contenders = meeting.filter { !isKept($0) }
    result.unranked = contenders.filter { standing[$0].rank == nil }
    for unit in result.unranked { result.outcomes[unit] = .noRanks }
    let blocks = order.blocks(of: contenders.filter { standing[$0].rank != nil })
    result.contest.candidates = blocks.flatMap(\.self)
    give(max(0, places - used), to: blocks, &result)
    result.contest.displaced = displaced(members.filter { !isKept($0) }, barred, result.contest.winners)
    return result
  }

  /// From the first block on; a block that does not fit ends the contest, and nobody below it takes what is left.
  private func give(_ places: Int, to blocks: [[Int]], _ result: inout Result) {
    var left = places
    var position = 1
    var isOver = false
    for block in blocks {
      if !isOver && left > 0 && (block.count <= left || quota.tied == .extend) {
        for unit in block { result.outcomes[unit] = .granted }
        result.contest.winners += block
        if block.count > left { result.byTie.formUnion(block) }
        left = max(0, left - block.count)
      } else if !isOver && left > 0 {
        isOver = true
        if quota.tied == .share {
          settle(block, left, position: position, places: places, &result)
        } else {
          for unit in block { result.outcomes[unit] = .tiedOut(units: block.count, placesLeft: left) }
        }
      } else {
        for unit in block { result.outcomes[unit] = .noPlace(position: position, places: places) }
      }
      position += block.count
    }
  }

  /// A tied block at the edge, as far as the committee has decided on it. If it granted more than there are places,
  /// nothing of it acts. Who was not decided on waits while a place is left, even where the rest would fit now.
  private func settle(_ block: [Int], _ left: Int, position: Int, places: Int, _ result: inout Result) {
    let granted = block.filter { decisions[$0]?.value == .granted }
    let open = block.filter { decisions[$0] == nil }
    guard granted.count <= left else {
      for unit in block { result.outcomes[unit] = .tiedForCommittee(units: block.count, placesLeft: left) }
      return
    }
    for unit in block where decisions[unit] != nil {
      result.outcomes[unit] = .decided(isGranted: decisions[unit]?.value == .granted)
    }
    result.contest.winners += granted
    for unit in open {
      result.outcomes[unit] =
        granted.count < left
        ? .tiedForCommittee(units: open.count, placesLeft: left - granted.count)
        : .noPlace(position: position, places: places)
    }
  }

  /// Ranked before a winner: so the unit would have had that winner's place, or an earlier one.
  private func displaced(_ members: [Int], _ barred: [Int: [String]], _ winners: [Int]) -> [Contest.Displaced] {
    let out = members.filter { barred[$0] != nil && standing[$0].rank != nil }
    if out.isEmpty || winners.isEmpty { return [] }
    let blocks = order.blocks(of: (winners + out).sorted())
    let isWinner = Set(winners)
    guard let last = blocks.lastIndex(where: { $0.contains(where: isWinner.contains) }) else { return [] }
    return blocks[..<last].flatMap { block in
      block.compactMap { unit in barred[unit].map { Contest.Displaced(unit: unit, effects: $0) } }
    }
  }
}

extension Standing.Status {
  /// Units in scope less 暂缓 and exempt; not graded and vetoed ones are in.
  package var isInBase: Bool {
    switch self {
    case .graded, .notGraded: true
    case .deferred, .exempt: false
    }
  }
}
