import Foundation
import Statistics

/// How a number is printed: `0`, `0.00`, `0%`, `0.0%`, `+0.00` (the sign always shown).
package struct NumberFormat: Sendable, Hashable {
  package var digits: Int
  package var isPercent: Bool
  package var showsSign: Bool

  package init(digits: Int, isPercent: Bool = false, showsSign: Bool = false) {
    self.digits = digits
    self.isPercent = isPercent
    self.showsSign = showsSign
  }

  package init?(_ pattern: String) {
    var rest = Substring(pattern)
    showsSign = rest.hasPrefix("+")
    if showsSign { rest.removeFirst() }
    isPercent = rest.hasSuffix("%")
    if isPercent { rest.removeLast() }
    guard rest.hasPrefix("0") else { return nil }
    rest.removeFirst()
    if rest.isEmpty {
      digits = 0
    } else {
      guard rest.first == ".", rest.count >= 2, rest.count <= 10, rest.dropFirst().allSatisfy({ $0 == "0" })
      else { return nil }
      digits = rest.count - 1
    }
  }

  /// The number with a true minus sign (U+2212), never a negative zero; rounded as tables print it (`displayed`), so that
  /// one report has one number.
  package func text(_ value: Double) -> String {
    guard value.isFinite else { return HouseStyle.noValue }
    let shown = isPercent ? value * 100 : value
    let unsigned = String(format: "%.\(digits)f", displayed(abs(shown), digits: digits))
    let isZero = unsigned.allSatisfy { $0 == "0" || $0 == "." }
    let sign = isZero ? "" : shown < 0 ? "\u{2212}" : showsSign ? "+" : ""
    return sign + unsigned + (isPercent ? "%" : "")
  }

  /// The number that the text shows, without its per cent sign: 0.854 as `0%` is 85.
  func shown(_ value: Double) -> Double {
    let shown = isPercent ? value * 100 : value
    return displayed(shown, digits: digits)
  }

  /// A number with as many decimal places as it needs, at most six.
  package static func plain(_ value: Double) -> String {
    var text = NumberFormat(digits: 6).text(value)
    guard text.contains(".") else { return text }
    while text.last == "0" { text.removeLast() }
    if text.last == "." { text.removeLast() }
    return text
  }
}
