import Foundation
import Testing

@testable import Charts
@testable import Reports
@testable import Workbench

/// `docs/reports.md` and `docs/charts.md`: every key, mark, cell and value is there, and every example is drawn and written without a finding.
@Suite("The page of reports and charts")
struct ReportPageTests {
  private static let page = (try? Repository.text("docs/reports.md")) ?? ""
  /// What reports.md says of charts goes on there.
  private static let pages = page + ((try? Repository.text("docs/charts.md")) ?? "")

  private func expectNamed(_ words: some Sequence<String>, _ what: String) {
    for word in words {
      #expect(Self.pages.contains("`\(word)`") || Self.pages.contains("`\(word):"), "\(what): \(word)")
    }
  }

  @Test func everyKeyIsExplained() throws {
    let call =
      /eader\.(?:text|texts|requiredText|node|requiredNode|choice|entries|number|integer|boolean|template|format|range)\(\s*"([^"]+)"/
    var keys: Set<String> = []
    for folder in ["Sources/Charts", "Sources/Reports", "Sources/Workbench/Reporting"] {
      for path in Repository.files(under: folder, ending: ".swift") {
        for match in try Repository.text(path).matches(of: call) { keys.insert(String(match.1)) }
      }
    }
    #expect(keys.count > 40)
    expectNamed(keys.sorted(), "key")
  }

  @Test func everyChoiceIsExplained() {
    expectNamed(CellKind.allCases.map(\.rawValue), "cell")
    expectNamed(MarkKind.allCases.map(\.rawValue), "mark")
    expectNamed(DataRequest.Kind.allCases.map(\.rawValue), "data")
    expectNamed(Edition.allCases.map(\.rawValue), "edition")
    expectNamed(TableCell.Order.allCases.map(\.rawValue), "order")
    expectNamed(TableCell.Empty.allCases.map(\.rawValue), "empty")
    expectNamed(SentenceCell.Form.allCases.map(\.rawValue), "as")
    expectNamed(ChartSpec.Scales.Fill.Palette.allCases.map(\.rawValue), "palette")
    expectNamed(["previous", "last_year", "current", "cutoffs", "per_row", "regular", "bold"], "word")
  }

  /// Every value that the program gives to notebooks and charts, as its source lists them.
  @Test func everyValueIsExplained() throws {
    func names(_ path: String, _ from: String) throws -> [String] {
      let text = try Repository.text(path)
      let start = try #require(text.range(of: from)).upperBound
      let end = try #require(text[start...].range(of: "]\n  }")).lowerBound
      return text[start..<end].matches(of: #/"([a-z_]+)": /#).map { String($0.1) }
    }
    let inText = try names("Sources/Workbench/Reporting/WorkspaceReportSource.swift", "private var values")
    let onCharts = try names("Sources/Workbench/Reporting/ChartDrawing.swift", "private func values")
    #expect(inText.count >= 13 && onCharts.count >= 8)
    expectNamed((inText + ["title"]).map { "{{\($0)}}" }, "value")
    expectNamed((onCharts + ["finding", "facet", "n_facet"]).map { "{\($0)}" }, "chart value")
  }

  /// Notebooks and parts of notebooks, which stand between lines of four backticks.
  private static let notebooks = page.components(separatedBy: "\n````markdown\n").dropFirst().compactMap {
    $0.components(separatedBy: "\n````\n").first
  }

  /// The small workspace of the transcripts, with both halves of its year scored.
  private func workspace() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    let small = Repository.root.appending(path: "Tests/TranscriptTests/workspace")
    for item in try FileManager.default.contentsOfDirectory(atPath: small.path) {
      try FileManager.default.copyItem(at: small.appending(path: item), to: folder.url.appending(path: item))
    }
    for half in ["2025H1", "2025H2"] {
      // Code 1: the small files have rows that are set aside.
      #expect(try Repository.shell("qingheng import 收件箱/\(half) --period \(half)", in: folder.url).code <= 1)
      let score = try Repository.shell("qingheng score keshi --period \(half)", in: folder.url)
      #expect(score.code == 0, "\(score.text)")
    }
    return folder
  }

  @Test func everyExampleIsWrittenOrDrawn() throws {
    let folder = try workspace()
    let header = try #require(Self.notebooks.first?.components(separatedBy: "\n# ").first)
    #expect(Self.notebooks.count >= 5)
    for (index, text) in Self.notebooks.enumerated() {
      let whole = text.hasPrefix("---") ? text : "\(header)\n\(text)"
      try folder.write(whole + "\n", to: "notebooks-md/example\(index).md")
      let report = try Repository.shell("qingheng report notebooks-md/example\(index).md --lang en", in: folder.url)
      #expect(report.code == 0 && !report.text.contains(": "), "\(report.text)\n\(text)")
    }
    let charts = blocks("yaml", of: Self.page)
    #expect(charts.count >= 3)
    for (index, text) in charts.enumerated() {
      try folder.write(text + "\n", to: "charts/example\(index).yaml")
      let drawn = try Repository.shell(
        "qingheng chart charts/example\(index).yaml --scheme keshi --period 2025H2 --lang en", in: folder.url)
      #expect(drawn.code == 0 && !drawn.text.contains(": "), "\(drawn.text)\n\(text)")
    }
  }
}
