/// A date as people write it in a ledger: 2025-06-30, 6月底前, 5月中旬, 立行立改. It is read, marked as a reading, or
/// refused; it is never guessed.
package struct WrittenDate: Sendable, Equatable {
  package enum Reading: Sendable, Equatable {
    /// One day, written as such.
    case exact(CalendarDate)
    /// A span of days, both inside: a month, ten days of it (1–10, 11–20, 21–end), a quarter, two dates with 至 between.
    case range(first: CalendarDate, last: CalendarDate)
    /// Up to and including a day: 6月底前, 年底, 第二季度末.
    case deadline(CalendarDate)
    /// At once (立行立改): there is no day.
    case immediate
    /// For good (长期坚持): there is no end.
    case standing
    /// Already done, without a day (已完成).
    case done
    case refused(Refusal)
  }

  package enum Refusal: Sendable, Hashable, CaseIterable {
    /// Nothing is written.
    case blank
    /// No form of date that is known; or more words than a date.
    case unknown
    /// A day that no calendar has: 2025.6.31.
    case impossibleDay
    /// 6月30日, and the period does not say of which year.
    case yearUnknown
    /// 1月底前 in a row of December: in the year of the row's period it lies before the row's own first day, so that another
    /// year may be meant.
    case yearBeforeRow
    /// 25年6月: of which century.
    case yearShort
    /// 月底前, 30日: of which month.
    case monthMissing
    /// 6月前: whether June is inside is not said.
    case beforeWhat
    /// 明年, 下月, 本周: relative to a day that nobody wrote.
    case relative
    /// 年初, 6月中: no day is meant.
    case vague
    /// 6.3, 2025.1: a spreadsheet drops the zero of 6.30 and of 2025.10.
    case zeroLost
    /// 45838: the number that a spreadsheet keeps for a day, where the column does not say that it holds such numbers.
    case serialNumber
    /// 2025, 202506: a number alone.
    case bareNumber
    /// More than one date or kind of date.
    case several
    /// A range that ends before it begins.
    case reversed
  }

  /// The words as they stand in the cell, without the space around them.
  package let words: String
  package let reading: Reading
  /// The year is not written; it is the year of the period that the ledger is about.
  package let isYearInferred: Bool

  init(words: String, reading: Reading, isYearInferred: Bool = false) {
    self.words = words
    self.reading = reading
    self.isYearInferred = isYearInferred
  }

  /// The last day on which it is kept: of a range its end. nil where there is none.
  package var lastDay: CalendarDate? {
    switch reading {
    case .exact(let day), .deadline(let day): day
    case .range(_, let last): last
    case .immediate, .standing, .done, .refused: nil
    }
  }

  /// The same, or refused: what names no year, and would lie before the day on which its row begins, may mean another year.
  package func beginning(on first: CalendarDate?) -> WrittenDate {
    guard isYearInferred, let first, let lastDay, lastDay < first else { return self }
    return WrittenDate(words: words, reading: .refused(.yearBeforeRow))
  }

  /// Whether a report must show the words beside what they were read as.
  package var isMarked: Bool {
    if case .exact = reading { return isYearInferred }
    return true
  }

  /// How a Chinese report writes it: 2025-06-30, 6月底前（读作2025-06-30）, 立行立改.
  package var shown: String {
    switch reading {
    case .exact(let day) where !isYearInferred: "\(day)"
    case .exact(let day), .deadline(let day): "\(words)（读作\(day)）"
    case .range(let first, let last): "\(words)（读作\(first)至\(last)）"
    case .immediate, .standing, .done: words
    case .refused: "\(words)（读不出日期）"
    }
  }
}
