import Findings
import Testing

@testable import Schemes

@Suite struct OutcomeSentenceTests {
  private func quota(_ size: Quota.Size, _ change: (inout Quota) -> Void = { _ in }) -> Quota {
    var quota = Quota(size: size, place: .file("s"))
    change(&quota)
    return quota
  }

  @Test func `A quota is told whole`() {
    let full = quota(.share(0.3)) {
      $0.min = 1
      $0.per = .peers
      $0.onlyNew = true
    }
    #expect(full.sentence(in: .chinese) == "每组不超过30%，向下取整，至少1个；并列全进或全不进；已有称号的不占名额")
    #expect(
      full.sentence(in: .english)
        == "at most 30% of each group, rounded down, at least 1; of a tie all or none; who holds the title takes no place"
    )
    let places = quota(.places(5)) {
      $0.per = .column("支部")
      $0.tied = .share
      $0.isPerYear = true
    }
    #expect(places.sentence(in: .chinese) == "按“支部”每组不超过5个；并列的另行议定；当年已授予的占名额")
    #expect(
      places.sentence(in: .english)
        == "at most 5 of each “支部”; a tie is for the committee; titles given in the year take places")
    let half = quota(.share(0.125)) {
      $0.round = .half
      $0.tied = .extend
    }
    #expect(half.sentence(in: .chinese) == "全部单位不超过12.5%，四舍五入；并列全进")
    #expect(half.sentence(in: .english) == "at most 12.5% of all units, rounded half up; a tie goes in whole")
    #expect(quota(.share(0.3)) { $0.isLifted = true }.sentence(in: .chinese) == "不限")
  }

  @Test func `A grade tells every condition, of one year or of all`() {
    let band = GradeBand(
      grade: "达标", atLeast: .byYear([2026: 92, 2025: 90]), eachChildShare: 0.8, nodeFloors: ["走访": 16, "整改": 12.5],
      percentileAtLeast: 0.9, quota: quota(.places(3)))
    #expect(
      band.sentence(in: .chinese)
        == "达标：总分不低于2025年90分、2026年92分，各项得分率均不低于80%，“整改”不低于12.5分，“走访”不低于16分，得分高于至少90%的其他单位，名额全部单位不超过3个；并列全进或全不进"
    )
    #expect(band.sentence(in: .chinese, year: 2026).hasPrefix("达标：总分不低于2026年92分，"))
    #expect(band.sentence(in: .chinese, year: 2027).hasPrefix("达标：总分不低于2025年90分、2026年92分，"))
    #expect(
      band.sentence(in: .english, year: 2025)
        == "达标: at least 90 points in 2025, every part at 80% of its points or more, “整改” at least 12.5, “走访” at least 16, "
        + "above at least 90% of the other units, places: at most 3 of all units; of a tie all or none")
    #expect(GradeBand(grade: "合格", atLeast: .constant(60)).sentence(in: .chinese, year: 2025) == "合格：总分不低于60分")
    #expect(GradeBand(grade: "其他").sentence(in: .chinese) == "其他：其余")
  }

  @Test func `Clusters, titles, peers, adjustments and halves`() {
    let clusters = ClusterGrading(
      node: "综合", per: "组数", k: 3, strictRadius: 1, names: ["下", "中", "上"], place: .file("s"))
    #expect(
      clusters.sentence(in: .chinese) == "按“综合”的得分以k均值法分为3类，“组数”相同的单位一起分，离中心超过1的单位不移动中心；从高到低：上、中、下")
    #expect(
      clusters.sentence(in: .english)
        == "3 clusters of “综合” by k-means among units with the same “组数”; points farther than 1 from a centre do not "
        + "move it; from the highest: 上, 中, 下")
    var grading = Grading(bands: [], clusters: clusters, onlyYear: false, place: .file("s"))
    #expect(grading.sentences(in: .chinese).count == 1)
    grading = Grading(bands: [GradeBand(grade: "甲"), GradeBand(grade: "乙")], onlyYear: false, place: .file("s"))
    #expect(grading.sentences(in: .english) == ["甲: everyone else", "乙: everyone else"])
    let titles = Titles(table: "称号", currentAt: .periodStart, place: .file("s"))
    #expect(titles.sentence(in: .chinese) == "期初在“称号”中登记有称号的，为已有称号")
    #expect(Scheme.UnitSelection.Peers.column("科系").sentence(in: .chinese) == "按单位名册的“科系”分组")
    #expect(Scheme.UnitSelection.Peers.fact("组数").sentence(in: .english) == "groups by “组数”")
    var effect = Effect(id: "议定", place: .file("s"))
    effect.adjust = .init(role: "领导小组", atMost: 3, needsReason: true)
    #expect(effect.sentence(in: .chinese) == "议定：由“领导小组”决定加分或扣分，合计不超过3分，须写明理由。")
    #expect(
      effect.sentence(in: .english)
        == "议定: points added or deducted by decisions of “领导小组”, together at most 3, with a reason.")
    var halves = YearCombination(h1: 0.4, h2: 0.6, oneMissing: .notGraded, place: .file("s"))
    #expect(halves.sentence(in: .chinese) == "全年由上半年40%、下半年60%合成，缺少一个半年的不予评定")
    halves.mode = .best
    #expect(
      halves.sentence(in: .english)
        == "the year is its half with the higher score; a unit without one half is not graded")
  }
}
