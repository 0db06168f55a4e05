import Register

/// Reads one problem's row beside what is known of its measures.
struct ProblemReading {
  private let spec: LedgerSpec
  private let row: LedgerRow
  private let measures: MeasureTally
  private let asOf: CalendarDate
  private let columns: LedgerSpec.Problems

  init(_ spec: LedgerSpec, _ row: LedgerRow, _ measures: MeasureTally, asOf: CalendarDate) {
    self.spec = spec
    self.row = row
    self.measures = measures
    self.asOf = asOf
    columns = spec.problems
  }

  /// The day of an event that has happened.
  private func past(_ column: LedgerSpec.Column?) -> CalendarDate? {
    row.day(column).flatMap { $0 <= asOf ? $0 : nil }
  }

  /// Where the problem has no column for it, it is done when all of its measures are.
  private var done: CalendarDate? { columns.done == nil ? measures.allDone : past(columns.done) }

  /// The problem, without its carrier and whether it is a repeat.
  var problem: Problem {
    let verified = past(columns.verified)
    let revisited = past(columns.revisited)
    let deadline = self.deadline
    let revisitDue = self.revisitDue
    // A look before 销号 is no look back.
    let hasRevisit = revisited.map { day in verified.map { $0 <= day } ?? false } ?? false
    return Problem(
      unit: row.unit, carrier: row.unit, id: row.text(columns.id), kind: row.text(columns.kind),
      text: row.text(columns.text), source: row.text(columns.source), found: row.day(columns.found),
      notified: past(columns.notified), done: done, verified: verified, revisited: revisited,
      revisitResult: revisited == nil ? nil : row.text(columns.result), deadline: deadline,
      state: state(verified: verified, hasRevisit: hasRevisit), timing: timing(deadline, verified),
      daysOverdue: deadline.day.map { max(0, (verified ?? asOf).dayNumber - $0.dayNumber) },
      isVerifiedOnTime: onTime(deadline, verified), isRepeat: false, measureCount: measures.count,
      measuresDone: measures.done, measuresOverdue: measures.overdue, stepCount: measures.stepCount,
      lastStep: measures.lastStep, revisitDue: revisitDue,
      owesRevisit: hasRevisit || (revisitDue.map { $0 <= asOf } ?? false), hasRevisit: hasRevisit,
      doubts: doubts(done: done, deadline), row: row)
  }

  private func state(verified: CalendarDate?, hasRevisit: Bool) -> Problem.State {
    if verified != nil { return hasRevisit ? .revisited : .verified }
    if done != nil { return .done }
    if columns.notified != nil, past(columns.notified) == nil { return .notNotified }
    if spec.measures != nil, measures.count == 0 { return .unplanned }
    return .underway
  }

  private func timing(_ deadline: Problem.Deadline, _ verified: CalendarDate?) -> Problem.Timing {
    if verified != nil { return .closed }
    guard let day = deadline.day else { return deadline.basis == .standing ? .standing : .unknown }
    let left = day.dayNumber - asOf.dayNumber
    if left < 0 { return .overdue(days: -left) }
    return spec.soon.first { left <= $0 }.map { .remaining($0) } ?? .ahead
  }

  private func onTime(_ deadline: Problem.Deadline, _ verified: CalendarDate?) -> Bool? {
    guard let day = deadline.day else { return nil }
    if let verified { return verified <= day }
    return asOf > day ? false : nil
  }

  // MARK: Deadline

  private func basis(of column: LedgerSpec.Column?) -> WrittenBasis? {
    column.flatMap { row.text(WrittenColumn.basis(of: $0.name)) }.flatMap(WrittenBasis.init)
  }

  private func words(of column: LedgerSpec.Column?) -> String? {
    column.flatMap { row.text(WrittenColumn.words(of: $0.name)) }
  }

  /// Whether the type or the deadline is one of these words.
  private func says(_ list: [String]) -> Bool {
    [row.text(columns.type), words(of: columns.deadline), row.text(columns.deadline)].contains { word in
      word.map(list.contains) ?? false
    }
  }

  private var isStanding: Bool { says(spec.standing) || basis(of: columns.deadline) == .standing }

  private var deadline: Problem.Deadline {
    let written = words(of: columns.deadline)
    if isStanding { return .init(day: nil, basis: .standing, words: written) }
    let basis = basis(of: columns.deadline)
    if let day = row.day(columns.deadline) {
      let isExact = basis == nil || basis == .exact
      return .init(day: day, basis: isExact ? .exact : .read, words: isExact ? nil : written)
    }
    if let rule = spec.immediate, says(rule.words) || basis == .immediate {
      let day = row.day(columns.found).flatMap { $0.adding(days: rule.days) }
      return .init(day: day, basis: day == nil ? .unknown : .immediate, words: written)
    }
    // What was written and could not be read is not replaced by something else.
    if written == nil, let day = measures.latestDeadline { return .init(day: day, basis: .measures, words: nil) }
    return .init(day: nil, basis: .unknown, words: written)
  }

  private var revisitDue: CalendarDate? {
    guard let rule = spec.revisit else { return nil }
    let origin: CalendarDate? =
      switch rule.after {
      case .found: row.day(columns.found)
      case .done: done
      case .verified: past(columns.verified)
      }
    return origin.flatMap { $0.adding(months: rule.months) }.flatMap { $0.adding(days: rule.days) }
  }

  // MARK: Doubts

  private func doubts(done: CalendarDate?, _ deadline: Problem.Deadline) -> [LedgerDoubt] {
    var doubts = orderDoubts
    if let day = deadline.day, let found = row.day(columns.found), day < found {
      doubts.append(.deadlineFirst(day, found: found))
    }
    for (event, column) in events {
      if row.day(column) == nil, let basis = basis(of: column), basis != .blank {
        doubts.append(.undated(event, words: words(of: column) ?? ""))
      }
    }
    if past(columns.verified) != nil, columns.done != nil, row.day(columns.done) == nil {
      doubts.append(.verifiedWithoutDone)
    }
    if columns.done != nil, done != nil, spec.measures?.done != nil, measures.done < measures.count {
      doubts.append(.measuresOpen(done: measures.done, of: measures.count))
    }
    if deadline.basis == .standing, let day = row.day(columns.deadline) { doubts.append(.standingWithDay(day)) }
    return doubts
  }

  private var events: [(LedgerDoubt.Event, LedgerSpec.Column?)] {
    [
      (.found, columns.found), (.notified, columns.notified), (.done, columns.done), (.verified, columns.verified),
      (.revisited, columns.revisited),
    ]
  }

  /// Each event that has happened before one that should have come first: beside the nearest such.
  private var orderDoubts: [LedgerDoubt] {
    var doubts: [LedgerDoubt] = []
    let dated = events.compactMap { event, column in row.day(column).map { (event, $0) } }
    for (index, (event, day)) in dated.enumerated() where day <= asOf {
      if let earlier = dated[..<index].last(where: { day < $0.1 }) {
        doubts.append(.order(event, day, before: earlier.0, earlier.1))
      }
    }
    return doubts
  }
}

/// How a written date came to its day, as the companion `<column>__as` says it.
enum WrittenBasis: String { case exact, read, range, immediate, standing, done, refused, blank }
