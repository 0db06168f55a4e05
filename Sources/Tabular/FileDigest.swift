import Dispatch

/// The SHA-256 of a whole file, taken beside other work: it costs about as long as reading all the rows.
final class FileDigest: Sendable {
  private let work = DispatchGroup()
  /// Written once, before the group is left; read only behind it.
  private nonisolated(unsafe) var hexadecimal = ""

  init(_ source: ByteSource) {
    DispatchQueue.global().async(group: work) {
      var hash = SHA256()
      source.forEachPiece { piece, _ in
        hash.update(piece)
        return true
      }
      self.hexadecimal = hash.hexDigest()
    }
  }

  /// Waits until it is there.
  var value: String {
    work.wait()
    return hexadecimal
  }
}
