/// Days and times as spreadsheets count them: days since an epoch, the time as a fraction.
struct SerialDay {
  /// Whether day 0 is 1904-01-01, as old workbooks of the Macintosh have it.
  let isFrom1904: Bool

  /// The last day that spreadsheets know, 9999-12-31.
  private static let last = 2_958_465.0

  /// `2026-06-30`, `2026-06-30 08:00:00`, `2026-06`, `08:00:00`, `26:30:00`; nil where the number is no such thing.
  ///
  /// Counting from 1900 takes that year for a leap year: day 60 is the 29 February that never was. It is written like
  /// that, and no reader of dates takes it.
  func text(_ serial: Double, as format: NumberFormat) -> String? {
    guard serial >= 0, serial.isFinite else { return nil }
    // The second that has begun, as a clock shows it: half a second must not move a day into the next half-year. What
    // spreadsheets compute falls short of a whole second by much less than a millisecond.
    let seconds = (serial * 86400 + 0.001).rounded(.down)
    guard seconds < (Self.last + 1) * 86400 else { return nil }
    let (day, time) = (Int(seconds) / 86400, Int(seconds) % 86400)
    switch format {
    case .duration: return Self.clock(Int(seconds))
    case .time where day == 0: return Self.clock(time)
    case .time, .dayAndTime: return date(day).map { time == 0 ? $0 : $0 + " " + Self.clock(time) }
    case .day: return date(day).map { time == 0 ? $0 : $0 + " " + Self.clock(time) }
    case .month: return date(day).map { String($0.prefix(7)) }
    case .number, .padded, .percent, .text: return nil
    }
  }

  private static func clock(_ seconds: Int) -> String {
    "\(padded(seconds / 3600, 2)):\(padded(seconds / 60 % 60, 2)):\(padded(seconds % 60, 2))"
  }

  private func date(_ serial: Int) -> String? {
    guard !isFrom1904 else { return Self.civil(serial + Self.days1904) }
    switch serial {
    case 0: return nil
    case 60: return "1900-02-29"
    default: return Self.civil(serial + Self.days1900 + (serial < 60 ? 1 : 0))
    }
  }

  /// Days from 1970-01-01 back to 1904-01-01, and to 1899-12-30.
  private static let days1904 = -24107
  private static let days1900 = -25569

  /// The day so many days after 1970-01-01 (Hinnant, “chrono-Compatible Low-Level Date Algorithms”).
  private static func civil(_ days: Int) -> String {
    let shifted = days + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth + (shiftedMonth < 10 ? 3 : -9)
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(dayOfYear - (153 * shiftedMonth + 2) / 5 + 1, 2))"
  }

  private static func padded(_ value: Int, _ width: Int) -> String {
    let text = String(value)
    return String(repeating: "0", count: max(0, width - text.count)) + text
  }
}
