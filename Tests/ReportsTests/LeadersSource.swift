import Charts
import Foundation

@testable import Reports

extension FakeSource {
  /// Answers to every question of the leaders' notebook, for a hospital of invented names.
  static func leaders(figure: ReportFigure, count: Int = 43) -> FakeSource {
    let groups = ["内科系", "外科系", "妇儿急重", "医技"]
    let names = (0..<count).map { "\(["心血管内科", "呼吸与危重症医学科", "骨科", "直肠外科", "角膜病区", "复健科"][$0 % 6])\($0 + 1)" }
    let peers = (0..<count).map { groups[$0 * 4 / max(count, 1)] }
    let scores = (0..<count).map { $0 == 7 ? .nan : 97 - Double($0) * 0.87 }
    let grades: [String?] = scores.map { $0.isNaN ? "不予评定" : $0 >= 90 ? "达标" : $0 >= 85 ? "优秀" : "合格" }
    let missing: [Double] = .init(repeating: .nan, count: count)
    var source = FakeSource()
    source.values = [
      "period": "2026年上半年", "period_kind": "半年", "previous_period": "2025年下半年", "units": "\(count)",
      "graded": "\(count - 1)",
      "not_graded": "1", "grades": "达标：不低于90分；优秀：不低于85分", "deferred": "0", "vetoed": "1",
    ]
    source.sentences = [
      "leaders": ["内科系心血管内科1得分最高，97.00分（区间95.80至98.20，问卷55份），达标。", "外科系直肠外科12得分最高，87.43分，优秀。"],
      "changes": ["25个科室得分上升，18个下降，其中差异超出误差区间的3个。"],
      "below": ["有9个科室未达标，其中党风清正一项未到80%的4个。"], "missing": ["1个科室不予评定；6个科室职工问卷不足10份，该项未计。"],
    ]
    source.tables = [
      "scores": DataTable([
        DataColumn("unit", texts: (0..<count).map { "D\($0)" }), DataColumn("name", label: "科室", texts: names),
        DataColumn("peers", label: "组别", texts: peers),
        DataColumn("score", label: "得分（分）", numbers: scores, digits: 2),
        DataColumn("lo", label: "下限", numbers: scores.map { $0 - 1.2 }, digits: 2),
        DataColumn("hi", label: "上限", numbers: scores.map { $0 + 1.2 }, digits: 2),
        DataColumn("grade", label: "等级", texts: grades),
        DataColumn("n", label: "问卷（份）", numbers: (0..<count).map { Double(35 + $0) }, digits: 0),
        DataColumn("rank", label: "名次", numbers: scores.enumerated().map { $1.isNaN ? .nan : Double($0 + 1) }),
        DataColumn("note", label: "说明", texts: (0..<count).map { $0 == 2 ? "一票否决：追责问责（认定）" : "" }),
      ]),
      "compare": DataTable([
        DataColumn("name", label: "科室", texts: names), DataColumn("peers", label: "组别", texts: peers),
        DataColumn("before", label: "上期（分）", numbers: scores.map { $0 - 0.5 }, digits: 2),
        DataColumn("after", label: "本期（分）", numbers: scores, digits: 2),
        DataColumn("change", label: "差", numbers: (0..<count).map { Double($0 % 11) - 5.125 }, digits: 2),
        DataColumn("rank_before", label: "上期名次", numbers: missing),
        DataColumn("rank_after", label: "本期名次", numbers: missing),
        DataColumn("grade", label: "等级", texts: grades),
      ]),
      "below": DataTable([
        DataColumn("name", label: "科室", texts: Array(names.suffix(3))),
        DataColumn("peers", label: "组别", texts: Array(peers.suffix(3))),
        DataColumn("score", label: "得分（分）", numbers: Array(scores.suffix(3)), digits: 2),
        DataColumn("grade", label: "等级", texts: Array(grades.suffix(3))),
        DataColumn("line", label: "未到的线", texts: Array(repeating: "达标 90分", count: min(3, count))),
        DataColumn(
          "reason", label: "原因",
          texts: Array(repeating: "总分差4.10分；党风清正19.20分（满分25），未到80%；按期销号13项中的9项（69.2%），超期30天以上1项", count: min(3, count))),
      ]),
      "not_graded": DataTable([
        DataColumn("name", label: "科室", texts: ["老年医学科"]), DataColumn("peers", label: "组别", texts: ["内科系"]),
        DataColumn("coverage", label: "依据覆盖率", numbers: [0.62]),
        DataColumn("missing", label: "所缺依据", texts: ["走访评分、职工问卷、日常评定"]),
      ]),
      "rejects": DataTable([
        DataColumn("table", label: "数据表", texts: []), DataColumn("file", label: "文件", texts: []),
        DataColumn("rows", label: "行数", numbers: []), DataColumn("rejected", label: "退回行数", numbers: []),
        DataColumn("reasons", label: "原因", texts: []),
      ]),
    ]
    source.figures = [
      "charts/ranking.yaml": groups.map { facet in
        ReportFigure(
          png: figure.png, alt: "\(facet)各科室得分", facet: facet, widthPx: figure.widthPx, heightPx: figure.heightPx)
      },
      "charts/dimensions.yaml": [figure],
    ]
    return source
  }
}
