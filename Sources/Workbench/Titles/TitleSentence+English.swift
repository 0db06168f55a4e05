import Findings
import Scoring

extension TitleSentence {
  var english: String {
    switch self {
    case .coverage(let grade, let day, let units, let held, let share, let waived):
      let aside = waived == 0 ? "" : "; \(waived) more are deferred or exempt"
      return "As of \(day), \(held) of the \(counted(units, "unit")) in scope hold “\(grade)”: \(share)\(aside)."
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
    case .barred(let period, let run, let vetoed, let capped, let notGraded):
      let parts = [part("vetoed", vetoed), part("capped", capped), part("not graded", notGraded)].compactMap(\.self)
      return "Of those still needed, the last run (\(period), \(run)) has \(parts.joined(separator: "; "))."
    case .conflict(true, 0): return "The quota and full coverage exclude one another; which gives way is for the leaders."
    case .conflict(true, _):
      return
        "The quota, vetoes (ceilings and units not graded among them) and full coverage exclude one another; which gives way is for the leaders."
    case .conflict(false, let count):
      return
        "Unless that changes for \(count == 1 ? "this unit" : "these \(count) units"), not all can hold it; whether the veto or full coverage gives way is for the leaders."
    case .others(let met, let noPlace, let below, let unseen):
      let parts = [
        met == 0 ? nil : "\(met) met the conditions and stand in no row yet",
        noPlace == 0 ? nil : "\(noPlace) met the conditions without a place",
        below == 0 ? nil : "\(below) did not meet the conditions", unseen == 0 ? nil : "\(unseen) took no part",
      ].compactMap(\.self)
      return "The others: \(parts.joined(separator: ", "))."
    case .granted(let years):
      let parts = years.sorted { $0.key < $1.key }.map { "\($0.value) in \($0.key)" }
      return "Newly granted: \(parts.joined(separator: ", "))."
    case .withdrawn(let units): return "Withdrawn, \(units.count): \(list(units))."
    case .kept(let year, let count):
      return "Reviewed for \(year): \(counted(count, "holder")) still \(count == 1 ? "meets" : "meet") the conditions."
    case .failed(let year, let units):
      return
        "Reviewed for \(year): \(counted(units.count, "holder")) no longer \(units.count == 1 ? "meets" : "meet") the conditions: \(list(units)). Whether the title goes is the committee's decision."
    case .ending(let units): return "Held, and ending before then, \(units.count): \(list(units))."
    case .elsewhere(let units):
      return "Not counted, titles of units that are no longer in scope, \(units.count): \(list(units))."
    }
  }

  private func later(_ full: FullCoverage) -> String {
    switch full {
    case .year(let year): "; with these places all could hold it in \(year) at the earliest"
    case .never(let left): "; with these places they never can, \(left) will always be left"
    case .reached, .unlimited: ""
    }
  }

  private func part(_ what: String, _ units: [Told]) -> String? {
    units.isEmpty ? nil : "\(units.count) \(what): \(list(units))"
  }

  private func list(_ units: [Told]) -> String {
    units.map { $0.why.isEmpty ? $0.name : "\($0.name) (\($0.why))" }.joined(separator: ", ")
  }
}
