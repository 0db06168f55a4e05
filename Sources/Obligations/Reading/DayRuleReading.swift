import Documents
import Findings
import Register

extension ObligationReading {
  /// `{from, months, day, days, working_days}` or `{date, year}`.
  func dayRule(_ node: DocumentNode, key: String, path: String, cadence: Obligation.Cadence?) -> DayRule? {
    var reader = MappingReader(node, path: "\(path).\(key)", shape: .dayRule, log: log)
    guard node.isMapping else { return nil }
    let found = ["from", "date"].filter { reader.node($0) != nil }
    guard found.count == 1 else {
      report(.oneOf(node.place, owner: reader.path, legal: ["from", "date"], found: found))
      return nil
    }
    let before = log.count(.problem)
    let rule = found == ["date"] ? dated(&reader) : offset(&reader)
    reader.finish()
    guard log.count(.problem) == before, let rule else { return nil }
    let isAfterEvent = if case .after? = cadence { true } else { false }
    if rule.usesEvent, cadence != nil, !isAfterEvent {
      report(.anchorUnfit(reader.place(of: "from"), key: key))
      return nil
    }
    return rule
  }

  private func dated(_ reader: inout MappingReader) -> DayRule? {
    let shift = reader.choice("year", DayRule.YearShift.self)
    guard let text = reader.requiredText("date") else { return nil }
    if let day = CalendarDate(parsing: text) {
      if shift != nil {
        report(
          .oneOf(
            reader.place(of: "year"), owner: reader.path, legal: ["year", "date: \(text)"],
            found: ["year", "date: \(text)"]))
      }
      return .fixed(day)
    }
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    // 2024 is a leap year: it has every day that there can be.
    guard parts.count == 2, parts.allSatisfy({ (1...2).contains($0.count) && $0.allSatisfy(\.isASCII) }),
      let month = Int(parts[0]), let day = Int(parts[1]), CalendarDate(year: 2024, month: month, day: day) != nil
    else {
      report(.dateUnreadable(reader.place(of: "date"), key: "date", value: text))
      return nil
    }
    return .yearly(month: month, day: day, shift ?? .same)
  }

  private func offset(_ reader: inout MappingReader) -> DayRule? {
    guard let anchor = reader.choice("from", DayRule.Anchor.self) else {
      for key in ["months", "day", "days", "working_days"] { _ = reader.node(key) }
      return nil
    }
    var offset = DayRule.Offset(from: anchor)
    offset.months = reader.node("months").flatMap { number($0, called: "months", -120...120) } ?? 0
    if let day = reader.node("day") {
      if case .scalar("last", _) = day.content {
        offset.dayOfMonth = 31
      } else {
        offset.dayOfMonth = number(day, called: "day", 1...31)
      }
    }
    offset.days = reader.node("days").flatMap { number($0, called: "days", -3660...3660) } ?? 0
    offset.workingDays = reader.node("working_days").flatMap { number($0, called: "working_days", 0...250) } ?? 0
    return .offset(offset)
  }
}
