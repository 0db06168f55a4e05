import Findings
import Testing

@testable import Schemes

/// Rows that cannot become leaves.
struct LeavesExhibit: CustomTestStringConvertible, Sendable {
  let code: String
  let frame: [[String: SchemeCell]]?
  let groups: [[String: SchemeCell]]
  var testDescription: String { code }

  static let scheme =
    schemeHead + """
      nodes:
        id: 综合
        of: mean
        leaves: {from: 框架, id: id, measure: {column_of: 宽表}, steps: [{times: row.sign}, {goalposts: {bounds: [0, row.top]}}],
                 group: 组, groups: {from: 组表, weight: w, of: mean}}
      """

  func findings() -> FindingLog {
    let log = FindingLog()
    var tables = ["组表": groups]
    tables["框架"] = frame
    #expect(readScheme(Self.scheme, log: log)?.expanding(from: tables, log: log) == nil || !log.hasProblems)
    return log
  }
}

private let goodRow: [String: SchemeCell] = ["id": .text("a"), "组": .text("g"), "sign": .number(-1), "top": .number(9)]
private let goodGroup: [String: SchemeCell] = ["组": .text("g"), "w": .number(0.5)]
private func row(_ changes: [String: SchemeCell]) -> [String: SchemeCell] {
  goodRow.merging(changes) { $1 }
}

let leavesExhibits: [LeavesExhibit] = [
  .init(code: "leaves-table-absent", frame: nil, groups: [goodGroup]),
  .init(code: "leaves-table-empty", frame: [], groups: [goodGroup]),
  .init(
    code: "leaves-column-missing", frame: [goodRow.filter { $0.key != "sign" }], groups: [goodGroup]),
  .init(code: "leaves-id-empty", frame: [goodRow, row(["id": .empty])], groups: [goodGroup]),
  .init(code: "leaves-id-duplicate", frame: [goodRow, goodRow], groups: [goodGroup]),
  .init(code: "leaves-not-number", frame: [row(["top": .text("九")])], groups: [goodGroup]),
  .init(code: "leaves-weight", frame: [goodRow], groups: [["组": .text("g"), "w": .number(0)]]),
  .init(
    code: "leaves-group-unknown", frame: [goodRow, row(["id": .text("b"), "组": .text("gg")])], groups: [goodGroup]),
  .init(
    code: "leaves-group-without-leaves", frame: [goodRow], groups: [goodGroup, ["组": .text("h"), "w": .number(1)]]),
]
