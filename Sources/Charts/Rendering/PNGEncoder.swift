import CZlib

/// Pixels to PNG bytes (W3C PNG, third edition), through zlib. Pictures of at most 256 colours, which nearly all of ours
/// are, get a palette: a third of the bytes to compress.
struct PNGEncoder {
  private static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
  private static let level: Int32 = 6

  /// - Parameters:
  ///   - pixels: `0xRRGGBB`, row by row
  ///   - description: kept in an iTXt chunk, in Chinese
  /// - Returns: nil if there is no memory to compress.
  static func encode(
    _ pixels: UnsafeBufferPointer<UInt32>, width: Int, height: Int, description: String
  ) -> [UInt8]? {
    let indexed = IndexedRows(pixels, width: width, height: height)
    let rows = indexed?.rows ?? colourRows(pixels, width: width, height: height)
    guard let data = deflated(rows) else { return nil }
    var bytes = signature
    let header = bigEndian(width) + bigEndian(height) + [8, indexed == nil ? 2 : 3, 0, 0, 0]
    append("IHDR", header, to: &bytes)
    if let indexed {
      let palette = indexed.palette.flatMap { [UInt8($0 >> 16 & 255), UInt8($0 >> 8 & 255), UInt8($0 & 255)] }
      append("PLTE", palette, to: &bytes)
    }
    // Keyword, then: not compressed, language, no translated keyword, text.
    append("iTXt", Array("Description\0\0\0zh\0\0".utf8) + Array(description.utf8), to: &bytes)
    append("IDAT", data, to: &bytes)
    append("IEND", [], to: &bytes)
    return bytes
  }

  private static func bigEndian(_ value: Int) -> [UInt8] {
    [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) }
  }

  private static func append(_ type: String, _ body: [UInt8], to bytes: inout [UInt8]) {
    bytes += bigEndian(body.count)
    let start = bytes.count
    bytes += Array(type.utf8)
    bytes += body
    let check = bytes.withUnsafeBufferPointer { buffer in
      crc32(0, buffer.baseAddress.map { $0 + start }, UInt32(buffer.count - start))
    }
    bytes += bigEndian(Int(check))
  }

  /// Each row begins with filter type 0: large even surfaces compress best unfiltered.
  private static func colourRows(_ pixels: UnsafeBufferPointer<UInt32>, width: Int, height: Int) -> [UInt8] {
    let stride = 3 * width + 1
    return [UInt8](unsafeUninitializedCapacity: stride * height) { buffer, count in
      for y in 0..<height {
        var position = y * stride
        buffer[position] = 0
        for x in 0..<width {
          let pixel = pixels[y * width + x]
          buffer[position + 1] = UInt8(truncatingIfNeeded: pixel >> 16)
          buffer[position + 2] = UInt8(truncatingIfNeeded: pixel >> 8)
          buffer[position + 3] = UInt8(truncatingIfNeeded: pixel)
          position += 3
        }
      }
      count = stride * height
    }
  }

  private static func deflated(_ raw: [UInt8]) -> [UInt8]? {
    var stream = z_stream()
    guard
      deflateInit2_(
        &stream, level, Z_DEFLATED, 15, 9, Z_DEFAULT_STRATEGY, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK
    else { return nil }
    defer { deflateEnd(&stream) }
    let capacity = Int(deflateBound(&stream, UInt(raw.count)))
    var isDone = false
    let bytes = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
      raw.withUnsafeBufferPointer { input in
        stream.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
        stream.avail_in = UInt32(input.count)
        stream.next_out = buffer.baseAddress
        stream.avail_out = UInt32(capacity)
        isDone = deflate(&stream, Z_FINISH) == Z_STREAM_END
      }
      count = Int(stream.total_out)
    }
    return isDone ? bytes : nil
  }
}

/// Pixels as indices into a palette, in the order of first appearance.
private struct IndexedRows {
  var palette: [UInt32] = []
  var rows: [UInt8]

  /// nil if there are more than 256 colours.
  init?(_ pixels: UnsafeBufferPointer<UInt32>, width: Int, height: Int) {
    // A small hash table with open addressing; a colour is stored as itself plus one, 0 is free.
    var table = [UInt32](repeating: 0, count: 1024)
    var indexOf = [UInt8](repeating: 0, count: 1024)
    var palette: [UInt32] = []
    let stride = width + 1
    var isTooMany = false
    rows = [UInt8](unsafeUninitializedCapacity: stride * height) { buffer, count in
      var last: UInt32 = .max
      var lastIndex: UInt8 = 0
      for y in 0..<height where !isTooMany {
        buffer[y * stride] = 0
        for x in 0..<width {
          let pixel = pixels[y * width + x]
          if pixel != last {
            var slot = Int((pixel &* 0x9E37_79B1) >> 22)
            while table[slot] != 0, table[slot] != pixel + 1 { slot = (slot + 1) & 1023 }
            if table[slot] == 0 {
              if palette.count == 256 {
                isTooMany = true
                break
              }
              table[slot] = pixel + 1
              indexOf[slot] = UInt8(palette.count)
              palette.append(pixel)
            }
            last = pixel
            lastIndex = indexOf[slot]
          }
          buffer[y * stride + 1 + x] = lastIndex
        }
      }
      count = isTooMany ? 0 : stride * height
    }
    if isTooMany { return nil }
    self.palette = palette
  }
}
