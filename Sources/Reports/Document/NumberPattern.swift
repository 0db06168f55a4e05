import Foundation

/// How a number is printed: `0`, `0.00`, `+0.0` (a sign on gains, too), `0%`, `0.0%` (of a share).
package struct NumberPattern: Sendable, Equatable {
  package let digits: Int
  package let isSigned: Bool
  package let isPercent: Bool

  package init(digits: Int, isSigned: Bool = false, isPercent: Bool = false) {
    self.digits = digits
    self.isSigned = isSigned
    self.isPercent = isPercent
  }

  /// nil if the text is no pattern.
  package init?(_ text: String) {
    var rest = text[...]
    isSigned = rest.first == "+"
    if isSigned { rest = rest.dropFirst() }
    isPercent = rest.last == "%"
    if isPercent { rest = rest.dropLast() }
    guard rest.first == "0" else { return nil }
    rest = rest.dropFirst()
    if rest.isEmpty {
      digits = 0
      return
    }
    guard rest.first == ".", rest.count > 1, rest.count <= (isPercent ? 8 : 10),
      rest.dropFirst().allSatisfy({ $0 == "0" })
    else {
      return nil
    }
    digits = rest.count - 1
  }

  /// Half away from zero at the digits, after snapping to 1e-9 (a scheme's rule K1), so that a table and a score sheet
  /// print the same. nil for NaN and infinities.
  package func text(_ value: Double) -> String? {
    guard value.isFinite else { return nil }
    let printed = abs(value) < 1e9 ? Self.snapped(abs(value), digits: digits, isPercent: isPercent) : large(abs(value))
    let isZero = !printed.contains { $0 != "0" && $0 != "." }
    let sign = isZero ? "" : value < 0 ? Self.minus : isSigned ? "+" : ""
    return sign + printed + (isPercent ? "%" : "")
  }

  /// Whole billionths, rounded in whole numbers.
  private static func snapped(_ value: Double, digits: Int, isPercent: Bool) -> String {
    let places = digits + (isPercent ? 2 : 0)
    let billionths = Int((value * 1e9).rounded())
    let unit = (places..<9).reduce(1) { power, _ in power * 10 }
    let count = (billionths + unit / 2) / unit
    let ones = (0..<digits).reduce(1) { power, _ in power * 10 }
    if digits == 0 { return String(count) }
    let fraction = String(count % ones)
    return "\(count / ones)." + String(repeating: "0", count: digits - fraction.count) + fraction
  }

  private func large(_ value: Double) -> String { String(format: "%.\(digits)f", isPercent ? value * 100 : value) }

  /// As many decimal places as the number has, at most nine.
  static func plain(_ value: Double) -> String? {
    guard value.isFinite else { return nil }
    guard abs(value) < 1e15 else { return "\(value)".replacingOccurrences(of: "-", with: minus) }
    var text = String(format: "%.9f", abs(value))
    while text.last == "0" { text.removeLast() }
    if text.last == "." { text.removeLast() }
    return (value < 0 && text != "0" ? minus : "") + text
  }

  /// The true minus sign, as wide as the plus; a hyphen is easily overlooked in print.
  private static let minus = "−"
}
