import Register
import Schemes
import Scoring
import Store

/// Rows of tables.
extension MeasureLoader {
  /// SQLite takes at most 2,000 values a row; a measure needs up to eight.
  static let measuresPerQuery = 240

  /// The rows that measures of one table reduce, by measure: after `where`, 认定, window and scope.
  func rows(
    of measures: [Measure], in tableID: String, period: Period, asOf: CalendarDate
  ) throws -> [String: [MeasureRow]] {
    if let derived = folders.derivedTable(tableID, for: system) {
      return try rows(of: measures, in: derived, period: period, asOf: asOf)
    }
    guard let table = catalogue.tables[tableID], let name = tableName(tableID), let store = store(of: tableID)
    else { return [:] }
    let batches = kept?.batches[name]
    let stored = Set(try store.storedColumns(name, of: batches).map(\.name))
    guard !stored.isEmpty else { return [:] }
    var result: [String: [MeasureRow]] = [:]
    for start in stride(from: 0, to: measures.count, by: Self.measuresPerQuery) {
      let part = Array(measures[start..<min(start + Self.measuresPerQuery, measures.count)])
      var query = MeasureQuery(part, table: table, stored: stored)
      let needs = neededDays(of: part, in: tableID, &query)
      var undated = [Int](repeating: 0, count: part.count)
      let spans = part.map { RowSpan($0.window, of: period, asOf: asOf) }
      let claimants = try part.map { try self.claimants($0.include, in: store) }
      var gathered = [[MeasureRow]](repeating: [], count: part.count)
      let areJoined = try zip(part, spans).map { try joinsAnswers($0, over: $1) }
      var joined = [SmallMembers](repeating: SmallMembers(), count: part.count)
      let carriers = areJoined.contains(true) ? try carriers(in: store) : [:]
      let countsDays = part.map(\.countsWorkingDays)
      var provisional = [Set<Int>](repeating: [], count: part.count)
      _ = store.desk.takeProvisionalYears()
      try store.scan(
        RowQuery(
          table: name, expressions: query.expressions, parameters: moments(period, asOf), batches: batches)
      ) { cursor in
        let unit = cursor.unitID
        let years = countsDays.contains(true) ? database.desk.takeProvisionalYears() : []
        for (index, slot) in query.slots.enumerated() {
          // A row that `where` leaves out may have been left out by the same days.
          if !years.isEmpty, countsDays[index], claimants[index][unit] != nil,
            self.days(of: slot, at: cursor, span: spans[index], hasPeriods: table.hasPeriods) != nil
          {
            provisional[index].formUnion(years)
          }
          if !needs[index].isEmpty, claimants[index][unit] != nil,
            isUndated(slot, needs[index], at: cursor, span: spans[index])
          {
            undated[index] += 1
          }
          // Of units that the scheme does not grade, what they keep is nobody else's.
          let outsider = part[index].unique?.reachesRegister == true ? [outsider(unit)] : nil
          guard let units = claimants[index][unit] ?? outsider,
            var row = row(of: slot, at: cursor, span: spans[index], hasPeriods: table.hasPeriods)
          else { continue }
          // Whose member a unit was is asked of the row's own day, where it has one.
          let hasOwnDay = slot.date == nil && (slot.rowDay.map { cursor.integer($0) != nil } ?? false)
          let day = hasOwnDay ? row.from : row.to
          for claimant in units where claimant.days.contains(day) {
            row.unit = claimant.unit
            row.weight = claimant.weight
            if areJoined[index] {
              joined[index].add(row, of: carriers[unit] ?? "", on: cursor.periodTo)
            } else {
              gathered[index].append(row)
            }
          }
        }
      }
      for index in part.indices where areJoined[index] { gathered[index] = joined[index].left(under: minimumCell) }
      for (measure, rows) in zip(part, gathered) { result[measure.id] = rows }
      for (measure, count) in zip(part, undated) where count > 0 {
        notes.add(
          MeasureFinding.undated(
            measure.place, measure: measure.id, table: tableID, column: measure.datedBy?.column ?? "", count: count))
      }
      for (measure, years) in zip(part, provisional) where !years.isEmpty {
        notes.add(
          WorkbenchFinding.calendarYearAbsent(measure.place, measure: measure.id, years: years.sorted()))
      }
    }
    return result
  }

  /// A unit that the scheme does not grade, by its number in the database: its index follows those in scope.
  private func outsider(_ unit: Int) -> Claimant { Claimant(unit: scope.scored.count + unit, weight: 1) }

  /// For whom the rows count that a database matched with a unit, by the unit's number there.
  func claimants(_ inclusion: Measure.Inclusion, in store: Database) throws -> [Int: [Claimant]] {
    if let known = cache.claimants[store.isProtected]?[inclusion] { return known }
    var found: [Int: [Claimant]] = [:]
    for (code, number) in try store.unitIDs() {
      let claimants = scope.claimants(ofRowsOf: code, inclusion)
      if !claimants.isEmpty { found[number] = claimants }
    }
    cache.claimants[store.isProtected, default: [:]][inclusion] = found
    return found
  }

  /// The row, of no unit yet.
  func row(
    of slot: MeasureQuery.Slot, at cursor: borrowing RowCursor, span: RowSpan, hasPeriods: Bool
  ) -> MeasureRow? {
    if let predicate = slot.predicate, cursor.integer(predicate) != 1 { return nil }
    guard let (from, to) = days(of: slot, at: cursor, span: span, hasPeriods: hasPeriods) else { return nil }
    // Spelled out: a cursor cannot be captured, and so cannot go through `map`.
    var row = MeasureRow(
      unit: -1, from: from, to: to, value: 1, source: RowReference(batch: cursor.batch, row: cursor.sourceRow))
    if slot.date == nil, let own = slot.rowDay, let stored = cursor.integer(own) { row.time = timeOfDay(Int(stored)) }
    if let value = slot.value { row.value = cursor.real(value) }
    if let mark = slot.notApplicable { row.isNotApplicable = (cursor.integer(mark) ?? 0) > 0 }
    if let key = slot.firstKey { row.firstKey = cursor.text(key) }
    if let key = slot.uniqueKey { row.uniqueKey = cursor.text(key) }
    if let rank = slot.uniqueRank { row.uniqueRank = cursor.real(rank) }
    if let order = slot.uniqueOrder { row.uniqueOrder = cursor.real(order) }
    return row
  }

  /// Per measure, the columns that say whether a row needs the day by which it is dated, and what they say then.
  private func neededDays(
    of measures: [Measure], in table: String, _ query: inout MeasureQuery
  ) -> [[(slot: Int, texts: [String])]] {
    let rules = folders.spec(table, for: system)?.spec.rowRules ?? []
    return measures.map { measure in
      guard let day = measure.datedBy?.column else { return [] }
      return rules.filter { $0.needed.contains(day) }.map { (query.add(column: $0.column), $0.texts) }
    }
  }

  /// Whether a row of the window that the measure would take needs a day, and has none.
  private func isUndated(
    _ slot: MeasureQuery.Slot, _ needs: [(slot: Int, texts: [String])], at cursor: borrowing RowCursor, span: RowSpan
  ) -> Bool {
    guard let date = slot.date, cursor.integer(date) == nil else { return false }
    if let predicate = slot.predicate, cursor.integer(predicate) != 1 { return false }
    guard span.contains(from: cursor.periodFrom, to: cursor.periodTo, rowFrom: cursor.periodFrom) else { return false }
    for need in needs {
      if let text = cursor.text(need.slot), need.texts.contains(text) { return true }
    }
    return false
  }

  /// The days that the row stands for, from its own day on where its period was widened from one; nil: none of the
  /// window's.
  private func days(
    of slot: MeasureQuery.Slot, at cursor: borrowing RowCursor, span: RowSpan, hasPeriods: Bool
  ) -> (from: Int, to: Int)? {
    var (from, to) = (cursor.periodFrom, cursor.periodTo)
    var rowFrom = from
    if let own = slot.rowDay, let stored = cursor.integer(own), let day = day(of: Int(stored), plus: nil) {
      // A row of a half is of its own day too: what happened after `as_of` is out, and the latest day is the last row.
      rowFrom = max(from, day)
    }
    if let date = slot.date {
      // A row without the date belongs to no window.
      guard let stored = cursor.integer(date), let day = day(of: Int(stored), plus: slot.daysAfter) else { return nil }
      (from, to) = (day, day)
    }
    if hasPeriods || slot.date != nil {
      guard span.contains(from: from, to: to, rowFrom: hasPeriods ? rowFrom : from) else { return nil }
    }
    return (slot.date == nil ? rowFrom : from, to)
  }

  /// The day that a stored date or datetime means for the measure.
  private func day(of stored: Int, plus daysAfter: Int?) -> Int? {
    let day = stored > 99_991_231 ? stored / 1_000_000 : stored
    guard let days = daysAfter else { return day }
    return CalendarDate(yyyymmdd: day)?.adding(days: days)?.yyyymmdd
  }

  /// Of a stored date or datetime: hhmmss; 0 of a date.
  private func timeOfDay(_ stored: Int) -> Int { stored > 99_991_231 ? stored % 1_000_000 : 0 }

  func moments(_ period: Period, _ asOf: CalendarDate) -> [String: StoredValue] {
    [
      Expression.Moment.periodStart.rawValue: .integer(Int64(period.start.yyyymmdd)),
      Expression.Moment.periodEnd.rawValue: .integer(Int64(period.end.yyyymmdd)),
      Expression.Moment.asOf.rawValue: .integer(Int64(asOf.yyyymmdd)),
    ]
  }
}

/// Rosters, which are tables too.
extension MeasureLoader {
  /// Per unit the members that `first.over` names in the measure's window; where it names nobody there, those whose rows
  /// cover the period. nil: the measure has no roster.
  func roster(of measure: Measure, period: Period, asOf: CalendarDate) throws -> [[String]]? {
    guard let first = measure.first, let table = first.roster else { return nil }
    var list = Measure(id: "\(measure.id)/over", source: .table(table), take: .count, place: measure.place)
    list.first = Measure.First(by: first.by, take: .count)
    list.window = measure.window
    list.include = measure.include
    func members() throws -> [[String]] {
      var members = [[String]](repeating: [], count: scope.scored.count)
      for row in try rows(of: list, period: period, asOf: asOf) {
        if let member = row.firstKey, !members[row.unit].contains(member) { members[row.unit].append(member) }
      }
      return members
    }
    var inside = try members()
    list.window = .covering
    for (unit, covering) in try members().enumerated() where inside[unit].isEmpty { inside[unit] = covering }
    return inside
  }
}
