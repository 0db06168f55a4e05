/// Cells that a sheet shows as one, over several rows.
struct MergedCells: Sendable {
  struct Block: Sendable {
    /// Row and column from 1 and 0.
    var top: Int
    var bottom: Int
    var column: Int
  }

  static let most = 100_000
  /// Larger sheets are read once, and not looked through for merged cells before.
  static let mostBytes = 32 << 20

  /// By their first row; only those of several rows.
  private(set) var blocks: [Block] = []
  /// Whether anybody looked.
  var isKnown = false

  /// `A5:B9`; nil for what is no such range.
  static func block(_ reference: String) -> Block? {
    let corners = reference.split(separator: ":").map { cellReference($0.utf8) }
    guard corners.count == 2, let first = corners[0], let last = corners[1] else { return nil }
    return Block(top: first.row, bottom: last.row, column: first.column)
  }

  init() {}

  /// Looks through a sheet: first for the word, then for the ranges.
  /// - Throws: what keeps it from being read.
  init(of member: ZipArchive.Member, in archive: ZipArchive) throws(PartProblem) {
    guard member.size <= Self.mostBytes else { return }
    isKnown = true
    guard try Self.speaksOfMerging(member, archive) else { return }
    let reader = try MergedCellReader(member.name, member.bytes(in: archive))
    try reader.readAll()
    blocks = reader.blocks.sorted { ($0.top, $0.column) < ($1.top, $1.column) }
  }

  private static func speaksOfMerging(
    _ member: ZipArchive.Member, _ archive: ZipArchive
  ) throws(PartProblem) -> Bool {
    let word = Array("mergeCell".utf8)
    let size = 1 << 18
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: size + word.count, alignment: 16)
    defer { buffer.deallocate() }
    do throws(ArchiveProblem) {
      let bytes = try archive.open(member)
      var kept = 0
      while true {
        let n = try bytes.read(into: UnsafeMutableRawBufferPointer(rebasing: buffer[kept..<kept + size]))
        if n == 0 { return false }
        let seen = UnsafeRawBufferPointer(rebasing: buffer[..<(kept + n)])
        // In an encoding of two bytes the word cannot be found like this: then the ranges are looked for at once.
        if seen.starts(with: [0xFF, 0xFE]) || seen.starts(with: [0xFE, 0xFF]) || holds(seen, word) { return true }
        let next = min(word.count - 1, seen.count)
        buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: seen[(seen.count - next)...]))
        kept = next
      }
    } catch {
      throw .archive(error)
    }
  }
}

extension ZipArchive.Member {
  func bytes(in archive: ZipArchive) throws(PartProblem) -> ZipMemberBytes {
    do throws(ArchiveProblem) { return try archive.open(self) } catch { throw .archive(error) }
  }
}

/// The ranges of `mergeCell` elements that span rows.
private final class MergedCellReader: XMLPart {
  var blocks: [MergedCells.Block] = []

  override func start(_ name: XMLName, _ attributes: XMLAttributes) {
    guard name == "mergeCell", let block = attributes.text("ref").flatMap(MergedCells.block) else { return }
    if block.bottom > block.top { blocks.append(block) }
    if blocks.count > MergedCells.most { stop(.tooManyMerged(limit: MergedCells.most)) }
  }
}
