import Register

/// A time through which a unit held a title without a break, both days inside.
package struct TitleSpell: Sendable, Hashable {
  package let from: CalendarDate
  /// nil: without end.
  package let to: CalendarDate?

  package func covers(_ day: CalendarDate) -> Bool { from <= day && to.map { day <= $0 } ?? true }

  /// Spells of one grade as of a day, in order of time. Rows that overlap or follow one another are one spell: who holds
  /// a title does not get it anew. What was given after the day, and rows that end before they begin, count for nothing.
  package static func spells(
    _ holdings: [TitleHolding], grade: String, asOf: CalendarDate
  ) -> [TitleSpell] {
    let rows = holdings.compactMap { holding -> TitleSpell? in
      guard holding.grade == grade, let from = CalendarDate(yyyymmdd: holding.from), from <= asOf else { return nil }
      let to = holding.to.flatMap { CalendarDate(yyyymmdd: $0) }
      if let to, to < from { return nil }
      return TitleSpell(from: from, to: to)
    }
    var spells: [TitleSpell] = []
    for row in rows.sorted(by: { $0.from < $1.from }) {
      guard let last = spells.last, last.to.map({ row.from.dayNumber <= $0.dayNumber + 1 }) ?? true else {
        spells.append(row)
        continue
      }
      // The later of two ends; without one, no end.
      let end = last.to.flatMap { known in row.to.map { max(known, $0) } }
      spells[spells.count - 1] = TitleSpell(from: last.from, to: end)
    }
    return spells
  }
}
