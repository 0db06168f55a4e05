import Findings
import Foundation

/// One file of a report, by its path under the output folder.
package struct ReportFile: Sendable, Equatable {
  package let path: String
  package let bytes: [UInt8]
}

/// In which formats a report is written.
package enum ReportFormat: String, CaseIterable, Sendable {
  /// Markdown with its figures beside it.
  case markdown = "md"
  /// One page that needs nothing else.
  case html
  /// For WPS, Word and LibreOffice.
  case word = "docx"
}

extension Document {
  /// The document as one HTML file that opens without a network and prints on A4.
  package func html() -> String { HTMLWriter(document: self).text() }

  /// The document as Markdown whose figures lie in `<name>-assets/`.
  /// - Parameter name: the file's name without `.md`; two documents of one folder need two names.
  package func markdown(name: String) -> String { MarkdownWriter(document: self, name: name).text() }

  /// Every file of the report: `<name>.md` with its figures, `<name>.html`, `<name>.docx`.
  package func files(name: String, formats: Set<ReportFormat>) -> [ReportFile] {
    var files: [ReportFile] = []
    if formats.contains(.markdown) {
      files.append(ReportFile(path: "\(name).md", bytes: Array(markdown(name: name).utf8)))
      files += figures.map { ReportFile(path: FileStem.path(of: $0, in: name), bytes: $0.figure.png) }
    }
    if formats.contains(.html) { files.append(ReportFile(path: "\(name).html", bytes: Array(html().utf8))) }
    if formats.contains(.word), let bytes = docx() { files.append(ReportFile(path: "\(name).docx", bytes: bytes)) }
    return files
  }

  /// Writes the files into a folder, which is made if need be, each in whole or not at all. Figures of an earlier,
  /// longer version of the same document are removed; other documents' files are not touched.
  /// - Returns: The paths written, under the folder.
  package func write(
    name: String, formats: Set<ReportFormat> = Set(ReportFormat.allCases), into folder: String, log: FindingLog
  ) -> [String] {
    let files = files(name: name, formats: formats)
    if formats.contains(.markdown) {
      removeOldFigures(
        in: "\(folder)/\(FileStem.assets(of: name))", keeping: Set(files.map { "\(folder)/\($0.path)" }))
    }
    var written: [String] = []
    if formats.contains(.word), !files.contains(where: { $0.path == "\(name).docx" }) {
      log.add(ReportFinding.unwritable(.file("\(folder)/\(name).docx")))
    }
    for file in files {
      let path = "\(folder)/\(file.path)"
      let parent = (path as NSString).deletingLastPathComponent
      do {
        try FileManager.default.createDirectory(atPath: parent, withIntermediateDirectories: true)
        try Data(file.bytes).write(to: URL(fileURLWithPath: path), options: .atomic)
        written.append(file.path)
      } catch {
        log.add(ReportFinding.unwritable(.file(path)))
      }
    }
    return written
  }

  private func removeOldFigures(in folder: String, keeping paths: Set<String>) {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    for name in names where !paths.contains("\(folder)/\(name)") {
      // Only what this writer names so: two digits or more, a hyphen, `.png`.
      let number = name.prefix { $0.isASCII && $0.isNumber }
      guard number.count >= 2, name.dropFirst(number.count).first == "-", name.hasSuffix(".png") else { continue }
      try? FileManager.default.removeItem(atPath: "\(folder)/\(name)")
    }
  }
}
