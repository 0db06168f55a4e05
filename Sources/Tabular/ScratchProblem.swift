import Findings
import Glibc

/// Why bytes cannot lie in a file for a while. The data has nothing to do with it.
package enum ScratchProblem: Error, Sendable, Equatable {
  /// The disk, or what this user may have of it, is full.
  case noRoom(folder: String)
  /// No file can be made or written there; what the system says in English.
  case refused(folder: String, reason: String)

  init(_ code: Int32, folder: String) {
    self =
      code == ENOSPC || code == EDQUOT || code == EFBIG
      ? .noRoom(folder: folder) : .refused(folder: folder, reason: String(cString: strerror(code)))
  }

  var code: String {
    switch self {
    case .noRoom: "scratch-no-room"
    case .refused: "scratch-refused"
    }
  }

  var chinese: Wording {
    let unread = "该文件未导入任何数据；文件本身没有问题。"
    switch self {
    case .noRoom(let folder):
      return Wording(
        found: "要在\(folder)放临时文件，而磁盘空间不足。", consequence: unread,
        remedy: "请腾出空间后重新导入，或用环境变量TMPDIR指定另一个文件夹。")
    case .refused(let folder, let reason):
      return Wording(
        found: "不能在\(folder)写临时文件（\(reason)）。", consequence: unread,
        remedy: "请检查该文件夹是否存在、能否写入，或用环境变量TMPDIR指定另一个文件夹。")
    }
  }

  var english: Wording {
    let unread = "Nothing was imported from the file; the file itself is sound."
    switch self {
    case .noRoom(let folder):
      return Wording(
        found: "There is no room for a temporary file in \(folder).", consequence: unread,
        remedy: "Make room and import it again, or name another folder in the environment variable TMPDIR.")
    case .refused(let folder, let reason):
      return Wording(
        found: "No temporary file can be written in \(folder) (\(reason)).", consequence: unread,
        remedy:
          "See that the folder is there and can be written to, or name another one in the environment variable TMPDIR.")
    }
  }
}
