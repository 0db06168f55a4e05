/// How people call a batch: `12`, or `P3` in the protected database.
package struct BatchName: Sendable, Hashable, CustomStringConvertible, ExpressibleByIntegerLiteral {
  package let number: Int
  package let isProtected: Bool

  package init(_ number: Int, isProtected: Bool = false) {
    self.number = number
    self.isProtected = isProtected
  }

  package init(integerLiteral value: Int) { self.init(value) }

  /// nil: no name of a batch.
  package init?(_ text: String) {
    let digits = text.hasPrefix("P") || text.hasPrefix("p") ? text.dropFirst() : text[...]
    guard !digits.isEmpty, digits.allSatisfy(\.isNumber), let number = Int(digits) else { return nil }
    self.init(number, isProtected: digits.count != text.count)
  }

  package var description: String { isProtected ? "P\(number)" : "\(number)" }
}

extension Database {
  package func name(ofBatch number: Int) -> BatchName { BatchName(number, isProtected: isProtected) }
}
