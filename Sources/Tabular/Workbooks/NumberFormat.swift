/// What a number format makes of a number, as far as it changes what is meant.
enum NumberFormat: Sendable, Equatable {
  case number
  /// Always so many digits: 0123.
  case padded(Int)
  case percent
  case day
  /// Year and month are shown, and no day.
  case month
  case dayAndTime
  case time
  /// Hours that do not end at 24: `[h]:mm`.
  case duration
  case text

  var isTime: Bool {
    switch self {
    case .day, .month, .dayAndTime, .time, .duration: true
    case .number, .padded, .percent, .text: false
    }
  }

  /// Formats that have a number and no code: those of ECMA-376 18.8.30, with its numbers for Chinese (27–36, 50–58).
  init(builtIn id: Int) {
    switch id {
    case 9, 10: self = .percent
    case 14...16, 28...31, 51, 53, 54, 58: self = .day
    case 17, 27, 36, 50, 52, 57: self = .month
    case 18...21, 32...35, 45, 47, 55, 56: self = .time
    case 22: self = .dayAndTime
    case 46: self = .duration
    case 49: self = .text
    default: self = .number
    }
  }

  /// - Parameter code: as the workbook writes it; what stands before the first semicolon is for positive numbers.
  init(code: String) {
    var letters: [Character] = []
    var elapsed = false
    var rest = Substring(code)
    scan: while let character = rest.popFirst() {
      switch character {
      case ";": break scan
      case "\"": if let end = rest.firstIndex(of: "\"") { rest = rest[end...].dropFirst() } else { rest = "" }
      case "\\", "_", "*": rest = rest.dropFirst()
      case "[":
        guard let end = rest.firstIndex(of: "]") else { break scan }
        let inside = rest[..<end].lowercased()
        if !inside.isEmpty, inside.allSatisfy({ "hms".contains($0) }) {
          elapsed = true
          letters += inside
        }
        rest = rest[end...].dropFirst()
      default: letters += Array(character.lowercased())
      }
    }
    self = Self.meaning(of: letters, elapsed)
  }

  private static func meaning(of letters: [Character], _ elapsed: Bool) -> NumberFormat {
    let text = String(letters)
    if text.hasPrefix("general") || text.hasPrefix("g/通用格式") { return .number }
    if text == "@" { return .text }
    if elapsed { return .duration }
    // E and B are years of other calendars; `0.00E+00` is a number.
    let hasDigits = text.contains { "0#?".contains($0) && !text.contains("ss.0") }
    if !hasDigits {
      let hasDay = text.contains("d") || text.contains("aa")
      let hasYear = text.contains("y") || text.contains("e")
      let clock = text.replacing("am/pm", with: "h")
      let hasTime = clock.contains("h") || clock.contains("s")
      if hasTime { return hasDay || hasYear ? .dayAndTime : .time }
      if hasYear, !hasDay, text.contains("m") { return .month }
      if hasDay || hasYear || text.contains("m") { return .day }
    }
    if text.contains("%") { return .percent }
    if letters.count >= 2, letters.count <= 30, letters.allSatisfy({ $0 == "0" }) { return .padded(letters.count) }
    return .number
  }
}
