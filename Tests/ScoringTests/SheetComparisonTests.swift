import Schemes
import Testing

@testable import Scoring

/// Two results side by side: whose grade differs, and why. Every number is worked by hand.
@Suite struct SheetComparisonTests {
  /// 整改 out of 60 and 走访 out of 40; A from 80, B from 60.
  private func rules(_ change: (inout Scheme) -> Void = { _ in }) -> Scheme {
    scheme(
      parent("总分", .none, .sum, [leaf("整改", .points(60), proportional(1)), leaf("走访", .points(40), proportional(1))])
    ) {
      $0.addCount("通报")
      $0.effects = [
        effect("通报批评") {
          $0.trigger = when("通报")
          $0.change = Effect.Change(.deduct, measure: "通报", each: 5, atMost: nil)
          $0.capGrade = "B"
        }
      ]
      $0.addRanking("总分")
      $0.addGrades()
      change(&$0)
    }
  }
  /// Totals 60 + 40 = 100 less 5, 48 + 32 = 80, 30 + 20 = 50.
  private let data = input(["整改": column([1, 0.8, 0.5]), "走访": column([1, 0.8, 0.5]), "通报": column([1, 0, 0])])

  private func compared(_ after: Scheme, _ other: ScoringInput? = nil) -> SheetComparison {
    let before = rules()
    return SheetComparison(
      before: .init(scheme: before, sheet: score(before, data)),
      after: .init(scheme: after, sheet: score(after, other ?? data)))
  }

  /// c1 10 of 20, c2 0 of 10: C 10 of 30. Where c2 no longer applies, c1 counts for all: 10 · 30 ÷ 20 = 15.
  @Test func `What re-scaling does when a part of 0 points goes is told`() {
    let rules = scheme(
      parent(
        "总分", .none, .sum,
        [
          parent("C", .points(30), .sum, [leaf("c1", .points(20)), leaf("c2", .points(10))]), leaf("d", .points(70)),
        ])
    ) { $0.addRanking("总分") }
    let (c1, d, c2) = (column([10]), column([70]), column([0]))
    let comparison = SheetComparison(
      before: .init(scheme: rules, sheet: score(rules, input(["c1": c1, "c2": c2, "d": d]))),
      after: .init(
        scheme: rules, sheet: score(rules, input(["c1": c1, "c2": c2.marking([0], as: .notApplicable), "d": d]))))
    #expect(comparison.units[0].reasons.contains(.node("C", before: 10, after: 15)))
  }

  @Test func `No unit, no difference`() {
    let empty = score(rules(), input([:]))
    let comparison = SheetComparison(
      before: .init(scheme: rules(), sheet: empty), after: .init(scheme: rules(), sheet: empty))
    #expect(comparison.units.isEmpty && comparison.changed.isEmpty)
  }

  @Test func `The same scheme over the same data differs in nothing`() {
    let comparison = compared(rules())
    #expect(comparison.units.count == 3)
    #expect(comparison.changed.isEmpty && comparison.units.allSatisfy(\.reasons.isEmpty))
  }

  /// Without the effect the first unit has 100 and A instead of 95 and B.
  @Test func `A veto that is gone is named as the cause`() throws {
    let comparison = compared(rules { $0.effects = [] })
    #expect(comparison.regraded.map(\.before) == [0])
    let unit = try #require(comparison.regraded.first)
    #expect(unit.standingBefore?.grade == "B" && unit.standingAfter?.grade == "A")
    #expect(unit.reasons.contains(.ceiling(before: ["通报批评"], after: [])))
    #expect(unit.reasons.contains(.effect("通报批评", before: -5, after: 0)))
  }

  /// 整改 out of 20 and 走访 out of 80 leave the totals of these units as they are; half of 走访 for the last: 10 + 20 = 30.
  @Test func `Nodes are told by what they bring to the total, the greatest difference first`() throws {
    let other = rules {
      $0.roots = [
        parent("总分", .none, .sum, [leaf("整改", .points(20), proportional(1)), leaf("走访", .points(80), proportional(1))])
      ]
    }
    let comparison = compared(
      other, input(["整改": column([1, 0.8, 0.5]), "走访": column([1, 0.8, 0.25]), "通报": column([1, 0, 0])]))
    #expect(comparison.changed.map(\.after) == [2])
    let nodes = try #require(comparison.changed.first).reasons.filter { if case .node = $0 { true } else { false } }
    #expect(nodes == [.node("整改", before: 30, after: 10)])
  }

  @Test func `A unit of one side only is told, and one that is no longer graded`() throws {
    let other = rules { $0.defaults.coverage = 0.9 }
    let comparison = compared(
      other, input(["整改": column([1, 0.8, 0.5, 1]), "走访": column([1, nil, 0.5, 1]), "通报": column([1, 0, 0, 0])]))
    #expect(comparison.units.count == 4)
    #expect(comparison.units[3].reasons == [.onlyAfter] && comparison.units[3].isRegraded)
    let second = comparison.units[1]
    #expect(second.isRegraded)
    guard case .status(before: .graded, after: .notGraded)? = second.reasons.first else {
      Issue.record("\(second.reasons)")
      return
    }
  }

  /// 满意 (20) and 意见 (20) below 服务 (40), beside 整改 (60). Of the first unit 10 + 20 + 60 = 90.
  private func nested(_ change: (inout Node) -> Void = { _ in }) -> Scheme {
    var service = parent(
      "服务", .points(40), .sum, [leaf("满意", .points(20), proportional(1)), leaf("意见", .points(20), proportional(1))])
    change(&service)
    return scheme(parent("总分", .none, .sum, [service, leaf("整改", .points(60), proportional(1))])) {
      $0.addRanking("总分")
    }
  }
  private let answers = input(["满意": column([0.5, 1]), "意见": column([1, 1]), "整改": column([1, 0.9])])

  private func reasons(_ before: Scheme, _ after: Scheme, _ other: ScoringInput? = nil) -> [[ComparisonReason]] {
    SheetComparison(
      before: .init(scheme: before, sheet: score(before, answers)),
      after: .init(scheme: after, sheet: score(after, other ?? answers))
    ).units.map(\.reasons)
  }

  /// 服务 takes the least of its children instead of their sum: 30 becomes 0.5 · 40 = 20. It is named, not they.
  @Test func `The topmost node whose own rule changed is named`() {
    let found = reasons(nested(), nested { $0.source = .children($0.children, of: .min) })
    #expect(found[0] == [.node("服务", before: 30, after: 20)])
  }

  /// 满意 goes from 10 to 5; 服务 only follows.
  @Test func `A leaf whose number changed is named, not what stands above it`() {
    let found = reasons(
      nested(), nested(), input(["满意": column([0.25, 1]), "意见": column([1, 1]), "整改": column([1, 0.9])]))
    #expect(found[0] == [.node("满意", before: 10, after: 5)])
  }

  /// Without 整改 the 25 of 40 become 62.5 of 100, and the 5 of 满意 12.5: no longer its own points.
  @Test func `What a node brings to the total is told apart from its own value`() {
    let found = reasons(
      nested(), nested(), input(["满意": column([0.25, 1]), "意见": column([1, 1]), "整改": column([nil, 0.9])]))
    #expect(found[0].contains(.node("满意", before: 10, after: 12.5, .total)))
  }

  /// Under a median nothing is brought that adds up: 0.5 and 0.25 of 20 are the node's own 10 and 5.
  @Test func `Where nothing adds up above a node, its own value is told`() {
    func median(_ scheme: Scheme) -> Scheme {
      scheme.adding { $0.roots[0].source = .children($0.roots[0].children, of: .median) }
    }
    let found = reasons(
      median(nested()), median(nested()),
      input(["满意": column([0.25, 1]), "意见": column([1, 1]), "整改": column([1, 0.9])]))
    #expect(found[0].contains { if case .node("满意", _, _, .own) = $0 { true } else { false } }, "\(found[0])")
  }

  /// 50 + 30 become 50 + 20 when 走访 is dropped for 案件: each is told with what it brought, and the total is not.
  @Test func `Indicators that only one side has are told, not what stands above them`() {
    func rules(_ second: String) -> Scheme {
      scheme(
        parent(
          "总分", .none, .sum, [leaf("整改", .points(60), proportional(1)), leaf(second, .points(40), proportional(1))])
      ) {
        $0.addRanking("总分")
      }
    }
    let data = input(["整改": column([0.5, 0.5]), "走访": column([0.75, 0.25]), "案件": column([0.5, nil])])
    let found = SheetComparison(
      before: .init(scheme: rules("走访"), sheet: score(rules("走访"), data)),
      after: .init(scheme: rules("案件"), sheet: score(rules("案件"), data))
    ).units.map(\.reasons)
    #expect(found[0] == [.dropped("走访", points: 30), .added("案件", points: 20)])
    // 案件 is missing: 走访 is told, and 整改 is only re-scaled.
    #expect(found[1] == [.dropped("走访", points: 10)])
  }

  /// 意见 is dropped below 服务, which is still worth 40: 满意 alone is scaled from 10 to 20.
  @Test func `An indicator that is dropped below a node is told there`() {
    let found = reasons(nested(), nested { $0.source = .children(Array($0.children.prefix(1)), of: .sum) })
    #expect(found[0] == [.dropped("意见", points: 20)])
  }

  /// 90 and 94 become 90 and 34: the first unit's own score is what it was.
  @Test func `Who only moved because of others is told who passed whom`() {
    let found = reasons(
      nested(), nested(), input(["满意": column([0.5, 1]), "意见": column([1, 1]), "整改": column([1, -0.1])]))
    #expect(found[0] == [.rivals(passedBy: [], passed: ["D1"])])
    let back = SheetComparison(
      before: .init(
        scheme: nested(),
        sheet: score(
          nested(), input(["满意": column([0.5, 1]), "意见": column([1, 1]), "整改": column([1, 0])]))),
      after: .init(scheme: nested(), sheet: score(nested(), answers)))
    #expect(back.units[0].reasons == [.rivals(passedBy: ["D1"], passed: [])])
  }
}
