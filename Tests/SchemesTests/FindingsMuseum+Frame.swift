import Findings
import Testing

@testable import Schemes

/// Rows with parents that cannot become a tree: `id<parent`, and `*` after those that are leaves.
struct FrameExhibit: CustomTestStringConvertible, Sendable {
  let code: String
  let rows: [String]
  var of = "{}"
  var nodes = "{}"
  var testDescription: String { code }

  func findings() -> FindingLog {
    let log = FindingLog()
    let scheme =
      schemeHead + """
        nodes:
          id: 综合
          of: mean
          leaves: {from: 框架, id: id, parent: 上级, where: "级 = 1", of: \(of), nodes: \(nodes), measure: {column_of: 宽表}}
        """
    #expect(readScheme(scheme, log: log)?.expanding(from: ["框架": frameRows(rows)], log: log) == nil)
    return log
  }
}

/// `a<b` is the row a with the parent b; a `*` makes it a leaf.
func frameRows(_ rows: [String]) -> [[String: SchemeCell]] {
  rows.map { row in
    let parts = row.filter { $0 != "*" }.split(separator: "<", omittingEmptySubsequences: false).map(String.init)
    let parent = parts.count > 1 ? parts[1] : ""
    return [
      "id": .text(parts[0]), "上级": parent.isEmpty ? .empty : .text(parent), "级": .number(row.contains("*") ? 1 : 2),
    ]
  }
}

let frameExhibits: [FrameExhibit] = [
  .init(code: "leaves-none", rows: ["全", "a<全"]),
  .init(code: "leaves-parent-unknown", rows: ["全", "甲<全", "a<甲*", "b<乙*"]),
  .init(code: "leaves-parent-empty", rows: ["全", "a<全*", "b*"]),
  .init(code: "leaves-several-tops", rows: ["全", "总", "a<全*", "b<总*"]),
  .init(code: "leaves-parent-cycle", rows: ["甲<乙", "乙<甲", "a<甲*"]),
  .init(code: "leaves-leaf-above", rows: ["全", "甲<全*", "a<甲*"]),
  .init(code: "leaves-too-deep", rows: ["0"] + (1...60).map { "\($0)<\($0 - 1)" + ($0 == 60 ? "*" : "") }),
  .init(code: "leaves-of-unknown", rows: ["全", "甲<全", "a<甲*"], of: "{乙: geometric}"),
  .init(code: "leaves-of-unknown", rows: ["全", "甲<全", "a<甲*"], nodes: "{乙: {coverage: 0.5}}"),
]
