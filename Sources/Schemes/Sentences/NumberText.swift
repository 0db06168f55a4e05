/// A number as a person writes it: `10`, `0.5`, `-3`; no trailing zeros, at most nine places.
package func formatted(_ value: Double) -> String {
  if value.isNaN { return "–" }
  if value == .infinity { return "+∞" }
  if value == -.infinity { return "−∞" }
  if value.rounded() == value, abs(value) < 1e15 { return "\(Int(value))" }
  let scaled = (value * 1e9).rounded() / 1e9
  return abs(scaled) < 1e15 && scaled != 0 ? plain("\(scaled)", value: scaled) : "\(value)"
}

/// Swift writes small numbers with an exponent: written out.
private func plain(_ text: String, value: Double) -> String {
  guard text.contains("e") else { return text }
  let billionths = Int((abs(value) * 1e9).rounded())
  var digits = String(billionths)
  digits = String(repeating: "0", count: max(0, 10 - digits.count)) + digits
  var fraction = String(digits.suffix(9))
  while fraction.last == "0" { fraction.removeLast() }
  return "\(value < 0 ? "-" : "")\(digits.dropLast(9))\(fraction.isEmpty ? "" : ".")\(fraction)"
}
