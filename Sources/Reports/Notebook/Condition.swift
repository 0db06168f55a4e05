import Findings

/// What stands after `if`: a value's name, perhaps with what it is compared with.
package struct Condition: Sendable, Equatable {
  package enum Comparison: String, Sendable, CaseIterable {
    case notEqual = "!="
    case atMost = "<="
    case atLeast = ">="
    case equal = "="
    case below = "<"
    case above = ">"
  }
  package enum Test: Sendable, Equatable {
    /// There is something to print, and it is not the number 0.
    case holds
    case fails
    case compares(Comparison, String)
  }
  package let name: String
  package let test: Test
  package let place: Place

  init(name: String, test: Test, place: Place) {
    self.name = name
    self.test = test
    self.place = place
  }

  /// - Parameter text: `否决数`, `not 否决数`, `score >= 90`, `grade = "优秀"`.
  /// - Returns: nil if it is none of these.
  init?(_ text: Substring, at place: Place) {
    let words = text.trimmed
    for comparison in Comparison.allCases {
      guard let range = words.firstRange(of: comparison.rawValue) else { continue }
      let name = words[..<range.lowerBound].trimmed
      var literal = words[range.upperBound...].trimmed
      guard Self.isName(name), !literal.isEmpty else { return nil }
      if literal.count >= 2, literal.first == "\"", literal.last == "\"" {
        // Words are equal or not; they are in no order.
        guard comparison == .equal || comparison == .notEqual else { return nil }
        literal = literal.dropFirst().dropLast()
        guard !literal.contains("\"") else { return nil }
      } else if Self.number(String(literal)) == nil {
        return nil
      }
      self.init(name: String(name), test: .compares(comparison, String(literal)), place: place)
      return
    }
    let isNegated = words.hasPrefix("not ")
    let name = isNegated ? words.dropFirst(4).trimmed : words
    guard Self.isName(name) else { return nil }
    self.init(name: String(name), test: isNegated ? .fails : .holds, place: place)
  }

  /// As printed: with a minus sign, with a per cent sign.
  static func number(_ text: String) -> Double? {
    let plain = text.replacing("−", with: "-")
    return plain.hasSuffix("%") ? Double(plain.dropLast()).map { $0 / 100 } : Double(plain)
  }

  private static func isName(_ word: Substring) -> Bool {
    !word.isEmpty && !word.contains { $0.isWhitespace || "\"<>=!".contains($0) }
  }

  /// - Parameter value: as printed; numbers are compared as numbers, what is missing is neither more nor less than one.
  /// - Returns: nil where words are asked whether they are more or less than a number.
  func isMet(by value: String) -> Bool? {
    let number = Self.number(value)
    switch test {
    case .holds: return !value.isEmpty && number != 0
    case .fails: return value.isEmpty || number == 0
    case .compares(let comparison, let literal):
      guard let number, let bound = Self.number(literal) else {
        switch comparison {
        case .equal: return value == literal
        case .notEqual: return value != literal
        default: return value.isEmpty || value == DocumentWording.dash ? false : nil
        }
      }
      switch comparison {
      case .equal: return number == bound
      case .notEqual: return number != bound
      case .below: return number < bound
      case .above: return number > bound
      case .atMost: return number <= bound
      case .atLeast: return number >= bound
      }
    }
  }
}
