import Documents
import Findings
import Testing

@testable import Schemes

/// `extends`: what comes out is what a person would write who edits a copy of the base by hand.
@Suite struct ExtendingTests {
  private let base = """
    scheme: base
    title: 科室评价
    version: "3"
    approval: {文号: 院发1号, date: "2025-01-01"}
    params: {下限: 60, 满分: 100}
    measures:
      走访: {table: 走访评分, value: 得分, take: mean, min_n: 3, range: [0, 100]}
      通报: {table: 处分, take: count}
    nodes:
      - id: 总分
        of: sum
        points: 100
        coverage: 0
        children:
          - {id: 走访, points: 60, measure: 走访, steps: [{proportional: {full: $满分}}], missing: zero}
          - {id: 整改, points: 40, measure: 走访, steps: [{proportional: {full: 100}}]}
    effects:
      - {id: 通报, deduct: {measure: 通报, each: 5, at_most: 10}}
      - {id: 否决, when: {measure: 通报, at_least: 3}, set_grade: 不合格}
    rank: {node: 总分, basis: displayed, tie_break: [走访, 整改]}
    grades: {bands: [{grade: 优秀, at_least: 85}, {grade: 合格, at_least: $下限}, {grade: 不合格}]}
    examples: [{name: 满分, period: 2025H1, given: {走访: 100}, expect: {走访: 60, 总分: 100}}]

    """

  private func read(
    _ own: String, _ log: FindingLog = FindingLog(), bases: [String: String] = [:]
  ) -> Scheme? {
    var files: [String: DocumentNode] = [:]
    for (name, text) in bases.merging(["base.yaml": base], uniquingKeysWith: { own, _ in own }) {
      files[name] = YAMLFile.parse(text, name: "schemes/\(name)", log: log)
    }
    return YAMLFile.parse(own, name: "schemes/own.yaml", log: log).flatMap {
      Scheme.read($0, among: files, log: log)
    }
  }

  private let head = "scheme: own\nextends: base.yaml\nversion: \"1\"\napproval: {文号: 院发2号, date: \"2026-01-01\"}\n"

  /// Keys that exclude one another: what the own file writes takes the place of what the base wrote.
  @Test func `One of several ways takes the place of another`() throws {
    let log = FindingLog()
    let scheme = try #require(
      read(
        head + """
          effects:
            - {id: 通报, add: {measure: 通报, each: 1}}
            - {id: 否决, when: {measure: 通报, above: 4}}
          """, log))
    #expect(summary(log) == [])
    #expect(scheme.effects.first?.change?.direction == .add)
    #expect(scheme.effects.last?.trigger?.anyOf.map(\.comparison) == [Comparison(.above, 4)])
    let chosen = base.replacing("of: sum", with: "of: {power: 2}")
    let other = try #require(
      read(head + "nodes: [{id: 总分, of: {best: 1}}]", FindingLog(), bases: ["base.yaml": chosen]))
    #expect(other.node("总分")?.aggregation == .best(1))
  }

  @Test func `A file that changes nothing is its base under its own name`() throws {
    let log = FindingLog()
    let scheme = try #require(read(head, log))
    #expect(summary(log) == [])
    #expect(scheme.id == "own")
    #expect(scheme.version == "1")
    #expect(scheme.approval?.documentNumber == "院发2号")
    #expect(scheme.title == "科室评价")
    #expect(scheme.allNodes.map(\.id) == ["总分", "走访", "整改"])
    #expect(scheme.effects.map(\.id) == ["通报", "否决"])
    #expect(scheme.grading?.grades == ["优秀", "合格", "不合格"])
    #expect(scheme.examples.map(\.name) == ["满分"])
  }

  @Test func `Id, version and approval are a file's own`() {
    let log = FindingLog()
    #expect(read("scheme: own\nextends: base.yaml\n", log) == nil)
    #expect(log.findings.map(\.code) == ["key-missing", "scheme-approval-absent"])
    #expect(log.findings.map(\.place.file) == ["schemes/own.yaml", "schemes/own.yaml"])
  }

  @Test func `Mappings merge by key, and other values replace`() throws {
    let log = FindingLog()
    let scheme = try #require(
      read(
        head + """
          params: {下限: 70}
          measures:
            走访: {take: median, min_n: ~}
            投诉: {table: 投诉, take: count}
          rank: {basis: raw, tie_break: [整改]}
          effects: [{id: 投诉, deduct: {measure: 投诉, each: 1}}]
          """, log))
    #expect(summary(log) == [])
    #expect(scheme.params == ["下限": .number(70), "满分": .number(100)])
    let visits = try #require(scheme.measure("走访"))
    #expect(visits.take == .median)
    #expect(visits.table == "走访评分")
    #expect(visits.minN == nil)
    #expect(visits.range == 0...100)
    #expect(scheme.measures.map(\.id) == ["走访", "通报", "投诉"])
    #expect(scheme.ranking?.basis == .raw)
    #expect(scheme.ranking?.node == "总分")
    #expect(scheme.ranking?.tieBreak == ["整改"], "a list without names is one value")
    #expect(scheme.grading?.bands[1].atLeast == .constant(70), "params are looked up after merging")
    #expect(scheme.effects.map(\.id) == ["通报", "否决", "投诉"])
  }

  @Test func `Nodes merge by id at every depth, steps are replaced whole`() throws {
    let log = FindingLog()
    let scheme = try #require(
      read(
        head + """
          nodes:
            id: 总分
            children:
              - {id: 走访, points: 50, missing: ~}
              - {id: 宣传, points: 10, measure: 走访, steps: [pass]}
              - {id: 整改, name: 整改情况, steps: [{bands: [[90, 40], [0, 0]]}]}
          """, log))
    #expect(summary(log) == [])
    #expect(scheme.allNodes.map(\.id) == ["总分", "走访", "宣传", "整改"], "a new one stands before the next known one")
    #expect(scheme.node("走访")?.points == 50)
    #expect(scheme.node("走访")?.missing == nil)
    #expect(scheme.node("走访")?.steps.map(\.word) == ["proportional"])
    #expect(scheme.node("整改")?.steps.map(\.word) == ["bands"])
    #expect(scheme.node("整改")?.name == "整改情况")
  }

  @Test func `Members are taken out by name, or taken out and written anew`() throws {
    let log = FindingLog()
    let scheme = try #require(
      read(
        head + """
          nodes:
            - id: 总分
              points: 60
              children:
                - {整改: ~}
                - {走访: ~}
                - {id: 走访, points: 60, measure: 走访, steps: [pass]}
          effects: [{通报: ~}]
          rank: {tie_break: ~}
          grades: {bands: [{grade: 优秀, at_least: 50}, {grade: 良好, at_least: 45}, {grade: 合格, at_least: 40}]}
          examples: [{满分: ~}]
          """, log))
    // What used the parameters is gone.
    #expect(Set(log.findings.map(\.code)) == ["scheme-parameter-unused"])
    #expect(scheme.allNodes.map(\.id) == ["总分", "走访"])
    #expect(scheme.node("走访")?.missing == nil, "nothing is inherited")
    #expect(scheme.effects.map(\.id) == ["否决"])
    #expect(scheme.ranking?.tieBreak == [])
    #expect(scheme.grading?.grades == ["优秀", "良好", "合格", "不合格"])
    #expect(scheme.examples.isEmpty)
  }

  @Test func `A chain is followed to its end, the nearest file winning`() throws {
    let log = FindingLog()
    let middle = "scheme: middle\nextends: base.yaml\nversion: \"2\"\nparams: {下限: 65, 满分: 90}\n"
    let scheme = try #require(
      read(
        head.replacing("base.yaml", with: "middle.yaml") + "params: {下限: 72}\n", log, bases: ["middle.yaml": middle])
    )
    #expect(summary(log) == [])
    #expect(scheme.params == ["下限": .number(72), "满分": .number(90)])
    let node = try #require(YAMLFile.parse(head, name: "own.yaml", log: log))
    let files = ["base.yaml": try #require(YAMLFile.parse(base, name: "base.yaml", log: log))]
    #expect(Scheme.bases(of: node, among: files) == ["base.yaml"])
    #expect(Scheme.bases(of: node, among: [:]) == [])
  }

  @Test func `Findings stand where the value was written`() {
    let log = FindingLog()
    let marked = MarkedText(
      head + """
        measures: {走访: {take: 1️⃣avreage}}
        nodes: {id: 总分, children: [{id: 走访, points: 2️⃣-1}]}
        """, name: "schemes/own.yaml")
    #expect(read(marked.text, log) == nil)
    #expect(log.findings.prefix(2).map(\.place) == [marked.places[1], marked.places[2]])
    let broken = FindingLog()
    #expect(read(head, broken, bases: ["base.yaml": base.replacing("mean", with: "maen")]) == nil)
    #expect(summary(broken) == ["schemes/base.yaml:7:38 value-illegal"])
  }

  @Test(arguments: [
    ("extends: 1️⃣/etc/passwd", "extends-not-file-name"), ("extends: 1️⃣..", "extends-not-file-name"),
    ("extends: 1️⃣a/base.yaml", "extends-not-file-name"), ("extends: 1️⃣\"\"", "extends-not-file-name"),
    ("extends: 1️⃣a\\base.yaml", "extends-not-file-name"), ("extends: 1️⃣own.yaml", "extends-cycle"),
    ("extends: 1️⃣bas.yaml", "extends-file-absent"), ("extends: 1️⃣[base.yaml]", "value-wrong-kind"),
    ("extends: base.yaml\neffects: [1️⃣{通抱: ~}]", "extends-nothing-removed"),
  ])
  func `A chain that breaks is told, and nothing else is`(text: String, code: String) {
    let marked = MarkedText("scheme: own\nversion: \"1\"\n" + text, name: "schemes/own.yaml")
    let log = FindingLog()
    #expect(read(marked.text, log) == nil)
    #expect(summary(log) == ["\(marked.places[1]?.text ?? "") \(code)"])
  }

  @Test func `A long way round is a cycle too`() {
    let log = FindingLog()
    let a = "scheme: a\nextends: b.yaml\n"
    let b = "scheme: b\nextends: a.yaml\n"
    #expect(read(head.replacing("base.yaml", with: "a.yaml"), log, bases: ["a.yaml": a, "b.yaml": b]) == nil)
    #expect(
      log.findings.map { $0.wording(in: .english).found } == [
        "The files extend one another in a circle: a.yaml → b.yaml → a.yaml."
      ])
  }

  @Test func `A name that is written twice is told, not merged twice`() {
    let log = FindingLog()
    let text = head + "effects: [{id: 通报, group: ~}, {id: 通报, deduct: {measure: 通报, each: 1}}]\n"
    #expect(read(text, log) == nil)
    #expect(log.findings.map(\.code) == ["scheme-id-duplicate"])
  }
}
