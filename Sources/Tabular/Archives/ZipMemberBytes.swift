import CZip

/// The unpacked bytes of one member, in order, within limits.
final class ZipMemberBytes {
  private let archive: ZipArchive
  private let member: ZipArchive.Member
  private let file: OpaquePointer
  private var count = 0

  init(_ file: OpaquePointer, of member: ZipArchive.Member, in archive: ZipArchive) {
    self.file = file
    self.member = member
    self.archive = archive
  }

  deinit { zip_fclose(file) }

  /// Fills the buffer as far as there are bytes.
  /// - Returns: how many; 0 only at the end.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws(ArchiveProblem) -> Int {
    var filled = 0
    while filled < buffer.count {
      let n = zip_fread(file, buffer.baseAddress.map { $0 + filled }, UInt64(buffer.count - filled))
      if n < 0 { throw archive.problem(with: zip_file_get_error(file).pointee) }
      if n == 0 { break }
      filled += Int(n)
    }
    count += filled
    guard count <= member.size else { throw .damaged("more than its \(member.size) bytes") }
    try archive.limits.check(count, from: member.packedSize)
    return filled
  }

  /// All bytes, for small members.
  /// - Parameter most: more are too many.
  func all(most: Int) throws(ArchiveProblem) -> [UInt8] {
    var bytes: [UInt8] = []
    let piece = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)
    defer { piece.deallocate() }
    while true {
      let n = try read(into: piece)
      if n == 0 { return bytes }
      bytes.append(contentsOf: piece[..<n])
      guard bytes.count <= most else { throw .tooLarge(limit: most) }
    }
  }
}
