import Findings

/// Which encodings a file may have.
package enum EncodingRule: String, Sendable, CaseIterable {
  /// UTF-8 if the whole file is; else GB18030 if the whole file is, which is said.
  case auto
  case utf8 = "utf-8"
  case gb18030
}

/// A text file of rows and cells that has been looked at as a whole: it can be decoded from its first byte to its last.
package final class DelimitedFile: Sendable {
  /// What findings call it, normally the path inside the workspace.
  package let name: String
  package let path: String
  package let byteCount: Int
  /// SHA-256 of the bytes as they stand, in lower-case hexadecimal digits.
  /// It is taken while rows are read; asking for it before waits. A reader that came to the end without `changed` has
  /// read the bytes that it stands for.
  package var sha256: String { digest.value }
  package let encoding: Encoding
  package let delimiter: Delimiter
  /// The row of the header, from 1.
  package let headerRow: Int
  let source: ByteSource
  private let firstByte: Int
  private let digest: FileDigest

  package enum Encoding: String, Sendable { case utf8 = "UTF-8", gb18030 = "GB18030" }

  /// Opens a file and looks at all of it.
  /// - Parameters:
  ///   - name: what findings call it.
  ///   - headerRow: the row, from 1, by which the delimiter is judged.
  /// - Returns: nil, with the reason in the log, if it is no text of rows.
  package static func open(
    _ path: String, name: String, encoding: EncodingRule = .auto, headerRow: Int = 1, log: FindingLog
  ) -> DelimitedFile? {
    switch ByteSource.open(path) {
    case .failure(let reason):
      log.add(TabularFinding.unreadable(.file(name), reason: reason))
      return nil
    case .success(let source):
      return DelimitedFile(source, path: path, name: name, rule: encoding, headerRow: headerRow, log: log)
    }
  }

  /// The same for bytes in memory.
  package static func read(
    _ bytes: [UInt8], name: String, encoding: EncodingRule = .auto, headerRow: Int = 1, log: FindingLog
  ) -> DelimitedFile? {
    DelimitedFile(ByteSource(bytes), path: name, name: name, rule: encoding, headerRow: headerRow, log: log)
  }

  private init?(
    _ source: ByteSource, path: String, name: String, rule: EncodingRule, headerRow: Int, log: FindingLog
  ) {
    let digest = FileDigest(source)
    let look = TextLook(source)
    if let finding = reasonAgainst(source, look, name: name) {
      log.add(finding)
      return nil
    }
    guard let encoding = decideEncoding(source, look, name: name, rule: rule, log: log) else { return nil }
    let start = source.bytes(0..<min(3, source.byteCount)) == [0xEF, 0xBB, 0xBF] && encoding == .utf8 ? 3 : 0
    var best = (count: 0, delimiter: Delimiter.comma)
    var headerPlace = Place.file(name)
    for delimiter in Delimiter.allCases {
      var reader = RecordReader(
        source, name: name, from: start, isGB18030: encoding == .gb18030, delimiter: delimiter.rawValue,
        digest: nil)
      while reader.row < headerRow, reader.advance() {}
      if reader.row == headerRow, reader.count > best.count {
        best = (reader.count, delimiter)
        headerPlace = reader.place
      }
    }
    if best.delimiter != .comma { log.add(TabularFinding.delimiter(headerPlace, best.delimiter)) }

    self.source = source
    self.path = path
    self.name = name
    self.encoding = encoding
    self.headerRow = headerRow
    byteCount = source.byteCount
    self.digest = digest
    delimiter = best.delimiter
    firstByte = start
  }

  /// A reader that stands before the first record. Each pass has its own.
  package func records() -> RecordReader {
    RecordReader(
      source, name: name, from: firstByte, isGB18030: encoding == .gb18030, delimiter: delimiter.rawValue,
      digest: digest)
  }
}

/// Why a file is no text at all, if it is none.
private func reasonAgainst(_ source: ByteSource, _ look: TextLook, name: String) -> TabularFinding? {
  let place = Place.file(name)
  let head = source.bytes(0..<min(512, source.byteCount))
  if let kind = TabularFinding.FileKind(firstBytes: head) { return .notCSV(place, kind: kind) }
  if head.starts(with: [0xFF, 0xFE]) || head.starts(with: [0xFE, 0xFF]) { return .utf16(place) }
  if let first = look.firstNUL {
    if look.firstBad != nil { return .notCSV(place, kind: .binary) }
    let position = TextPosition(ofByte: first, in: source, isGB18030: false)
    return .nulBytes(
      .line(name, line: position.line, column: position.column), offset: first, count: look.nulCount)
  }
  return look.hasContent || look.firstBad != nil ? nil : .empty(place)
}

/// The encoding of the whole file, or nil with the reason in the log.
private func decideEncoding(
  _ source: ByteSource, _ look: TextLook, name: String, rule: EncodingRule, log: FindingLog
) -> DelimitedFile.Encoding? {
  func place(_ offset: Int, isGB18030: Bool) -> Place {
    let position = TextPosition(ofByte: offset, in: source, isGB18030: isGB18030)
    return .line(name, line: position.line, column: position.column)
  }
  func bad(_ offset: Int) -> TabularFinding.BadByte {
    .init(byte: source.bytes(offset..<min(offset + 1, source.byteCount)).first ?? 0, offset: offset)
  }
  if rule != .gb18030 {
    guard let offset = look.firstBad else { return .utf8 }
    if rule == .utf8 {
      log.add(TabularFinding.undecodable(place(offset, isGB18030: false), utf8: bad(offset), gb18030: nil))
      return nil
    }
    // Damaged UTF-8 can read as GB18030, in nonsense characters: many more whole characters than bad bytes tell.
    let hasMark = source.bytes(0..<min(3, source.byteCount)) == [0xEF, 0xBB, 0xBF]
    if hasMark || look.wideCount > 10 * look.badCount {
      let place = place(offset, isGB18030: false)
      log.add(TabularFinding.damagedUTF8(place, first: bad(offset), count: look.badCount))
      return nil
    }
  }
  let badOffset = GB18030Decoder.firstBadByte(of: source)
  switch (badOffset, look.firstBad) {
  case (nil, let utf8Offset):
    if rule == .auto, let utf8Offset {
      let byte = bad(utf8Offset)
      log.add(
        TabularFinding.readAsGB18030(place(utf8Offset, isGB18030: false), byte: byte.byte, offset: byte.offset))
    }
    return .gb18030
  case (let offset?, let utf8Offset):
    let utf8 = rule == .auto ? utf8Offset.map(bad) : nil
    let first = utf8.map { place($0.offset, isGB18030: false) } ?? place(offset, isGB18030: true)
    log.add(TabularFinding.undecodable(first, utf8: utf8, gb18030: bad(offset)))
    return nil
  }
}

extension TabularFinding.FileKind {
  /// What the first bytes of a file say that it is, if they do.
  init?(firstBytes: [UInt8]) {
    let marks: [(TabularFinding.FileKind, [UInt8])] = [
      (.xlsx, [0x50, 0x4B, 0x03, 0x04]), (.xls, [0xD0, 0xCF, 0x11, 0xE0]), (.pdf, Array("%PDF".utf8)),
      (.sqlite, Array("SQLite format 3".utf8)), (.gzip, [0x1F, 0x8B]),
    ]
    if let mark = marks.first(where: { firstBytes.starts(with: $0.1) }) {
      self = mark.0
      return
    }
    let opening = String(decoding: firstBytes, as: UTF8.self).lowercased().drop { $0.isWhitespace || $0 == "\u{FEFF}" }
    guard ["<!doctype html", "<html", "<table"].contains(where: { opening.hasPrefix($0) }) else { return nil }
    self = .html
  }
}
