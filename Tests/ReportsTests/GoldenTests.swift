import Charts
import Findings
import Foundation
import Testing

@testable import Reports

/// The whole documents of one small notebook that has everything in it.
@Suite struct GoldenTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()

  private func document() throws -> Document {
    let text = try String(contentsOf: Self.folder.appendingPathComponent("Golden/sample-notebook.md"), encoding: .utf8)
    var source = FakeSource(values: [
      "period": "2026年上半年", "graded": "3", "名称": "<b>骨科</b>|*一*",
    ])
    source.sentences = ["leaders": ["内科系肾病内科得分最高，92.60分。", "<外科>系无人达标。"]]
    source.tables = [
      "scores": DataTable([
        DataColumn("name", label: "科室", texts: ["肾病内科", "骨科|一", "<script>角膜病区</script>", "老年医学科"]),
        DataColumn("score", label: "得分（分）", numbers: [92.6, 88.125, 71, .nan], digits: 2),
        DataColumn("coverage", label: "覆盖率", numbers: [1, 0.95, 0.875, 0.5]),
        DataColumn("grade", label: "等级", texts: ["达标", "优秀", "合格", nil]),
        DataColumn("reason", label: "原因", texts: ["", "", "", "覆盖率50%，低于80%"]),
      ]),
      "rejects": DataTable([DataColumn("file", label: "文件", texts: []), DataColumn("rows", label: "行", numbers: [])]),
    ]
    source.figures = ["charts/ranking.yaml": [.marked(1, facet: "内科系", alt: "[内科系] 得分"), .marked(2, facet: "外科系")]]
    let log = FindingLog()
    let book = try #require(Notebook.read(text, name: "sample-notebook.md", log: log))
    let document = book.document(from: source, log: log)
    #expect(places(log) == ["notebook-stars 10:1", "notebook-raw-html 14:2", "notebook-value-unknown 12:3"])
    return document
  }

  @Test func markdown() throws { try compare(document().markdown(name: "sample"), with: "sample.md") }

  /// Without the style sheet, which is looked at and not read.
  @Test func html() throws {
    let page = try document().html()
    let plain = page.replacingOccurrences(of: Stylesheet.text, with: "…").replacingOccurrences(
      of: Stylesheet.digest, with: "…")
    try compare(plain, with: "sample.html")
  }

  /// A missing golden is written and the test does not pass; a differing text is left beside it.
  private func compare(_ text: String, with name: String) throws {
    let golden = Self.folder.appendingPathComponent("Golden/\(name)")
    let parts = name.split(separator: ".")
    let changed = Self.folder.appendingPathComponent("Golden/\(parts[0])-changed.\(parts[1])")
    if ProcessInfo.processInfo.environment["QINGHENG_RECORD"] == "1" {
      try text.write(to: golden, atomically: true, encoding: .utf8)
      return
    }
    guard let expected = try? String(contentsOf: golden, encoding: .utf8) else {
      try text.write(to: golden, atomically: true, encoding: .utf8)
      Issue.record("There was no \(name); it is written now. Read it before you commit it.")
      return
    }
    if text == expected {
      try? FileManager.default.removeItem(at: changed)
    } else {
      try text.write(to: changed, atomically: true, encoding: .utf8)
      Issue.record("\(name) differs; see \(changed.lastPathComponent).")
    }
  }
}
