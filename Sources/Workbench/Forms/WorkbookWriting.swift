import Findings
import Foundation
import Spreadsheets

/// Writes a workbook where a command wants it: whole or not at all.
/// - Parameters:
///   - path: absolute, or from the current folder.
///   - name: what findings call it; nil: the path.
///   - replaces: whether a file of that name may be written over; one that was filled in never is.
///   - isPrivate: closed to everybody else, as rejects are.
/// - Returns: false with the reason in the log.
package func save(
  _ workbook: Workbook, to path: String, called name: String? = nil, replaces: Bool, isPrivate: Bool = false,
  log: FindingLog
) throws -> Bool {
  let name = name ?? path
  let url = URL(filePath: path).standardizedFileURL
  if !replaces, FileManager.default.fileExists(atPath: url.path) {
    log.add(FormFinding.fileExists(.file(name)))
    return false
  }
  let data = try workbook.bytes(called: name)
  let part = url.deletingLastPathComponent().appending(path: ".\(url.lastPathComponent)-\(UUID().uuidString)")
  do {
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data().write(to: part)
    // Closed before anything stands in it.
    if isPrivate { try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: part.path) }
    let handle = try FileHandle(forWritingTo: part)
    try handle.write(contentsOf: data)
    try handle.close()
    guard rename(part.path, url.path) == 0 else { throw NSError(domain: NSPOSIXErrorDomain, code: Int(errno)) }
    return true
  } catch let error as NSError {
    try? FileManager.default.removeItem(at: part)
    log.add(WorkbenchFinding.fileUnwritable(.file(name), WriteObstacle(error)))
    return false
  }
}
