import Register

/// Which problems were found again.
///
/// A problem repeats an earlier one of the same traits that had been verified by then, or that was found in an earlier
/// period and is still open. The unit of the earlier one is the same, or one whose data the later one's unit carries on.
struct RepeatIndex {
  private var repeats: Set<Int> = []

  func isRepeat(_ index: Int) -> Bool { repeats.contains(index) }

  private struct Key: Hashable {
    /// The last of the unit's heirs: units that were joined may meet here.
    var heir = ""
    var kind = ""
    var text = ""
    var source = ""
  }

  init(_ spec: LedgerSpec, _ rows: [LedgerRow], register: UnitRegister) {
    guard let rule = spec.repeats else { return }
    var groups: [Key: [(index: Int, found: CalendarDate)]] = [:]
    for (index, row) in rows.enumerated() {
      guard let found = row.day(spec.problems.found), let key = Self.key(row, rule, spec, register) else { continue }
      groups[key, default: []].append((index, found))
    }
    for group in groups.values {
      let ordered = group.sorted { ($0.found, $0.index) < ($1.found, $1.index) }
      for (position, later) in ordered.enumerated() {
        let isAgain = ordered[..<position].contains { earlier in
          Self.isAgain(
            rows[later.index], found: later.found, after: rows[earlier.index], found: earlier.found, rule, spec,
            register)
        }
        if isAgain { repeats.insert(later.index) }
      }
    }
  }

  /// nil if the row does not say what it would be compared by.
  private static func key(
    _ row: LedgerRow, _ rule: LedgerSpec.Repeats, _ spec: LedgerSpec, _ register: UnitRegister
  ) -> Key? {
    var key = Key()
    for trait in rule.by {
      switch trait {
      case .unit: key.heir = register.heirs(of: row.unit).last ?? row.unit
      case .kind:
        guard let kind = row.text(spec.problems.kind) else { return nil }
        key.kind = kind
      case .text:
        guard let text = row.text(spec.problems.text) else { return nil }
        key.text = UnitRegister.normalised(text)
      case .source:
        guard let source = row.text(spec.problems.source) else { return nil }
        key.source = source
      }
    }
    return key
  }

  private static func isAgain(
    _ later: LedgerRow, found: CalendarDate, after earlier: LedgerRow, found first: CalendarDate,
    _ rule: LedgerSpec.Repeats, _ spec: LedgerSpec, _ register: UnitRegister
  ) -> Bool {
    guard first < found else { return false }
    if rule.by.contains(.unit), !register.heirs(of: earlier.unit).contains(later.unit) { return false }
    var origin = first
    if let verified = row(earlier, verifiedBy: found, spec) {
      origin = verified
    } else if !isLaterPeriod(later, found, earlier, first, rule) {
      return false
    }
    guard let months = rule.months else { return true }
    return origin.adding(months: months).map { found <= $0 } ?? true
  }

  private static func row(
    _ row: LedgerRow, verifiedBy day: CalendarDate, _ spec: LedgerSpec
  ) -> CalendarDate? {
    row.day(spec.problems.verified).flatMap { $0 <= day ? $0 : nil }
  }

  /// Rows that are about one day each tell no rounds apart.
  private static func isLaterPeriod(
    _ later: LedgerRow, _ found: CalendarDate, _ earlier: LedgerRow, _ first: CalendarDate, _ rule: LedgerSpec.Repeats
  ) -> Bool {
    guard let grain = rule.grain else { return earlier.from < earlier.to && earlier.to < later.from }
    guard let before = Period(grain, containing: first) else { return false }
    return before.end < found
  }
}
