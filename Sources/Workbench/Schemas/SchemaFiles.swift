import Findings
import Foundation

/// Writes JSON Schemas into a folder, which is made if need be; files of the same names are replaced.
/// - Returns: one line; nil with the reason in the log.
package func writeSchemas(
  _ kinds: [SchemaKind], to folder: URL, language: Language, log: FindingLog
) -> String? {
  do {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for kind in kinds { try Data(kind.text.utf8).write(to: folder.appending(path: kind.fileName), options: .atomic) }
  } catch let error as NSError {
    log.add(WorkbenchFinding.fileUnwritable(.file(folder.path), WriteObstacle(error)))
    return nil
  }
  return CommandSentence.schemasWritten(kinds.count, folder: folder.path).text(in: language)
}
