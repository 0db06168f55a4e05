import Findings
extension ComparisonSentence {
  var english: String {
    switch self {
    case .trial(let title, let period, let run): "Trial: \(title), \(period.id) (beside run \(run); nothing is kept)"
    case .change(let text): "  change: \(text)"
    case .recomputed: "  the data have changed since; both sides are computed from today's"
    case .twoSchemes(let period): "Two schemes, \(period.id)"
    case .twoDrafts(let title, let period): "\(title), \(period.id), two drafts"
    case .draft(let stage, let isAfter, let run):
      "  \(isAfter ? "second" : "first"): \(stage.line(in: .english)), run \(run)"
    case .scheme(let name, let isAfter, let run):
      "  \(isAfter ? "second" : "first"): \(name.title) (\(name.id) \(name.version), run \(run))"
    case .differences(let old, let new, let count):
      "\(old.id) \(old.version) and \(new.id) \(new.version): "
        + (count == 0 ? "no difference" : counted(count, "difference"))
    case .nothingDiffers(let units): "No score, rank or grade of \(counted(units, "unit")) differs."
    case .counts(let units, let regraded, let reranked, let changed):
      "\(counted(units, "unit")): \(regraded) with another grade, \(reranked) with another rank, \(changed) with any difference."
    case .regraded(let unit, let before, let after): "  \(unit): \(before) → \(after)"
    case .furtherUnits(let all, let shown): "  and \(all - shown) more, in the table"
    case .notInScope: "not in scope"
    case .noGrade: "no grade"
    case .onlyIn(let isAfter): isAfter ? "in scope of the second only" : "in scope of the first only"
    case .graded: "graded"
    case .deferred(let fact): "deferred (\(fact))"
    case .exempt(let fact): "exempt (\(fact))"
    case .notGraded(let why): "not graded (\(why.joined(separator: ", ")))"
    case .turned(let before, let after): "\(before) → \(after)"
    case .verdict(let before, let after):
      "grade set by \(quotedOrNone(before.map { [$0] } ?? [])), then \(quotedOrNone(after.map { [$0] } ?? []))"
    case .ceiling(let before, let after): "ceiling: \(quotedOrNone(before)), then \(quotedOrNone(after))"
    case .missedLine(let grade, let side, let why): "no “\(grade)” \(english(side)): \(why)"
    case .effect(let id, let before, let after): "“\(id)” \(before) → \(after)"
    case .node(let name, let before, let after, .both): "\(name) \(before) → \(after)"
    case .node(let name, let before, let after, .total): "\(name) brings \(before) → \(after) to the total"
    case .node(let name, let before, let after, .own): "\(name), by itself, \(before) → \(after)"
    case .dropped(let name, let change): "without \(name)" + (change.map { " \($0)" } ?? "")
    case .added(let name, let change): "with \(name), which is new" + (change.map { " \($0)" } ?? "")
    case .rivals(let passedBy, let passed):
      "own score unchanged"
        + (passedBy.isEmpty ? "" : ", passed by \(few(passedBy))")
        + (passed.isEmpty ? "" : ", now before \(few(passed))")
    case .ranking(let isRanked): isRanked ? "own score unchanged, ranked now" : "own score unchanged, no longer ranked"
    case .reasons(let parts): parts.joined(separator: "; ")
    }
  }

  private func english(_ side: Side) -> String {
    switch (side.isTrial, side.isAfter) {
    case (true, true): "with the change"
    case (true, false): "without the change"
    case (false, true): "in the second"
    case (false, false): "in the first"
    }
  }

  private func quotedOrNone(_ names: [String]) -> String { names.isEmpty ? "none" : quoted(names, in: .english) }

  private func few(_ names: [String]) -> String {
    names.count <= 3
      ? names.joined(separator: ", ") : names.prefix(3).joined(separator: ", ") + " and \(names.count - 3) more"
  }
}
