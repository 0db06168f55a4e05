import Findings

/// Which encodings a file may have.
package enum EncodingRule: String, Sendable, CaseIterable {
  /// UTF-8 if the whole file is; else GB18030 if the whole file is, which is said.
  case auto
  case utf8 = "utf-8"
  case gb18030
}

/// A text file of rows and cells that has been looked at as a whole: it can be decoded from its first byte to its last.
package final class DelimitedFile: RecordFile {
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
  let source: ByteSource
  private let firstByte: Int
  private let digest: FileDigest

  package enum Encoding: String, Sendable {
    case utf8 = "UTF-8"
    case gb18030 = "GB18030"
    case utf16LittleEndian = "UTF-16LE"
    case utf16BigEndian = "UTF-16BE"
  }

  /// Opens a file and looks at all of it.
  /// - Parameters:
  ///   - name: what findings call it.
  ///   - headerRow: the row, from 1, by which the delimiter is judged; nil: the first, or where that is a title, the
  ///     fullest of the first twenty.
  /// - Returns: nil, with the reason in the log, if it is no text of rows.
  package static func open(
    _ path: String, name: String, encoding: EncodingRule = .auto, headerRow: Int? = 1, log: FindingLog
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
    _ bytes: [UInt8], name: String, encoding: EncodingRule = .auto, headerRow: Int? = 1, log: FindingLog
  ) -> DelimitedFile? {
    DelimitedFile(ByteSource(bytes), path: name, name: name, rule: encoding, headerRow: headerRow, log: log)
  }

  init?(
    _ source: ByteSource, path: String, name: String, rule: EncodingRule, headerRow: Int?, log: FindingLog
  ) {
    let digest = FileDigest(source)
    let look = TextLook(source)
    if let finding = reasonAgainst(source, look, name: name) {
      log.add(finding)
      return nil
    }
    guard let encoding = decideEncoding(source, look, name: name, rule: rule, log: log) else { return nil }
    let start =
      switch encoding {
      case .utf8: source.bytes(0..<min(3, source.byteCount)) == [0xEF, 0xBB, 0xBF] ? 3 : 0
      case .gb18030: 0
      case .utf16LittleEndian, .utf16BigEndian: 2
      }
    /// The delimiter that makes most cells of one of the rows.
    func judged(by rows: ClosedRange<Int>) -> (count: Int, delimiter: Delimiter, place: Place) {
      var best = (count: 0, delimiter: Delimiter.comma, place: Place.file(name))
      for delimiter in Delimiter.allCases {
        var reader = RecordReader(
          source, name: name, from: start, encoding: encoding, delimiter: delimiter.rawValue, digest: nil)
        while reader.row < rows.upperBound, reader.advance() {
          if rows.contains(reader.row), reader.count > best.count { best = (reader.count, delimiter, reader.place) }
        }
      }
      return best
    }
    var best = judged(by: (headerRow ?? 1)...(headerRow ?? 1))
    if headerRow == nil, best.count <= 1 { best = judged(by: 1...headerSearchRows) }
    if best.delimiter != .comma { log.add(TabularFinding.delimiter(best.place, best.delimiter)) }

    self.source = source
    self.path = path
    self.name = name
    self.encoding = encoding
    byteCount = source.byteCount
    self.digest = digest
    delimiter = best.delimiter
    firstByte = start
  }

  /// A reader that stands before the first record. Each pass has its own.
  package func records() -> RecordReader {
    RecordReader(
      source, name: name, from: firstByte, encoding: encoding, delimiter: delimiter.rawValue,
      digest: digest)
  }
}

/// Why a file is no text at all, if it is none.
private func reasonAgainst(_ source: ByteSource, _ look: TextLook, name: String) -> TabularFinding? {
  let place = Place.file(name)
  let head = source.bytes(0..<min(512, source.byteCount))
  if let kind = TabularFinding.FileKind(firstBytes: head) { return .notCSV(place, kind: kind) }
  if utf16(head) != nil { return nil }
  if let first = look.firstNUL {
    if look.firstBad != nil { return .notCSV(place, kind: .binary) }
    let position = TextPosition(ofByte: first, in: source, encoding: .utf8)
    return .nulBytes(
      .line(name, line: position.line, column: position.column), offset: first, count: look.nulCount)
  }
  return look.hasContent || look.firstBad != nil ? nil : .empty(place)
}

/// What a byte-order mark says.
private func utf16(_ head: [UInt8]) -> DelimitedFile.Encoding? {
  if head.starts(with: [0xFF, 0xFE]) { return .utf16LittleEndian }
  return head.starts(with: [0xFE, 0xFF]) ? .utf16BigEndian : nil
}

/// The encoding of the whole file, or nil with the reason in the log.
private func decideEncoding(
  _ source: ByteSource, _ look: TextLook, name: String, rule: EncodingRule, log: FindingLog
) -> DelimitedFile.Encoding? {
  func place(_ offset: Int, _ encoding: DelimitedFile.Encoding = .utf8) -> Place {
    let position = TextPosition(ofByte: offset, in: source, encoding: encoding)
    return .line(name, line: position.line, column: position.column)
  }
  func bad(_ offset: Int) -> TabularFinding.BadByte {
    .init(byte: source.bytes(offset..<min(offset + 1, source.byteCount)).first ?? 0, offset: offset)
  }
  if rule == .auto, let encoding = utf16(source.bytes(0..<min(2, source.byteCount))) {
    if let offset = TextDecoder.firstBadByte(of: source, from: encoding, start: 2) {
      log.add(TabularFinding.damagedUTF16(.file(name), offset: offset))
      return nil
    }
    return encoding
  }
  if rule != .gb18030 {
    guard let offset = look.firstBad else { return .utf8 }
    if rule == .utf8 {
      log.add(TabularFinding.undecodable(place(offset), utf8: bad(offset), gb18030: nil))
      return nil
    }
    // Damaged UTF-8 can read as GB18030, in nonsense characters: many more whole characters than bad bytes tell.
    let hasMark = source.bytes(0..<min(3, source.byteCount)) == [0xEF, 0xBB, 0xBF]
    if hasMark || look.wideCount > 10 * look.badCount {
      let place = place(offset)
      log.add(TabularFinding.damagedUTF8(place, first: bad(offset), count: look.badCount))
      return nil
    }
  }
  let badOffset = TextDecoder.firstBadByte(of: source, from: .gb18030)
  switch (badOffset, look.firstBad) {
  case (nil, let utf8Offset):
    if rule == .auto, let utf8Offset {
      let byte = bad(utf8Offset)
      log.add(
        TabularFinding.readAsGB18030(place(utf8Offset), byte: byte.byte, offset: byte.offset))
    }
    return .gb18030
  case (let offset?, let utf8Offset):
    let utf8 = rule == .auto ? utf8Offset.map(bad) : nil
    let first = utf8.map { place($0.offset) } ?? place(offset, .gb18030)
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
