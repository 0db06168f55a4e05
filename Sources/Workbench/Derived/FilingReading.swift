import Findings
import Obligations
import Register
import Schemes
import Store

/// Kept rows as what obligations are matched with.
extension DerivationSources {
  func input(of obligation: Obligation, asOf: CalendarDate) throws -> FilingInput {
    FilingInput(
      filings: try filings(of: obligation, asOf: asOf), roster: try roster(of: obligation, asOf: asOf),
      events: try events(of: obligation, asOf: asOf))
  }

  private func filings(of obligation: Obligation, asOf: CalendarDate) throws -> [Filing] {
    let matching = obligation.matching
    var columns = [matching.filed]
    /// Where a column stands among those that are read.
    func position(_ column: String?) -> Int? {
      guard let column else { return nil }
      columns.append(column)
      return columns.count - 1
    }
    let period = position(matching.period)
    let member = position(matching.member)
    let mended = position(matching.mended)
    let excuse = position(matching.excuse)
    let reason = position(matching.inapplicability)
    let marks = matching.marks.map { (mark: $0.mark, position: position($0.column) ?? 0) }
    let rows = try kept(
      Wish(table: matching.table, columns: columns, predicate: matching.predicate?.expression), asOf: asOf)
    var files: [Int: String] = [:]
    return try rows.map { row in
      func text(_ index: Int?) -> String { index.flatMap { row.cells[$0].shown }?.trimmingSpaces ?? "" }
      let batch = row.place.batch
      if files[batch] == nil { files[batch] = try database.batch(batch)?.source ?? matching.table }
      return Filing(
        unit: row.unit, filed: row.cells[0].day, periodText: text(period), span: row.days,
        member: self.member(text(member), on: row.cells[0].day ?? row.days?.upperBound),
        marks: Set(marks.filter { row.cells[$0.position] == .integer(1) }.map(\.mark)),
        mended: mended.flatMap { row.cells[$0].day }, excuse: text(excuse), inapplicability: text(reason),
        source: .init(batch: batch, row: row.place.row), place: .row(files[batch] ?? "", row: row.place.row))
    }
  }

  private func roster(of obligation: Obligation, asOf: CalendarDate) throws -> [RosterEntry] {
    guard let each = obligation.each else { return [] }
    return try kept(Wish(table: each.table, columns: [each.by]), asOf: asOf).compactMap { row in
      guard let member = row.cells[0].shown?.trimmingSpaces, !member.isEmpty,
        let days = row.days ?? CalendarDate.kept
      else { return nil }
      return RosterEntry(unit: row.unit, member: self.member(member, on: row.days?.upperBound), span: days)
    }
  }

  /// A member as filings and roster are compared: of a unit the name in the register, by whatever name or alias it is
  /// written; of anything else the text.
  private func member(_ text: String, on day: CalendarDate?) -> String {
    if text.isEmpty { return text }
    if case .unit(let unit) = register.match(text, on: day) { return unit.name }
    return text
  }

  private func events(of obligation: Obligation, asOf: CalendarDate) throws -> [EventEntry] {
    guard case .after(let events) = obligation.cadence else { return [] }
    let wish = Wish(table: events.table, columns: [events.date], predicate: events.predicate?.expression)
    return try kept(wish, asOf: asOf).compactMap { row in
      row.cells[0].day.flatMap {
        $0 <= asOf
          ? EventEntry(unit: row.unit, day: $0, source: .init(batch: row.place.batch, row: row.place.row)) : nil
      }
    }
  }
}

extension StoredValue {
  /// A stored day; nil for anything else.
  fileprivate var day: CalendarDate? {
    if case .integer(let number) = self { CalendarDate(yyyymmdd: Int(number)) } else { nil }
  }
}

extension CalendarDate {
  /// All days that are kept: of a table whose rows have no period.
  fileprivate static var kept: ClosedRange<CalendarDate>? {
    guard let first = CalendarDate(year: 1900, month: 1, day: 1),
      let last = CalendarDate(year: 2199, month: 12, day: 31)
    else { return nil }
    return first...last
  }
}
