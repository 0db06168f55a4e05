import CZip
import Foundation

/// Files packed into one ZIP archive in memory, as office documents are (ECMA-376 part 2). Nothing in it tells when or
/// where it was made: the same parts give the same bytes.
struct ZipPackage {
  struct Part: Equatable {
    /// The path inside the archive, such as `word/document.xml`.
    let name: String
    let bytes: [UInt8]
    /// Compressed already, as pictures are.
    let isStored: Bool

    init(_ name: String, _ text: String) { self.init(name, Array(text.utf8), isStored: false) }

    init(_ name: String, _ bytes: [UInt8], isStored: Bool) {
      self.name = name
      self.bytes = bytes
      self.isStored = isStored
    }
  }

  let parts: [Part]

  /// - Returns: nil where memory does not suffice; the library has no other reason here.
  func bytes() -> [UInt8]? {
    var error = zip_error_t()
    zip_error_init(&error)
    defer { zip_error_fini(&error) }
    guard let target = zip_source_buffer_create(nil, 0, 0, &error) else { return nil }
    defer { zip_source_free(target) }
    // Closing the archive gives up one hold on its source, which is read afterwards.
    zip_source_keep(target)
    guard let archive = zip_open_from_source(target, ZIP_TRUNCATE, &error) else {
      zip_source_free(target)
      return nil
    }
    for part in parts where !add(part, to: archive) {
      zip_discard(archive)
      return nil
    }
    guard zip_close(archive) == 0 else {
      zip_discard(archive)
      return nil
    }
    return Self.content(of: target)
  }

  private func add(_ part: Part, to archive: OpaquePointer) -> Bool {
    // The library frees what it was given with `malloc` when the archive is closed.
    guard let copy = malloc(max(1, part.bytes.count)) else { return false }
    part.bytes.withUnsafeBytes { source in
      if let base = source.baseAddress { memcpy(copy, base, source.count) }
    }
    guard let source = zip_source_buffer(archive, copy, UInt64(part.bytes.count), 1) else {
      free(copy)
      return false
    }
    let index = zip_file_add(archive, part.name, source, zip_flags_t(ZIP_FL_ENC_UTF_8))
    guard index >= 0 else {
      zip_source_free(source)
      return false
    }
    let method = part.isStored ? ZIP_CM_STORE : ZIP_CM_DEFLATE
    // 1 January 1980, the first day that the format knows.
    return zip_set_file_compression(archive, UInt64(index), method, 6) == 0
      && zip_file_set_dostime(archive, UInt64(index), 0, 0x21, 0) == 0
  }

  private static func content(of source: OpaquePointer) -> [UInt8]? {
    var facts = zip_stat_t()
    zip_stat_init(&facts)
    guard zip_source_open(source) == 0 else { return nil }
    defer { zip_source_close(source) }
    guard zip_source_stat(source, &facts) == 0 else { return nil }
    let size = Int(facts.size)
    var filled = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      while filled < size, let base = buffer.baseAddress {
        let read = zip_source_read(source, base + filled, UInt64(size - filled))
        if read <= 0 { break }
        filled += Int(read)
      }
      count = filled
    }
    return filled == size ? bytes : nil
  }
}
