import Findings

extension StructureCheck {
  func report(_ problem: OutcomeProblem, at place: Place) { log.add(SchemeFinding.outcome(place, problem)) }

  /// Floors fall from line to line, the last line takes everyone, and each can be reached.
  func checkGrades() {
    guard let grading = scheme.grading else { return }
    for (index, band) in grading.bands.enumerated() {
      let isLast = index == grading.bands.count - 1
      let isFree = band.isUnconditional && !isBroken(band)
      let place = place(of: band)
      if isLast, !band.isUnconditional { report(.gradeLast(grade: band.grade), at: place) }
      if !isLast, isFree { report(.gradeUnconditional(grade: band.grade), at: place) }
      if !isBroken(band) { checkOrder(of: band, below: grading.bands[..<index].filter { !isBroken($0) }) }
      checkFloors(of: band)
      if let quota = band.quota { check(quota, of: band) }
    }
    if let clusters = grading.clusters { check(clusters, grading) }
  }

  private func isBroken(_ band: GradeBand) -> Bool { brokenParts.contains("grades.\(band.grade)") }

  private func place(of band: GradeBand, _ key: String? = nil) -> Place {
    guard let grading = scheme.grading else { return scheme.place }
    return key.flatMap { grading.places["\(band.grade).\($0)"] } ?? grading.places[band.grade] ?? grading.place
  }

  private func checkOrder(of band: GradeBand, below above: [GradeBand]) {
    if let floor = band.atLeast, let previous = above.last(where: { $0.atLeast != nil && $0.asksOnlyForPoints }),
      let previousFloor = previous.atLeast
    {
      for year in floor.years(with: previousFloor) {
        guard let here = floor.value(in: year ?? 0), let there = previousFloor.value(in: year ?? 0),
          here >= there
        else { continue }
        report(
          .gradeOrder(
            grade: band.grade, floor: here, previousGrade: previous.grade, previousFloor: there, year: year),
          at: place(of: band))
        return
      }
    }
    if let higher = above.first(where: { !$0.isUnconditional && band.meets($0) }) {
      report(.gradeUnreachable(grade: band.grade, above: higher.grade), at: place(of: band))
    }
  }

  private func checkFloors(of band: GradeBand) {
    let root = scheme.roots.first { $0.id == scheme.ranking?.node }
    if let points = root?.points, let root, let floor = band.atLeast?.greatest, floor > points {
      report(
        .floorBeyondPoints(grade: band.grade, node: root.id, floor: floor, points: points),
        at: place(of: band, "at_least"))
    }
    for (id, floor) in band.nodeFloors.sorted(by: { $0.key < $1.key }) {
      let place = place(of: band, "child_at_least.\(id)")
      check(.node, id, of: band.grade, at: place)
      if let points = scheme.node(id)?.points, floor > points {
        report(.floorBeyondPoints(grade: band.grade, node: id, floor: floor, points: points), at: place)
      }
    }
    if band.eachChildShare != nil, let root, !brokenNodes.contains(root.id),
      root.children.contains(where: { $0.points == nil && !brokenNodes.contains($0.id) })
        || !root.isInner || root.hasLeafTableOfItsOwn
    {
      report(
        .childShareNeedsPoints(node: root.id, grade: band.grade), at: place(of: band, "each_child_share"))
    }
  }

  private func check(_ quota: Quota, of band: GradeBand) {
    let owner = "grades.\(band.grade).quota"
    if let ranking = scheme.ranking {
      if ranking.basis == .raw { report(.quotaBasis(grade: band.grade), at: quota.place) }
      if ranking.per == .peers, quota.per != .peers {
        report(.quotaGroups(grade: band.grade, per: quota.per.word), at: quota.place)
      }
    }
    if quota.per == .peers, scheme.units.peers == nil {
      report(.peersMissing(used: owner), at: place(of: band, "quota.per"))
    }
    guard scheme.titles == nil, !brokenParts.contains("titles") else { return }
    for (key, isUsed) in [("new_only", quota.onlyNew), ("per_year", quota.isPerYear)] where isUsed {
      report(.titlesMissing(used: "\(owner).\(key)"), at: place(of: band, "quota.\(key)"))
    }
  }

  private func check(_ clusters: ClusterGrading, _ grading: Grading) {
    func place(_ key: String) -> Place { grading.places["kmeans.\(key)"] ?? clusters.place }
    if clusters.names.count != clusters.k {
      report(.clusterNames(k: clusters.k, names: clusters.names.count), at: place("names"))
    }
    check(.node, clusters.node, of: "kmeans", at: place("node"))
    guard let per = clusters.per else { return }
    check(.fact, per, of: "kmeans", at: place("per"))
    if let fact = scheme.facts.first(where: { $0.id == per }), !fact.isCount {
      report(.clusterFact(fact: per), at: place("per"))
    }
  }

  /// What decisions may change needs a table that holds them, and names that mean one thing.
  func checkDecisions() {
    let decided = nodes.filter { $0.override != nil || $0.hands?.difference?.needsReason == true }
    let adjusted = scheme.effects.filter { $0.adjust != nil }
    let used = decided.map(\.id) + adjusted.map(\.id)
    if scheme.decisions == nil, let place = decided.first?.place ?? adjusted.first?.place(of: "adjust") {
      report(.decisionsMissing(used: used), at: place)
    }
    let ids = Set(nodes.map(\.id))
    for effect in adjusted where ids.contains(effect.id) {
      report(.targetAmbiguous(id: effect.id), at: effect.place)
    }
  }
}

extension GradeBand {
  /// Whether points alone give it.
  var asksOnlyForPoints: Bool {
    eachChildShare == nil && nodeFloors.isEmpty && percentileAtLeast == nil && quota == nil
  }

  /// Whether everyone who meets these conditions meets those of the other too.
  func meets(_ other: GradeBand) -> Bool {
    func reaches(_ floor: Double?, _ otherFloor: Double?) -> Bool {
      otherFloor.map { otherFloor in floor.map { $0 >= otherFloor } ?? false } ?? true
    }
    return other.quota == nil && (other.atLeast.map { atLeast?.reaches($0) ?? false } ?? true)
      && reaches(eachChildShare, other.eachChildShare) && reaches(percentileAtLeast, other.percentileAtLeast)
      && other.nodeFloors.allSatisfy { reaches(nodeFloors[$0.key], $0.value) }
  }
}

extension GradeBand.CutOff {
  /// The years in which both have a value, in order; nil: every year.
  func years(with other: Self) -> [Int?] {
    switch (self, other) {
    case (.constant, .constant): [nil]
    case (.byYear(let values), .constant), (.constant, .byYear(let values)): values.keys.sorted()
    case (.byYear(let values), .byYear(let others)): values.keys.filter { others[$0] != nil }.sorted()
    }
  }

  /// Whether who reaches this reaches the other in every year; in a year without a value nobody does.
  func reaches(_ other: Self) -> Bool {
    switch self {
    case .constant(let value): if case .constant(let bound) = other { value >= bound } else { false }
    case .byYear(let values): values.allSatisfy { year, value in other.value(in: year).map { value >= $0 } ?? false }
    }
  }

  var greatest: Double? {
    switch self {
    case .constant(let value): value
    case .byYear(let values): values.values.max()
    }
  }
}

extension Quota.Scope {
  /// As it is written.
  var word: String {
    switch self {
    case .all: "all"
    case .peers: "peers"
    case .column(let column): column
    }
  }
}
