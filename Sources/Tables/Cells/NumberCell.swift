/// The number that a trimmed cell says, in decimal notation with an optional exponent; full-width digits count as
/// narrow ones. Digit groups, per cent signs and units are not guessed at.
func number(_ cell: CellBytes) -> Double? { decimal(cell) ?? withNarrowed(cell, decimal) }

/// The whole number that a trimmed cell says; `12.0`, as some programs export it, is one.
func integer(_ cell: CellBytes) -> Int64? { digits(cell) ?? withNarrowed(cell, digits) ?? wholeNumber(cell) }

private func wholeNumber(_ cell: CellBytes) -> Int64? {
  guard let value = number(cell), value == value.rounded(), abs(value) < 9e15 else { return nil }
  return Int64(value)
}

/// An optional sign and up to 18 digits.
@inline(__always)
private func digits(_ cell: CellBytes) -> Int64? {
  var i = 0
  var isNegative = false
  if let sign = cell.first, sign == 0x2D || sign == 0x2B {
    isNegative = sign == 0x2D
    i = 1
  }
  guard i < cell.count, cell.count - i <= 18 else { return nil }
  var value: Int64 = 0
  while i < cell.count {
    let digit = cell[i] &- 0x30
    guard digit <= 9 else { return nil }
    value = value &* 10 &+ Int64(digit)
    i &+= 1
  }
  return isNegative ? -value : value
}

private let powersOfTen: [Double] = [
  1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20,
  1e21, 1e22,
]

/// Both factors exact, one rounding (Clinger 1990); longer numbers go the library's way.
private func decimal(_ cell: CellBytes) -> Double? {
  var i = 0
  let n = cell.count
  var isNegative = false
  if let sign = cell.first, sign == 0x2D || sign == 0x2B {
    isNegative = sign == 0x2D
    i = 1
  }
  var mantissa: UInt64 = 0
  var digitCount = 0
  var exponent = 0
  var isAfterPoint = false
  while i < n {
    let byte = cell[i]
    if byte == 0x2E, !isAfterPoint {
      isAfterPoint = true
    } else if byte &- 0x30 <= 9 {
      digitCount &+= 1
      if digitCount <= 19 { mantissa = mantissa &* 10 &+ UInt64(byte &- 0x30) }
      if isAfterPoint { exponent &-= 1 }
    } else {
      break
    }
    i &+= 1
  }
  guard digitCount > 0 else { return nil }
  if i < n {
    guard cell[i] | 0x20 == 0x65 else { return nil }
    let rest = CellBytes(rebasing: cell[(i + 1)...])
    guard rest.count <= 5, let written = digits(rest) else { return nil }
    exponent += Int(written)
  }
  if digitCount <= 15, abs(exponent) <= 22 {
    let whole = Double(mantissa)
    let value = exponent < 0 ? whole / powersOfTen[-exponent] : whole * powersOfTen[exponent]
    return isNegative ? -value : value
  }
  guard let value = Double(string(cell)), value.isFinite else { return nil }
  return value
}
