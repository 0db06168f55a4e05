import Documents
import Findings
import Testing

@testable import Schemes

@Suite struct ReadingTests {
  @Test func `An empty file has no scheme and says what is needed`() {
    let log = FindingLog()
    #expect(readScheme("", log: log) == nil)
    #expect(Set(log.findings.map(\.code)) == ["key-missing", "scheme-approval-absent"])
  }

  @Test func `A scheme with most of the language reads and checks without findings`() throws {
    let log = FindingLog()
    let scheme = try #require(readScheme(wholeScheme, log: log))
    check(scheme, against: wholeCatalogue, log: log)
    #expect(summary(log) == [])
  }

  @Test func `Values, defaults and parameters arrive in the model`() throws {
    let scheme = try #require(readScheme(wholeScheme, log: FindingLog()))
    #expect(scheme.id == "qinglian-keshi")
    #expect(scheme.version == "2")
    #expect(scheme.approval == .init(documentNumber: "院发〔2025〕3号", date: "2025-03-01"))
    #expect(scheme.units.kinds == ["科室"])
    #expect(scheme.units.peers == .column("peer_group"))
    #expect(scheme.params["满意下限"] == .number(85))
    #expect(scheme.params["全覆盖"] == .boolean(false))
    #expect(scheme.defaults.coverage == 0.8)
    #expect(scheme.measures.map(\.id).prefix(3) == ["住院满意", "门诊满意", "销号率"])
    let outpatients = try #require(scheme.measure("门诊满意"))
    #expect(outpatients.minN == 10)
    #expect(outpatients.predicate?.text == "类型 = '门诊'")
    #expect(outpatients.value?.expression == .column("总体满意度"))
    #expect(scheme.measure("超期")?.datedBy == .daysAfter(column: "整改时限", days: 30))
    #expect(scheme.measure("销号率")?.empty == .full)
    #expect(scheme.measure("走访分")?.take == .trimmed(drop: 1, min: 5, otherwise: .mean))
    #expect(scheme.measure("发表分")?.unique == .init(by: "标题", keepGreatest: "级别系数"))
    #expect(scheme.measure("投诉率")?.denominator?.window == .covering)
    #expect(scheme.facts[0].test == .registerDate(column: "valid_from", order: .after, .monthsBefore(.periodEnd, 6)))
    #expect(scheme.node("总分")?.points == 100)
    #expect(scheme.node("作风")?.name == "工作作风")
    #expect(scheme.node("作风")?.coverage == .init(atLeast: 0.5, basis: .children))
    #expect(scheme.node("住院")?.share == .weightByN(of: "住院满意"))
    #expect(scheme.node("走访")?.missing == .notGraded)
    guard case .linear(let knots)? = scheme.node("住院")?.steps[0].action else {
      Issue.record("no linear step")
      return
    }
    #expect(knots[0] == .init(.number(85), .number(0)))
    #expect(scheme.combination?.oneMissing == .notGraded)
    #expect(scheme.effects[1].capGrade == "合格")
    #expect(scheme.effects[1].change == .init(.deduct, measure: "通报数", each: 5, atMost: nil))
    #expect(scheme.ranking?.tieBreak == ["整改", "满意"])
    #expect(scheme.grading?.onlyYear == true)
    #expect(scheme.grading?.bands.first == .init(grade: "清廉科室", atLeast: .constant(90), eachChildShare: 0.8))
    #expect(scheme.examples[0].expect == ["住院": .value(16), "总分": .missing])
    #expect(scheme.examples[1].expect == ["grade": .grade("不合格")])
  }

  @Test func `A chain of like takes the nearest key`() throws {
    let text =
      schemeHead + """
        measures:
          c: {like: b, min_n: 3}
          b: {like: a, take: sum}
          a: {table: t, value: x, take: mean, min_n: 5, times: 2}
        nodes: {id: 总分, of: mean, children: [{id: n, weight: 1, measure: c}]}
        """
    let log = FindingLog()
    let scheme = try #require(readScheme(text, log: log))
    #expect(summary(log) == [])
    let c = try #require(scheme.measure("c"))
    #expect(c.take == .sum)
    #expect(c.minN == 3)
    #expect(c.times == 2)
  }

  @Test func `A finding in lines that several measures share is told once`() {
    let marked = MarkedText(
      schemeHead + """
        measures:
          a: {table: t, take: count, where: 1️⃣"x ="}
          b: {like: a}
        nodes: {id: 总分, of: mean, children: [{id: n, weight: 1, measure: a}, {id: o, weight: 1, measure: b}]}
        """)
    let log = FindingLog()
    #expect(readScheme(marked.text, log: log) == nil)
    #expect(log.findings.map(\.code) == ["expression-syntax"])
  }

  @Test func `Several roots are read, and weight trees need no points`() throws {
    let text =
      schemeHead + """
        measures: {a: {table: t, value: x, take: mean}}
        nodes:
          - {id: 一, of: mean, children: [{id: p, weight: 2, measure: a, steps: [zscore, {times: -1}]}]}
          - {id: 二, measure: a, steps: [{goalposts: {bounds: [100, 75000], scale: ln, to: [0, 10]}}]}
        """
    let log = FindingLog()
    let scheme = try #require(readScheme(text, log: log))
    #expect(summary(log) == [])
    #expect(scheme.roots.map(\.id) == ["一", "二"])
    #expect(
      scheme.node("二")?.steps.first?.action
        == .goalposts(low: .number(100), high: .number(75000), isLogarithmic: true, to: .init(0, 10)))
  }

  @Test func `All problems are told in one pass, each at its place`() {
    let marked = MarkedText(
      schemeHead + """
        1️⃣wrong: 1
        measures:
          m: {table: t, take: 2️⃣average}
          o: {table: t, take: count, where: "a > 3️⃣;"}
        nodes:
          id: 总分
          points: 4️⃣12
          of: sum
          children:
            - {id: a, points: 5, measure: 5️⃣mm, steps: [pass]}
            - {id: b, points: 5, measure: m, steps: [{bands: [[1, 5], 6️⃣[2, 0]]}], missing: 7️⃣nul}
        """)
    let log = FindingLog()
    #expect(readScheme(marked.text, log: log) == nil)
    let codes = [
      1: "key-unknown", 2: "value-illegal", 3: "expression-character", 4: "scheme-points-sum",
      5: "scheme-measure-unknown", 6: "step-bands-order", 7: "value-illegal",
    ]
    let expected = codes.map { "\(marked.places[$0.key]?.text ?? "") \($0.value)" }
    #expect(Set(summary(log)) == Set(expected))
  }

  @Test func `Places in expressions count from the quote, and block texts point at their beginning`() {
    let marked = MarkedText(
      schemeHead + """
        measures:
          m: {table: t, take: count, where: '满意 > 1️⃣)'}
          o:
            table: t
            take: count
            where: 2️⃣|
              满意
              > )
        nodes: {id: 总分, of: mean, children: [{id: a, weight: 1, measure: m}, {id: b, weight: 1, measure: o}]}
        """)
    let log = FindingLog()
    #expect(readScheme(marked.text, log: log) == nil)
    let places = log.findings.map(\.place)
    #expect(places == [marked.places[1], marked.places[2]])
  }

  @Test func `One mistake is told once`() {
    let marked = MarkedText(
      schemeHead + """
        measures: {m: {table: t, take: count}}
        facts: {f: {measure: m, above: high}}
        nodes:
          id: 总分
          of: sum
          children:
            - {id: a, of: sum, children: [{id: b, points: 1️⃣-5, measure: m, steps: [pass]}, {id: c, points: 5, measure: m, steps: [pass]}]}
            - {id: d, points: 5, measure: m, steps: [pass], applies: {fact: f}}
        """)
    let log = FindingLog()
    #expect(readScheme(marked.text, log: log) == nil)
    #expect(log.findings.map(\.code) == ["value-wrong-kind", "scheme-number-out-of-range"])
  }
}
