import Findings
import Register

/// A ledger on a day: its problems and suggestions, and what in its rows does not go together.
package struct LedgerState: Sendable {
  package var spec: LedgerSpec
  package var asOf: CalendarDate
  /// In the order in which their rows came in.
  package var problems: [Problem]
  package var suggestions: [Suggestion]
  /// Warnings only.
  package var findings: [LedgerFinding]

  /// Works a ledger out as of a day.
  /// - Parameters:
  ///   - rows: those that act; of any time, since what is dated after the day is left out here.
  package init(_ spec: LedgerSpec, _ rows: LedgerRows, register: UnitRegister, asOf: CalendarDate) {
    self.spec = spec
    self.asOf = asOf
    var notices: [LedgerFinding] = []
    let problemRows = Self.unique(rows.problems, id: spec.problems.id, &notices)
    let measures = MeasureIndex(spec, rows, problems: problemRows, register: register, asOf: asOf, &notices)
    let repeats = RepeatIndex(spec, problemRows, register: register)
    var problems: [Problem] = []
    for (index, row) in problemRows.enumerated() {
      let found = row.day(spec.problems.found)
      // A problem that nobody dated exists from the first day that its row is about.
      if let begin = found?.yyyymmdd ?? (row.from == 0 ? nil : row.from), begin > asOf.yyyymmdd { continue }
      var problem = ProblemReading(spec, row, measures.tally(ofProblem: index), asOf: asOf).problem
      let carrier = register.carrier(of: row.unit, on: asOf)
      problem.carrier = carrier?.code ?? row.unit
      if carrier == nil { problem.abandoned = register.unit(code: register.heirs(of: row.unit).last ?? "")?.validTo }
      problem.isRepeat = repeats.isRepeat(index)
      problems.append(problem)
    }
    for problem in problems {
      for doubt in problem.doubts {
        notices.append(.doubt(problem.row.place, problem: problem.id ?? "", doubt))
      }
      if problem.isOpen, let day = problem.abandoned {
        notices.append(.unitGone(problem.row.place, problem: problem.id ?? "", unit: problem.unit, lastDay: day))
      }
    }
    self.problems = problems
    suggestions =
      spec.suggestions.map { rule in
        Self.unique(rows.suggestions, id: rule.id, &notices).compactMap { Suggestion($0, rule, asOf: asOf) }
      } ?? []
    findings = notices
  }

  /// Of rows that have unit and number in common, the one that came in last.
  static func unique(
    _ rows: [LedgerRow], id: LedgerSpec.Column, _ notices: inout [LedgerFinding]
  ) -> [LedgerRow] {
    struct Key: Hashable {
      var unit: String
      var id: String
    }
    var kept: [LedgerRow] = []
    var places: [Key: Int] = [:]
    for row in rows.sorted(by: { $0.precedes($1) }) {
      guard let number = row.text(id) else {
        kept.append(row)
        continue
      }
      let key = Key(unit: row.unit, id: number)
      if let place = places[key] {
        notices.append(.numberTwice(row.place, id: number, first: kept[place].place))
        kept[place] = row
      } else {
        places[key] = kept.count
        kept.append(row)
      }
    }
    return kept.sorted { $0.precedes($1) }
  }
}
