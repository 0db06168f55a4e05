import Register
import Schemes
import Scoring

/// Grades by lines, with floors, quotas and titles, or by clusters (G1–G6, E6).
struct NaiveGrades {
  let input: NaiveCase
  let root: Node
  let facts: NaiveFacts
  let tree: NaiveTree
  /// With ranks.
  let standing: [Int: Standing]
  let verdicts: [Int: NaiveEffects.Sum]
  /// Of units with a rank: how far from the bottom (0) to the top (1).
  let percentiles: [Int: Double]

  var scheme: Scheme { input.scheme }

  func graded() -> ([Int: Standing], [Contest]) {
    var result = standing
    for unit in input.units.indices { result[unit]?.heldTitle = heldTitles(unit).first }
    guard let grading = scheme.grading, !grading.onlyYear || input.period.grain == .year else { return (result, []) }
    if let clusters = grading.clusters {
      let own = NaiveClusters(rule: clusters, facts: facts, value: { self.value(of: clusters.node, $0) }).grades(
        input.units.indices.filter { standing[$0]?.status == .graded })
      for (unit, grade) in own {
        let ceiling = verdicts[unit]?.ceiling ?? 0
        result[unit]?.grade = grading.grades[max(ceiling, grading.grades.firstIndex(of: grade) ?? 0)]
      }
    }
    var contests: [Contest] = []
    for (line, band) in grading.bands.enumerated() {
      contests += run(band, line, &result)
    }
    // A grade that an effect sets is final, and wins over 不予评定 (E6).
    for unit in input.units.indices {
      if let veto = verdicts[unit]?.setBy?.setGrade { result[unit]?.grade = veto }
    }
    return (result, contests)
  }

  /// E1: the ranked node is what the effects have made of it.
  private func value(of id: String, _ unit: Int) -> Double {
    if id == root.id { return standing[unit]?.score ?? .nan }
    return tree.cells[id]?[unit]?.value ?? .nan
  }

  /// One line for all who have no grade yet.
  private func run(_ band: GradeBand, _ line: Int, _ result: inout [Int: Standing]) -> [Contest] {
    let trying = input.units.indices.filter { unit in
      result[unit]?.grade == nil && standing[unit]?.status == .graded && verdicts[unit]?.setBy == nil
        && line >= verdicts[unit]?.ceiling ?? 0
    }
    let meeting = trying.filter { meets(band, $0) }
    guard let quota = band.quota, !quota.isLifted else {
      for unit in meeting { result[unit]?.grade = band.grade }
      return []
    }
    return NaiveQuota(
      input: input, facts: facts, quota: quota, grade: band.grade, standing: standing,
      holds: { heldTitles($0).contains(band.grade) }, keepsGiven: { isGivenInYear(band.grade, $0) }
    ).run(meeting, &result)
  }

  private func isGivenInYear(_ grade: String, _ unit: Int) -> Bool {
    input.titles.contains {
      $0.unit == unit && $0.grade == grade && $0.from / 10000 == input.period.start.year
        && $0.from <= input.period.end.yyyymmdd && $0.to ?? .max >= input.period.end.yyyymmdd
    }
  }

  /// Titles that are held at the moment that the scheme names, the best first.
  private func heldTitles(_ unit: Int) -> [String] {
    guard let titles = scheme.titles else { return [] }
    let day =
      switch titles.currentAt {
      case .periodStart: input.period.start.yyyymmdd
      case .periodEnd: input.period.end.yyyymmdd
      case .asOf: input.asOf.yyyymmdd
      }
    let held = input.titles.filter { $0.unit == unit && $0.from <= day && day <= $0.to ?? .max }.map(\.grade)
    let order = scheme.grading?.grades ?? []
    return held.sorted { (order.firstIndex(of: $0) ?? .max) < (order.firstIndex(of: $1) ?? .max) }
  }

  /// The conditions of a line but its quota.
  private func meets(_ band: GradeBand, _ unit: Int) -> Bool {
    let digits = scheme.defaults.digits
    if let cutOff = band.atLeast {
      guard let floor = cutOff.value(in: input.period.start.year),
        (snappedOrder(standing[unit]?.displayedScore ?? .nan, floor) ?? -1) >= 0
      else { return false }
    }
    if let needed = band.percentileAtLeast {
      guard let own = percentiles[unit], (snappedOrder(own, needed) ?? -1) >= 0 else { return false }
    }
    for (id, floor) in band.nodeFloors {
      // Reading: as in G2, what is not applicable is not asked, and a missing node fails.
      guard let cell = tree.cells[id]?[unit], cell.state != .notApplicable else { continue }
      let own = naiveDisplayed(value(of: id, unit), digits: digits)
      guard cell.hasValue, (snappedOrder(own, floor) ?? -1) >= 0 else { return false }
    }
    guard let share = band.eachChildShare else { return true }
    return root.children.allSatisfy { child in
      let cell = tree.cell(child, unit)
      if cell.state == .notApplicable { return true }
      guard cell.hasValue, let points = child.points else { return false }
      return (snappedOrder(naiveDisplayed(cell.value, digits: digits) / points, share) ?? -1) >= 0
    }
  }
}

/// How many may have a grade, and who of those that meet its floors (G3, G4).
struct NaiveQuota {
  let input: NaiveCase
  let facts: NaiveFacts
  let quota: Quota
  let grade: String
  let standing: [Int: Standing]
  let holds: (Int) -> Bool
  /// Given in the year and not taken back by the period's end.
  let keepsGiven: (Int) -> Bool

  func run(_ meeting: [Int], _ result: inout [Int: Standing]) -> [Contest] {
    var contests: [Contest] = []
    for name in quota.per == .all ? [""] : Set(input.units.indices.map(group)).sorted() {
      let all = input.units.indices.filter { group($0) == name }
      let base = all.filter { unit in
        switch standing[unit]?.status {
        case .deferred, .exempt, nil: false
        case .graded, .notGraded: !(quota.onlyNew && holds(unit))
        }
      }.count
      let own = meeting.filter { group($0) == name }
      // Who used one of the year's places needs no second one.
      let isKept = { (unit: Int) in quota.onlyNew && holds(unit) || quota.isPerYear && keepsGiven(unit) }
      for unit in own where isKept(unit) { result[unit]?.grade = grade }
      // Without ranks there is no place in a contest.
      let candidates = own.filter { !isKept($0) && standing[$0]?.rank != nil }
        .sorted { (standing[$0]?.rank ?? 0, $0) < (standing[$1]?.rank ?? 0, $1) }
      var contest = Contest(grade: grade, group: name, base: base, places: places(base))
      contest.placesUsed = used(all)
      contest.candidates = candidates
      contest.winners = winners(candidates, contest.places - contest.placesUsed, &result)
      contests.append(contest)
    }
    return contests
  }

  private func winners(_ candidates: [Int], _ places: Int, _ result: inout [Int: Standing]) -> [Int] {
    var winners: [Int] = []
    var left = max(0, places)
    for rank in Set(candidates.compactMap { standing[$0]?.rank }).sorted() {
      let block = candidates.filter { standing[$0]?.rank == rank }
      if left == 0 { break }
      if block.count <= left || quota.tied == .extend {
        for unit in block {
          result[unit]?.grade = grade
          result[unit]?.isInByTie = block.count > left
        }
        winners += block
        left = max(0, left - block.count)
        continue
      }
      // Marked for the committee at the highest line at whose edge it stands, and tried on the next.
      if quota.tied == .share { for unit in block where result[unit]?.awaits == nil { result[unit]?.awaits = grade } }
      break
    }
    return winners
  }

  private func group(_ unit: Int) -> String {
    switch quota.per {
    case .all: ""
    case .peers: facts.peers(of: unit)
    case .column(let column): input.units[unit].register[column] ?? ""
    }
  }

  private func places(_ base: Int) -> Int {
    var places: Int
    switch quota.size {
    case .places(let count): places = count
    case .share(let share):
      let exact = share * Double(base)
      places = Int(exact)
      // Compared on snapped values: 0.3 × 10 is 3.
      while snappedOrder(Double(places + 1), exact) ?? 1 <= 0 { places += 1 }
      let rest = exact - Double(places)
      if quota.round == .up && snappedOrder(rest, 0) == 1 { places += 1 }
      if quota.round == .half && (snappedOrder(rest, 0.5) ?? -1) >= 0 { places += 1 }
    }
    return base > 0 ? max(places, quota.min) : places
  }

  /// Titles of this grade that the table gives to units of the group within the calendar year.
  private func used(_ group: [Int]) -> Int {
    guard quota.isPerYear else { return 0 }
    return input.titles.filter {
      $0.grade == grade && group.contains($0.unit) && $0.from / 10000 == input.period.start.year
        && $0.from <= input.period.end.yyyymmdd
    }.count
  }
}
