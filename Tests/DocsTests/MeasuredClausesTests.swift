import Documents
import Findings
import Foundation
import Schemes
import Testing

/// `docs/qinglian.md` is made of the demo scheme: which clause is judged by which table, measure and rule.
@Suite("The page of the demo system")
struct MeasuredClausesTests {
  static let path = "datasets/qinglian/schemes/qinglian-keshi.yaml"

  private static func scheme() throws -> Scheme {
    let log = FindingLog()
    let node = YAMLFile.read(Repository.root.appending(path: path).path, name: path, log: log)
    let written = try #require(node)
    return try #require(Scheme.read(written, log: log))
  }

  private struct Line {
    var clause: String
    var node: Node
    var measure: Measure
    var parents: [String]
  }

  private static func lines(_ node: Node, clause: String, parents: [String], of scheme: Scheme) -> [Line] {
    let clause = node.basis.isEmpty ? clause : node.basis
    if let id = node.measure, let measure = scheme.measure(id) {
      return [Line(clause: clause, node: node, measure: measure, parents: parents)]
    }
    return node.children.flatMap { lines($0, clause: clause, parents: parents + [node.name], of: scheme) }
  }

  @Test func isWhatTheSchemeSays() throws {
    let scheme = try Self.scheme()
    let lines = scheme.roots.flatMap { Self.lines($0, clause: "", parents: [], of: scheme) }
    #expect(lines.count > 15 && lines.allSatisfy { !$0.clause.isEmpty })
    var page = """
      # 演示体系考核什么 What the demo system measures

      由方案 [\(scheme.id)](../\(Self.path)) 生成。依据：\(scheme.basis)。条款只说要做什么；分值、算法、等级线和加减分都是自拟的默认值，\(scheme.approval == nil ? "未经审定" : "已审定")，改方案文件即可，不用改程序。
      数据表的规格在 [datasets/qinglian/tables](../datasets/qinglian/tables)，演示数据里埋了什么见 [datasets/qinglian](../datasets/qinglian/README.md)。

      Made from the demo scheme: for each clause of the document the table, the measure taken of it, and the rule that turns it into points. Points and cut-offs are proposals of this project.

      """
    var clauses: [String] = []
    for line in lines where !clauses.contains(line.clause) { clauses.append(line.clause) }
    clauses.sort { order($0).lexicographicallyPrecedes(order($1)) }
    for clause in clauses {
      page += "\n## \(clause)\n\n| 数据表 | 度量 | 指标与规则 | 所属 |\n|---|---|---|---|\n"
      for line in lines where line.clause == clause {
        let cells = [
          line.measure.table ?? "", line.measure.sentence(in: .chinese), line.node.sentence(in: .chinese, of: scheme),
          line.parents.dropFirst().joined(separator: " › "),
        ]
        page += "| " + cells.map(escaped).joined(separator: " | ") + " |\n"
      }
    }
    page += "\n## 加减分与等级调整\n\n"
    for effect in scheme.effects {
      let tables = measures(of: effect).compactMap { scheme.measure($0)?.table }
      let names = tables.enumerated().filter { tables.firstIndex(of: $0.element) == $0.offset }.map(\.element)
      page += "- \(escaped(effect.sentence(in: .chinese)))（\(names.joined(separator: "、"))）\n"
    }
    try Repository.expectCurrent("docs/qinglian.md", is: page)
  }

  /// 三(三)5 as 3, 3, 5: the order of the document.
  private func order(_ clause: String) -> [Int] {
    let numerals = Array("一二三四五六七八九十")
    return clause.compactMap { numerals.firstIndex(of: $0).map { $0 + 1 } ?? $0.wholeNumberValue }
  }

  private func measures(of effect: Effect) -> [String] {
    (effect.trigger?.anyOf.map(\.measure) ?? []) + (effect.change.map { [$0.measure] } ?? [])
  }

  private func escaped(_ text: String) -> String {
    text.replacing("|", with: "\\|").replacing("<", with: "&lt;").replacing("*", with: "\\*")
  }
}
