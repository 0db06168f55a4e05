import Findings
import Register
import Schemes
import Scoring

/// The units that a scheme grades in a period, and which rows are theirs.
struct UnitScope {
  let units: [OrgUnit]
  let scored: [ScoredUnit]
  private let register: UnitRegister
  private let indexByCode: [String: Int]

  /// Units valid on any day of the period and at min(its end, as_of), of the kind, passing `units.where` (U1).
  init(_ selection: Scheme.UnitSelection, register: UnitRegister, period: Period, asOf: CalendarDate) {
    let day = min(period.end, asOf)
    let moments: [Expression.Moment: CalendarDate] = [
      .periodStart: period.start, .periodEnd: period.end, .asOf: asOf,
    ]
    units = register.units.filter { unit in
      guard unit.isValid(duringAnyDayOf: period), unit.isValid(on: day) else { return false }
      return selection.includes(kind: unit.kind, row: unit.columns, moments: moments)
    }
    scored = units.map { unit in
      ScoredUnit(
        code: unit.code, name: unit.name, peers: selection.peerColumn.map { unit.columns[$0] ?? "" } ?? "",
        register: unit.columns)
    }
    self.register = register
    indexByCode = Dictionary(uniqueKeysWithValues: units.enumerated().map { ($1.code, $0) })
  }

  func index(code: String) -> Int? { indexByCode[code] }

  /// The unit that a row counts for: its own, or the one that carries on its data (M11).
  func index(forRowsOf code: String) -> Int? { heirs(of: code).lazy.compactMap { indexByCode[$0] }.first }

  /// A unit's own code and those that inherit its data one after the other.
  func heirs(of code: String) -> [String] {
    var line: [String] = []
    var next = code
    while !next.isEmpty, !line.contains(next) {
      line.append(next)
      next = register.unit(code: next)?.successor ?? ""
    }
    return line
  }

  /// A unit's own code and those above it, nearest first.
  func lineage(of index: Int) -> [String] { register.lineage(of: units[index].code) }
}
