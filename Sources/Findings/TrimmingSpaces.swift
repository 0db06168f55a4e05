extension StringProtocol {
  /// Without the white space at both ends, as people leave it in cells and keys.
  package var trimmingSpaces: String {
    var text = self[...]
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
