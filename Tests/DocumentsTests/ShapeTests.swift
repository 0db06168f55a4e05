import Findings
import Testing

@testable import Documents

extension Shape {
  /// A line has ends, or a centre with a radius; it may be made of further lines.
  fileprivate static let line: Shape = Shape(
    "line", "线", "a line",
    [
      .optional("from", .number, "起点", "where it begins"),
      .optional("to", .number, "终点", "where it ends"),
      .optional("centre", .number, "中点", "its centre"),
      .optional("radius", .number(.above(0)), "半长", "half its length"),
      .optional("colour", .words("red", "blue"), "颜色", "its colour"),
      .optional("parts", .list(.mapping(.line), atLeast: 1), "分段", "its parts"),
      .reserved("dash"),
    ],
    rules: [
      .oneOf(["from", "centre"]), .form("from", needs: ["to"]), .form("centre", with: ["radius"]),
    ])
}

@Suite struct ShapeTests {
  @Test func withoutKeysEveryKeyIsLegalButReservedOnes() {
    #expect(Shape.line.legalKeys(beside: []) == ["from", "to", "centre", "radius", "colour", "parts"])
  }

  @Test func aFormShutsOutTheKeysOfOthers() {
    #expect(Shape.line.legalKeys(beside: ["from"]) == ["from", "to", "colour", "parts"])
    #expect(Shape.line.legalKeys(beside: ["centre", "colour"]) == ["centre", "radius", "colour", "parts"])
  }

  @Test func twoFormsAtOnceAreNoUnknownKeys() {
    #expect(!Shape.line.isDecided(by: ["from", "centre"]))
    #expect(Shape.line.isDecided(by: ["from"]))
    #expect(Shape.line.legalKeys(beside: ["from", "centre"]).contains("radius"))
  }

  @Test func aShapeReachesItselfOnce() { #expect(Shape.line.reachable.map(\.name) == ["line"]) }

  @Test func theReaderNamesTheKeysOfTheForm() throws {
    let log = FindingLog()
    let node = try #require(YAMLFile.parse("{from: 1, to: 2, radius: 3}", name: "s.yaml", log: log))
    var reader = MappingReader(node, path: "line", shape: .line, log: log)
    #expect(reader.number("from") == 1)
    #expect(reader.number("to") == 2)
    #expect(reader.choice("colour", Colour.self) == nil)
    #expect(reader.list("parts") == nil)
    reader.finish()
    #expect(
      log.findings.compactMap { $0 as? DocumentFinding } == [
        .unknownKey(
          .line("s.yaml", line: 1, column: 18), key: "radius", of: "line", legal: ["from", "to", "colour", "parts"])
      ])
  }

  private enum Colour: String, CaseIterable { case red, blue }

  /// Written by hand from the rules of draft 2020-12.
  @Test func theSchemaSaysWhatTheShapeSays() {
    let schema = JSONSchema.schema(of: .init(.line), title: "line")
    #expect(
      schema.text == """
        {
          "$schema": "https://json-schema.org/draft/2020-12/schema",
          "title": "line",
          "description": "线 – a line",
          "$ref": "#/$defs/line",
          "$defs": {
            "line": {
              "description": "线 – a line",
              "type": "object",
              "properties": {
                "from": { "description": "起点 – where it begins", "type": "number" },
                "to": { "description": "终点 – where it ends", "type": "number" },
                "centre": { "description": "中点 – its centre", "type": "number" },
                "radius": { "description": "半长 – half its length", "type": "number", "exclusiveMinimum": 0 },
                "colour": { "description": "颜色 – its colour", "enum": ["red", "blue"] },
                "parts": {
                  "description": "分段 – its parts",
                  "type": "array",
                  "items": { "$ref": "#/$defs/line" },
                  "minItems": 1
                }
              },
              "allOf": [
                { "oneOf": [{ "required": ["from"] }, { "required": ["centre"] }] },
                {
                  "if": { "required": ["from"] },
                  "then": { "required": ["to"], "properties": { "radius": false } }
                },
                { "if": { "required": ["centre"] }, "then": { "properties": { "to": false } } }
              ],
              "additionalProperties": false
            }
          }
        }

        """)
  }

  @Test func aFileOfDifferencesRequiresNothingAndMayRemove() {
    let shape = Shape(
      "file", "文件", "a file",
      [.optional("extends", .text, "甲", "a"), .required("id", .text, "乙", "b"), .required("n", .number, "丙", "c")])
    let schema = JSONSchema.schema(
      of: .init(shape, hasParameters: true, extensionKey: "extends", extensionNeeds: ["id"]), title: "file")
    #expect(schema["if"] == .object([("type", .text("object")), ("required", .texts(["extends"]))]))
    #expect(schema["then"] == .object([("$ref", .text("#/$defs/file-difference")), ("required", .texts(["id"]))]))
    #expect(schema["$defs"]?["file"]?["required"] == .texts(["id", "n"]))
    let loose = schema["$defs"]?["file-difference"]
    #expect(loose?["required"] == nil)
    #expect(
      loose?["properties"]?["n"]?["anyOf"]
        == .array([
          .object([("type", .texts(["number", "string"])), ("pattern", .text("^\\$\\S+$"))]),
          .object([("type", .text("null"))]),
        ]))
  }

  @Test func textsAreEscaped() { #expect(JSONValue.text("\"\\\n\u{1}清").text == "\"\\\"\\\\\\n\\u0001清\"\n") }
}
