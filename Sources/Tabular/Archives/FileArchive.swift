import Findings

/// A ZIP archive of files as somebody sent it: each member is a file of its own.
package final class FileArchive: Sendable {
  package let name: String
  package let path: String
  /// Names of the files inside, in their order by name.
  package let files: [String]
  private let skipped: [String]
  /// Files whose names lead out of the archive. No program packs like this; what they hold may be data all the same.
  private let astray: [String]
  private let scratchFolder: String
  private let source: ByteSource
  private let limits: ArchiveLimits

  /// What all members together say that they unpack to must be in keeping with the file: names that lie on the same
  /// bytes would multiply them.
  init(
    _ source: ByteSource, _ archive: ZipArchive, path: String, name: String,
    scratchFolder: String = ScratchFile.usualFolder
  ) throws(ArchiveProblem) {
    try archive.limits.checkRatio(of: archive.members.reduce(0) { $0 &+ $1.size }, to: source.byteCount)
    self.scratchFolder = scratchFolder
    self.source = source
    self.path = path
    self.name = name
    limits = archive.limits
    let members = archive.members.filter { !$0.isFolder }.map(\.name).sorted()
    skipped = members.filter(Self.isNoData)
    astray = members.filter { !Self.isNoData($0) && Self.leadsOut($0) }
    files = members.filter { !Self.isNoData($0) && !Self.leadsOut($0) }
  }

  /// What other programs leave in archives: the Finder's folder, locks of open workbooks, hidden files.
  private static func isNoData(_ name: String) -> Bool {
    name.split(separator: "/").contains { part in
      part == "__MACOSX" || part.hasPrefix("~$") || part.hasPrefix(".") && part != ".." && part != "."
    }
  }

  /// `../x.csv`, `/x.csv`, `C:/x.csv`.
  private static func leadsOut(_ name: String) -> Bool {
    let parts = name.split(separator: "/")
    return name.hasPrefix("/") || parts.contains("..") || parts.first?.hasSuffix(":") == true
  }

  /// Says what is left out, and whether there is anything at all.
  package func tell(_ log: FindingLog) {
    if !skipped.isEmpty { log.add(TabularFinding.archive(.file(name), .skipped(skipped))) }
    if !astray.isEmpty { log.add(TabularFinding.archive(.file(name), .astray(astray))) }
    if files.isEmpty, astray.isEmpty { log.add(TabularFinding.archive(.file(name), .noFiles)) }
  }

  /// Unpacks a file. Its bytes go to a file that has no name and is gone with the last who reads it.
  /// - Returns: nil, with the reason in the log, if it cannot be unpacked or is an archive itself.
  package func open(_ file: String, log: FindingLog) -> DataFile? {
    let place = Place.file("\(name)/\(file)")
    do throws(ArchiveProblem) {
      let archive = try ZipArchive(source, limits: limits)
      guard let member = archive.members.first(where: { $0.name == file }) else { throw .damaged("no such member") }
      guard let unpacked = try unpack(try archive.open(member), place, log) else { return nil }
      guard source.isUnchanged else {
        log.add(TabularFinding.changed(.file(name)))
        return nil
      }
      let made = DataFile.make(
        unpacked, path: "\(path)/\(file)", readablePath: nil, name: "\(name)/\(file)", limits: limits,
        scratchFolder: scratchFolder, log: log)
      if case .archive = made { throw .nested }
      return made
    } catch {
      log.add(TabularFinding.archive(place, error))
      return nil
    }
  }

  /// Small files stay in memory.
  private static let mostInMemory = 1 << 22

  /// - Returns: nil, with the reason in the log, if there is no place to put the bytes.
  private func unpack(
    _ bytes: ZipMemberBytes, _ place: Place, _ log: FindingLog
  ) throws(ArchiveProblem) -> ByteSource? {
    let piece = UnsafeMutableRawBufferPointer.allocate(byteCount: Self.mostInMemory, alignment: 16)
    defer { piece.deallocate() }
    var n = try bytes.read(into: piece)
    if n < Self.mostInMemory { return ByteSource([UInt8](piece[..<n])) }
    let file: ScratchFile
    do throws(ScratchProblem) { file = try ScratchFile(in: scratchFolder) } catch {
      log.add(TabularFinding.scratch(place, error))
      return nil
    }
    while n > 0 {
      do throws(ScratchProblem) { try file.write(UnsafeRawBufferPointer(rebasing: piece[..<n])) } catch {
        log.add(TabularFinding.scratch(place, error))
        return nil
      }
      n = try bytes.read(into: piece)
    }
    return ByteSource(file)
  }
}
