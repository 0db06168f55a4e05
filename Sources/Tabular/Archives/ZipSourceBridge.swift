import CZip

/// Lets libzip read a `ByteSource`, wherever its bytes are.
final class ZipSourceBridge {
  private let source: ByteSource
  private var position: Int64 = 0
  private var error = zip_error_t()

  private init(_ source: ByteSource) {
    self.source = source
    zip_error_init(&error)
  }

  /// - Returns: a source that owns a bridge and frees it with itself.
  static func make(_ source: ByteSource, _ error: inout zip_error_t) -> OpaquePointer? {
    let bridge = Unmanaged.passRetained(ZipSourceBridge(source))
    let made = zip_source_function_create(
      { state, data, length, command in
        guard let state else { return -1 }
        let bridge = Unmanaged<ZipSourceBridge>.fromOpaque(state)
        if command == ZIP_SOURCE_FREE {
          bridge.release()
          return 0
        }
        return bridge.takeUnretainedValue().answer(command, data, length)
      }, bridge.toOpaque(), &error)
    if made == nil { bridge.release() }
    return made
  }

  private func answer(_ command: zip_source_cmd_t, _ data: UnsafeMutableRawPointer?, _ length: UInt64) -> Int64 {
    switch command {
    case ZIP_SOURCE_OPEN:
      position = 0
      return 0
    case ZIP_SOURCE_READ:
      let buffer = UnsafeMutableRawBufferPointer(start: data, count: Int(clamping: length))
      let n = source.read(at: Int(position), into: buffer)
      position += Int64(n)
      return Int64(n)
    case ZIP_SOURCE_CLOSE: return 0
    case ZIP_SOURCE_STAT:
      guard let facts = data?.assumingMemoryBound(to: zip_stat_t.self) else { return -1 }
      zip_stat_init(facts)
      facts.pointee.size = UInt64(source.byteCount)
      facts.pointee.valid = UInt64(ZIP_STAT_SIZE)
      return Int64(MemoryLayout<zip_stat_t>.size)
    case ZIP_SOURCE_ERROR: return zip_error_to_data(&error, data, length)
    case ZIP_SOURCE_SEEK:
      let target = zip_source_seek_compute_offset(
        UInt64(position), UInt64(source.byteCount), data, length, &error)
      guard target >= 0 else { return -1 }
      position = target
      return 0
    case ZIP_SOURCE_TELL: return position
    case ZIP_SOURCE_SUPPORTS:
      let commands = [
        ZIP_SOURCE_OPEN, ZIP_SOURCE_READ, ZIP_SOURCE_CLOSE, ZIP_SOURCE_STAT, ZIP_SOURCE_ERROR, ZIP_SOURCE_FREE,
        ZIP_SOURCE_SEEK, ZIP_SOURCE_TELL, ZIP_SOURCE_SUPPORTS,
      ]
      return commands.reduce(0) { $0 | 1 << Int64($1.rawValue) }
    default:
      zip_error_set(&error, ZIP_ER_OPNOTSUPP, 0)
      return -1
    }
  }
}
