import Findings
import Register
import Schemes

// What the parts of one obligation, and all of them together, must keep to.

extension ObligationReading {
  /// Ids are told apart; measures find rows by them and by tags.
  func checkNames(_ obligations: [Obligation]) {
    var first: [String: Place] = [:]
    for obligation in obligations {
      if let earlier = first[obligation.id] {
        report(.idTwice(obligation.place, id: obligation.id, first: earlier))
      } else {
        first[obligation.id] = obligation.place
      }
    }
  }

  /// `|` parts labels in the table's cell, `%` and `_` are wildcards of LIKE.
  func checkName(_ name: String, at place: Place) {
    if name.isEmpty || name.contains(where: { "|%_".contains($0) }) { report(.nameCharacter(place, name: name)) }
  }

  func checkParts(_ obligation: Obligation) {
    let matching = obligation.matching
    let told = matching.marks.map(\.mark)
    let untold = obligation.marks.filter { !told.contains($0) } + told.filter { !obligation.marks.contains($0) }
    if !untold.isEmpty { report(.marksDiffer(matching.place(of: "marks"), id: obligation.id, marks: untold)) }
    if (obligation.each == nil) != (matching.member == nil) {
      report(.memberColumn(matching.place(of: "member"), id: obligation.id, hasEach: obligation.each != nil))
    }
    if case .once = obligation.cadence {
      guard case .fixed = obligation.due else {
        report(.onceWithoutDate(obligation.place, id: obligation.id))
        return
      }
    }
    checkWindow(obligation)
  }

  /// A window that closes before it opens; looked at in two years, one of them a leap year.
  private func checkWindow(_ obligation: Obligation) {
    for period in Expansion.samples(of: obligation) {
      let window = Expansion.window(of: obligation, for: period, calendar: WorkCalendar())
      guard let window, window.due < window.opens else { continue }
      report(
        .windowReversed(
          obligation.place, id: obligation.id, period: period.id, opens: "\(window.opens)", due: "\(window.due)"))
      return
    }
  }
}
