import Register
import Schemes
import Testing

@testable import Scoring

@Suite struct GradeTests {
  private let tree = parent("总分", .none, .sum, [leaf("a", .points(60)), leaf("b", .points(40))])

  private func graded(
    _ band: GradeBand, _ a: [Double?], _ b: [Double?], period: Period = firstHalf, ranked: Bool = true,
    _ change: (inout Scheme) -> Void = { _ in }
  ) -> ScoreSheet {
    let tested = scheme(tree) {
      if ranked { $0.addRanking("总分") }
      $0.addGrades([band, GradeBand(grade: "其他")])
      change(&$0)
    }
    return score(tested, input(["a": column(a), "b": column(b)], period: period))
  }
  private func first(_ sheet: ScoreSheet, _ unit: Int = 0) -> GradeAttempt.Outcome? {
    sheet.standing[unit].attempts.first?.outcome
  }

  @Test func cutOffsByYear() {
    let band = GradeBand(grade: "优", atLeast: .byYear([2025: 90, 2026: 92]))
    #expect(graded(band, [55], [36]).standing[0].grade == "优")
    let next = graded(band, [55], [36], period: period("2026H1"))
    #expect(first(next) == .below(needed: 92, found: 91))
    let unwritten = graded(band, [55], [36], period: period("2027"))
    #expect(first(unwritten) == .noCutOff(year: 2027) && unwritten.standing[0].grade == "其他")
    #expect(unwritten.findings == [.cutOffMissing(nowhere, grade: "优", year: 2027)])
  }

  /// The first condition that fails is told, in points: 80 % of 40 are 32.
  @Test func eachChildShareTellsPoints() {
    let band = GradeBand(grade: "优", atLeast: .constant(80), eachChildShare: 0.8)
    let sheet = graded(band, [60, 60, 40, 60], [31.9, 32, 40, nil])
    #expect(first(sheet) == .childBelow(node: "b", needed: 32, found: 31.9))
    #expect(first(sheet, 1) == .granted)
    #expect(first(sheet, 2) == .childBelow(node: "a", needed: 48, found: 40))
    // Missing is missing, and equal to itself.
    #expect(first(sheet, 3) == .childBelow(node: "b", needed: 32, found: .nan))
  }

  /// Displayed: 15.996 prints as 16.00. Missing is not met; what does not apply asks nothing.
  @Test func floorsOfNodes() {
    let band = GradeBand(grade: "优", nodeFloors: ["b": 16, "总分": 50])
    let tested = scheme(tree) {
      $0.addRanking("总分")
      $0.addGrades([band, GradeBand(grade: "其他")])
    }
    let b = column([15.996, 15.99, nil, nil, 40]).marking([3], as: .notApplicable)
    let sheet = score(tested, input(["a": column([60, 60, 60, 60, 5]), "b": b]))
    #expect(sheet.standing.map(\.grade) == ["优", "其他", "其他", "优", "其他"])
    #expect(first(sheet, 1) == .childBelow(node: "b", needed: 16, found: 15.99))
    #expect(first(sheet, 4) == .childBelow(node: "总分", needed: 50, found: 45))
    #expect(graded(GradeBand(grade: "优", nodeFloors: ["无": 1]), [60], [40]).standing[0].grade == "其他")
  }

  /// Five units, two of them tied at the top: percentiles 0.75, 0.75, 0.5, 0.25, 0.
  @Test func percentiles() {
    let band = GradeBand(grade: "优", percentileAtLeast: 0.5)
    let sheet = graded(band, [50, 50, 40, 30, 20], [0, 0, 0, 0, 0])
    #expect(sheet.standing.map(\.grade) == ["优", "优", "优", "其他", "其他"])
    #expect(first(sheet, 3) == .percentileBelow(needed: 0.5, found: 0.25))
    // Alone there is nothing to compare with, and without ranks no order.
    guard case .percentileBelow(0.5, let found)? = first(graded(band, [50], [0])) else {
      Issue.record("no percentile")
      return
    }
    #expect(found.isNaN)
    #expect(first(graded(band, [50], [0], ranked: false)) == .noRanks)
  }

  @Test func percentilesArePerRankingGroup() {
    let tested = scheme(leaf("总分", .points(100))) {
      $0.addRanking("总分") { $0.per = .peers }
      $0.addGrades([GradeBand(grade: "优", percentileAtLeast: 1), GradeBand(grade: "其他")])
    }
    let sheet = score(tested, input(["总分": column([90, 80, 70, 60])], peers: ["内", "内", "外", "外"]))
    #expect(sheet.standing.map(\.grade) == ["优", "其他", "优", "其他"])
  }

  // MARK: Clusters

  private func clustered(_ values: [Double?], k: Int = 3, _ change: (inout Scheme) -> Void = { _ in }) -> ScoreSheet {
    let tested = scheme(leaf("总分", .weight(1))) {
      $0.addRanking("总分")
      $0.grading = Grading(
        bands: [],
        clusters: ClusterGrading(
          node: "总分", per: nil, k: k, strictRadius: nil, names: (1...k).map { "\($0)" }, place: nowhere),
        onlyYear: false, place: nowhere)
      change(&$0)
    }
    return score(tested, input(["总分": column(values), "组": column(values.map { ($0 ?? 0) < 100 ? 1 : 2 })]))
  }

  @Test func G6_clusters() {
    let sheet = clustered([5, 1, 9, nil, 1.1, 5.1, 9.1])
    #expect(sheet.standing.map(\.grade) == ["2", "1", "3", nil, "1", "2", "3"])
    #expect(clustered([]).standing.isEmpty)
    #expect(clustered([4, 4, 4]).standing.map(\.grade) == ["1", "1", "1"])
    let few = clustered([4, 9])
    #expect(few.findings == [.clustersTooFew(nowhere, group: "", units: 2, clusters: 3)])
  }

  /// Two groups by a count: each has its own best.
  @Test func G6_perFact() {
    let sheet = clustered([1, 2, 3, 101, 102, 103]) {
      $0.addFact("数", .count([.measure("组", Comparison(.atLeast, 1)), .measure("组", Comparison(.atLeast, 2))]))
      $0.grading?.clusters?.per = "数"
    }
    #expect(sheet.standing.map(\.grade) == ["1", "2", "3", "1", "2", "3"])
  }

  @Test func G6_aCeilingTakesTheGradeDown() {
    let sheet = clustered([1, 5, 9]) {
      $0.effects = [effect("封顶") { $0.capGrade = "2" }]
    }
    #expect(sheet.standing.map(\.grade) == ["1", "2", "2"])
    #expect(
      sheet.standing[2].attempts == [
        GradeAttempt(grade: "3", outcome: .capped(effects: ["封顶"])), GradeAttempt(grade: "2", outcome: .granted),
      ])
  }

  /// Peers that a fact counts: they rank, standardise and compete among themselves.
  @Test func computedPeers() {
    let tested = scheme(leaf("总分", .weight(1), zScore(over: .peers))) {
      $0.addRanking("总分") { $0.per = .peers }
      $0.units.peers = .fact("数")
      $0.addFact("数", .count([.measure("组", Comparison(.atLeast, 1)), .measure("组", Comparison(.atLeast, 2))]))
    }
    let sheet = score(
      tested, input(["总分": column([1, 2, 3, 10, 30]), "组": column([1, 1, 1, 2, 2])]))
    #expect(sheet.units.map(\.peers) == ["1", "1", "1", "2", "2"])
    var named = tested
    named.units.peerNames = ["2": "两项齐全"]
    let again = score(named, input(["总分": column([1, 2, 3, 10, 30]), "组": column([1, 1, 1, 2, 2])]))
    #expect(again.units.map(\.peers) == ["1", "1", "1", "两项齐全", "两项齐全"])
    #expect(sheet.standing.map(\.rank) == [3, 2, 1, 2, 1])
    #expect(near(sheet.node("总分")?.value, [-1, 0, 1, -0.5.squareRoot(), 0.5.squareRoot()]))
  }
}
