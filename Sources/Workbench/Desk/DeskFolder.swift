import Findings
import Foundation

/// The folders and workbooks of the one folder that a clerk works in.
struct DeskFolder {
  static let inbox = "收件箱"
  static let received = "已收"
  static let reports = "报告"
  static let review = "核对.xlsx"
  static let toDo = "待办.xlsx"
  static let problems = "问题.xlsx"
  /// What people answered, and what units said of their results; beside the files themselves.
  static let answers = "已收/答复.csv"
  static let comments = "已收/征求意见.csv"

  let workspace: Workspace
  let log: FindingLog

  func url(_ name: String) -> URL { workspace.url(name) }

  /// Makes the folders that are not there.
  /// - Returns: false with the reason in the log.
  func prepare() -> Bool {
    for name in [Self.inbox, Self.received, Self.reports] {
      do {
        try FileManager.default.createDirectory(at: url(name), withIntermediateDirectories: true)
      } catch let error as NSError {
        log.add(WorkbenchFinding.fileUnwritable(.file(name), WriteObstacle(error)))
        return false
      }
    }
    return true
  }

  /// A path of that name in the folder of received files where nothing lies yet.
  /// - Parameter name: with its ending.
  func free(_ name: String) -> String {
    let stem = (name as NSString).deletingPathExtension
    let ending = (name as NSString).pathExtension
    var path = "\(Self.received)/\(name)"
    var number = 2
    while FileManager.default.fileExists(atPath: url(path).path) {
      path = "\(Self.received)/\(stem) (\(number))" + (ending.isEmpty ? "" : ".\(ending)")
      number += 1
    }
    return path
  }

  /// Puts a file among those received; never over another.
  /// - Returns: where it is; nil with the reason in the log, and the file lies where it lay.
  func receive(_ file: URL, as name: String) -> String? {
    let path = free(name)
    do {
      try FileManager.default.moveItem(at: file, to: url(path))
      // As closed as the database that its rows are in; a medium without rights has none to set.
      try? FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: url(path).path)
      return path
    } catch let error as NSError {
      log.add(DeskFinding.notMoved(.file(workspace.relative(file.path)), WriteObstacle(error)))
      return nil
    }
  }

  /// The file by which an office program says that it has this one open; nil: none has.
  static func officeLock(of file: URL) -> String? {
    let name = file.lastPathComponent
    // Microsoft and WPS on Windows, WPS on Linux, LibreOffice.
    return ["~$\(name)", ".~\(name)", ".~lock.\(name)#"].first {
      FileManager.default.fileExists(atPath: file.deletingLastPathComponent().appending(path: $0).path)
    }
  }
}

/// Makes the folders that a clerk puts files into, where they are not there.
/// - Returns: false with the reason in the log.
package func prepareDesk(_ workspace: Workspace, log: FindingLog) -> Bool {
  DeskFolder(workspace: workspace, log: log).prepare()
}

/// That one program works on the in-box: held by the system, so that it goes with the program whatever becomes of it.
final class DeskLock {
  private let descriptor: Int32

  private init(_ descriptor: Int32) { self.descriptor = descriptor }

  /// nil: another program holds it.
  static func take(_ folder: URL) -> DeskLock? {
    let descriptor = open(folder.appending(path: ".qingheng-lock").path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    let lock = DeskLock(descriptor)
    // A file system that knows no locks is no reason not to work.
    guard descriptor >= 0, flock(descriptor, LOCK_EX | LOCK_NB) != 0, errno == EWOULDBLOCK else { return lock }
    return nil
  }

  deinit { if descriptor >= 0 { close(descriptor) } }
}
