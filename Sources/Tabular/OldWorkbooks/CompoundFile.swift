/// A file of files, as old Office documents are ([MS-CFB]): sectors in chains, and a folder that says where each begins.
struct CompoundFile {
  private static let none: UInt32 = 0xFFFF_FFFA
  private let source: ByteSource
  private let sectorBits: Int
  private var next: [UInt32] = []

  /// The bytes of a stream; nil if the file has none of the name, or is no such file. Chains that lead nowhere or in
  /// circles end.
  static func stream(_ name: String, of source: ByteSource) -> [UInt8]? {
    let head = source.bytes(0..<min(512, source.byteCount))
    guard head.count == 512, head.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) else { return nil }
    let bits = Int(head.little16(30))
    guard bits == 9 || bits == 12 else { return nil }
    return CompoundFile(source, bits, head).stream(name, head)
  }

  private init(_ source: ByteSource, _ sectorBits: Int, _ head: [UInt8]) {
    self.source = source
    self.sectorBits = sectorBits
    // Where the table of chains stands: 109 sectors in the head, more in sectors of their own.
    var tables = (0..<109).map { head.little32(76 + 4 * $0) }
    var further = head.little32(68)
    let most = source.byteCount >> sectorBits
    let entries = 1 << (sectorBits - 2)
    var seen = 0
    while further < Self.none, seen <= most {
      let sector = self.sector(further)
      tables += (0..<entries - 1).map { sector.little32(4 * $0) }
      further = sector.little32(4 * (entries - 1))
      seen += 1
    }
    for table in tables.prefix(most + 1) where table < Self.none {
      let sector = self.sector(table)
      next += (0..<entries).map { sector.little32(4 * $0) }
    }
  }

  private func sector(_ number: UInt32) -> [UInt8] {
    let start = (Int(number) + 1) << sectorBits
    guard start < source.byteCount else { return [] }
    return source.bytes(start..<min(start + 1 << sectorBits, source.byteCount))
  }

  private func chain(_ first: UInt32) -> [UInt8] {
    var bytes: [UInt8] = []
    var number = first
    var count = 0
    while number < Self.none, Int(number) < next.count, count <= source.byteCount >> sectorBits {
      bytes += sector(number)
      number = next[Int(number)]
      count += 1
    }
    return bytes
  }

  private func stream(_ name: String, _ head: [UInt8]) -> [UInt8]? {
    let folder = chain(head.little32(48))
    let wanted = Array(name.utf16)
    var root: Int?
    var found: Int?
    for entry in stride(from: 0, to: folder.count - 127, by: 128) {
      if folder[entry + 66] == 5 { root = root ?? entry }
      guard folder[entry + 66] == 2, Int(folder.little16(entry + 64)) == 2 * wanted.count + 2,
        wanted.indices.allSatisfy({ folder.little16(entry + 2 * $0) == wanted[$0] })
      else { continue }
      found = found ?? entry
    }
    guard let found else { return nil }
    let size = Int(folder.little32(found + 120))
    let first = folder.little32(found + 116)
    if size >= Int(head.little32(56)) { return Array(chain(first).prefix(size)) }
    guard let root else { return nil }
    return small(first, size, in: chain(folder.little32(root + 116)), chains: chain(head.little32(60)))
  }

  /// Small streams lie together in one of their own, in sectors of 64 bytes.
  private func small(_ first: UInt32, _ size: Int, in all: [UInt8], chains: [UInt8]) -> [UInt8] {
    var bytes: [UInt8] = []
    var number = first
    while number < Self.none, bytes.count < size, (Int(number) + 1) * 64 <= all.count {
      bytes += all[Int(number) * 64..<(Int(number) + 1) * 64]
      guard Int(number) * 4 + 4 <= chains.count else { break }
      number = chains.little32(Int(number) * 4)
    }
    return Array(bytes.prefix(size))
  }
}

extension [UInt8] {
  /// 0 where the bytes end before.
  func little16(_ index: Int) -> UInt16 {
    index >= 0 && index + 2 <= count ? UInt16(self[index]) | UInt16(self[index + 1]) << 8 : 0
  }

  func little32(_ index: Int) -> UInt32 { UInt32(little16(index)) | UInt32(little16(index + 2)) << 16 }
}
