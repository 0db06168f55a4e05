import Glibc

/// The bytes of one file, read piece by piece at any position.
///
/// `pread` and not a memory map: a mapped file that another program shortens while it is read ends the process with
/// SIGBUS, and mapped pages count as ours until they are given back. A piecewise read sees the end of the file instead.
final class ByteSource: Sendable {
  let byteCount: Int
  private let storage: Storage

  private enum Storage {
    case descriptor(Int32, modified: timespec)
    case memory([UInt8])
    case scratch(ScratchFile)
  }

  init(_ bytes: [UInt8]) {
    byteCount = bytes.count
    storage = .memory(bytes)
  }

  /// - Returns: the opened file, or why it cannot be read.
  static func open(_ path: String) -> Result<ByteSource, TabularFinding.UnreadableReason> {
    let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { return .failure(errno == ENOENT || errno == ENOTDIR ? .absent : .refused) }
    var facts = stat()
    guard fstat(descriptor, &facts) == 0, facts.st_mode & S_IFMT == S_IFREG else {
      close(descriptor)
      return .failure(.notAFile)
    }
    return .success(ByteSource(descriptor, facts))
  }

  /// The bytes of a file of our own, which nobody changes any more.
  init(_ file: ScratchFile) {
    byteCount = max(0, Int(lseek(file.descriptor, 0, SEEK_END)))
    storage = .scratch(file)
  }

  private init(_ descriptor: Int32, _ facts: stat) {
    byteCount = Int(facts.st_size)
    storage = .descriptor(descriptor, modified: facts.st_mtim)
  }

  deinit { if case .descriptor(let descriptor, _) = storage { close(descriptor) } }

  /// Fills as much of the buffer as there are bytes from the position on.
  /// - Returns: how many; fewer than asked only at the end, or where the file was shortened or cannot be read.
  func read(at position: Int, into buffer: UnsafeMutableRawBufferPointer) -> Int {
    let wanted = min(buffer.count, byteCount - position)
    guard wanted > 0, let base = buffer.baseAddress else { return 0 }
    switch storage {
    case .memory(let bytes):
      bytes.withUnsafeBytes { base.copyMemory(from: $0.baseAddress! + position, byteCount: wanted) }
      return wanted
    case .descriptor(let descriptor, _): return Self.read(descriptor, at: position, into: base, wanted)
    case .scratch(let file): return Self.read(file.descriptor, at: position, into: base, wanted)
    }
  }

  private static func read(
    _ descriptor: Int32, at position: Int, into base: UnsafeMutableRawPointer, _ wanted: Int
  ) -> Int {
    var filled = 0
    while filled < wanted {
      let n = pread(descriptor, base + filled, wanted - filled, off_t(position + filled))
      if n < 0, errno == EINTR { continue }
      guard n > 0 else { break }
      filled += n
    }
    return filled
  }

  /// Whether the file still is what was opened: the same length and time of change.
  var isUnchanged: Bool {
    guard case .descriptor(let descriptor, let modified) = storage else { return true }
    var facts = stat()
    guard fstat(descriptor, &facts) == 0 else { return false }
    return Int(facts.st_size) == byteCount && facts.st_mtim.tv_sec == modified.tv_sec
      && facts.st_mtim.tv_nsec == modified.tv_nsec
  }

  /// Calls the body with the file's bytes in order, piece by piece, until it says false.
  func forEachPiece(of size: Int = 1 << 20, _ body: (UnsafeRawBufferPointer, _ position: Int) -> Bool) {
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: size, alignment: 16)
    defer { buffer.deallocate() }
    var position = 0
    while position < byteCount {
      let n = read(at: position, into: buffer)
      guard n > 0, body(UnsafeRawBufferPointer(rebasing: buffer[..<n]), position) else { return }
      position += n
    }
  }

  /// The bytes of a range, as far as they can be read.
  func bytes(_ range: Range<Int>) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: range.count) { buffer, count in
      count = read(at: range.lowerBound, into: UnsafeMutableRawBufferPointer(buffer))
    }
  }
}
