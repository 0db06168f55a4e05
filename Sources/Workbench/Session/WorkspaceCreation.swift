import Findings
import Foundation

/// Makes an empty workspace: settings, a register with its header, schemas for editors, and the folders. A register
/// that is there stays.
/// - Returns: what to do next, in words; nil with the reason in the log.
package func createWorkspace(
  at folder: URL, institution: String, language: Language, log: FindingLog
) throws -> String? {
  let manager = FileManager.default
  guard !manager.fileExists(atPath: folder.appending(path: Workspace.settingsName).path) else {
    log.add(WorkbenchFinding.workspaceExists(.file(folder.path)))
    return nil
  }
  let name = institution.isEmpty ? folder.standardizedFileURL.lastPathComponent : institution
  let quotedName = "\"" + name.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  let isChinese = language == .chinese
  let protection =
    isChinese
    ? "工作秘密（protected: true 的表）另存一个文件，可写工作区之外的路径" : "where tables with protected: true are kept; may lie elsewhere"
  let calendar = isChinese ? "工作日历（放假与调休）每年一个文件" : "working-day calendars, a file for each year"
  var files = [
    Workspace.settingsName: """
    \(SchemaKind.workspace.comment(for: Workspace.settingsName))
    institution: \(quotedName)
    language: \(language.rawValue)
    database: qingheng.sqlite
    units: datasets/_shared/units.csv
    minimum_cell: 5
    # protected: protected.sqlite  # \(protection)
    # datasets/_shared/calendar/2026.csv  # \(calendar)

    """,
    "datasets/_shared/units.csv":
      "code,name,kind,parent,peer_group,valid_from,valid_to,aliases,successor,state\n",
  ]
  for kind in SchemaKind.allCases { files["\(SchemaKind.folder)/\(kind.fileName)"] = kind.text }
  do {
    for subfolder in [
      "datasets/_shared/tables", "datasets/_shared/calendar", "charts", "notebooks-md", SchemaKind.folder,
      DeskFolder.inbox, DeskFolder.received, DeskFolder.reports,
    ] {
      try manager.createDirectory(at: folder.appending(path: subfolder), withIntermediateDirectories: true)
    }
    for (path, text) in files.sorted(by: { $0.key < $1.key })
    where !manager.fileExists(atPath: folder.appending(path: path).path) {
      try Data(text.utf8).write(to: folder.appending(path: path))
    }
  } catch let error as NSError {
    log.add(WorkbenchFinding.fileUnwritable(.file(folder.path), WriteObstacle(error)))
    return nil
  }
  return CommandSentence.workspaceMade(folder.path).text(in: language)
}
