import Charts
import Findings
import Ledgers
import Obligations
import Register

/// Open problems and obligations as of a day, each worked out once for a whole report.
final class OpenMatters {
  private let session: Session
  private let system: String
  let asOf: CalendarDate
  private var states: [LedgerState]?
  private var answer: DueAnswer??

  /// - Parameter session: what is noticed about rows on the way is told by `problems` and `due`, not by every report.
  init(_ session: Session, system: String, asOf: CalendarDate) {
    self.session = session.quiet()
    self.system = system
    self.asOf = asOf
  }

  private func name(_ code: String) -> String { session.register.unit(code: code)?.name ?? code }

  private func belonging(to unit: String?) -> Set<String>? { unit.map { session.units(belongingTo: $0, on: asOf) } }

  private func ledgers() throws -> [LedgerState] {
    if let states { return states }
    let found = try session.folders.ledgers(of: system).map {
      try $0.state(asOf: asOf, from: session.derivationSources(for: $0.system))
    }
    states = found
    return found
  }

  private func due() throws -> DueAnswer? {
    if let answer { return answer }
    let found =
      session.folders.obligationSources.contains { $0.system == system }
      ? try session.due(DueRequest(asOf: asOf, system: system)) : nil
    answer = .some(found)
    return found
  }

  /// Problems of all ledgers, or of one unit and those that belong to it.
  func problems(of unit: String?, _ filter: ProblemFilter) throws -> DataTable {
    let own = belonging(to: unit)
    let problems = try ledgers().flatMap(\.problems).filter { problem in
      (own.map { $0.contains(problem.carrier) } ?? true) && filter.takes(problem)
    }
    let listing = LedgerListing(problems, name: name, language: .chinese)
    return DataTable(
      listing.ids.indices.map { column in
        DataColumn(listing.ids[column], label: listing.headers[column], texts: listing.rows.map { $0[column] })
      })
  }

  /// What each unit has found, verified, open and overdue.
  func rectification() throws -> DataTable {
    var order: [String] = []
    var groups: [String: [Problem]] = [:]
    for problem in try ledgers().flatMap(\.problems) {
      if groups[problem.carrier] == nil { order.append(problem.carrier) }
      groups[problem.carrier, default: []].append(problem)
    }
    let places = Dictionary(
      session.register.units.enumerated().map { ($1.code, $0) }, uniquingKeysWith: { first, _ in first })
    let codes = order.sorted { (places[$0] ?? .max, $0) < (places[$1] ?? .max, $1) }
    let rows = codes.map { groups[$0] ?? [] }
    func counts(_ test: (Problem) -> Bool) -> [Double] { rows.map { Double($0.count(where: test)) } }
    let longest = rows.map { problems in
      Double(problems.compactMap { if case .overdue(let days) = $0.timing { days } else { nil } }.max() ?? 0)
    }
    return DataTable([
      DataColumn(.unit, .chinese, texts: codes), DataColumn(.name, .chinese, texts: codes.map(name)),
      DataColumn(.found, .chinese, numbers: rows.map { Double($0.count) }, digits: 0),
      DataColumn(.verified, .chinese, numbers: counts { !$0.isOpen }, digits: 0),
      DataColumn(.open, .chinese, numbers: counts(\.isOpen), digits: 0),
      DataColumn(.overdue, .chinese, numbers: counts(\.isOverdue), digits: 0),
      DataColumn(.longest, .chinese, numbers: longest.map { $0 == 0 ? .nan : $0 }, digits: 0),
      DataColumn(.repeats, .chinese, numbers: counts(\.isRepeat), digits: 0),
    ])
  }

  /// What is overdue or due soon.
  func due(of unit: String?) throws -> DataTable? {
    guard let all = try due() else { return nil }
    let own = belonging(to: unit)
    let entries = all.entries.filter { entry in own.map { $0.contains(entry.row.unit) } ?? true }
    return DueAnswer(
      request: all.request, entries: entries, list: all.list, counts: ObligationCounts(entries.map(\.row)),
      register: all.register, parts: 0, reminders: all.reminders
    ).table(.chinese)
  }

  /// Problems and obligations in whole sentences.
  func sentences(of unit: String?) throws -> [String] {
    let own = belonging(to: unit)
    var sentences: [String] = []
    for state in try ledgers() {
      let problems = state.problems.filter { problem in own.map { $0.contains(problem.carrier) } ?? true }
      let suggestions = state.suggestions.filter { suggestion in own.map { $0.contains(suggestion.unit) } ?? true }
      let summary = LedgerSummary(problems, suggestions, soon: state.spec.soon, asOf: asOf).sentence(in: .chinese)
      sentences.append(summary.hasSuffix("。") ? summary : summary + "。")
    }
    guard let all = try due() else { return sentences }
    let rows = all.entries.map(\.row).filter { row in own.map { $0.contains(row.unit) } ?? true }
    let overdue = rows.count { $0.workingDaysOverdue != nil }
    sentences.append("截至\(asOf)，应报应办事项逾期\(overdue)项，将到期\(rows.count - overdue)项。")
    return sentences
  }
}
