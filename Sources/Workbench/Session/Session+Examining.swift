import Charts
import Findings

extension Session {
  /// Looks at what everything else stands on: the database file, and the font that charts need.
  package func examine(language: Language) throws -> [String] {
    let isChinese = language == .chinese
    var lines = [
      isChinese ? "工作区：\(workspace.folder.path)" : "Workspace: \(workspace.folder.path)",
      isChinese
        ? "单位\(register.units.count)个，表规格\(folders.specs.count)个，方案\(folders.schemes.count)个"
        : "\(counted(register.units.count, "unit")), \(counted(folders.specs.count, "table spec")), \(counted(folders.schemes.count, "scheme"))",
    ]
    if !folders.isUseless { folders.tell(log, of: folders.troubled) }
    let isWhole = try database.integrityCheck(log: log)
    if isWhole { lines.append(isChinese ? "数据库：完好" : "Database: whole") }
    if let fonts = FontSet.locate(log: log) {
      lines.append(isChinese ? "中文字体：\(fonts.regular.path)" : "Chinese font: \(fonts.regular.path)")
    }
    return lines
  }
}
