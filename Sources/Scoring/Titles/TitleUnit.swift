import Register
import Schemes

/// One unit in scope, and what is known of its title.
package struct TitleUnit: Sendable {
  package var code: String
  package var name: String
  /// The group that has places of its own, or the peers.
  package var group: String
  /// 暂缓 or 免评 as of the day; anything else is in scope.
  package var status: Standing.Status
  package var spells: [TitleSpell]
  /// In order of time.
  package var reviews: [TitleReview] = []
  /// What the last run says of the title.
  package var lastVerdict: TitleVerdict?

  package init(code: String, name: String, group: String, status: Standing.Status = .graded, spells: [TitleSpell] = [])
  {
    self.code = code
    self.name = name
    self.group = group
    self.status = status
    self.spells = spells
  }

  /// Whether full coverage asks for it.
  package var isAsked: Bool { status.isInBase }
  package func holds(on day: CalendarDate) -> Bool { spells.contains { $0.covers(day) } }
  /// The spell that a day lies in.
  package func spell(on day: CalendarDate) -> TitleSpell? { spells.first { $0.covers(day) } }
  /// The review of the title that the unit holds on a day; what was said of an earlier one is past.
  package func review(of year: Int, on day: CalendarDate) -> TitleReview? {
    guard let spell = spell(on: day), spell.from.year <= year else { return nil }
    return reviews.last { $0.year == year }
  }
  /// The days on which titles were lost up to a day, in order of time.
  package func withdrawals(upTo day: CalendarDate) -> [CalendarDate] {
    spells.compactMap(\.to).filter { $0 < day }
  }
}

/// Asks how far a title has come, and what is needed for every unit in scope to hold it.
package struct TitleQuestion: Sendable {
  package var grade: String
  package var asOf: CalendarDate
  /// By the end of this year all are to hold it.
  package var until: Int
  /// nil, or lifted: places limit nothing.
  package var quota: Quota?
  package var currentAt: Titles.Moment

  package init(grade: String, asOf: CalendarDate, until: Int, quota: Quota?, currentAt: Titles.Moment = .periodStart) {
    self.grade = grade
    self.asOf = asOf
    self.until = until
    self.quota = quota
    self.currentAt = currentAt
  }

  /// The quota, where it limits anything.
  var limit: Quota? { quota.flatMap { $0.isLifted(in: asOf.year) ? nil : $0 } }
}
