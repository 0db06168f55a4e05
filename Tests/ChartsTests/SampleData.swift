import Documents
import Findings
import Foundation

@testable import Charts

/// Widths that no installed font decides: a Chinese character is as wide as its size, others 0.55 of it.
struct FixedTextMetrics: TextMetrics {
  func width(of text: String, size: Double, weight: FontWeight) -> Double {
    text.unicodeScalars.reduce(0) { $0 + ($1.value >= 0x2E80 ? size : size * 0.55) }
  }
}

/// Where the repository and its test files lie.
enum TestPlace {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
  static let repository = folder.deletingLastPathComponent().deletingLastPathComponent()
}

func spec(_ yaml: String, log: FindingLog = FindingLog()) -> ChartSpec? {
  YAMLFile.parse(yaml, name: "charts/test.yaml", log: log).flatMap {
    ChartSpec.read($0, name: "charts/test.yaml", log: log)
  }
}

/// A specification that the repository ships.
func shippedSpec(_ name: String, log: FindingLog) -> ChartSpec? {
  let path = TestPlace.repository.appendingPathComponent("charts/\(name).yaml").path
  return YAMLFile.read(path, name: "charts/\(name).yaml", log: log).flatMap {
    ChartSpec.read($0, name: "charts/\(name).yaml", log: log)
  }
}

/// Departments with invented results: ordinary ones, a vetoed one, one without a grade.
enum Departments {
  static let names = [
    "心血管内科", "内分泌科", "消化内科", "神经内科", "肾病内科", "血液科", "呼吸与危重症医学科", "风湿免疫科", "老年医学科", "感染科", "康复医学科",
    "中医科", "肿瘤科", "全科医学科", "皮肤科", "精神心理科",
  ]
  static let scores = [
    94.62, 93.87, 93.41, 92.95, 92.6, 91.72, 91.55, 90.38, 89.94, 89.2, 88.05, 87.71, 86.96, 84.3, 83.12, 58.4,
  ]

  static let values = [
    "scheme": "清廉科室", "minimum_cell": "5", "finding": "内科系：前四名达标，第1–8名之间无实质差别", "period": "2026年上半年", "n_units": "16",
    "approval": "默认方案（自拟）v2025.1，未经本院审定。",
  ]

  static let cutoffs = [
    Cutoff(value: 60, label: "基本合格"), Cutoff(value: 70, label: "合格"), Cutoff(value: 85, label: "优秀"),
    Cutoff(value: 90, label: "达标"),
  ]

  static func ranking() -> DataTable {
    var grades: [String?] = scores.map { $0 >= 92.9 ? "达标" : $0 >= 85 ? "优秀" : $0 >= 70 ? "合格" : "不合格" }
    var status = [String?](repeating: nil, count: names.count)
    var shown = scores
    grades[0] = "不合格"
    status[0] = "否决：红包回扣查实（已认定）"
    grades[11] = "不予评定"
    status[11] = "不予评定：证据覆盖率71%，低于80%"
    shown[11] = .nan
    var lows = shown.map { $0 - 1.2 }
    lows[8] = .nan
    return DataTable([
      DataColumn("unit", texts: names.indices.map { "D\(100 + $0)" }), DataColumn("name", texts: names),
      DataColumn("peers", texts: names.indices.map { $0 < 12 ? "内科系" : "医技系" }),
      DataColumn("score", numbers: shown), DataColumn("lo", numbers: lows),
      DataColumn("hi", numbers: shown.map { $0 + 1.2 }), DataColumn("grade", texts: grades),
      DataColumn("n", numbers: names.indices.map { Double(16 + $0 * 7) }),
      DataColumn("rank", texts: names.indices.map { "\($0 + 1)–\($0 + 5)" }), DataColumn("status", texts: status),
    ])
  }

  static func dimensions() -> DataTable {
    let kinds = ["党风清正（25分）", "院风清朗（25分）", "医风清新（30分）", "行风清明（20分）"]
    var table: [(unit: Int, kind: Int)] = []
    for unit in names.indices { for kind in kinds.indices { table.append((unit, kind)) } }
    var shares = table.map { scores[$0.unit] / 100 + Double(($0.unit * 5 + $0.kind * 7) % 11 - 5) / 80 }
    shares[11 * 4 + 2] = .nan
    var reasons = [String?](repeating: nil, count: table.count)
    reasons[11 * 4 + 2] = "样本不足"
    return DataTable([
      DataColumn("unit", texts: table.map { "D\(100 + $0.unit)" }),
      DataColumn("name", texts: table.map { names[$0.unit] }),
      DataColumn("peers", texts: table.map { _ in "内科系" }),
      DataColumn("dimension", texts: table.map { kinds[$0.kind] }),
      DataColumn("share", numbers: shares.map { $0 > 1 ? 1 : $0 }), DataColumn("reason", texts: reasons),
      DataColumn("total", numbers: table.map { scores[$0.unit] }),
    ])
  }
}
