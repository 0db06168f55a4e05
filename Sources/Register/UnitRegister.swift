import Findings

/// All units, in the order of the register file, and how a written name finds one.
package struct UnitRegister: Sendable {
  package let units: [OrgUnit]
  private let indexByCode: [String: Int]
  /// Normalised codes, names and aliases → indices of the units that carry them.
  private let indicesByName: [String: [Int]]

  package init(_ units: [OrgUnit]) {
    self.units = units
    var byCode: [String: Int] = [:]
    var byName: [String: [Int]] = [:]
    for (index, unit) in units.enumerated() {
      byCode[unit.code] = byCode[unit.code] ?? index
      for name in Set([unit.code, unit.name] + unit.aliases).map(Self.normalised) where !name.isEmpty {
        byName[name, default: []].append(index)
      }
    }
    indexByCode = byCode
    indicesByName = byName
  }

  package func unit(code: String) -> OrgUnit? { indexByCode[code].map { units[$0] } }
  package func index(code: String) -> Int? { indexByCode[code] }

  package enum Match: Sendable, Equatable {
    case unit(OrgUnit)
    /// Several units of the right kind carry the name on that day.
    case ambiguous([OrgUnit])
    /// The name belongs to units, but to none of the kind, or none on that day.
    case notThen([OrgUnit])
    /// Nobody carries the name; the nearest one that someone does, for a person to judge.
    case none(nearest: String?)
  }

  /// Finds the unit that a written name means on a day. Widths, spaces and letter case do not matter; nothing else is
  /// forgiven, and nothing is guessed: a near miss is only ever proposed.
  /// - Parameters:
  ///   - kinds: the kinds that may match; empty: any.
  ///   - date: the day that the row is about; nil: any day.
  package func match(_ text: String, kinds: [String] = [], on date: CalendarDate? = nil) -> Match {
    let carriers = (indicesByName[Self.normalised(text)] ?? []).map { units[$0] }
    guard !carriers.isEmpty else {
      let nearest = nearMiss(to: Self.normalised(text), among: indicesByName.keys.sorted())
      return .none(nearest: nearest.map(written))
    }
    let fitting = carriers.filter { unit in
      (kinds.isEmpty || kinds.contains(unit.kind)) && (date.map(unit.isValid(on:)) ?? true)
    }
    switch fitting.count {
    case 0: return .notThen(carriers)
    case 1: return .unit(fitting[0])
    default: return .ambiguous(fitting)
    }
  }

  /// A name as the register writes it.
  private func written(_ normalised: String) -> String {
    let carriers = (indicesByName[normalised] ?? []).map { units[$0] }
    return carriers.flatMap { [$0.code, $0.name] + $0.aliases }.first { Self.normalised($0) == normalised }
      ?? normalised
  }

  /// The form in which names are compared: narrow, without spaces, lower case.
  package static func normalised(_ text: String) -> String {
    narrowed(text).filter { !$0.isWhitespace }.lowercased()
  }

  /// A unit's own code and those that carry it on, one after the other.
  package func heirs(of code: String) -> [String] {
    var line: [String] = []
    var next = code
    while !next.isEmpty, !line.contains(next) {
      line.append(next)
      next = unit(code: next)?.successor ?? ""
    }
    return line
  }

  /// A unit, or if it has ended by a day the next one that carries it on and has not; nil: all have.
  package func carrier(of code: String, on day: CalendarDate) -> OrgUnit? {
    heirs(of: code).lazy.compactMap(unit(code:)).first { $0.validTo.map { day <= $0 } ?? true }
  }

  /// The codes of a unit and all units above it, nearest first.
  package func lineage(of code: String) -> [String] {
    var line: [String] = []
    var next = code
    while let unit = unit(code: next), !line.contains(next) {
      line.append(next)
      next = unit.parent
    }
    return line
  }
}
