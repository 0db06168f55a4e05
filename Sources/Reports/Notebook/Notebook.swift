import Documents
import Findings
import Foundation

/// Who a report is written for.
package enum Edition: String, Sendable, CaseIterable {
  /// For the office: may run SQL.
  case `internal`
  /// May be posted on a wall: no SQL, and the source hides small cells.
  case `public`
}

/// What the front matter of a notebook says.
package struct NotebookHeader: Sendable, Equatable {
  /// May hold `{{name}}`.
  package let title: CellText
  /// The folder under `datasets`.
  package let system: String?
  /// The scheme's id.
  package let scheme: String?
  /// As written: `2026H1`.
  package let period: String?
  package let edition: Edition
  /// The list of units of which each has a document of its own, with the list's place; nil: there is one document.
  package let each: UnitList?
}

/// A list of units as a notebook names it: `graded`.
package struct UnitList: Sendable, Equatable {
  package let name: String
  package let place: Place
}

/// A report as its author writes it: a front matter between two lines of `---`, Markdown, and fenced cells.
///
/// Reading checks all that can be checked without data: keys, columns' form, parameters, the edition.
package struct Notebook: Sendable, Equatable {
  /// What findings call the file.
  package let name: String
  package let header: NotebookHeader
  package let parameters: Parameters
  package let blocks: [DraftBlock]

  /// - Parameters:
  ///   - name: the path inside the workspace.
  ///   - scheme: stands in for the header's, also as `$scheme`.
  ///   - period: stands in for the header's, also as `$period`.
  ///   - given: stand in for the header's `params` of those names.
  ///   - file: the text of another file of the workspace, for `include`; nil: there is none.
  /// - Returns: nil if there is no front matter with a title; the reason is in the log.
  package static func read(
    _ text: String, name: String, scheme: String? = nil, period: String? = nil, given: [String: String] = [:],
    file: @escaping (String) -> String? = { _ in nil }, log: FindingLog
  ) -> Notebook? {
    var lines = plain(text).split(separator: "\n", omittingEmptySubsequences: false)
    guard let first = lines.first, isFence(first) else {
      log.add(ReportFinding.headerMissing(.line(name, line: 1, column: 1)))
      return nil
    }
    guard let end = lines.dropFirst().firstIndex(where: isFence) else {
      log.add(ReportFinding.headerOpen(.line(name, line: 1, column: 1)))
      return nil
    }
    let header = lines[1..<end].joined(separator: "\n")
    guard let node = YAMLFile.parse(header, name: name, firstLine: 2, log: log) else { return nil }
    guard
      let (header, parameters) = readHeader(
        node, scheme: scheme, period: period, given: given, log: log)
    else { return nil }
    lines.removeFirst(end + 1)
    let reader = BodyReader(edition: header.edition, parameters: parameters, file: file, log: log)
    let blocks = reader.blocks(of: lines.joined(separator: "\n"), name: name, lineOffset: end + 1)
    return Notebook(name: name, header: header, parameters: parameters, blocks: blocks)
  }

  /// The text with line feeds only.
  static func plain(_ text: String) -> String {
    var clean = text.replacingOccurrences(of: "\r\n", with: "\n").replacingOccurrences(of: "\r", with: "\n")
    if clean.unicodeScalars.first == "\u{FEFF}" { clean.unicodeScalars.removeFirst() }
    return clean
  }

  private static func isFence(_ line: Substring) -> Bool {
    line.hasPrefix("---") && line.dropFirst(3).allSatisfy { $0 == " " || $0 == "\t" }
  }

  private static func readHeader(
    _ node: DocumentNode, scheme: String?, period: String?, given: [String: String], log: FindingLog
  ) -> (NotebookHeader, Parameters)? {
    var reader = MappingReader(node, path: "front matter", shape: .notebook, log: log)
    let title = reader.requiredText("title")
    let system = reader.text("system")
    let writtenScheme = reader.text("scheme")
    let written = reader.text("period")
    let edition = reader.choice("edition", Edition.self)
    // A word that is no edition must not open what the public edition closes.
    let isEditionUnread = reader.has("edition") && edition == nil
    let each = reader.text("each").map { UnitList(name: $0, place: reader.place(of: "each")) }
    let entries = reader.entries("params")
    reader.finish()
    guard let title, !isEditionUnread else { return nil }
    let header = NotebookHeader(
      title: CellText(title, at: reader.place(of: "title")), system: system, scheme: scheme ?? writtenScheme,
      period: period ?? written,
      edition: edition ?? .internal, each: each)
    return (header, Parameters(header, entries: entries, given: given, place: node.place, log: log))
  }
}
