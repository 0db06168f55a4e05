import Register
import Schemes
import Statistics

/// Grades by bands, from the top down (G1, G2, G5), under ceilings and verdicts (E6).
struct GradePass {
  let scheme: Scheme
  let plan: Plan
  let tree: Tree
  let root: Int
  let effects: EffectPass
  let period: Period

  func grade(_ standing: inout Standing, _ unit: Int) {
    switch standing.status {
    // Neither is graded nor vetoed; the effects stay in their records.
    case .deferred, .exempt: return
    case .graded, .notGraded: break
    }
    standing.cappedBy = effects.cappedBy[unit]
    standing.setBy = effects.verdict[unit]?.effect
    if scheme.grading?.onlyYear ?? false, period.grain != .year { return }
    if let verdict = effects.verdict[unit] {
      standing.grade = verdict.grade
    } else if standing.status == .graded, let bands = scheme.grading?.bands {
      let ceiling = effects.ceiling[unit] ?? 0
      standing.grade = bands.indices.first { $0 >= ceiling && meets(bands[$0], standing, unit) }.map { bands[$0].grade }
    }
  }

  private func meets(_ band: GradeBand, _ standing: Standing, _ unit: Int) -> Bool {
    if let floor = band.atLeast?.value(in: period.start.year),
      !Comparison(.atLeast, floor).holds(for: standing.displayedScore)
    {
      return false
    }
    guard let share = band.eachChildShare else { return true }
    let needed = Comparison(.atLeast, share)
    return plan.entries[root].children.allSatisfy { child in
      let column = tree.columns[child]
      guard column.state[unit] != .notApplicable, let points = plan.entries[child].node.points else { return true }
      return needed.holds(for: displayed(column.value[unit], digits: scheme.defaults.digits) / points)
    }
  }
}
