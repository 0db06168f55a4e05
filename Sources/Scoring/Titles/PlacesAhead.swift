import Register
import Schemes

/// How many new titles a quota can give in each year to come, at most: to as many units as there are without one, all of
/// them meeting the conditions.
struct PlacesAhead {
  /// By year, from that of the day to the last that was asked for.
  private(set) var places: [Int: Int] = [:]
  private(set) var fullCoverage: FullCoverage

  /// Far enough for every quota that ends at all: one place a year for every unit that a hospital has.
  private static let horizon = 10_000

  /// - Parameter units: those of one contest.
  init(_ question: TitleQuestion, _ quota: Quota, _ units: [TitleUnit]) {
    let asked = units.filter(\.isAsked)
    let today = question.asOf
    let endings = asked.compactMap { $0.spell(on: today)?.to?.year }
    var waiting = asked.count { !$0.holds(on: today) }
    if waiting == 0 && endings.isEmpty {
      fullCoverage = .reached
    } else {
      fullCoverage = .never(left: waiting)
    }
    var isOpen = fullCoverage != .reached
    for year in today.year...max(question.until, today.year + Self.horizon) {
      if year > question.until && !isOpen { break }
      let given: Int
      if year == today.year {
        given = Self.thisYear(question, quota, asked)
      } else {
        // Who loses the title in a year is without one in the next.
        waiting += endings.count { $0 == year - 1 }
        let isLifted = quota.isLifted(in: year)
        given = isLifted ? waiting : min(waiting, quota.places(of: quota.onlyNew ? waiting : asked.count))
      }
      if year <= question.until { places[year] = given }
      waiting -= given
      guard isOpen else { continue }
      let isLast = !endings.contains { $0 >= year }
      if waiting == 0 && isLast {
        fullCoverage = .year(year)
        isOpen = false
      } else if isLast && given == 0 && year > today.year {
        // The base stays what it is, and so do the places.
        fullCoverage = .never(left: waiting)
        isOpen = false
      }
    }
  }

  /// The rest of the running year: what was given in it has taken its places.
  private static func thisYear(_ question: TitleQuestion, _ quota: Quota, _ asked: [TitleUnit]) -> Int {
    guard let start = CalendarDate(year: question.asOf.year, month: 1, day: 1) else { return 0 }
    let moment = question.currentAt == .periodStart ? start : question.asOf
    let used = asked.count { $0.spells.contains { $0.from.year == question.asOf.year } }
    let base = quota.onlyNew ? asked.count { !$0.holds(on: moment) } : asked.count
    let contenders = asked.count { !$0.holds(on: question.asOf) && !(quota.onlyNew && $0.holds(on: moment)) }
    return min(contenders, max(0, quota.places(of: base) - used))
  }
}

/// When places alone would let every unit in scope hold the title.
package enum FullCoverage: Sendable, Equatable {
  case reached
  case year(Int)
  /// The places stay under what is missing for ever.
  case never(left: Int)
  /// Places limit nothing.
  case unlimited
}
