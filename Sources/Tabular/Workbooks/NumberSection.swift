/// One section of a number format: digits and the words between them.
struct NumberSection: Sendable {
  /// Before the point and behind it: `.digit` and `.literal` alone.
  private var whole: [FormatParts.Part] = []
  private var fraction: [FormatParts.Part] = []
  private var hasPoint = false
  private var hasGroups = false
  /// `"是";"否"`: words stand for numbers.
  private var hasNoDigits = false
  /// By how many powers of ten the number is shown larger: 2 for each `%`, −3 for each comma at the end.
  private var shift = 0
  /// What stands around `General`.
  private var general: (before: String, after: String)?

  /// - Returns: nil where this is more than digits, signs and words.
  init?(_ parts: [FormatParts.Part]) {
    if let index = parts.firstIndex(of: .general) {
      let words = parts.compactMap { if case .literal(let text) = $0 { text } else { nil } }
      guard words.count == parts.count - 1 else { return nil }
      general = (words[..<index].joined(), words[index...].joined())
      return
    }
    var commas = 0
    var hasDigit = false
    for part in parts {
      switch part {
      case .digit:
        if commas > 0 {
          // Between digits before the point a comma means groups of three.
          guard !hasPoint, hasDigit else { return nil }
          hasGroups = true
          commas = 0
        }
        hasDigit = true
        add(part)
      case .comma: commas += 1
      case .point:
        guard !hasPoint else { return nil }
        hasPoint = true
        shift -= 3 * commas
        commas = 0
      case .percent:
        shift += 2
        add(.literal("%"))
      case .literal: add(part)
      case .general, .text, .unknown: return nil
      }
    }
    shift -= 3 * commas
    // Blanks alone hide the number; groups with words between them are nobody's format.
    let hasWords = (whole + fraction).contains {
      if case .literal(let text) = $0 { text.contains { $0 != " " } } else { false }
    }
    guard hasDigit || hasWords && commas == 0, !(hasGroups && Self.hasInnerWords(whole)) else { return nil }
    hasNoDigits = !hasDigit
  }

  private mutating func add(_ part: FormatParts.Part) {
    if hasPoint { fraction.append(part) } else { whole.append(part) }
  }

  private static func isDigit(_ part: FormatParts.Part) -> Bool { if case .digit = part { true } else { false } }

  private static func hasInnerWords(_ parts: [FormatParts.Part]) -> Bool {
    guard let first = parts.firstIndex(where: isDigit), let last = parts.lastIndex(where: isDigit) else { return false }
    return !parts[first...last].allSatisfy(isDigit)
  }

  /// - Parameter value: not below 0.
  /// - Returns: nil for numbers that are beyond writing out.
  func seen(_ value: Double) -> String? {
    if let general { return general.before + NumberText.text(value) + general.after }
    if hasNoDigits { return wholePart([]) + (hasPoint ? "." : "") + fractionPart([]) }
    guard let number = PlainDecimal(value) else { return nil }
    let places = fraction.count(where: Self.isDigit)
    let (digits, decimals) = number.shown(shiftedBy: shift, places: places)
    return wholePart(digits) + (hasPoint ? "." : "") + fractionPart(decimals)
  }

  /// Digits from the right into their places; those that are left over stand before the first of them.
  private func wholePart(_ digits: [Character]) -> String {
    var rest = digits[...]
    var out: [String] = []
    var count = 0
    let first = whole.firstIndex(where: Self.isDigit)
    func put(_ digit: Character) {
      if hasGroups, count > 0, count % 3 == 0 { out.append(",") }
      out.append(String(digit))
      count += 1
    }
    for (index, part) in whole.enumerated().reversed() {
      guard case .digit(let sign) = part else {
        if case .literal(let text) = part { out.append(text) }
        continue
      }
      if let digit = rest.popLast() {
        put(digit)
      } else if sign == "0" {
        put("0")
      } else if sign == "?" {
        out.append(" ")
      }
      if index == first { while let digit = rest.popLast() { put(digit) } }
    }
    // Without a place before the point, whole digits are shown all the same.
    if first == nil { while let digit = rest.popLast() { put(digit) } }
    return out.reversed().joined()
  }

  private func fractionPart(_ decimals: [Character]) -> String {
    let signs: [Character] = fraction.compactMap { if case .digit(let sign) = $0 { sign } else { nil } }
    // Zeros at the end are seen only where a 0 asks for them.
    var shown = decimals.count
    while shown > 0, decimals[shown - 1] == "0", signs[shown - 1] != "0" { shown -= 1 }
    var next = 0
    return fraction.map { part -> String in
      guard case .digit(let sign) = part else { if case .literal(let text) = part { return text } else { return "" } }
      defer { next += 1 }
      return next < shown ? String(decimals[next]) : sign == "?" ? " " : ""
    }.joined()
  }
}

/// The digits of a number as spreadsheets keep them: fifteen, in decimal.
struct PlainDecimal {
  /// Without zeros at the front; empty for 0.
  private var digits: [Character]
  /// How many of them stand before the point; may be negative.
  private var point: Int

  private static let kept = 15

  init?(_ value: Double) {
    guard value.isFinite, value < 1e18 else { return nil }
    let text = "\(value)"
    let parts = text.split(separator: "e")
    let exponent = parts.count > 1 ? Int(parts[1]) ?? 0 : 0
    let mantissa = parts[0].split(separator: ".", omittingEmptySubsequences: false)
    digits = Array(mantissa.joined())
    point = (mantissa.first?.count ?? 0) + exponent
    let zeros = digits.prefix { $0 == "0" }.count
    digits.removeFirst(zeros)
    point -= zeros
    if digits.isEmpty { point = 0 }
    if digits.count > Self.kept { round(to: Self.kept) }
  }

  /// Digits before the point, without zeros at the front, and so many behind it; halves go up.
  func shown(shiftedBy shift: Int, places: Int) -> (whole: [Character], decimals: [Character]) {
    var number = self
    number.point += shift
    number.round(to: number.point + places)
    let zeros = [Character](repeating: "0", count: max(0, -number.point))
    let filled = zeros + number.digits
    let point = max(0, number.point)
    let whole = Array(filled.prefix(point)) + [Character](repeating: "0", count: max(0, point - filled.count))
    let decimals = filled.dropFirst(point).prefix(places)
    return (whole, decimals + [Character](repeating: "0", count: places - decimals.count))
  }

  /// Keeps so many digits.
  private mutating func round(to count: Int) {
    guard count < digits.count else { return }
    guard count >= 0 else {
      (digits, point) = ([], 0)
      return
    }
    let goesUp = digits[count] >= "5"
    digits.removeLast(digits.count - count)
    guard goesUp else { return }
    var index = count - 1
    while index >= 0, digits[index] == "9" {
      digits[index] = "0"
      index -= 1
    }
    if index >= 0 {
      digits[index] = Character("\((digits[index].wholeNumberValue ?? 0) + 1)")
    } else {
      digits.insert("1", at: 0)
      point += 1
    }
  }
}
