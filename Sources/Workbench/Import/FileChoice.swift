import Findings
import Foundation
import Tables
import Tabular

/// Finds out which files a command means, and which table each of them belongs to.
struct FileChoice {
  let workspace: Workspace
  let folders: SystemFolders
  let log: FindingLog

  /// Files of other kinds in a folder are nobody's data.
  static let endings = ["csv", "tsv", "txt", "xlsx", "xlsm", "xls", "zip"]

  /// The files named, and those inside folders named, in the order of their names; hidden files are left out, and the
  /// locks that office programs leave beside open files, which is said.
  func files(_ names: [String]) -> [URL] {
    names.flatMap { name -> [URL] in
      let url = URL(filePath: name).standardizedFileURL
      var isFolder: ObjCBool = false
      guard FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder), isFolder.boolValue else {
        return [url]
      }
      let inside = FileManager.default.enumerator(atPath: url.path)?.compactMap { $0 as? String } ?? []
      let data = inside.filter { path in
        let isHidden = path.split(separator: "/").contains { $0.hasPrefix(".") }
        return !isHidden && Self.endings.contains((path as NSString).pathExtension.lowercased())
      }.sorted()
      let locks = data.filter { ($0 as NSString).lastPathComponent.hasPrefix("~$") }
      if !locks.isEmpty {
        log.add(TabularFinding.archive(.file(workspace.relative(url.path)), .skipped(locks)))
      }
      return data.filter { !locks.contains($0) }.map { url.appending(path: $0) }
    }
  }

  /// - Parameter named: `--table`: a table's id, or system/id.
  func spec(for file: URL, named: String?) -> SystemFolders.SpecFile? {
    named.map { spec(named: $0) } ?? spec(matching: file)
  }

  /// A table by its id, or system/id; nil with the reason in the log.
  func spec(named name: String) -> SystemFolders.SpecFile? {
    let parts = name.split(separator: "/", maxSplits: 1).map(String.init)
    let found = folders.specs.filter {
      parts.count == 2 ? $0.spec.system == parts[0] && $0.spec.id == parts[1] : $0.spec.id == name
    }
    switch found.count {
    case 1: return found[0]
    case 0: log.add(WorkbenchFinding.tableUnknown(.subject(name), known: folders.specs.map(\.spec.id)))
    default: log.add(WorkbenchFinding.tableOfSeveralSystems(.subject(name), systems: found.map(\.spec.system)))
    }
    return nil
  }

  private func spec(matching file: URL) -> SystemFolders.SpecFile? {
    let name = file.lastPathComponent
    let found = folders.specs.filter { $0.spec.file.matches(name) }
    let place = Place.file(workspace.relative(file.path))
    switch found.count {
    case 1: return found[0]
    case 0: log.add(WorkbenchFinding.fileMatchesNone(place, patterns: folders.specs.compactMap(\.spec.file.match)))
    default:
      log.add(WorkbenchFinding.fileMatchesSeveral(place, tables: found.map { "\($0.spec.system)/\($0.spec.id)" }))
    }
    return nil
  }
}
