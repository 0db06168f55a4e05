import Findings
import Foundation
import Store

extension Session {
  /// Writes the rows that were set aside, with their reasons, to a file that a person can mend and import.
  func writeRejects(of batch: Int, in store: Database, file: String, sheet: String = "", headers: [String])
    throws -> String?
  {
    let stem = (file as NSString).lastPathComponent
    let isText = ["csv", "tsv", "txt"].contains((stem as NSString).pathExtension.lowercased())
    let path = "out/rejects/\(store.name(ofBatch: batch))-\(stem)\(isText ? "" : ".csv")"
    var lines = [["行 row", "原因 reasons"] + headers]
    for row in try store.rejects(ofBatch: batch) {
      lines.append([SheetRow.label(row.sourceRow, in: sheet), row.reasons.joined(separator: "; ")] + row.cells)
    }
    let text = lines.map { $0.map(csvCell).joined(separator: ",") + "\r\n" }.joined()
    // WPS and Excel take a file for UTF-8 only if it says so.
    return try write(Data(("\u{FEFF}" + text).utf8), to: path, isPrivate: true) ? path : nil
  }

  /// Writes a file under the workspace; a finding if that cannot be done.
  /// - Parameter isPrivate: it holds cells as they were sent in: as closed as the database that keeps them, from the first
  ///   byte on.
  func write(_ data: Data, to path: String, isPrivate: Bool = false) throws -> Bool {
    if isPrivate {
      guard try write(Data(), to: path) else { return false }
      try? FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: workspace.url(path).path)
    }
    let url = workspace.url(path)
    do {
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try data.write(to: url)
      return true
    } catch let error as NSError {
      log.add(WorkbenchFinding.fileUnwritable(.file(path), WriteObstacle(error)))
      return false
    }
  }
}
