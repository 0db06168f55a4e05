import Register

/// What was noticed about filings while they were matched, with whom and when it is about, so that a reader can ask for
/// what concerns it.
package final class FilingNotices {
  package struct Notice: Sendable, Equatable {
    package let finding: ObligationFinding
    /// The code of the unit that owes, or that filed what it does not owe.
    package let unit: String
    /// The day of the filing and the period that it is about, as far as they are known; nil: neither.
    package let days: ClosedRange<CalendarDate>?
  }

  /// In the order of their discovery.
  package private(set) var notices: [Notice] = []

  package init() {}

  func add(_ finding: ObligationFinding, unit: String, _ filing: Filing? = nil, period: Period? = nil) {
    var days = filing?.filed.map { $0...$0 } ?? filing?.span
    if let period {
      days =
        days.map { min($0.lowerBound, period.start)...max($0.upperBound, period.end) } ?? period.start...period.end
    }
    notices.append(Notice(finding: finding, unit: unit, days: days))
  }
}
