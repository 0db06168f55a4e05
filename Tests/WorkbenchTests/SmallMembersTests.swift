import Scoring
import Testing

@testable import Workbench

/// A group may not tell, by subtraction, the few answers about a member that are hidden.
@Suite struct SmallMembersTests {
  /// Answers about the members of one group, by member; the value is the member's letter as a number.
  private func left(_ counts: [(String, Int)], under cell: Int = 5) -> [Int] {
    var members = SmallMembers()
    for (place, (member, count)) in counts.enumerated() {
      for row in 0..<count {
        members.add(
          MeasureRow(
            unit: 0, from: 20_250_101, to: 20_250_630, value: Double(place),
            source: RowReference(batch: place, row: row)),
          of: member, on: 20_250_630)
      }
    }
    let rows = members.left(under: cell)
    return counts.indices.map { place in rows.count { $0.value == Double(place) } }
  }

  /// 20 + 30 + 3: the group's 53 less the 50 that are shown would be the 3.
  @Test func theOneSmallMemberIsLeftOut() {
    #expect(left([("a", 20), ("b", 30), ("c", 3)]) == [20, 30, 0])
    #expect(left([("a", 20), ("b", 2), ("c", 2)]) == [20, 0, 0], "4 together")
  }

  /// 200 answers in two halves and 3 in another: what two years have more than the halves shown would be the 3.
  @Test func aSmallHalfIsLeftOutOfTheYears() {
    var halves = SmallMembers()
    for (day, count) in [(20_240_630, 120), (20_241_231, 3), (20_250_630, 80)] {
      for row in 0..<count {
        halves.add(
          MeasureRow(unit: 0, from: day, to: day, value: 1, source: RowReference(batch: day, row: row)), of: "a",
          on: day)
      }
    }
    #expect(halves.left(under: 5).count == 200)
  }

  /// 3 + 4 = 7 hidden together are no small cell; nor is there anything to hide where none is small.
  @Test func whoAreEnoughTogetherCount() {
    #expect(left([("a", 20), ("b", 3), ("c", 4)]) == [20, 3, 4])
    #expect(left([("a", 5), ("b", 6)]) == [5, 6])
    #expect(left([("a", 2)]) == [2], "the minimum cell hides it")
  }
}
