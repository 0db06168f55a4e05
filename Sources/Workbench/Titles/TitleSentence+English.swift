import Findings
import Scoring

extension TitleSentence {
  var english: String {
    switch self {
    case .coverage(let grade, let day, let units, let held, let share, let waived):
      let aside = waived == 0 ? "" : "; \(waived) more are deferred or exempt"
      return "As of \(day), \(held) of the \(counted(units, "unit")) in scope hold “\(grade)”: \(share)\(aside)."
    case .together(let schemes, let day, let units, let held, let share, let until, let needed):
      return
        "Together (\(schemes.joined(separator: ", "))): as of \(day), \(held) of \(units) units hold one, \(share); for all to hold one by the end of \(until), \(needed) more are needed."
    case .nobodyAsked(let grade, let day, let waived):
      let aside = waived == 0 ? "" : "; \(waived) are deferred or exempt"
      return "As of \(day) no unit is in scope for “\(grade)”\(aside)."
    case .complete(let until): return "Nothing is needed up to the end of \(until): every unit in scope holds it."
    case .enough(let until, let needed, let places):
      return
        "For all to hold it by the end of \(until), \(needed) more are needed; the scheme's places allow up to \(places), which is enough."
    case .notEnough(let until, let needed, let places, let short, let then):
      return
        "For all to hold it by the end of \(until), \(needed) more are needed; the scheme's places allow up to \(places), \(short) too few\(later(then))."
    case .noLimit(let until, let needed):
      return
        "For all to hold it by the end of \(until), \(needed) more are needed; places are not limited, whoever meets the conditions can have it."
    case .termPassed(let until, let needed):
      return "The end of \(until), by which all were to hold it, has passed; \(needed) are missing."
    case .lastRun(let remaining): return english(remaining)
    case .conflict(true, 0):
      return "The quota and full coverage exclude one another; which gives way is for the leaders."
    case .conflict(true, _):
      return
        "The quota, vetoes (ceilings and units not graded among them) and full coverage exclude one another; which gives way is for the leaders."
    case .conflict(false, let count):
      return
        "Unless that changes for \(count == 1 ? "this unit" : "these \(count) units"), not all can hold it; whether the veto or full coverage gives way is for the leaders."
    case .granted(let years):
      let parts = years.sorted { $0.key < $1.key }.map { "\($0.value) in \($0.key)" }
      return "Newly granted: \(parts.joined(separator: ", "))."
    case .withdrawn(let units): return "\(units.count) withdrawn (\(list(units)))."
    case .kept(let year, let count):
      return "Reviewed for \(year): \(counted(count, "holder")) still \(count == 1 ? "meets" : "meet") the conditions."
    case .failed(let year, let units):
      return
        "Reviewed for \(year): \(counted(units.count, "holder")) no longer \(units.count == 1 ? "meets" : "meet") the conditions: \(list(units)). Whether the title goes is the committee's decision; --list says why."
    case .ending(let units): return "\(units.count) end before then (\(list(units)))."
    case .elsewhere(let units):
      return "Not counted: \(counted(units.count, "title")) of units that are no longer in scope (\(list(units)))."
    }
  }

  private func later(_ full: FullCoverage) -> String {
    switch full {
    case .year(let year): "; with these places all could hold it in \(year) at the earliest"
    case .never(let left): "; with these places they never can, \(left) will always be left"
    case .reached, .unlimited: ""
    }
  }

  private func english(_ remaining: Remaining) -> String {
    func part(_ what: String, _ units: [Told]) -> String? {
      units.isEmpty ? nil : "\(units.count) \(what) (\(list(units)))"
    }
    func part(_ what: String, _ count: Int) -> String? { count == 0 ? nil : "\(count) \(what)" }
    let parts = [
      part("vetoed", remaining.vetoed), part("capped", remaining.capped), part("not graded", remaining.notGraded),
      part("below the conditions", remaining.below), part("without a place", remaining.noPlace),
      part("met the conditions, in no row yet", remaining.met), part("took no part", remaining.unseen),
    ]
    let said = parts.compactMap(\.self).joined(separator: ", ")
    return
      "The \(counted(remaining.units, "unit")) needed, as last graded (\(remaining.period), run \(remaining.run)): \(said)."
  }

  private func list(_ units: [Told]) -> String {
    let names = units.prefix(Self.shown).map { $0.why.isEmpty ? $0.name : "\($0.name): \($0.why)" }
    return names.joined(separator: ", ") + (units.count > Self.shown ? " …" : "")
  }
}
