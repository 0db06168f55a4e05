import Charts
import Documents
import Findings

@testable import Reports

/// Answers from what a test puts in; the request's first key chooses.
struct FakeSource: ReportSource {
  var imprint = Imprint(
    institution: "清江市第一人民医院", system: "清廉科室评价", period: "2026年上半年", scheme: "清廉科室方案",
    schemeVersion: "1.0", approval: "默认方案（自拟），未经本院审定", run: "3f9a1c7e", asOf: "2026-07-20",
    verification: "7Q2M-KD41")
  var values: [String: String] = [:]
  var tables: [String: DataTable] = [:]
  var sentences: [String: [String]] = [:]
  var figures: [String: [ReportFigure]] = [:]
  var statements: [String: DataTable] = [:]
  var lists: [String: [String]] = [:]
  var unitValues: [String: [String: String]] = [:]
  var unit: String?

  func units(_ list: String) -> [String]? { lists[list] }
  var unitLists: [String] { lists.keys.sorted() }
  func inView(of unit: String) -> FakeSource {
    var source = self
    source.unit = unit
    return source
  }

  func value(_ name: String) -> String? { unit.flatMap { unitValues[$0]?[name] } ?? values[name] }
  var valueNames: [String] { values.keys.sorted() }

  func table(_ request: DocumentNode, log: FindingLog) -> DataTable? {
    firstKey(request).flatMap { key in
      // A test may have a table for each unit that a request names.
      let named = request[key]?.text(called: key, log: FindingLog()) ?? ""
      return tables["\(key) \(named)"] ?? tables[key]
    }
  }
  func sentences(_ request: DocumentNode, log: FindingLog) -> [String] {
    firstKey(request).flatMap { sentences[$0] } ?? []
  }
  func charts(_ request: ChartRequest, log: FindingLog) -> [ReportFigure] { figures[request.chart] ?? [] }
  func sql(_ request: SQLRequest, log: FindingLog) -> DataTable? { statements.first?.value }

  private func firstKey(_ node: DocumentNode) -> String? {
    guard case .mapping(let entries) = node.content else { return nil }
    return entries.first?.key
  }
}

extension ReportFigure {
  /// A figure whose bytes are a mark of one test.
  static func marked(_ mark: UInt8, facet: String? = nil, alt: String = "图") -> ReportFigure {
    ReportFigure(png: [0x89, 0x50, 0x4E, 0x47, mark], alt: alt, facet: facet, widthPx: 1600, heightPx: 900)
  }
}

/// A notebook with a plain header around a body; the body's first line is line 4.
func notebook(_ body: String, header: String = "title: 通报", log: FindingLog = FindingLog()) -> Notebook? {
  Notebook.read("---\n\(header)\n---\n\(body)", name: "n.md", log: log)
}

/// The blocks of a body, answered by a source.
func blocks(_ body: String, source: FakeSource = FakeSource(), log: FindingLog = FindingLog()) -> [Block] {
  notebook(body, log: log)?.document(from: source, log: log).blocks ?? []
}

/// `code line:column` of each finding.
func places(_ log: FindingLog) -> [String] {
  log.findings.map { finding in
    guard case .line(_, let line, let column) = finding.place else { return finding.code }
    return "\(finding.code) \(line):\(column)"
  }
}

extension PrintedTable.Entry {
  /// The words of an entry; a dash where it is missing.
  var plainText: String {
    if case .content(let words) = self { Inline.plainText(words) } else { DocumentWording.dash }
  }
}
