import Findings
extension TableSentence {
  var english: String {
    func list(_ names: [String]) -> String { names.joined(separator: ", ") }
    switch self {
    case .heading(let title, let period, let units, let graded):
      return "\(title), \(period): \(units) units, \(graded) graded, \(units - graded) not graded"
    case .footing(let scheme, let version, let approval, let asOf, let run):
      return "scheme \(scheme) \(version); \(approval); data up to \(asOf); run \(run)"
    case .approved(let document, let date): return "approved by \(document), \(date)"
    case .notApproved: return "a proposal of ours, not approved by the institution"
    case .verified(let name, let run, .rows): return "\(name) (run \(run)): recomputed from the rows, identical"
    case .verified(let name, let run, .rowsBut(let measures)):
      return "\(name) (run \(run)): recomputed from the rows but for \(counted(measures, "measure")), identical"
    case .verified(let name, let run, .measures):
      return "\(name) (run \(run)): recomputed from the stored measures, identical; the rows were not checked"
    case .differing(let name, let run, let count): return "\(name) (run \(run)): \(counted(count, "difference"))"
    case .answers: return "answers"
    case .beforeEffects: return " (before effects)"
    case .indicators: return "indicators"

    case .confirmed(let cause): return "confirmed: \(cause)"
    case .clustered(let grade): return "clusters put it in “\(grade)”"
    case .capped(let effects): return "capped by \(list(effects))"
    case .short(let gap): return "\(gap) short"
    case .childMissing(let child, let why): return "\(child) \(why)"
    case .childBelow(let child, let share): return "\(child) only \(share)"
    case .eachChild(let parts, let share): return "\(list(parts)) (each ≥ \(share))"
    case .lostMost(let losses): return "lost most: \(list(losses))"
    case .withReason(let name, let why): return "\(name) (\(why))"
    case .named(let name, let number): return "\(name) (\(number))"
    case .evidence(let percent): return "evidence \(percent)%"

    case .tieBroken(let names, let count, let by, let isAhead):
      return "same score as \(Self.names(names, count: count).english), \(isAhead ? "ahead" : "behind") by “\(by)”"
    case .baseTooSmall(let measure, let needed): return "no rank: fewer than \(needed) answers for “\(measure)”"
    case .notVerified(let effects): return "\(list(effects.map { "“\($0)”" })) not verified"
    case .reasonWanting(let nodes): return "hands far apart on \(list(nodes.map { "“\($0)”" })), reason not written"

    case .contest(let grade, let group, let base, let places, let used, let candidates, let winners):
      let whose = group.isEmpty ? "" : " (\(group))"
      let given = used == 0 ? "" : ", \(used) given before in the year"
      return
        "Places for “\(grade)”\(whose): base \(base), places \(places)\(given), \(candidates) meet the conditions, \(winners) get it."
    case .position(let position): return "This unit is number \(position) of those who compete."
    case .names(let names, let count):
      return names.count < count ? "\(list(names)) and \(count - names.count) more" : list(names)
    case .displaced(let unit, let effects):
      return "\(unit) would have had a place by rank but for \(list(effects.map { "“\($0)”" }))."
    case .tiedIn(let units, let left): return "\(units) are tied and all get it, although \(places(left)) left."
    case .tiedOut(let units, let left): return "\(units) are tied and \(places(left)) left: none gets it."
    case .tiedForCommittee(let units, let left):
      return "\(units) are tied and \(places(left)) left: the committee decides; until then they have the next grade."
    case .keepPlace(let units): return "\(units): given in the year, and kept with the place that it took then."
    case .keepTitle(let units): return "\(units): the title is held and kept without taking a place."
    }
  }

  private func places(_ left: Int) -> String { left == 1 ? "1 place is" : "\(left) places are" }
}
