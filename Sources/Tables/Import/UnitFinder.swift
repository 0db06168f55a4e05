import Findings
import Register

/// Finds the unit that a row's text means; each text is looked up once, each row checked against its own time.
final class UnitFinder {
  enum Result: Equatable {
    /// Index in the register; units that the table registers count on from it.
    case unit(Int)
    /// The name is that of the unit that carries this one on: a row belongs to the unit of its own time.
    case forerunner(Int)
    case unknown(nearest: String?)
    case notThen([String])
    case ambiguous([String])
  }

  /// Texts beyond this many that nobody knows are not compared with every name.
  private static let mostGuesses = 500
  private let register: UnitRegister
  private let rule: TableSpec.UnitRule
  private let names: Set<String>
  private let index = ByteIndex()
  private var entries: [Entry] = []
  private var guesses = 0
  private var indexByNewName: [String: Int] = [:]
  private(set) var newUnits: [RegisteredUnit] = []

  private enum Entry {
    /// Units of the right kind that carry the name, with their first and last day.
    case candidates([(index: Int, from: Int, to: Int)])
    case settled(Result)
  }

  init(_ rule: TableSpec.UnitRule, _ register: UnitRegister) {
    self.rule = rule
    self.register = register
    names = Set(register.units.flatMap { [$0.code, $0.name] + $0.aliases }.map(UnitRegister.normalised))
  }

  /// - Parameters:
  ///   - cell: the trimmed text.
  ///   - from: the first day that the row is about, yyyymmdd; 0: any day.
  ///   - to: the last day.
  func find(_ cell: CellBytes, from: Int, to: Int) -> Result {
    let (number, isNew) = index.insert(cell)
    if isNew { entries.append(look(up: string(cell))) }
    switch entries[number] {
    case .settled(let result): return result
    case .candidates(let candidates):
      if candidates.count == 1, from == 0 || candidates[0].from <= to && from <= candidates[0].to {
        return .unit(candidates[0].index)
      }
      return choose(candidates, from: from, to: to)
    }
  }

  /// Of several units with the name, the one that existed in the row's time; if more did, the one that did at its end.
  private func choose(_ candidates: [(index: Int, from: Int, to: Int)], from: Int, to: Int) -> Result {
    let living = candidates.filter { from == 0 || $0.from <= to && from <= $0.to }
    if living.count == 1 { return .unit(living[0].index) }
    if living.isEmpty, let forerunner = forerunner(of: candidates.map(\.index), from: from, to: to) {
      return .forerunner(forerunner)
    }
    if living.isEmpty { return .notThen(candidates.map { shown(register.units[$0.index]) }) }
    let atEnd = living.filter { $0.from <= to && to <= $0.to }
    if from != 0, atEnd.count == 1 { return .unit(atEnd[0].index) }
    return .ambiguous(living.map { shown(register.units[$0.index]) })
  }

  /// The one unit of the right kind that existed then and that one of the named units carries on, at any distance; nil:
  /// none, or several.
  private func forerunner(of named: [Int], from: Int, to: Int) -> Int? {
    let wanted = Set(named.map { register.units[$0].code })
    let earlier = register.units.filter { unit in
      guard !unit.successor.isEmpty, rule.kinds.isEmpty || rule.kinds.contains(unit.kind),
        unit.validFrom.yyyymmdd <= to, from <= unit.validTo?.yyyymmdd ?? .max
      else { return false }
      return register.heirs(of: unit.code).dropFirst().contains { wanted.contains($0) }
    }
    let fitting =
      earlier.count > 1 ? entries(of: earlier).filter { $0.from <= to && to <= $0.to } : entries(of: earlier)
    return fitting.count == 1 ? fitting[0].index : nil
  }

  private func look(up text: String) -> Entry {
    let name = UnitRegister.normalised(text)
    guard names.contains(name) else {
      if rule.unmatched == .register { return .settled(.unit(registered(text, name))) }
      guesses += 1
      guard guesses <= Self.mostGuesses, case .none(let nearest) = register.match(text, kinds: rule.kinds) else {
        return .settled(.unknown(nearest: nil))
      }
      return .settled(.unknown(nearest: nearest.map(asWritten)))
    }
    switch register.match(text, kinds: rule.kinds) {
    case .unit(let unit): return .candidates(entries(of: [unit]))
    case .ambiguous(let units): return .candidates(entries(of: units))
    case .notThen(let units): return .settled(.notThen(units.map(shown)))
    case .none(let nearest): return .settled(.unknown(nearest: nearest))
    }
  }

  private func entries(of units: [OrgUnit]) -> [(index: Int, from: Int, to: Int)] {
    units.compactMap { unit in
      register.index(code: unit.code).map { ($0, unit.validFrom.yyyymmdd, unit.validTo?.yyyymmdd ?? 99_999_999) }
    }
  }

  /// A new unit for each distinct text; texts that the register would not tell apart are the same.
  private func registered(_ text: String, _ name: String) -> Int {
    if let known = indexByNewName[name] { return known }
    let index = register.units.count + newUnits.count
    indexByNewName[name] = index
    newUnits.append(RegisteredUnit(code: text, name: text, kind: rule.kinds.first ?? ""))
    return index
  }

  /// A normalised name as the register writes it.
  private func asWritten(_ name: String) -> String {
    for unit in register.units {
      for written in [unit.code, unit.name] + unit.aliases where UnitRegister.normalised(written) == name {
        return written
      }
    }
    return name
  }

  var registerCount: Int { register.units.count }
  func code(at index: Int) -> String { register.units[index].code }
  func shown(at index: Int) -> String { shown(register.units[index]) }

  private func shown(_ unit: OrgUnit) -> String { unit.code == unit.name ? unit.name : "\(unit.name) (\(unit.code))" }
}
