import Register

extension Suggestion {
  /// - Returns: nil if the suggestion was made after the day.
  init?(_ row: LedgerRow, _ rule: LedgerSpec.Suggestions, asOf: CalendarDate) {
    let made = row.day(rule.made)
    if let begin = made?.yyyymmdd ?? (row.from == 0 ? nil : row.from), begin > asOf.yyyymmdd { return nil }
    let answered = row.day(rule.answered)
    let due = row.day(rule.due)
    // Where the day of the answer is kept, an answer of a later day is none yet.
    let isYetToCome = answered.map { $0 > asOf } ?? false
    let word = isYetToCome ? nil : row.text(rule.adopted)
    let answer: Answer =
      switch word {
      case nil: .unanswered
      case let word? where rule.yes.contains(word): .adopted
      case let word? where rule.partly.contains(word): .partly
      case let word? where rule.no.contains(word): .declined
      default: .unknown
      }
    let day = isYetToCome ? nil : answered
    var isOnTime: Bool?
    if let due {
      if answer == .unanswered {
        if asOf > due { isOnTime = false }
      } else if let day {
        isOnTime = day <= due
      }
    }
    self.init(
      unit: row.unit, id: row.text(rule.id), made: made, due: due, answered: day, answer: answer,
      isAnsweredOnTime: isOnTime, row: row)
  }
}
