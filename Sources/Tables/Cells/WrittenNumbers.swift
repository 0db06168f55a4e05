/// What spreadsheet programs make of codes on their way through text files.

/// Whether a trimmed text is a number as spreadsheets show one that is too long for them: `1.23457E+17`. The digits
/// behind those are gone. Nobody else writes a code like that.
@inline(__always)
func isRoundedCode(_ cell: CellBytes) -> Bool {
  let n = cell.count
  // The sign of the exponent stands before two or three digits.
  guard n >= 5, n <= 32, cell[n - 3] == 0x2B || cell[n - 4] == 0x2B else { return false }
  return isRoundedCodeIndeed(cell)
}

private func isRoundedCodeIndeed(_ cell: CellBytes) -> Bool {
  guard let e = cell.firstIndex(of: 0x45), e > 0, e + 3 < cell.count, cell[e + 1] == 0x2B else { return false }
  let digits: (UInt8) -> Bool = { $0 &- 0x30 <= 9 }
  guard cell[(e + 2)...].allSatisfy(digits) else { return false }
  let mantissa = cell[0] == 0x2D ? cell[1..<e] : cell[..<e]
  guard let first = mantissa.first, digits(first) else { return false }
  let rest = mantissa.dropFirst()
  return rest.isEmpty || rest.first == 0x2E && rest.count > 1 && rest.dropFirst().allSatisfy(digits)
}

/// The text inside `="0123"`, which keeps a spreadsheet from making a number of it; nil for any other cell.
func unwrapped(_ cell: CellBytes) -> CellBytes? {
  let cell = trimmed(cell)
  guard cell.count >= 3, cell[0] == 0x3D, cell[1] == 0x22, cell[cell.count - 1] == 0x22 else { return nil }
  let inside = CellBytes(rebasing: cell[2..<cell.count - 1])
  return inside.contains(0x22) ? nil : inside
}
