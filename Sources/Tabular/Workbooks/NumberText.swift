/// What a person sees of a number in a cell, as text.
struct NumberText {
  let days: SerialDay

  /// Beyond this many digits a spreadsheet keeps zeros.
  private static let keptDigits = 1e15

  /// Replaces the number that ends the arena, as the workbook writes it, by what is seen.
  /// - Returns: a mark where that is not all.
  @inline(__always)
  func render(_ arena: inout TextArena, from start: Int, as format: NumberFormat) -> CellMark? {
    if format == .number, isPlain(arena.text(start..<arena.count)) { return nil }
    return rewrite(&arena, from: start, as: format)
  }

  /// Whether the number is seen as it is written: up to 15 digits, no exponent, no point.
  @inline(__always)
  private func isPlain(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard text.count <= 15 else { return false }
    for byte in text where byte &- 0x30 > 9 && byte != 0x2D { return false }
    return true
  }

  private func rewrite(_ arena: inout TextArena, from start: Int, as format: NumberFormat) -> CellMark? {
    let written = String(decoding: arena.text(start..<arena.count), as: UTF8.self)
    guard let value = Double(written.trimmingPrefix { $0.isWhitespace }), value.isFinite else { return nil }
    arena.cut(to: start)
    switch format {
    case .day, .dayAndTime, .time, .month, .duration:
      arena.append(days.text(value, as: format) ?? Self.text(value))
      return nil
    case .percent:
      arena.append(Self.text(Self.shifted(Self.text(value))) + "%")
      return nil
    case .padded(let width):
      let text = Self.text(value)
      if value >= 0, !text.contains("."), !text.contains("e") {
        arena.append(String(repeating: "0", count: max(0, width - text.utf8.count)))
      }
      arena.append(text)
    case .number, .text: arena.append(Self.text(value))
    }
    return abs(value) >= Self.keptDigits ? .digitsLost : nil
  }

  /// The shortest decimal that means the number: no point behind whole ones, no exponent where digits do.
  static func text(_ value: Double) -> String {
    if value == value.rounded(), abs(value) < 1e18 { return String(Int64(value)) }
    let text = "\(value)"
    guard let e = text.firstIndex(of: "e") else { return text }
    let exponent = Int(text[text.index(after: e)...]) ?? 0
    guard exponent < 0, exponent >= -15 else { return text }
    let digits = text[..<e].filter(\.isNumber)
    let zeros = String(repeating: "0", count: -exponent - 1)
    return (value < 0 ? "-" : "") + "0." + zeros + digits
  }

  /// The number that such a text says.
  static func value(_ text: String) -> Double? {
    text.hasSuffix("%") ? Double(text.dropLast() + "e-2") : Double(text)
  }

  /// A hundred times a decimal, without the error of the multiplication: 0.07 is 7 and not 7.000000000000001.
  private static func shifted(_ text: String) -> Double {
    Double(text + (text.contains("e") ? "" : "e2")) ?? (Double(text) ?? 0) * 100
  }
}
