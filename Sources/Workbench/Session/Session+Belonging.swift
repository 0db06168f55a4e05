import Findings
import Register

/// Who is part of whom, for lists: a branch answers for its departments, which hang elsewhere in the register.
extension Session {
  /// The codes of a unit, of those below it in the register, of those that belong to it or to one below it on a day, and
  /// of those that any of them carries on.
  func units(belongingTo code: String, on day: CalendarDate) -> Set<String> {
    var found: Set<String> = [code]
    // Each round goes one step further down; the register is small.
    var open = [code]
    while let whole = open.popLast() {
      let members = memberships.members(of: whole, on: day).map(\.member)
      let below = register.units.filter { $0.parent == whole || $0.successor == whole }.map(\.code)
      for next in members + below where found.insert(next).inserted { open.append(next) }
    }
    return found
  }

  /// How many of some units there are on a day beside one of them.
  func standing(_ codes: Set<String>, beside code: String, on day: CalendarDate) -> Int {
    codes.count { $0 != code && register.unit(code: $0)?.isValid(on: day) == true }
  }
}

/// What a list says before it speaks of a unit and its parts.
func partsIncluded(_ name: String, _ parts: Int, in language: Language) -> String {
  language == .chinese ? "\(name)（含所属单位\(parts)个） · " : "\(name) (with \(counted(parts, "unit")) of it) · "
}
