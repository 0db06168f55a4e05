import Glibc

/// A file of the folder for temporary files: that of `TMPDIR`, else `/tmp`. It goes with its owner.
struct TemporaryFile: ~Copyable {
  let path: String
  private let descriptor: Int32

  init() throws(ArchiveProblem) {
    let folder = getenv("TMPDIR").map { String(cString: $0) } ?? ""
    var name = Array("\(folder.isEmpty ? "/tmp" : folder)/qingheng-XXXXXX".utf8CString)
    descriptor = mkstemp(&name)
    guard descriptor >= 0 else { throw .noRoom(reason: Self.lastReason) }
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    path = String(decoding: name.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  deinit {
    close(descriptor)
    unlink(path)
  }

  func append(_ bytes: UnsafeRawBufferPointer) throws(ArchiveProblem) {
    var written = 0
    while written < bytes.count {
      let n = write(descriptor, bytes.baseAddress.map { $0 + written }, bytes.count - written)
      if n < 0, errno == EINTR { continue }
      guard n > 0 else { throw .noRoom(reason: Self.lastReason) }
      written += n
    }
  }

  /// The bytes so far, which outlive the file's name.
  func source() throws(ArchiveProblem) -> ByteSource {
    let other = fcntl(descriptor, F_DUPFD_CLOEXEC, 3)
    guard other >= 0 else { throw .noRoom(reason: Self.lastReason) }
    return try ByteSource.take(other)
  }

  private static var lastReason: String { String(cString: strerror(errno)) }
}
