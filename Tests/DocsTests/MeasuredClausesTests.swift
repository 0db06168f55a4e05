import Documents
import Findings
import Foundation
import Obligations
import Schemes
import Testing

/// `docs/qinglian.md` is made of the demo system's schemes and obligations: which clause is judged by which table, measure
/// and rule, what is owed for it, and what is only kept.
@Suite("The page of the demo system")
struct MeasuredClausesTests {
  private static let folder = "datasets/qinglian"
  private static let names = ["qinglian-keshi", "qinglian-zhibu", "qinglian-zhineng", "qinglian-tuandui"]

  private static func document(_ path: String) throws -> (node: DocumentNode, log: FindingLog) {
    let log = FindingLog()
    let node = YAMLFile.read(Repository.root.appending(path: path).path, name: path, log: log)
    return (try #require(node), log)
  }

  private static func schemes() throws -> [Scheme] {
    try names.map { name in
      let (node, log) = try document("\(folder)/schemes/\(name).yaml")
      return try #require(Scheme.read(node, log: log))
    }
  }

  private static func obligations() throws -> [Obligation] {
    let (node, log) = try document("\(folder)/obligations.yaml")
    return try #require(ObligationBook.read(node, log: log)).obligations
  }

  private struct Line {
    var clause: String
    var node: Node
    var measure: Measure
    var parents: [String]
    var scheme: Scheme
  }

  private static func lines(of scheme: Scheme) -> [Line] {
    func lines(_ node: Node, clause: String, parents: [String]) -> [Line] {
      let clause = node.basis.isEmpty ? clause : node.basis
      if let id = node.measure, let measure = scheme.measure(id) {
        return [Line(clause: clause, node: node, measure: measure, parents: parents, scheme: scheme)]
      }
      return node.children.flatMap { lines($0, clause: clause, parents: parents + [node.name]) }
    }
    return scheme.roots.flatMap { lines($0, clause: "", parents: []) }
  }

  @Test func isWhatTheSchemesSay() throws {
    let schemes = try Self.schemes()
    let lines = schemes.flatMap(Self.lines)
    let obligations = try Self.obligations()
    var page = """
      # 演示体系考核什么 What the demo system measures

      由四个方案（\(schemes.map { "[\($0.id)](../\(Self.folder)/schemes/\($0.id).yaml)" }.joined(separator: "、"))）和[应报应办清单](../\(Self.folder)/obligations.yaml)生成。依据：\(schemes[0].basis)。条款只说要做什么；分值、算法、期限的天数、等级线和加减分都是自拟的默认值，\(schemes.allSatisfy { $0.approval == nil } ? "未经审定" : "已审定")，改方案文件即可，不用改程序。
      数据表的规格在 [datasets/qinglian/tables](../datasets/qinglian/tables)，演示数据里埋了什么见 [datasets/qinglian](../datasets/qinglian/README.md)。

      Made from the four schemes and the obligations of the demo system: for each clause of the document the table, the measure taken of it, and the rule that turns it into points; what is owed for it and by whom; and what is only kept, with the reason. Points, cut-offs and numbers of days are proposals of this project.

      """
    for clause in Clause.all {
      page += "\n## \(clause.id) \(clause.asks)\n"
      let judged = lines.filter { clause.bases.contains($0.clause) }
      if !judged.isEmpty { page += "\n| 方案 | 数据表 | 度量 | 指标与规则 | 所属 |\n|---|---|---|---|---|\n" }
      for line in judged {
        page += row([
          line.scheme.title, line.measure.table ?? "", line.measure.sentence(in: .chinese),
          line.node.sentence(in: .chinese, of: line.scheme), line.parents.dropFirst().joined(separator: " › "),
        ])
      }
      var notes = obligations.filter { owed in clause.bases.contains(Self.clause(of: owed)) }.map { owed in
        "应报应办“\(owed.id)”：\(Self.owers(owed))，\(Self.cadence(owed))\(owed.marks.isEmpty ? "" : "，须\(owed.marks.joined(separator: "、"))")。"
      }
      notes += clause.ledgers.map { "台账“\($0)”：见[问题台账](ledgers.md)。" }
      for scheme in schemes {
        for effect in scheme.effects where clause.effects.contains(effect.id) {
          notes.append("\(scheme.title)：\(effect.sentence(in: .chinese))")
        }
      }
      notes += clause.otherwise
      if !notes.isEmpty { page += "\n" + notes.map { "- \(escaped($0))\n" }.joined() }
    }
    page += "\n## 加减分与等级调整\n\n"
    for scheme in schemes {
      for effect in scheme.effects {
        let tables = measures(of: effect).compactMap { scheme.measure($0)?.table }
        let names = tables.enumerated().filter { tables.firstIndex(of: $0.element) == $0.offset }.map(\.element)
        page += "- \(scheme.title)：\(escaped(effect.sentence(in: .chinese)))（\(names.joined(separator: "、"))）\n"
      }
    }
    try Repository.expectCurrent("docs/qinglian.md", is: page)
  }

  /// Nothing is judged or owed without a clause, and no clause is without an answer.
  @Test func noClauseIsLost() throws {
    let schemes = try Self.schemes()
    let lines = schemes.flatMap(Self.lines)
    let obligations = try Self.obligations()
    let known = Set(Clause.all.flatMap(\.bases))
    for line in lines { #expect(known.contains(line.clause), "\(line.scheme.id) \(line.node.id): \(line.clause)") }
    for owed in obligations { #expect(known.contains(Self.clause(of: owed)), "\(owed.id): \(owed.basis)") }
    let effects = Set(schemes.flatMap { $0.effects.map(\.id) })
    for clause in Clause.all {
      #expect(clause.effects.allSatisfy(effects.contains), "\(clause.id)")
      let isAnswered =
        lines.contains { clause.bases.contains($0.clause) }
        || obligations.contains { clause.bases.contains(Self.clause(of: $0)) }
        || !clause.effects.isEmpty || !clause.otherwise.isEmpty
      #expect(isAnswered, "\(clause.id) is lost")
    }
    // What defaults and the document ask for by name stands where it should.
    for (base, needs) in [("二(二)", 1), ("三(一)", 1), ("三(二)", 1), ("四(一)", 1), ("四(二)", 5), ("四(四)", 6)] {
      #expect(lines.filter { $0.clause == base }.count >= needs, "\(base)")
    }
  }

  /// A sentence that stands in place of a measure names something that is there – a table, an obligation, a
  /// scheme, a page, or the section that answers instead – or is one of the reasons that were listed with intent.
  @Test func everySentenceInPlaceOfAMeasureHoldsOnToSomething() throws {
    let folder = Repository.root.appending(path: "\(Self.folder)/tables").path
    let tables = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".yaml") }
      .compactMap { name in
        try Repository.text("\(Self.folder)/tables/\(name)").split(separator: "\n").first { $0.hasPrefix("table: ") }
      }.map { String($0.dropFirst("table: ".count)) }
    let obligations = try Self.obligations().map(\.id)
    #expect(tables.count > 20 && !obligations.isEmpty)
    let quoted = (tables + obligations).map { "“\($0)”" }
    let schemes = try FileManager.default.contentsOfDirectory(
      atPath: Repository.root.appending(path: "\(Self.folder)/schemes").path
    ).filter { $0.hasSuffix(".yaml") }.map { String($0.dropLast(5)) }
    for clause in Clause.all {
      for sentence in clause.otherwise where !Clause.reasons.contains(sentence) {
        let pages = sentence.matches(of: /\]\(([a-z]+\.md)\)/).map { String($0.1) }
        let holds =
          (quoted + schemes).contains { sentence.contains($0) }
          || Clause.all.contains { $0.id != clause.id && sentence.contains("见\($0.id)") }
          || pages.contains { (try? Repository.text("docs/\($0)")) != nil }
        #expect(holds, "\(clause.id): \(sentence)")
      }
    }
    let used = Set(Clause.all.flatMap(\.otherwise))
    #expect(Clause.reasons.allSatisfy(used.contains), "a listed reason that no clause gives")
  }

  /// Every leaf belongs to one of the ten actions.
  @Test func everyLeafBelongsToAnAction() throws {
    let actions = (1...10).map { "行动\($0)" }
    var met: Set<String> = []
    for line in try Self.schemes().flatMap(Self.lines) {
      let tags = line.node.tags.filter { $0.hasPrefix("行动") }
      #expect(tags.count == 1 && tags.allSatisfy(actions.contains), "\(line.scheme.id) \(line.node.id)")
      met.formUnion(tags)
    }
    #expect(met.count == 10)
  }

  /// `郑大五附院党文〔2023〕16号 三(一)`: the clause.
  private static func clause(of owed: Obligation) -> String {
    owed.basis.split(separator: " ").last.map(String.init) ?? ""
  }

  private static func owers(_ owed: Obligation) -> String {
    var text = owed.owes.kinds.joined(separator: "、")
    if let predicate = owed.owes.predicate {
      text = ["lead = '是'": "牵头部门", "code = 'A01'": "党委办公室（专班办公室）"][predicate.text] ?? "\(text)（\(predicate.text)）"
    }
    if let each = owed.each { text += "，“\(each.table)”中每个\(each.by)一项" }
    return text
  }

  private static func cadence(_ owed: Obligation) -> String {
    guard case .every(let grain) = owed.cadence else { return "" }
    return switch grain {
    case .month: "每月"
    case .quarter: "每季"
    case .half: "每半年"
    case .year: "每年"
    default: ""
    }
  }

  private func row(_ cells: [String]) -> String { "| " + cells.map(escaped).joined(separator: " | ") + " |\n" }

  private func measures(of effect: Effect) -> [String] {
    (effect.trigger?.anyOf.map(\.measure) ?? []) + (effect.change.map { [$0.measure] } ?? [])
  }

  private func escaped(_ text: String) -> String {
    text.replacing("|", with: "\\|").replacing("<", with: "&lt;").replacing("*", with: "\\*")
  }
}
