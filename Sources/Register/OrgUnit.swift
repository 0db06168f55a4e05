/// A hospital, party branch, department, team or person that data are about (单位). `Unit` is Foundation's name.
package struct OrgUnit: Sendable, Hashable {
  package let code: String
  package let name: String
  package let kind: String
  /// The code of the unit above; empty at the top.
  package let parent: String
  /// Whom the unit is compared with; empty where it is compared with all.
  package let peerGroup: String
  package let validFrom: CalendarDate
  /// The last day; nil while it exists.
  package let validTo: CalendarDate?
  /// Other names that people write.
  package let aliases: [String]
  /// The code of the unit that carries on its data; empty if none.
  package let successor: String
  /// Every column of the register by its header, these and further ones; an empty cell is the empty string (U0).
  package let columns: [String: String]

  package init(
    code: String, name: String, kind: String, parent: String = "", peerGroup: String = "", validFrom: CalendarDate,
    validTo: CalendarDate? = nil, aliases: [String] = [], successor: String = "", columns: [String: String] = [:]
  ) {
    self.code = code
    self.name = name
    self.kind = kind
    self.parent = parent
    self.peerGroup = peerGroup
    self.validFrom = validFrom
    self.validTo = validTo
    self.aliases = aliases
    self.successor = successor
    self.columns = columns
  }

  package func isValid(on date: CalendarDate) -> Bool {
    validFrom <= date && (validTo.map { date <= $0 } ?? true)
  }

  /// Whether the unit exists on any day of the period.
  package func isValid(duringAnyDayOf period: Period) -> Bool {
    validFrom <= period.end && (validTo.map { period.start <= $0 } ?? true)
  }
}
