import Documents
import Findings
import Testing

@testable import Schemes

/// The smallest input that provokes a finding: the first marker stands where the finding must point.
struct Exhibit: CustomTestStringConvertible, Sendable {
  let code: String
  let text: String
  /// Checked against tables too.
  var tables: [CatalogueTable]?

  init(_ code: String, _ text: String, tables: [CatalogueTable]? = nil) {
    self.code = code
    self.text = text
    self.tables = tables
  }

  /// Only the body: the head is added.
  static func body(_ code: String, _ body: String, tables: [CatalogueTable]? = nil) -> Exhibit {
    Exhibit(code, schemeHead + body, tables: tables)
  }

  /// A scheme of one measure over the table `t`.
  static func measure(_ code: String, _ measure: String, tables: [CatalogueTable]? = nil) -> Exhibit {
    body(
      code,
      """
      measures:
        m: \(measure)
      nodes: {id: 总分, of: mean, children: [{id: n, weight: 1, measure: m}]}
      """, tables: tables)
  }

  /// A scheme of one expression over `exhibitTable`, as a condition.
  static func condition(_ code: String, _ expression: String) -> Exhibit {
    measure(code, "{table: t, take: count, where: \"\(expression)\"}", tables: [exhibitTable])
  }

  /// The nodes of a scheme with the measure m, a count.
  static func nodes(_ code: String, _ nodes: String, rest: String = "", tables: [CatalogueTable]? = nil) -> Exhibit {
    body(
      code,
      """
      measures:
        m: {table: t, take: count}
      \(rest)
      nodes:
      \(nodes)
      """, tables: tables)
  }

  var testDescription: String { code }

  func findings() -> (log: FindingLog, expected: Place?) {
    let marked = MarkedText(text)
    let log = FindingLog()
    if let scheme = readScheme(marked.text, log: log), let tables {
      var catalogue = Catalogue(tables: tables, registerColumns: ["state"])
      catalogue.units = CatalogueUnits(kinds: ["科室"], codes: ["A1"])
      check(scheme, against: catalogue, log: log)
    }
    return (log, marked.places[1])
  }
}

let exhibitTable = table(
  "t", complete: true, CatalogueColumn(id: "a", kind: .integer, isNullable: false, range: 0...10),
  CatalogueColumn(id: "empty", kind: .integer, isNullable: true),
  CatalogueColumn(id: "text", kind: .text, isNullable: false, values: ["甲等", "乙等"]),
  CatalogueColumn(id: "day", kind: .date, isNullable: false),
  CatalogueColumn(id: "moment", kind: .datetime, isNullable: false),
  CatalogueColumn(id: "flag", kind: .boolean, isNullable: false))
