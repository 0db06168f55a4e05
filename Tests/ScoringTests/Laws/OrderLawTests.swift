import Schemes
import Testing

@testable import Scoring

/// Orders that mean nothing must change nothing, on the random schemes of the second opinion: hands, decisions, quotas,
/// clusters, populations, all steps and means. A failure prints its seed.
@Suite("Laws of order") struct OrderLawTests {
  @Test("the order of rows does not change a bit", arguments: UInt64(3000)...3040) func rows(seed: UInt64) {
    let input = RandomRows.drawCase(seed: seed)
    var dice = SplitMix64(seed: seed)
    var moved = input
    moved.whole = moved.whole.shuffled(&dice)
    moved.halves = moved.halves.map { $0.shuffled(&dice) }
    moved.history = moved.history.map { $0.shuffled(&dice) }
    let (a, b) = (NaiveAgreementTests.engineInput(input), NaiveAgreementTests.engineInput(moved))
    for (one, other) in zip(
      [a.measures] + (a.halves + a.history).map(\.measures), [b.measures] + (b.halves + b.history).map(\.measures))
    {
      for (id, column) in one {
        #expect(column.value.map(\.bitPattern) == other[id]?.value.map(\.bitPattern))
        #expect(column.sd.map(\.bitPattern) == other[id]?.sd.map(\.bitPattern))
        #expect(column.n == other[id]?.n && column.state == other[id]?.state && column.reason == other[id]?.reason)
      }
    }
  }

  @Test("the order of units moves no result", arguments: UInt64(3000)...3120) func units(seed: UInt64) {
    let input = RandomRows.drawCase(seed: seed)
    var dice = SplitMix64(seed: seed)
    let order = Array(input.units.indices).shuffled(&dice)
    let (a, b) = (sheet(input), sheet(input.reordered(order)))
    for (new, old) in order.enumerated() { compare(a, old, b, new) }
  }

  @Test("the order of siblings and measures moves no result", arguments: UInt64(3000)...3120)
  func siblings(seed: UInt64) {
    let input = RandomRows.drawCase(seed: seed)
    var moved = input
    moved.reverseSiblings()
    let (a, b) = (sheet(input), sheet(moved))
    for unit in input.units.indices { compare(a, unit, b, unit) }
  }

  @Test("scaling all weights of siblings changes nothing", arguments: UInt64(3000)...3120)
  func scale(seed: UInt64) {
    let input = RandomRows.drawCase(seed: seed)
    var moved = input
    // A power of two, so that products round as before.
    moved.change { root in root.scalingWeights(by: 8) }
    let (a, b) = (sheet(input), sheet(moved))
    for unit in input.units.indices { compare(a, unit, b, unit) }
  }

  private func sheet(_ input: NaiveCase) -> ScoreSheet { score(input.scheme, NaiveAgreementTests.engineInput(input)) }

  private func compare(_ a: ScoreSheet, _ one: Int, _ b: ScoreSheet, _ other: Int) {
    let (x, y) = (a.standing[one], b.standing[other])
    #expect(Agreement.isClose(x.score, y.score, tolerance: 1e-9), "\(x.score) and \(y.score)")
    #expect(Agreement.isClose(x.coverage, y.coverage, tolerance: 1e-9))
    #expect(x.rank == y.rank && x.isTied == y.isTied && x.grade == y.grade && x.awaits == y.awaits)
    for column in a.nodes {
      guard let twin = b.node(column.id) else {
        Issue.record("\(column.id) is gone")
        continue
      }
      #expect(Agreement.isClose(column.value[one], twin.value[other], tolerance: 1e-9), "\(column.id)")
      #expect(column.state[one] == twin.state[other], "\(column.id)")
    }
  }
}

extension Array {
  /// Fisher and Yates.
  func shuffled(_ dice: inout SplitMix64) -> [Element] {
    var copy = self
    for index in copy.indices.dropFirst().reversed() { copy.swapAt(index, dice.integer(0, index)) }
    return copy
  }
}

extension WindowRows {
  fileprivate func shuffled(_ dice: inout SplitMix64) -> WindowRows {
    var copy = self
    for id in rows.keys.sorted() { copy.rows[id] = (rows[id] ?? []).shuffled(&dice) }
    for id in denominators.keys.sorted() { copy.denominators[id] = (denominators[id] ?? []).shuffled(&dice) }
    return copy
  }

  /// - Parameter places: by the former index, the new one.
  fileprivate func moved(to places: [Int]) -> WindowRows {
    func moved(_ rows: [MeasureRow]) -> [MeasureRow] {
      rows.map { row in
        var row = row
        row.unit = places[row.unit]
        return row
      }
    }
    var copy = self
    copy.rows = rows.mapValues(moved)
    copy.denominators = denominators.mapValues(moved)
    copy.covered = covered.mapValues { Set($0.map { places[$0] }) }
    copy.rosters = rosters.mapValues { members in
      Dictionary(members.map { (places[$0], $1) }, uniquingKeysWith: { $1 })
    }
    return copy
  }
}

extension NaiveCase {
  /// - Parameter order: the former index of the unit at each new place.
  fileprivate func reordered(_ order: [Int]) -> NaiveCase {
    var places = order
    for (new, old) in order.enumerated() { places[old] = new }
    var copy = self
    copy.units = order.map { units[$0] }
    copy.whole = whole.moved(to: places)
    copy.halves = halves.map { $0.moved(to: places) }
    copy.history = history.map { $0.moved(to: places) }
    copy.titles = titles.map { title in
      var title = title
      title.unit = places[title.unit]
      return title
    }
    copy.frozen = frozen.mapValues { $0.reordered(order) }
    return copy
  }

  fileprivate mutating func change(_ change: (Node) -> Node) {
    scheme.roots = scheme.roots.map(change)
    for period in frozen.keys { frozen[period]?.scheme.roots = scheme.roots }
  }

  fileprivate mutating func reverseSiblings() {
    change { $0.reversingSiblings() }
    scheme.measures.reverse()
    for period in frozen.keys { frozen[period]?.scheme.measures = scheme.measures }
  }
}

extension Node {
  fileprivate func reversingSiblings() -> Node {
    guard case .children(let children, let aggregation) = source else { return self }
    return with { $0.source = .children(children.reversed().map { $0.reversingSiblings() }, of: aggregation) }
  }

  fileprivate func scalingWeights(by factor: Double) -> Node {
    var copy = self
    if case .weight(let weight) = share { copy.share = .weight(weight * factor) }
    if case .children(let children, let aggregation) = source {
      copy.source = .children(children.map { $0.scalingWeights(by: factor) }, of: aggregation)
    }
    return copy
  }
}
