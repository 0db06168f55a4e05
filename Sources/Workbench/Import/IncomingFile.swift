import Findings
import Foundation
import Tables
import Tabular

/// A file on its way in: one that lies in a folder, or in an archive.
struct IncomingFile {
  enum Content {
    case opened(DataFile)
    case packed(FileArchive, String)
  }

  /// Of a packed file the archive's, and its own behind it.
  let path: String
  let name: String
  let content: Content

  /// What the file is; nil, with the reason in the log, if it cannot be read.
  func data(_ log: FindingLog) -> DataFile? {
    switch content {
    case .opened(let data): data
    case .packed(let archive, let file): archive.open(file, log: log)
    }
  }
}

extension DataFile {
  var workbook: Workbook? { if case .workbook(let workbook) = self { workbook } else { nil } }

  /// The rows that a table means; nil, with the reason in the log, if they cannot be read or found.
  func records(for spec: TableSpec, log: FindingLog) -> (any RecordFile)? {
    switch self {
    case .text(let text): text.delimited(encoding: spec.file.encoding, headerRow: spec.file.headerRow, log: log)
    case .workbook(let workbook): spec.sheet(of: workbook, log: log)
    case .archive: nil
    }
  }
}

extension FileChoice {
  /// The table of a file: the one that the command names, that a form names, or that the file's name fits.
  func spec(for file: IncomingFile, _ form: IncomingForm?, named: String?) -> SystemFolders.SpecFile? {
    guard named == nil, let form else { return spec(for: URL(filePath: file.path), named: named) }
    guard let table = form.table, form.hasRows else {
      log.add(IncomingFinding.formWithoutTable(.file(file.name), kind: form.kind))
      return nil
    }
    let found = spec(named: table)
    if let found, let version = form.version, version != found.spec.version {
      log.add(
        IncomingFinding.formVersion(form.place, table: found.spec.id, form: version, spec: found.spec.version))
    } else if let found, let spec = form.spec, !found.hash.hasPrefix(spec) {
      log.add(IncomingFinding.formSpecChanged(form.place, table: found.spec.id))
    }
    return found
  }
}
