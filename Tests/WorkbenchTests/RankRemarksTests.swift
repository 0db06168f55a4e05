import Findings
import Testing

@testable import Workbench

/// What `rank` says beside the outcome: whom the tie-break alone put before whom, and which differences want a reason.
@Suite struct RankRemarksTests {
  private static let scheme = """
    scheme: a
    title: 样例
    version: "1"
    units: {kind: 科室}
    decisions: 决定
    measures:
      党建分: {table: 记录, where: "coalesce(标题, '') = '党建'", value: 得分, take: sum, range: [0, 10]}
      系统分: {table: 记录, where: "coalesce(标题, '') = '系统'", value: 得分, take: sum, range: [0, 10]}
      人工分: {table: 记录, where: "coalesce(标题, '') = '人工'", value: 得分, take: sum, range: [0, 10]}
    nodes:
      - id: 总分
        of: sum
        points: 20
        children:
          - {id: 党建, points: 10, measure: 党建分, steps: [{times: 1}]}
          - id: 作风
            points: 10
            hands: {系统: {measure: 系统分, steps: [{times: 1}]}, 人工: {measure: 人工分, steps: [{times: 1}]}}
            prevail: [系统, 人工]
            difference: {over: 2, reason: required}
    rank: {node: 总分, basis: displayed, tie_break: [党建]}

    """

  /// 6 + 4 and 4 + 6: both have 10, and 党建 decides. In 内科 the hands are 3 apart, in 外科 1.
  @Test func tiesAndReasons() throws {
    let workspace = try LoadingWorkspace()
    try workspace.write("datasets/s/schemes/a.yaml", Self.scheme)
    try workspace.bring(
      "记录",
      [
        "A,2025-03-01,,党建,,6", "A,2025-03-01,,系统,,4", "A,2025-03-01,,人工,,7", "B,2025-03-01,,党建,,4",
        "B,2025-03-01,,系统,,6", "B,2025-03-01,,人工,,7",
      ])
    func remarks(_ language: Language) throws -> [String] {
      let run = try workspace.scored()
      return Array(RankRemarks(run: run, language: language).all().prefix(2))
    }
    #expect(try remarks(.chinese) == ["与外科同分，按“党建”在先；“作风”各方评分相差过大，理由尚未写明", "与内科同分，按“党建”在后"])
    #expect(
      try remarks(.english) == [
        "same score as 外科, ahead by “党建”; hands far apart on “作风”, reason not written",
        "same score as 内科, behind by “党建”",
      ])
    let run = try workspace.scored()
    let table = RunTables(run, language: .chinese, minimumCell: 5).ranking()
    guard case .texts(let notes)? = table.columns.last?.values else { throw LoadingTrouble(codes: ["no notes"]) }
    #expect(notes.first == "与外科同分，按“党建”在先；“作风”各方评分相差过大，理由尚未写明")

    try workspace.bring("决定", ["2025H1,作风,A,,现场查看所见,领导小组,2025-07-01"])
    #expect(try remarks(.chinese).first == "与外科同分，按“党建”在先")
  }
}
