import Findings
import Foundation
import Testing

@testable import Schemes

/// Frames whose rows name their parents (R13), worked by hand.
@Suite struct FrameExpansionTests {
  private func expand(_ rows: [[String: SchemeCell]], _ leaves: String, of: String = "mean") throws -> Scheme {
    let text =
      schemeHead + """
        nodes: {id: 综合, of: \(of), leaves: {from: 框架, id: id, measure: {column_of: 宽表}, \(leaves)}}
        """
    let log = FindingLog()
    let scheme = try #require(readScheme(text, log: log)?.expanding(from: ["框架": rows], log: log), "\(summary(log))")
    #expect(summary(log) == [])
    return scheme
  }

  private func outline(_ node: Node) -> String {
    var text = node.id
    if case .weight(let weight) = node.share, weight != 1 { text += "·\(formatted(weight))" }
    if let aggregation = node.aggregation, aggregation != .mean { text += " \(aggregation.word)" }
    return node.isLeaf ? text : text + "(" + node.children.map(outline).joined(separator: " ") + ")"
  }

  @Test func `Rows above leaves become inner nodes, and the row without a parent is the node itself`() throws {
    // The leaves stand before the rows above them; a group, and a denominator, are no part of the tree.
    let rows = frameRows(["a<甲*", "b<甲*", "c<乙*", "甲<全", "乙<全", "全", "人口", "丙<全"])
    let scheme = try expand(rows, "parent: 上级, where: \"级 = 1\"")
    #expect(outline(scheme.roots[0]) == "综合(甲(a b) 乙(c))", "丙 has no leaf below")
    #expect(scheme.measures.map(\.id) == ["a", "b", "c"])
  }

  @Test func `Without where, leaves are the rows that are nobody's parent`() throws {
    let scheme = try expand(frameRows(["全", "甲<全", "a<甲", "b<甲", "c<全"]), "parent: 上级")
    #expect(outline(scheme.roots[0]) == "综合(甲(a b) c)", "a leaf may stand beside an inner node")
  }

  @Test func `Rules of all inner nodes and of single ones, which go before them`() throws {
    let scheme = try expand(
      frameRows(["全", "甲<全", "a<甲", "b<甲", "乙<全", "c<乙"]),
      """
      parent: 上级, inner: {coverage: {by: children, at_least: 0.8}, missing: propagate, steps: [zscore]}, \
      nodes: {乙: {name: 第二, coverage: 0.5, leaves_missing: zero, basis: 第2条}}
      """)
    let (first, second) = (try #require(scheme.node("甲")), try #require(scheme.node("乙")))
    #expect(first.coverage == .init(atLeast: 0.8, basis: .children) && first.missing == .propagate)
    #expect(second.coverage == .init(atLeast: 0.5, basis: .weight) && second.missing == .propagate)
    #expect(second.name == "第二" && second.leavesMissing == .zero && second.basis == "第2条")
    #expect(first.steps.map(\.word) == ["zscore"] && scheme.node("a")?.coverage == nil)
    #expect(scheme.roots[0].coverage == nil && scheme.roots[0].steps.isEmpty, "what holds of the node stands at it")
  }

  @Test func `A product of two columns of the row`() throws {
    var rows = frameRows(["全", "a<全", "b<全"])
    for (index, target, direction) in [(1, 90.0, 1.0), (2, 5.0, -1.0)] {
      rows[index]["目标"] = .number(target)
      rows[index]["方向"] = .number(direction)
    }
    let scheme = try expand(rows, "parent: 上级, steps: [{distance: {target: row.目标 * row.方向}}]")
    #expect(
      ["a", "b"].map { scheme.node($0)?.steps.first?.action } == [
        .distance(.target(.number(90), isCapped: false), over: nil),
        .distance(.target(.number(-5), isCapped: false), over: nil),
      ])
  }

  @Test func `A frame without the top row names the node itself as parent`() throws {
    let scheme = try expand(frameRows(["甲<综合", "a<甲", "b<综合"]), "parent: 上级")
    #expect(outline(scheme.roots[0]) == "综合(甲(a) b)")
  }

  @Test func `The top row's name and the node's both name it`() throws {
    let scheme = try expand(frameRows(["全", "甲<综合", "a<甲", "b<全", "c<综合"]), "parent: 上级")
    #expect(outline(scheme.roots[0]) == "综合(甲(a) b c)")
  }

  @Test func `Weights and aggregations come row by row, and the top row's are the node's`() throws {
    var rows = frameRows(["全", "甲<全", "a<甲", "b<甲", "乙<全", "c<乙", "d<乙"])
    rows[1]["权"] = .number(3)
    rows[2]["权"] = .number(0.5)
    rows[0]["权"] = .text("无")
    let scheme = try expand(
      rows, "parent: 上级, weight: 权, of: {甲: geometric, 全: {power: 2}}, steps: [{minmax: {to: [0, 100]}}]",
      of: "harmonic")
    #expect(outline(scheme.roots[0]) == "综合 power(甲·3 geometric(a·0.5 b) 乙 harmonic(c d))")
    #expect(scheme.node("甲")?.steps == [], "steps act on leaves only")
    #expect(scheme.node("a")?.steps.first?.action == .minMax(to: .init(0, 100), bounds: .observed, over: nil))
  }

  @Test func `Without parents, weights are those of the direct children`() throws {
    var rows = frameRows(["a*", "b*", "c"])
    rows[1]["权"] = .number(2)
    let scheme = try expand(rows, "weight: 权, where: \"级 = 1\"")
    #expect(outline(scheme.roots[0]) == "综合(a b·2)")
  }

  @Test func `A row's denominator is a column of the wide table, and an empty cell is none`() throws {
    var rows = frameRows(["全", "a<全", "b<全"])
    rows[1]["除以"] = .text("人口")
    let text =
      schemeHead + """
        nodes:
          id: 综合
          of: mean
          leaves: {from: 框架, id: id, parent: 上级, measure: {column_of: 宽表, per: row.除以}}
        """
    let log = FindingLog()
    let divided = try #require(readScheme(text, log: log)?.expanding(from: ["框架": rows], log: log))
    let denominator = try #require(divided.measure("a")?.denominator)
    #expect(denominator.table == "宽表")
    #expect(denominator.value?.expression == .column("人口"))
    #expect(denominator.take == .mean)
    #expect(divided.measure("b")?.denominator == nil)
  }

  @Test(arguments: [
    ("级 = 1", true), ("级 = 2", false), ("类 = '指标'", true), ("类 <> '指标'", false), ("空 = 1", false),
    ("空 IS NULL", true), ("coalesce(空, 0) = 0", true), ("类 LIKE '指%' AND 级 < 2", true), ("级 IN (2, 3)", false),
    ("级 = '1'", false),
  ])
  func `where looks at the row's cells, and an empty one is NULL`(test: String, isLeaf: Bool) throws {
    let log = FindingLog()
    let predicate = try #require(parseExpression(test, at: .file("s"), parameters: [:], log: log))
    let row: [String: SchemeCell] = ["级": .number(1), "类": .text("指标"), "空": .empty]
    #expect(predicate.expression.evaluate(cells: row).isTrue == isLeaf)
  }

  @Test func `A long circle of parents ends`() throws {
    let rows = frameRows((0..<20_000).map { "\($0)<\(($0 + 1) % 20_000)" } + ["a<0*"])
    let log = FindingLog()
    let text =
      schemeHead + "nodes: {id: 综合, of: mean, leaves: {from: 框架, id: id, parent: 上级, measure: {column_of: 宽表}}}"
    #expect(readScheme(text, log: log)?.expanding(from: ["框架": rows], log: log) == nil)
    #expect(log.findings.map(\.code) == ["leaves-parent-cycle"])
  }

  /// The frame of COINr's ASEM example: 49 indicators, 8 pillars, 2 sub-indices, 1 index.
  @Test(.enabled(if: ProcessInfo.processInfo.environment["QINGHENG_REFERENCE"] != nil, "QINGHENG_REFERENCE is not set"))
  func `The frame of ASEM becomes its tree`() throws {
    let folder = try #require(ProcessInfo.processInfo.environment["QINGHENG_REFERENCE"]) + "/asem/"
    let rows = quotedCells(try String(contentsOfFile: folder + "asem_input_frame.csv", encoding: .utf8))
    let text =
      schemeHead + """
        nodes:
          id: ASEM
          of: mean
          leaves: {from: 框架表, id: iCode, where: "Type = 'Indicator'", parent: Parent, weight: Weight, of: {Conn: geometric},
                   measure: {column_of: 指标, per: row.Denominator},
                   steps: [{impute: {mean: EurAsia_group}}, {treat: {skew: 2, kurtosis: 3.5, winmax: 5, then: log_ct}},
                           {times: row.Direction}, {minmax: {to: [0, 100], bounds: observed}}]}
        """
    let log = FindingLog()
    let scheme = try #require(readScheme(text, log: log)?.expanding(from: ["框架表": rows], log: log), "\(summary(log))")
    #expect(summary(log) == [])
    let root = scheme.roots[0]
    #expect(root.children.map(\.id) == ["Conn", "Sust"])
    #expect(root.children.map(\.children.count) == [5, 3])
    #expect(root.leaves.count == 49)
    #expect(scheme.node("Conn")?.aggregation == .geometric)
    #expect(scheme.node("Physical")?.aggregation == .mean)
    #expect(scheme.measure("Flights")?.denominator?.value?.expression == .column("Population"))
    #expect(scheme.measure("LPI")?.denominator == nil)
  }
}

/// Quoted CSV without line breaks in cells, as the reference files are.
func quotedCells(_ text: String) -> [[String: SchemeCell]] {
  let lines = text.split(whereSeparator: \.isNewline).map { line in
    var cells: [String] = [""]
    var isQuoted = false
    for character in line {
      if character == "\"" {
        isQuoted.toggle()
      } else if character == ",", !isQuoted {
        cells.append("")
      } else {
        cells[cells.count - 1].append(character)
      }
    }
    return cells
  }
  guard let header = lines.first else { return [] }
  return lines.dropFirst().map { line in
    Dictionary(
      uniqueKeysWithValues: zip(header, line.map { $0.isEmpty ? .empty : Double($0).map { .number($0) } ?? .text($0) }))
  }
}
