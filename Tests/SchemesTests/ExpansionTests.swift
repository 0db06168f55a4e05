import Findings
import Foundation
import Testing

@testable import Schemes

@Suite struct ExpansionTests {
  private let frame: [[String: SchemeCell]] = [
    ["id": .text("b"), "组": .text("二"), "sign": .number(-1)],
    ["id": .text("a"), "组": .text("一"), "sign": .empty],
    ["id": .text("m"), "组": .text("二")],
  ]
  private let groups: [[String: SchemeCell]] = [
    ["组": .text("一"), "w": .number(0.4)], ["组": .text("二"), "w": .number(0.6)],
  ]
  private let text =
    schemeHead + """
      measures: {m: {table: t, take: count}}
      nodes:
        - id: 综合
          of: mean
          leaves: {from: 框架, id: id, measure: {column_of: 宽表}, steps: [zscore, {times: row.sign}],
                   group: 组, groups: {from: 组表, weight: w, of: mean, steps: [zscore]}}
        - {id: 另一, measure: m}
      """

  @Test func `Groups come in the order of their table, leaves in the order of theirs`() throws {
    let log = FindingLog()
    let scheme = try #require(readScheme(text, log: log))
    #expect(scheme.leafTables == ["框架", "组表"])
    let expanded = try #require(scheme.expanding(from: ["框架": frame, "组表": groups], log: log))
    #expect(summary(log) == [])
    #expect(expanded.allNodes.map(\.id) == ["综合", "一", "a", "二", "b", "m", "另一"])
    #expect(expanded.node("二")?.share == .weight(0.6))
    #expect(expanded.node("二")?.steps.map(\.word) == ["zscore"])
    #expect(expanded.node("b")?.steps.last?.action == .times(.number(-1)))
    #expect(expanded.node("a")?.steps.last?.action == .times(.number(1)), "an empty times is 1")
    #expect(expanded.node("m")?.steps.last?.action == .times(.number(1)), "so is one that is not there")
    let measure = try #require(expanded.measure("a"))
    #expect(measure.table == "宽表")
    #expect(measure.take == .mean)
    #expect(measure.value?.expression == .column("a"))
    #expect(expanded.node("m")?.measure == "宽表.m", "the scheme has a measure m of its own")
  }

  @Test func `Without groups the leaves are children of weight 1`() throws {
    let text =
      schemeHead + """
        nodes: {id: 综合, of: mean, leaves: {from: 框架, id: id, measure: {column_of: 宽表}}}
        """
    let log = FindingLog()
    let scheme = try #require(readScheme(text, log: log)?.expanding(from: ["框架": frame], log: log))
    #expect(scheme.roots[0].children.map(\.id) == ["b", "a", "m"])
    #expect(scheme.roots[0].children.allSatisfy { $0.share == .weight(1) })
  }

  @Test func `A scheme without leaf tables stays as it is`() throws {
    let scheme = try #require(readScheme(wholeScheme, log: FindingLog()))
    #expect(scheme.leafTables == [])
    #expect(scheme.expanding(from: [:], log: FindingLog())?.allNodes.map(\.id) == scheme.allNodes.map(\.id))
  }

  @Test func `Names that only the tables have are checked after expansion`() throws {
    let log = FindingLog()
    let scheme = try #require(
      readScheme(text + "\nfacts: {f: {node: 三, measures_at_least: 1}}\ndeferred: [{fact: f}]\n", log: log))
    #expect(scheme.expanding(from: ["框架": frame, "组表": groups], log: log) == nil)
    #expect(log.findings.map(\.code) == ["scheme-node-unknown"])
  }

  static let cms = """
    scheme: cms-stars
    title: CMS Overall Hospital Quality Star Rating
    version: "2021-04"
    approval: {文号: CMS, date: "2021-04-28"}
    units: {kind: 医院}
    defaults: {coverage: 0}
    facts:
      有数组数: {count: {children_of: 综合, having: {measures_at_least: 3}}}
      有安全或死亡: {any: [{node: Mortality, measures_at_least: 3}, {node: Safety, measures_at_least: 3}]}
    nodes:
      - id: 综合
        of: mean
        leaves: {from: 指标表, id: measure_id, measure: {column_of: 医院宽表}, steps: [{drop_if: {units_below: 101}}, zscore, {times: row.flip_sign}],
                 group: group_name, groups: {from: 组权重表, weight: weight, of: mean, steps: [zscore]}}
    eligible: [{fact: 有数组数, at_least: 3}, {fact: 有安全或死亡}]
    rank: {node: 综合}
    """

  /// The reference data lies outside of the repository; without the variable the test is skipped, and says so.
  @Test(.enabled(if: ProcessInfo.processInfo.environment["QINGHENG_REFERENCE"] != nil, "QINGHENG_REFERENCE is not set"))
  func `The scheme of the hospital stars expands over its real tables`() throws {
    let folder = try #require(ProcessInfo.processInfo.environment["QINGHENG_REFERENCE"]) + "/cms-stars-2021-04/"
    let log = FindingLog()
    let scheme = try #require(readScheme(Self.cms, log: log))
    let columns = try String(contentsOfFile: folder + "measures.csv", encoding: .utf8)
    let weights = try String(contentsOfFile: folder + "groups.csv", encoding: .utf8)
    let tables = ["指标表": quotedCells(columns), "组权重表": quotedCells(weights)]
    let expanded = try #require(scheme.expanding(from: tables, log: log))
    #expect(
      expanded.roots[0].children.map(\.id) == ["Mortality", "Safety", "Readmission", "Patient Experience", "Process"])
    #expect(expanded.roots[0].leaves.count == tables["指标表"]?.count)
    #expect(expanded.node("COMP_HIP_KNEE")?.steps.last?.action == .times(.number(-1)))
    let catalogue = Catalogue(
      tables: [
        CatalogueTable(id: "医院宽表", columns: [], otherColumns: .number),
        CatalogueTable(id: "指标表", columns: [], otherColumns: .text, hasUnits: false, hasPeriods: false),
        CatalogueTable(id: "组权重表", columns: [], otherColumns: .text, hasUnits: false, hasPeriods: false),
      ], registerColumns: ["code"])
    check(scheme, against: catalogue, log: log)
    check(expanded, against: catalogue, log: log)
    #expect(summary(log) == [])
  }
}
