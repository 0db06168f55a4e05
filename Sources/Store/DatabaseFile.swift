import Findings
import Foundation

/// What the file system says about a database file before SQLite is asked.
struct DatabaseFile {
  /// Whether `obstacle` had to make the file.
  private(set) var isNew = false
  let path: String
  let place: Place
  /// SQLite reads `file:` and `:memory:` as something else; a path from the root cannot be mistaken.
  let absolutePath: String

  init(path: String, place: Place) {
    self.path = path
    self.place = place
    absolutePath =
      path.hasPrefix("/")
      ? path : URL(fileURLWithPath: FileManager.default.currentDirectoryPath).appendingPathComponent(path).path
  }

  /// Makes the file where it is due and missing.
  /// - Returns: the reason why it cannot be used.
  mutating func obstacle(mode: Database.Mode) -> StoreFinding? {
    if absolutePath.utf8.contains(0) { return .databaseUnwritable(place, reason: .name) }
    var status = stat()
    if stat(absolutePath, &status) != 0 {
      guard errno == ENOENT || errno == ENOTDIR else { return .databaseUnreadable(place) }
      return mode == .readOnly ? .databaseAbsent(place) : create()
    }
    guard status.st_mode & S_IFMT == S_IFREG else { return .databaseUnwritable(place, reason: .notAFile) }
    guard access(absolutePath, R_OK) == 0 else { return .databaseUnreadable(place) }
    if mode == .readWrite {
      guard access(absolutePath, W_OK) == 0 else { return .databaseUnwritable(place, reason: .refused) }
      // The journal stands beside the file.
      let folder = (absolutePath as NSString).deletingLastPathComponent
      guard access(folder, W_OK) == 0 else { return .databaseUnwritable(place, reason: .folderRefused) }
    }
    return status.st_size > 0 && !hasHeader() ? .notADatabase(place) : nil
  }

  private mutating func create() -> StoreFinding? {
    let descriptor = open(absolutePath, O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, 0o600)
    if descriptor >= 0 {
      close(descriptor)
      isNew = true
      return nil
    }
    switch errno {
    case EEXIST: return nil
    case ENOENT, ENOTDIR: return .databaseUnwritable(place, reason: .folderAbsent)
    case ENOSPC, EDQUOT: return .databaseFull(place)
    default: return .databaseUnwritable(place, reason: .folderRefused)
    }
  }

  private func hasHeader() -> Bool {
    guard let handle = FileHandle(forReadingAtPath: absolutePath) else { return false }
    defer { try? handle.close() }
    let start = (try? handle.read(upToCount: 16)) ?? nil
    return start == Data("SQLite format 3\0".utf8)
  }
}
