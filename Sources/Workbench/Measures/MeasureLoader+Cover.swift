import Register
import Schemes
import Store

/// Tables that prove that a unit and time were looked at.
extension MeasureLoader {
  /// Per unit: whether its own rows and those of the units above it jointly span the window (M5), from the day on which
  /// there was a unit to look at. Of a measure of members, whether each of them was looked at while it was one.
  func covered(by tableID: String, _ span: RowSpan, _ inclusion: Measure.Inclusion) throws -> [Bool] {
    // What is out of reach proves nothing.
    guard let name = tableName(tableID), let store = store(of: tableID), let days = span.daysToCover else {
      return Array(repeating: false, count: scope.units.count)
    }
    let reported = try reported(in: tableID, name, store)
    func isCovered(_ code: String, _ days: ClosedRange<Int>) -> Bool {
      // Of a window before the unit's first day nothing is known, not even that nothing happened.
      let first = max(days.lowerBound, scope.firstDay(of: code).yyyymmdd)
      guard first <= days.upperBound else { return false }
      return reported.spans(of: code, scope).cover(first...days.upperBound)
    }
    return scope.units.map { unit in
      guard inclusion == .membership || inclusion == .joint else { return isCovered(unit.code, days) }
      let members = scope.members(of: unit.code, during: days)
      if inclusion == .joint, members.isEmpty { return isCovered(unit.code, days) }
      return !members.isEmpty && members.allSatisfy { isCovered($0.code, $0.days) }
    }
  }

  /// Of a unit that is not covered: whose days nobody reported on, its own or a member's.
  func gaps(
    in tableID: String, _ span: RowSpan, _ inclusion: Measure.Inclusion, of unit: Int
  ) throws -> [(code: String, days: [ClosedRange<Int>])] {
    guard let name = tableName(tableID), let store = store(of: tableID), let days = span.daysToCover else { return [] }
    let reported = try reported(in: tableID, name, store)
    let own = scope.units[unit].code
    let isOfMembers = inclusion == .membership || inclusion == .joint
    let members = isOfMembers ? scope.members(of: own, during: days).map { ($0.code, $0.days) } : []
    return (members.isEmpty ? [(own, days)] : members).compactMap { code, days in
      let first = max(days.lowerBound, scope.firstDay(of: code).yyyymmdd)
      guard first <= days.upperBound else { return nil }
      let gaps = reported.spans(of: code, scope).gaps(in: first...days.upperBound)
      return gaps.isEmpty ? nil : (code, gaps)
    }
  }

  private func reported(in tableID: String, _ name: TableName, _ store: Database) throws -> ReportedDays {
    let codes = Dictionary(try store.unitIDs().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    var reported = ReportedDays(hasUnits: catalogue.tables[tableID]?.hasUnits ?? false)
    try store.scan(RowQuery(table: name, expressions: [], batches: kept?.batches[name])) { cursor in
      if !reported.hasUnits {
        reported.everyone.add(from: cursor.periodFrom, to: cursor.periodTo)
      } else if let code = codes[cursor.unitID] {
        for heir in scope.heirs(of: code) {
          reported.byCode[heir, default: DaySpans()].add(from: cursor.periodFrom, to: cursor.periodTo)
        }
      }
    }
    return reported
  }
}

/// On which days who reported.
private struct ReportedDays {
  let hasUnits: Bool
  var everyone = DaySpans()
  var byCode: [String: DaySpans] = [:]

  /// A unit's own days and those of the units above it.
  func spans(of code: String, _ scope: UnitScope) -> DaySpans {
    var joint = everyone
    for above in hasUnits ? scope.lineage(of: code) : [] { joint.add(contentsOf: byCode[above] ?? DaySpans()) }
    return joint
  }
}
