import Documents
import Findings
import SchemaValidation
import Testing

@testable import Schemes

/// The reader and the schema judge alike: what the reader takes, the schema takes; what the reader cannot read, the
/// schema refuses.
@Suite struct SchemaAgreementTests {
  static let validator = SchemaValidator(
    JSONSchema.schema(of: .init(.scheme, hasParameters: true, extensionKey: "extends"), title: ""))

  /// Codes of findings about form, which a schema must see.
  static let seen: Set = ["key-unknown", "key-missing", "value-wrong-kind", "value-illegal"]

  static func check(_ text: String) throws {
    let log = FindingLog()
    guard let node = YAMLFile.parse(text, name: "s.yaml", log: log) else { return }
    let scheme = readScheme(text, log: log)
    let errors = validator.errors(in: node)
    if scheme != nil { #expect(errors == [], "\(text)") }
    if log.findings.contains(where: { seen.contains($0.code) }) { #expect(errors != [], "\(text)") }
  }

  @Test(arguments: structureExhibits + treeExhibits + outcomeExhibits + tableExhibits)
  func onExhibits(exhibit: Exhibit) throws { try Self.check(MarkedText(exhibit.text).text) }
}
