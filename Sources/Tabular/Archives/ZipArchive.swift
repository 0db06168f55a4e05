import CZip
import Glibc

/// The members of a ZIP archive. Not for several threads at once.
final class ZipArchive {
  struct Member: Sendable {
    let index: UInt64
    /// With `/` between folders.
    let name: String
    /// As the archive says; more than that does not come out.
    let size: Int
    let packedSize: Int
    let isEncrypted: Bool
    var isFolder: Bool { name.hasSuffix("/") }
  }

  let members: [Member]
  let limits: ArchiveLimits
  private let handle: OpaquePointer

  init(_ source: ByteSource, limits: ArchiveLimits = ArchiveLimits()) throws(ArchiveProblem) {
    var error = zip_error_t()
    zip_error_init(&error)
    defer { zip_error_fini(&error) }
    guard let bridge = ZipSourceBridge.make(source, &error) else { throw .damaged(zipText(&error)) }
    guard let handle = zip_open_from_source(bridge, ZIP_RDONLY, &error) else {
      zip_source_free(bridge)
      throw .damaged(zipText(&error))
    }
    let count = Int(zip_get_num_entries(handle, 0))
    guard count <= limits.mostMembers else {
      zip_discard(handle)
      throw .tooManyMembers(count, limit: limits.mostMembers)
    }
    members = (0..<UInt64(max(count, 0))).compactMap { index -> Member? in
      var facts = zip_stat_t()
      zip_stat_init(&facts)
      guard zip_stat_index(handle, index, 0, &facts) == 0,
        let name = zip_get_name(handle, index, zip_flags_t(ZIP_FL_ENC_RAW))
      else { return nil }
      return Member(
        index: index, name: Self.name(UnsafeBufferPointer(start: name, count: strlen(name))),
        size: Int(clamping: facts.size), packedSize: Int(clamping: facts.comp_size),
        isEncrypted: Int32(facts.encryption_method) != ZIP_EM_NONE)
    }
    self.handle = handle
    self.limits = limits
  }

  deinit { zip_discard(handle) }

  /// The member's bytes from the first one on. It keeps the archive.
  func open(_ member: Member) throws(ArchiveProblem) -> ZipMemberBytes {
    guard !member.isEncrypted else { throw .encrypted }
    // What it says of itself frees it of no limit, and is enough to refuse it.
    try limits.check(member.size, from: member.packedSize)
    guard let file = zip_fopen_index(handle, member.index, 0) else {
      throw problem(with: zip_get_error(handle).pointee)
    }
    return ZipMemberBytes(file, of: member, in: self)
  }

  func problem(with error: zip_error_t) -> ArchiveProblem {
    var error = error
    switch error.zip_err {
    case ZIP_ER_ENCRNOTSUPP, ZIP_ER_NOPASSWD, ZIP_ER_WRONGPASSWD: return .encrypted
    case ZIP_ER_COMPNOTSUPP: return .compression
    default: return .damaged(zipText(&error))
    }
  }

  /// Names are UTF-8 whether the archive says so or not, or else GBK, as Windows in China writes them.
  private static func name(_ raw: UnsafeBufferPointer<CChar>) -> String {
    let bytes = raw.map { UInt8(bitPattern: $0) }
    let text = String(validating: bytes, as: UTF8.self) ?? TextDecoder.text(bytes, from: .gb18030)
    return (text ?? String(decoding: bytes, as: UTF8.self)).replacing("\\", with: "/")
  }
}

/// What libzip says of an error, in a few English words.
private func zipText(_ error: inout zip_error_t) -> String {
  zip_error_strerror(&error).map { String(cString: $0) } ?? "unknown"
}
