/// What can be wrong with a ZIP archive, whether it holds files or is a workbook.
package enum ArchiveProblem: Error, Sendable, Equatable {
  /// No archive, cut short, or bytes that do not unpack or do not have the sum that they should; libzip says why.
  case damaged(String)
  case encrypted
  /// A way of packing that is not read here.
  case compression
  /// More bytes come out than anybody may put in.
  case tooLarge(limit: Int)
  /// So much comes out of so little that it can only be a trap.
  case tooDense(ratio: Int)
  case tooManyMembers(Int, limit: Int)
  /// An archive inside an archive.
  case nested
  /// No member that could be read.
  case noFiles
  /// A note: files of an archive or folder that are no data, by name.
  case skipped([String])
  /// Files whose names lead out of the archive (`../`); they may be data, and are not read.
  case astray([String])

  var code: String {
    switch self {
    case .damaged: "archive-damaged"
    case .encrypted: "archive-encrypted"
    case .compression: "archive-compression"
    case .tooLarge: "archive-too-large"
    case .tooDense: "archive-too-dense"
    case .tooManyMembers: "archive-too-many-members"
    case .nested: "archive-nested"
    case .noFiles: "archive-without-files"
    case .skipped: "file-skipped"
    case .astray: "archive-path-astray"
    }
  }
}

/// How much may come out of an archive. Small archives can be made that unpack to any size.
package struct ArchiveLimits: Sendable {
  /// Of one member, in bytes.
  package var mostBytes: Int
  /// Below this many bytes the ratio does not matter.
  package var bytesBeforeRatio: Int
  /// Bytes that come out for each that goes in. Sheets of a million equal rows reach about 100; deflate ends at 1032.
  package var mostRatio: Int
  package var mostMembers: Int

  package init(
    mostBytes: Int = 2 << 30, bytesBeforeRatio: Int = 64 << 20, mostRatio: Int = 300, mostMembers: Int = 20_000
  ) {
    self.mostBytes = mostBytes
    self.bytesBeforeRatio = bytesBeforeRatio
    self.mostRatio = mostRatio
    self.mostMembers = mostMembers
  }

  /// - Parameter count: bytes that come out of so many packed ones.
  func check(_ count: Int, from packed: Int) throws(ArchiveProblem) {
    guard count <= mostBytes else { throw .tooLarge(limit: mostBytes) }
    try checkRatio(of: count, to: packed)
  }

  func checkRatio(of count: Int, to packed: Int) throws(ArchiveProblem) {
    let ratio = count / max(packed, 1)
    if count > bytesBeforeRatio, ratio > mostRatio { throw .tooDense(ratio: ratio) }
  }
}
