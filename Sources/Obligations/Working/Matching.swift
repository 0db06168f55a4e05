import Findings
import Register
import Schemes

/// Puts the filings of one unit (or member) to what it owes.
///
/// A filing that says its period is for that one. Any other is for the earliest one due that is open, not yet met by what
/// came before, and not so long overdue that the next one's own time has begun. So what is filed later never changes what
/// an earlier filing was for.
struct Matching {
  let obligation: Obligation
  let slots: [Slot]
  let phases: [Period]
  let notices: FilingNotices
  let unit: OrgUnit

  /// - Parameter filings: in the order in which they came.
  /// - Returns: for each slot the filings that are for it, in that order.
  func assigned(_ filings: [Filing]) -> [[Filing]] {
    var assigned = [[Filing]](repeating: [], count: slots.count)
    for filing in filings {
      if let index = index(for: filing, given: assigned) { assigned[index].append(filing) }
    }
    return assigned
  }

  private func index(for filing: Filing, given assigned: [[Filing]]) -> Int? {
    if !filing.periodText.isEmpty, !isOnce { return index(ofPeriod: filing, given: assigned) }
    guard let filed = filing.filed else {
      guard filing.hasReason else {
        tell(.filingUndated(filing.place, item: obligation.id, unit: unit.name), of: filing)
        return nil
      }
      return index(bySpanOf: filing, given: assigned)
    }
    let open = slots.indices.filter { slots[$0].window.opens <= filed }
    if open.isEmpty {
      if filing.hasReason { return index(bySpanOf: filing, given: assigned) }
      if let first = slots.first { tooEarly(filing, first) }
      return nil
    }
    return open.first { index in
      !isMet(assigned[index], by: filed) && isWaiting(index, on: filed)
    }
  }

  private var isOnce: Bool { if case .once = obligation.cadence { true } else { false } }
  private var isAfterEvent: Bool { if case .after = obligation.cadence { true } else { false } }

  /// Whether a filing that came after the due day can still be for it: until the next one's own time has begun; after an
  /// event, for ever.
  private func isWaiting(_ index: Int, on day: CalendarDate) -> Bool {
    guard !isAfterEvent, index + 1 < slots.count else { return true }
    let next = slots[index + 1]
    return day <= slots[index].window.due || day < next.window.naturalStart(of: next.period)
  }

  private func isMet(_ filings: [Filing], by day: CalendarDate) -> Bool {
    // An excused unit may still file.
    filings.contains {
      !$0.inapplicability.isEmpty || ($0.completeDay(asking: obligation.marks).map { $0 <= day } ?? false)
    }
  }

  private func index(ofPeriod filing: Filing, given assigned: [[Filing]]) -> Int? {
    let text = filing.periodText
    let named = phases.first { $0.id == text } ?? Period(parsing: text)
    let fitting = slots.indices.filter { index in
      let period = slots[index].period
      return period.id == text || named.map { $0.start == period.start && $0.end == period.end } ?? false
    }
    guard let found = nextTwin(among: fitting, for: filing, given: assigned) else {
      // A filing for a period that exists but is not owed is no mistake.
      if named.map({ !isOfCadence($0) }) ?? true {
        tell(.filingPeriodUnknown(filing.place, item: obligation.id, unit: unit.name, period: text), of: filing)
      }
      return nil
    }
    guard filing.filed != nil || filing.hasReason else {
      tell(.filingUndated(filing.place, item: obligation.id, unit: unit.name), of: filing)
      return nil
    }
    if let filed = filing.filed, filed < slots[found].window.opens, !filing.hasReason {
      tooEarly(filing, slots[found])
      return nil
    }
    return found
  }

  /// Of several events on one day the first that nothing was filed for yet that meets it; where all are met, the first.
  private func nextTwin(among indices: [Int], for filing: Filing, given assigned: [[Filing]]) -> Int? {
    indices.first { index in
      filing.filed.map { !isMet(assigned[index], by: $0) } ?? assigned[index].isEmpty
    } ?? indices.first
  }

  private func isOfCadence(_ period: Period) -> Bool {
    if case .every(let grain) = obligation.cadence { grain == period.grain } else { false }
  }

  /// The one period that a row without a day lies in or spans.
  private func index(bySpanOf filing: Filing, given assigned: [[Filing]]) -> Int? {
    let span = filing.span
    let found = slots.indices.filter { index in
      span.map { slots[index].period.start <= $0.upperBound && $0.lowerBound <= slots[index].period.end } ?? false
    }
    if Set(found.map { slots[$0].period }).count == 1 { return nextTwin(among: found, for: filing, given: assigned) }
    let words = span.map { "\($0.lowerBound) – \($0.upperBound)" } ?? ""
    tell(.filingPeriodUnknown(filing.place, item: obligation.id, unit: unit.name, period: words), of: filing)
    return nil
  }

  private func tooEarly(_ filing: Filing, _ slot: Slot) {
    guard let filed = filing.filed else { return }
    tell(
      .filingTooEarly(
        filing.place, item: obligation.id, unit: unit.name, filed: "\(filed)", opens: "\(slot.window.opens)"),
      of: filing, for: slot.period)
  }

  private func tell(_ finding: ObligationFinding, of filing: Filing, for period: Period? = nil) {
    notices.add(finding, unit: unit.code, filing, period: period)
  }
}

extension Filing {
  /// A row with a reason is an excuse, not a filing.
  var hasReason: Bool { !excuse.isEmpty || !inapplicability.isEmpty }

  func missingMarks(of wanted: [String]) -> [String] { wanted.filter { !marks.contains($0) } }

  /// The day from which it counts: that on which it came with all marks, or on which they were mended; nil: not yet.
  func completeDay(asking wanted: [String]) -> CalendarDate? {
    guard let filed, !hasReason else { return nil }
    if let mended { return max(filed, mended) }
    return missingMarks(of: wanted).isEmpty ? filed : nil
  }
}
