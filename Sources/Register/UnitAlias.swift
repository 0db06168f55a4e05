import Findings

/// That people write a unit in some way: what a person answered, and who and when.
package struct UnitAlias: Sendable, Equatable {
  package let name: String
  package let code: String
  package let by: String
  package let on: String
  package init(name: String, code: String, by: String, on: String) {
    self.name = name
    self.code = code
    self.by = by
    self.on = on
  }

  /// The columns of the file of aliases.
  package static let headers = ["name", "code", "by", "on"]
}

extension UnitRegister {
  /// The register with the names of a file of aliases beside those that it has.
  /// - Parameter rows: with `UnitAlias.headers`.
  /// - Returns: nil, with the reasons in the log, if an answer is not whole or names no unit.
  package func adding(_ rows: [RegisterRow], log: FindingLog) -> UnitRegister? {
    let before = log.count(.problem)
    var aliases: [(UnitAlias, Place)] = []
    for row in rows {
      func cell(_ column: String) -> String { (row.cells[column] ?? "").trimmingSpaces }
      let alias = UnitAlias(name: cell("name"), code: cell("code"), by: cell("by"), on: cell("on"))
      if check(alias, at: row.place, log: log) { aliases.append((alias, row.place)) }
    }
    guard log.count(.problem) == before else { return nil }
    let merged = adding(aliases.map(\.0))
    for (alias, place) in aliases {
      guard let unit = merged.unit(code: alias.code),
        case .ambiguous(let carriers) = merged.match(alias.name, kinds: [unit.kind])
      else { continue }
      let sharing = carriers.filter { $0.overlaps(unit) }
      guard sharing.count > 1 else { continue }
      log.add(RegisterFinding.nameShared(place, name: alias.name, codes: sharing.map(\.code)))
    }
    return merged
  }

  /// Whether an answer is whole: a name, a unit that exists, who and when.
  package func check(_ alias: UnitAlias, at place: Place, log: FindingLog) -> Bool {
    let before = log.count(.problem)
    if alias.name.isEmpty { log.add(RegisterFinding.nameEmpty(place, code: alias.code)) }
    if unit(code: alias.code) == nil {
      let guess = nearMiss(to: alias.code, among: units.map(\.code))
      log.add(RegisterFinding.unitUnknown(place, column: "code", value: alias.code, nearest: guess))
    }
    if alias.by.isEmpty { log.add(RegisterFinding.aliasUnsigned(place, name: alias.name)) }
    if CalendarDate(parsing: narrowed(alias.on)) == nil {
      log.add(RegisterFinding.dateUnreadable(place, column: "on", value: alias.on))
    }
    return log.count(.problem) == before
  }

  /// The register with further names; those that a unit answers to anyway change nothing.
  package func adding(_ aliases: [UnitAlias]) -> UnitRegister {
    let byCode = Dictionary(grouping: aliases, by: \.code)
    return UnitRegister(
      units.map { unit in
        var known = Set(([unit.code, unit.name] + unit.aliases).map(Self.normalised))
        let further = (byCode[unit.code] ?? []).map(\.name).filter { known.insert(Self.normalised($0)).inserted }
        return further.isEmpty ? unit : unit.answering(to: further)
      })
  }
}

extension OrgUnit {
  fileprivate func answering(to names: [String]) -> OrgUnit {
    OrgUnit(
      code: code, name: name, kind: kind, parent: parent, peerGroup: peerGroup, validFrom: validFrom, validTo: validTo,
      aliases: aliases + names, successor: successor, columns: columns)
  }
}

/// Which unit a text that names none could mean, and on what that rests; for a person to judge.
package struct UnitProposal: Sendable, Equatable {
  package enum Basis: Sendable, Equatable {
    /// Spelt almost alike.
    case spelling
    /// The text holds the name, or the name the text.
    case part
    /// Most of its characters stand in the name, in their order.
    case characters
  }
  package let unit: OrgUnit
  package let basis: Basis
}

extension UnitRegister {
  /// At most three units, the likeliest first; none where nothing speaks for one.
  package func proposals(for text: String, kinds: [String]) -> [UnitProposal] {
    let wanted = Self.normalised(text)
    guard wanted.count >= 2, wanted.count <= 40 else { return [] }
    var found: [UnitProposal] = []
    func add(_ unit: OrgUnit, _ basis: UnitProposal.Basis) {
      if !found.contains(where: { $0.unit.code == unit.code }) { found.append(UnitProposal(unit: unit, basis: basis)) }
    }
    let fitting = units.filter { kinds.isEmpty || kinds.contains($0.kind) }
    func names(_ unit: OrgUnit) -> [String] { ([unit.name] + unit.aliases).map(Self.normalised) }
    if case .none(let nearest?) = match(text, kinds: kinds) {
      for unit in fitting where (names(unit) + [Self.normalised(unit.code)]).contains(nearest) { add(unit, .spelling) }
    }
    for unit in fitting
    where names(unit).contains(where: { $0.count >= 2 && (wanted.contains($0) || $0.contains(wanted)) }) {
      add(unit, .part)
    }
    // 肾内科 for 肾病内科.
    for unit in fitting where names(unit).contains(where: { Self.isSubsequence(wanted, of: $0) }) {
      add(unit, .characters)
    }
    return Array(found.prefix(3))
  }

  private static func isSubsequence(_ text: String, of name: String) -> Bool {
    guard text.count >= 3, text.count * 2 >= name.count else { return false }
    var rest = name[...]
    for sign in text {
      guard let index = rest.firstIndex(of: sign) else { return false }
      rest = rest[rest.index(after: index)...]
    }
    return true
  }
}
