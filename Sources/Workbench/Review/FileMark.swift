/// What stands for a batch where a file was refused: the mark of its bytes, by which an answer is known to mean them.
enum FileMark {
  private static let prefix = "文件"

  static func batch(_ sha256: String) -> String { prefix + sha256.prefix(16) }

  /// nil: it is a batch.
  static func mark(ofBatch batch: String) -> String? {
    batch.hasPrefix(prefix) ? String(batch.dropFirst(prefix.count)) : nil
  }
}
