import Findings
import Foundation

/// What lies in the in-box and may be looked at now.
struct Inbox {
  /// In the order of their names.
  private(set) var files: [URL] = []
  /// Files that are left alone, and why.
  private(set) var alone: [(file: URL, why: DeskFinding)] = []

  /// How long ago a file must have been written for nobody to look twice.
  private static let settled: TimeInterval = 3
  private static let patience: TimeInterval = 0.4

  init(_ folder: URL, choice: FileChoice) {
    let workspace = choice.workspace
    let all = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
    var candidates: [URL] = []
    for path in all.sorted() {
      let url = folder.appending(path: path)
      var isFolder: ObjCBool = false
      guard FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder), !isFolder.boolValue,
        !path.split(separator: "/").contains(where: { $0.hasPrefix(".") || $0.hasPrefix("~$") })
      else { continue }
      let place = Place.file(workspace.relative(url.path))
      if let lock = DeskFolder.officeLock(of: url) {
        alone.append((url, .open(place, lock: lock)))
      } else if !choice.isData(url) {
        alone.append((url, .otherKind(place)))
      } else {
        candidates.append(url)
      }
    }
    let first = candidates.map(FileState.init)
    if first.contains(where: { $0.age < Self.settled }) { Thread.sleep(forTimeInterval: Self.patience) }
    for (url, state) in zip(candidates, first) {
      if state.age < Self.settled, FileState(url) != state {
        alone.append((url, .changing(.file(workspace.relative(url.path)))))
      } else {
        files.append(url)
      }
    }
  }
}

/// By which a file is seen to have been written again.
struct FileState: Equatable {
  private let size: Int
  private let modified: Date
  var age: TimeInterval { Date().timeIntervalSince(modified) }

  init(_ file: URL) {
    let attributes = try? FileManager.default.attributesOfItem(atPath: file.path)
    size = (attributes?[.size] as? NSNumber)?.intValue ?? -1
    modified = attributes?[.modificationDate] as? Date ?? .distantPast
  }
}

extension FileChoice {
  /// Whether the file's ending is one of those that data have.
  func isData(_ file: URL) -> Bool { Self.endings.contains(file.pathExtension.lowercased()) }
}
