import Findings

/// One row of the register file: its place and its cells by header.
package struct RegisterRow: Sendable {
  package let place: Place
  package let cells: [String: String]
  package init(place: Place, cells: [String: String]) {
    self.place = place
    self.cells = cells
  }
}

extension UnitRegister {
  /// Columns that the register itself reads; every further one is kept as a register column.
  static let requiredColumns = ["code", "name", "kind", "valid_from"]

  /// Reads the register: all problems in one pass, and no register if there is one.
  /// - Parameters:
  ///   - header: the file's headers, so that an empty register still shows a missing column.
  ///   - place: the file, for findings about the header.
  package static func read(_ rows: [RegisterRow], header: [String], at place: Place, log: FindingLog) -> UnitRegister? {
    let before = log.count(.problem)
    for column in requiredColumns where !header.contains(column) {
      log.add(RegisterFinding.columnMissing(place, column: column, present: header))
    }
    guard log.count(.problem) == before else { return nil }
    var units: [OrgUnit] = []
    var places: [String: Place] = [:]
    for row in rows {
      guard let unit = unit(of: row, log: log) else { continue }
      if let first = places[unit.code] {
        log.add(RegisterFinding.codeTwice(row.place, code: unit.code, first: first))
        continue
      }
      places[unit.code] = row.place
      units.append(unit)
    }
    let register = UnitRegister(units)
    register.checkReferences(places, log: log)
    register.checkNames(places, log: log)
    return log.count(.problem) == before ? register : nil
  }

  private static func unit(of row: RegisterRow, log: FindingLog) -> OrgUnit? {
    func cell(_ column: String) -> String { narrowed(row.cells[column] ?? "").trimmingSpaces }
    func date(_ column: String) -> CalendarDate? {
      let text = cell(column)
      guard !text.isEmpty else { return nil }
      if let date = CalendarDate(parsing: text) { return date }
      log.add(RegisterFinding.dateUnreadable(row.place, column: column, value: text))
      return nil
    }
    let code = cell("code")
    let name = (row.cells["name"] ?? "").trimmingSpaces
    if code.isEmpty { log.add(RegisterFinding.codeEmpty(row.place, name: name)) }
    if name.isEmpty { log.add(RegisterFinding.nameEmpty(row.place, code: code)) }
    let from = date("valid_from")
    if cell("valid_from").isEmpty {
      log.add(RegisterFinding.dateUnreadable(row.place, column: "valid_from", value: ""))
    }
    let to = date("valid_to")
    guard !code.isEmpty, !name.isEmpty, let from else { return nil }
    if let to, to < from {
      log.add(RegisterFinding.datesReversed(row.place, code: code, from: "\(from)", to: "\(to)"))
    }
    return OrgUnit(
      code: code, name: name, kind: cell("kind"), parent: cell("parent"), peerGroup: cell("peer_group"),
      validFrom: from, validTo: to,
      aliases: (row.cells["aliases"] ?? "").split(separator: "|").map { $0.trimmingSpaces }.filter {
        !$0.isEmpty
      },
      successor: cell("successor"), columns: row.cells.mapValues(\.trimmingSpaces))
  }

  private func checkReferences(_ places: [String: Place], log: FindingLog) {
    let codes = units.map(\.code)
    for unit in units {
      guard let place = places[unit.code] else { continue }
      for (column, value) in [("parent", unit.parent), ("successor", unit.successor)]
      where !value.isEmpty && self.unit(code: value) == nil {
        log.add(
          RegisterFinding.unitUnknown(
            place, column: column, value: value, nearest: nearMiss(to: value, among: codes)))
      }
      let line = lineage(of: unit.code)
      // A circle is reported once, at its first unit in the file.
      if let top = line.last.flatMap(self.unit(code:)), let start = line.firstIndex(of: top.parent) {
        let circle = Array(line[start...])
        if let first = units.first(where: { circle.contains($0.code) }), first.code == unit.code {
          log.add(RegisterFinding.parentCycle(place, codes: circle + [circle[0]]))
        }
      }
    }
  }

  /// Reports names that several units of one kind carry on the same day.
  private func checkNames(_ places: [String: Place], log: FindingLog) {
    var reported: Set<Set<String>> = []
    for unit in units {
      for name in [unit.name] + unit.aliases {
        guard case .ambiguous(let carriers) = match(name, kinds: [unit.kind]) else { continue }
        let sharing = carriers.filter { $0.overlaps(unit) }
        guard sharing.count > 1, reported.insert(Set(sharing.map(\.code))).inserted,
          let place = places[unit.code]
        else { continue }
        log.add(RegisterFinding.nameShared(place, name: name, codes: sharing.map(\.code)))
      }
    }
  }
}

extension OrgUnit {
  func overlaps(_ other: OrgUnit) -> Bool {
    validFrom <= (other.validTo ?? .distantFuture) && other.validFrom <= (validTo ?? .distantFuture)
  }
}

extension CalendarDate {
  /// The last day that is kept.
  fileprivate static let distantFuture = CalendarDate(unchecked: 2199_12_31)
}
