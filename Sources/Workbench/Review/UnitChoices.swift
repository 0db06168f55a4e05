import Register

/// The units that a name can be answered as, for a drop-down.
struct UnitChoices {
  let register: UnitRegister
  /// Only units that exist then are offered; nil: all.
  let day: CalendarDate?

  /// Names, or codes where two units have the same: the likeliest first, then all that could be meant.
  /// - Parameter first: names or codes of the likeliest.
  func names(of kinds: [String], first: [String]) -> [String] {
    let units = register.units.filter { unit in
      (kinds.isEmpty || kinds.contains(unit.kind)) && (day.map(unit.isValid(on:)) ?? true)
    }
    let counts = Dictionary(units.map { ($0.name, 1) }, uniquingKeysWith: +)
    func shown(_ unit: OrgUnit) -> String { counts[unit.name] == 1 ? unit.name : unit.code }
    let all = units.map(shown)
    let likeliest = first.compactMap { name -> String? in
      if let unit = register.unit(code: name) { return shown(unit) }
      if case .unit(let unit) = register.match(name, kinds: kinds, on: day) { return shown(unit) }
      return nil
    }.filter(all.contains)
    return likeliest + all.filter { !likeliest.contains($0) }
  }
}
