import Findings

/// A ZIP archive of files as somebody sent it: each member is a file of its own.
package final class FileArchive: Sendable {
  package let name: String
  package let path: String
  /// Names of the files inside, in their order by name.
  package let files: [String]
  private let skipped: [String]
  private let source: ByteSource
  private let limits: ArchiveLimits

  /// What all members together say that they unpack to must be in keeping with the file: names that lie on the same
  /// bytes would multiply them.
  init(_ source: ByteSource, _ archive: ZipArchive, path: String, name: String) throws(ArchiveProblem) {
    try archive.limits.checkRatio(of: archive.members.reduce(0) { $0 &+ $1.size }, to: source.byteCount)
    self.source = source
    self.path = path
    self.name = name
    limits = archive.limits
    let members = archive.members.filter { !$0.isFolder }.map(\.name).sorted()
    files = members.filter { !Self.isNoData($0) }
    skipped = members.filter(Self.isNoData)
  }

  /// What other programs leave in archives: the Finder's folder, locks of open workbooks, hidden files.
  private static func isNoData(_ name: String) -> Bool {
    name.split(separator: "/").contains { $0 == "__MACOSX" || $0.hasPrefix("~$") || $0.hasPrefix(".") }
  }

  /// Says what is left out, and whether there is anything at all.
  package func tell(_ log: FindingLog) {
    if !skipped.isEmpty { log.add(TabularFinding.archive(.file(name), .skipped(skipped))) }
    if files.isEmpty { log.add(TabularFinding.archive(.file(name), .noFiles)) }
  }

  /// Unpacks a file. Its bytes go to a file that has no name and is gone with the last who reads it.
  /// - Returns: nil, with the reason in the log, if it cannot be unpacked or is an archive itself.
  package func open(_ file: String, log: FindingLog) -> DataFile? {
    let place = Place.file("\(name)/\(file)")
    do throws(ArchiveProblem) {
      let archive = try ZipArchive(source, limits: limits)
      guard let member = archive.members.first(where: { $0.name == file }) else { throw .damaged("no such member") }
      let unpacked = try ByteSource.unpack(try archive.open(member))
      guard source.isUnchanged else {
        log.add(TabularFinding.changed(.file(name)))
        return nil
      }
      let made = DataFile.make(
        unpacked, path: "\(path)/\(file)", readablePath: nil, name: "\(name)/\(file)", limits: limits, log: log)
      if case .archive = made { throw .nested }
      return made
    } catch {
      log.add(TabularFinding.archive(place, error))
      return nil
    }
  }
}

extension ByteSource {
  /// Small files stay in memory.
  private static let mostInMemory = 1 << 22

  fileprivate static func unpack(_ bytes: ZipMemberBytes) throws(ArchiveProblem) -> ByteSource {
    let piece = UnsafeMutableRawBufferPointer.allocate(byteCount: mostInMemory, alignment: 16)
    defer { piece.deallocate() }
    var n = try bytes.read(into: piece)
    if n < mostInMemory { return ByteSource([UInt8](piece[..<n])) }
    let file = try TemporaryFile()
    while n > 0 {
      try file.append(UnsafeRawBufferPointer(rebasing: piece[..<n]))
      n = try bytes.read(into: piece)
    }
    return try file.source()
  }
}
