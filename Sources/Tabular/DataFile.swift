import Findings

/// A file as it came, of the kind that its first bytes say.
package enum DataFile: Sendable {
  case text(TextFile)
  case workbook(Workbook)
  case archive(FileArchive)

  /// Opens a file and finds out what it is. Of a text nothing but the beginning is looked at, since how to read it is
  /// for its table to say.
  /// - Returns: nil, with the reason in the log, if it cannot be read.
  package static func open(_ path: String, name: String, log: FindingLog) -> DataFile? {
    switch ByteSource.open(path) {
    case .failure(let reason):
      log.add(TabularFinding.unreadable(.file(name), reason: reason))
      return nil
    case .success(let source): return make(source, path: path, readablePath: path, name: name, log: log)
    }
  }

  /// The same for bytes in memory.
  /// - Parameter scratchFolder: where bytes may lie for a while; nil: in the system's folder for such files.
  package static func read(
    _ bytes: [UInt8], name: String, limits: ArchiveLimits = ArchiveLimits(),
    scratchFolder: String? = nil, log: FindingLog
  ) -> DataFile? {
    make(
      ByteSource(bytes), path: name, readablePath: nil, name: name, limits: limits, scratchFolder: scratchFolder,
      log: log)
  }

  /// - Parameter readablePath: where the bytes can be read by path, if anywhere.
  static func make(
    _ source: ByteSource, path: String, readablePath: String?, name: String, limits: ArchiveLimits = ArchiveLimits(),
    scratchFolder: String? = nil, log: FindingLog
  ) -> DataFile? {
    let scratch = scratchFolder ?? ScratchFile.usualFolder
    let head = source.bytes(0..<min(8, source.byteCount))
    do throws(PartProblem) {
      switch TabularFinding.FileKind(firstBytes: head) {
      case .xlsx:
        let archive: ZipArchive
        do throws(ArchiveProblem) { archive = try ZipArchive(source, limits: limits) } catch { throw .archive(error) }
        guard let parts = try WorkbookParts(archive) else {
          do throws(ArchiveProblem) {
            return .archive(try FileArchive(source, archive, path: path, name: name, scratchFolder: scratch))
          } catch { throw .archive(error) }
        }
        return .workbook(
          Workbook(
            source, path: path, name: name, sheets: parts.sheets, contents: .parts(parts), digest: FileDigest(source),
            limits: limits))
      case .xls:
        if source.holds("EncryptedPackage") { throw .workbook(.protected) }
        let book = try OldBook(source, path: readablePath, scratchFolder: scratch)
        log.add(TabularFinding.workbook(.file(name), .oldFormat))
        return .workbook(
          Workbook(
            source, path: path, name: name, sheets: book.sheets, contents: .old(book), digest: FileDigest(source)))
      default: return .text(TextFile(source, path: path, name: name))
      }
    } catch {
      log.add(error.finding(at: .file(name)))
      return nil
    }
  }
}

/// A text that has not been looked at yet.
package struct TextFile: Sendable {
  let source: ByteSource
  package let path: String
  package let name: String

  init(_ source: ByteSource, path: String, name: String) {
    self.source = source
    self.path = path
    self.name = name
  }

  /// Looks at all of it; see `DelimitedFile.open`.
  package func delimited(encoding: EncodingRule, headerRow: Int?, log: FindingLog) -> DelimitedFile? {
    DelimitedFile(source, path: path, name: name, rule: encoding, headerRow: headerRow, log: log)
  }
}

extension ByteSource {
  /// Whether the word stands anywhere in the file in letters of two bytes, as the folders of old Office files have it.
  fileprivate func holds(_ word: String) -> Bool {
    let wanted = word.utf8.flatMap { [$0, 0] as [UInt8] }
    var isFound = false
    var last: [UInt8] = []
    forEachPiece { piece, _ in
      let seen = last + piece
      isFound = seen.withUnsafeBytes { Tabular.holds($0, wanted) }
      last = Array(seen.suffix(wanted.count))
      return !isFound
    }
    return isFound
  }
}
