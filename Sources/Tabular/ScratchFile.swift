import Glibc

/// Where bytes lie for a while that are too many for memory, or that a library reads by a path alone: a file that only
/// this program can read, and that is gone as soon as nobody reads it, however the program ends.
final class ScratchFile: Sendable {
  let descriptor: Int32
  private let folder: String

  /// The folder for such files: what TMPDIR says, else `/tmp`.
  static var usualFolder: String {
    guard let stated = getenv("TMPDIR").map({ String(cString: $0) }), !stated.isEmpty else { return "/tmp" }
    return stated
  }

  /// Where the file can be opened as long as this one is open, for libraries that take paths.
  var path: String { "/proc/self/fd/\(descriptor)" }

  init(in folder: String = ScratchFile.usualFolder) throws(ScratchProblem) {
    var name = Array((folder + "/qingheng-XXXXXX").utf8CString)
    let descriptor = mkstemp(&name)
    guard descriptor >= 0 else { throw ScratchProblem(errno, folder: folder) }
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    unlink(name)
    self.descriptor = descriptor
    self.folder = folder
  }

  /// - Parameter descriptor: an open file, which belongs to this one from here on.
  init(_ descriptor: Int32, in folder: String) {
    self.descriptor = descriptor
    self.folder = folder
  }

  deinit { close(descriptor) }

  func write(_ bytes: UnsafeRawBufferPointer) throws(ScratchProblem) {
    var written = 0
    while written < bytes.count {
      let n = Glibc.write(descriptor, bytes.baseAddress.map { $0 + written }, bytes.count - written)
      if n < 0, errno == EINTR { continue }
      guard n > 0 else { throw ScratchProblem(n < 0 ? errno : ENOSPC, folder: folder) }
      written += n
    }
  }

  func write(_ source: ByteSource) throws(ScratchProblem) {
    var problem: ScratchProblem?
    source.forEachPiece { piece, _ in
      do throws(ScratchProblem) { try write(piece) } catch { problem = error }
      return problem == nil
    }
    if let problem { throw problem }
  }
}
