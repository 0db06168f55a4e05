import Findings
import Register

extension Session {
  /// The unit that a command names, by code, name or alias, on a day; nil with the reason in the log.
  func unitCode(_ name: String, on day: CalendarDate) -> String? {
    if let unit = register.unit(code: name) { return unit.code }
    switch register.match(name, on: day) {
    case .unit(let unit): return unit.code
    // One that is gone has a past of its own still.
    case .notThen(let carriers) where carriers.count == 1: return carriers[0].code
    case .ambiguous(let carriers), .notThen(let carriers):
      log.add(WorkbenchFinding.unitAmbiguous(.subject(name), units: carriers.map { "\($0.code) \($0.name)" }))
    case .none(let nearest): log.add(WorkbenchFinding.unitUnknown(.subject(name), nearest: nearest))
    }
    return nil
  }
}
