import Documents
import Findings
import Testing

@testable import Schemes

/// Changes to a scheme's document that somebody wants to try out.
@Suite struct SchemeEditTests {
  static let text = """
    scheme: s
    params: {下限: 85, 全覆盖: false}
    nodes:
      - id: 总分
        of: sum
        children:
          - {id: 甲, points: 60, of: sum, children: [{id: 甲一, points: 60, measure: m}]}
          - {id: 乙, points: 40, measure: n}
    effects:
      - {id: 否决, set_grade: 差}
      - {id: 通报, deduct: {each: 5}}
    grades: {bands: [{grade: 优, at_least: 90}, {grade: 差}]}
    version: "1"

    """

  private func edited(_ edits: [SchemeEdit], log: FindingLog = FindingLog()) -> DocumentNode? {
    YAMLFile.parse(Self.text, name: "s.yaml", log: FindingLog())?.applying(edits, log: log)
  }

  @Test func `No edit leaves the document as it is`() throws {
    let original = try #require(YAMLFile.parse(Self.text, name: "s.yaml", log: FindingLog()))
    #expect(try #require(edited([])).saysTheSame(as: original))
  }

  @Test(arguments: [
    ("下限=80", "params", "{下限: 80, 全覆盖: false}"), ("params.全覆盖=true", "params", "{下限: 85, 全覆盖: true}"),
    ("nodes.乙.points=30", "nodes.1", "{id: 乙, points: 30, measure: n}"),
    ("nodes.甲一.points=50", "nodes.0.0", "{id: 甲一, points: 50, measure: m}"),
    ("nodes.总分.乙.points=30", "nodes.1", "{id: 乙, points: 30, measure: n}"),
    ("nodes.乙.missing=zero", "nodes.1", "{id: 乙, points: 40, measure: n, missing: zero}"),
    ("effects.通报.deduct.each=2", "effects.1", "{id: 通报, deduct: {each: 2}}"),
    ("grades.优.quota={share: 0.3}", "bands.0", "{grade: 优, at_least: 90, quota: {share: 0.3}}"),
    ("version=2", "version", "\"2\""),
    // A section that nobody has written yet.
    ("defaults.coverage=0.6", "defaults", "{coverage: 0.6}"),
  ])
  func `A value stands where the address says`(setting: String, path: String, expected: String) throws {
    let edit = try #require(SchemeEdit(setting: setting))
    let document = try #require(edited([edit]))
    #expect(try #require(part(path, of: document)).flowText == expected)
  }

  /// `~` takes a part out; a node by its id alone is told where it stands.
  @Test func `Near misses say what to write`() throws {
    let removed = try #require(SchemeEdit(setting: "effects.否决=~"))
    #expect(removed.change == .removal)
    #expect(try #require(edited([removed]))["effects"]?.items.count == 1)
    let log = FindingLog()
    #expect(edited([try #require(SchemeEdit(setting: "乙.points=30"))], log: log) == nil)
    let told = try #require(log.findings.first).wording(in: .english)
    #expect(told.remedy.contains("nodes.乙.points"))
  }

  /// The first way to a part that comes to mind, independent of the addresses under test.
  private func part(_ path: String, of document: DocumentNode) -> DocumentNode? {
    switch path {
    case "nodes.0.0": document["nodes"]?.items[0]["children"]?.items[0]["children"]?.items[0]
    case "nodes.1": document["nodes"]?.items[0]["children"]?.items[1]
    case "effects.1": document["effects"]?.items[1]
    case "bands.0": document["grades"]?["bands"]?.items[0]
    default: document[path]
    }
  }

  @Test func `Parts are left out by name`() throws {
    let document = try #require(edited([SchemeEdit(removing: "effects.否决"), SchemeEdit(removing: "nodes.甲一")]))
    #expect(document["effects"]?.items.map(\.editName) == ["通报"])
    #expect(document["nodes"]?.items[0]["children"]?.items[0]["children"]?.items.isEmpty == true)
  }

  static let refused: [(setting: String, code: String)] = [
    ("=1", "edit-address-empty"), ("defaults.x=1", "edit-address-unknown"),
    ("nodes.丙.points=1", "edit-address-unknown"),
    ("effects.9.x=1", "edit-address-unknown"), ("nodes.乙.points.x=1", "edit-address-unknown"),
    ("下限=[", "edit-value-unreadable"), ("下限={a: ", "edit-value-unreadable"),
    ("下线=80", "edit-parameter-unknown"),
  ]

  @Test(arguments: refused)
  func `What does not fit is refused`(setting: String, code: String) throws {
    let log = FindingLog()
    #expect(edited([SchemeEdit(setting: setting) ?? SchemeEdit(address: [""], change: .value("1"))], log: log) == nil)
    #expect(log.findings.map(\.code) == [code])
  }

  @Test func `A near name is named`() throws {
    let log = FindingLog()
    _ = edited([try #require(SchemeEdit(setting: "effects.通告.deduct=1"))], log: log)
    #expect(log.findings.first?.wording(in: .chinese).remedy.contains("通报") == true)
  }

  @Test(arguments: ["下线=80", "params.下线=80"]) func `A misspelt parameter gets a near name and the list`(setting: String)
    throws
  {
    let log = FindingLog()
    #expect(edited([try #require(SchemeEdit(setting: setting))], log: log) == nil)
    #expect(log.findings.map(\.code) == ["edit-parameter-unknown"])
    let wording = try #require(log.findings.first).wording(in: .english)
    #expect(wording.found == "The scheme has no parameter “下线”. Did you mean “下限”?")
    #expect(wording.remedy.hasPrefix("Parameters: 下限, 全覆盖."))
  }

  /// A key of schemes that this one does not have yet is no parameter.
  @Test func `A part of the scheme may be new`() throws {
    let edit = try #require(SchemeEdit(setting: "title=新"))
    #expect(edited([edit])?["title"] != nil)
  }

  @Test func `Text without an equals sign is no setting`() { #expect(SchemeEdit(setting: "满意下限") == nil) }
}
