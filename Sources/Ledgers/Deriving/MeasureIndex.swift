import Findings
import Register

/// What is known of one problem's measures and steps on a day.
struct MeasureTally: Equatable {
  var count = 0
  var done = 0
  var overdue = 0
  /// The last of the days on which measures were done; nil unless all are.
  var allDone: CalendarDate?
  /// The latest deadline; nil unless all have one.
  var latestDeadline: CalendarDate?
  var stepCount = 0
  var lastStep: CalendarDate?
}

/// Which measures belong to which problem, and which steps to which measure.
///
/// Numbers may be counted per unit: a measure belongs to the problem of its own unit with that number; else to the only
/// problem that has it.
struct MeasureIndex {
  private var byProblem: [Int: MeasureTally] = [:]

  func tally(ofProblem index: Int) -> MeasureTally { byProblem[index] ?? MeasureTally() }

  init(
    _ spec: LedgerSpec, _ rows: LedgerRows, problems: [LedgerRow], register: UnitRegister, asOf: CalendarDate,
    _ notices: inout [LedgerFinding]
  ) {
    guard let columns = spec.measures else { return }
    let owners = NumberIndex(problems, spec.problems.id, register)
    let measures = LedgerState.unique(rows.measures, id: columns.id, &notices)
    var problemOfMeasure: [Int: Int] = [:]
    var ofProblem: [Int: [LedgerRow]] = [:]
    for (index, row) in measures.enumerated() {
      let own = row.text(columns.id) ?? ""
      guard let number = row.text(columns.problem) else {
        notices.append(.measureWithoutProblem(row.place, measure: own))
        continue
      }
      guard let owner = owners.row(number, of: row.unit) else {
        notices.append(
          .problemUnknown(row.place, measure: own, problem: number, nearest: owners.nearest(to: number)))
        continue
      }
      problemOfMeasure[index] = owner
      ofProblem[owner, default: []].append(row)
    }
    for (problem, rows) in ofProblem { byProblem[problem] = Self.tally(rows, columns, asOf: asOf) }
    guard let stepColumns = spec.steps else { return }
    let measureNumbers = NumberIndex(measures, columns.id, register)
    for row in rows.steps.sorted(by: { $0.precedes($1) }) {
      let number = row.text(stepColumns.measure) ?? ""
      guard let measure = measureNumbers.row(number, of: row.unit) else {
        let nearest = measureNumbers.nearest(to: number)
        notices.append(.measureUnknown(row.place, measure: number, nearest: nearest))
        continue
      }
      guard let problem = problemOfMeasure[measure], let day = row.day(stepColumns.date), day <= asOf else { continue }
      byProblem[problem, default: MeasureTally()].stepCount += 1
      byProblem[problem, default: MeasureTally()].lastStep = max(byProblem[problem]?.lastStep ?? day, day)
    }
  }

  private static func tally(_ rows: [LedgerRow], _ columns: LedgerSpec.Measures, asOf: CalendarDate) -> MeasureTally {
    var tally = MeasureTally(count: rows.count)
    var days: [CalendarDate] = []
    var deadlines: [CalendarDate] = []
    for row in rows {
      let done = row.day(columns.done).flatMap { $0 <= asOf ? $0 : nil }
      if let done { days.append(done) }
      if let deadline = row.day(columns.deadline) {
        deadlines.append(deadline)
        if done == nil, columns.done != nil, deadline < asOf { tally.overdue += 1 }
      }
    }
    tally.done = days.count
    if days.count == rows.count { tally.allDone = days.max() }
    if deadlines.count == rows.count { tally.latestDeadline = deadlines.max() }
    return tally
  }
}

/// Finds a row by its number and unit.
private struct NumberIndex {
  private let rows: [LedgerRow]
  private let register: UnitRegister
  private var byNumber: [String: [Int]] = [:]

  init(_ rows: [LedgerRow], _ id: LedgerSpec.Column, _ register: UnitRegister) {
    self.rows = rows
    self.register = register
    for (index, row) in rows.enumerated() {
      if let number = row.text(id) { byNumber[number, default: []].append(index) }
    }
  }

  /// The row with the number: of the unit, or of one whose data it carries on, else the only one.
  func row(_ number: String, of unit: String) -> Int? {
    let found = byNumber[number] ?? []
    if found.count == 1 { return found[0] }
    if let own = found.first(where: { rows[$0].unit == unit }) { return own }
    let inherited = found.filter { register.heirs(of: rows[$0].unit).contains(unit) }
    return !unit.isEmpty && inherited.count == 1 ? inherited[0] : nil
  }

  func nearest(to number: String) -> String? { nearMiss(to: number, among: byNumber.keys.sorted()) }
}
