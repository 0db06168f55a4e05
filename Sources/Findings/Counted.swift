/// A number and its noun as English has them: 1 row, 2 rows, 0 entries.
/// - Parameters:
///   - number: A number, or one as it is printed.
///   - plural: Where it is not the noun and an s.
package func counted(_ number: some CustomStringConvertible, _ noun: String, _ plural: String? = nil) -> String {
  let shown = "\(number)"
  return "\(shown) \(shown == "1" ? noun : plural ?? noun + "s")"
}
