import Findings

extension ChangeSentence {
  var english: String {
    switch self {
    case .heading(let title, let from, let to, let runs):
      "\(title), \(from) and \(to) (runs \(runs.joined(separator: ", ")))"
    case .own(let unit, let before, let after, let by, let parts):
      "\(unit): \(before) → \(after) (\(by))" + (parts.isEmpty ? "." : ", mostly \(parts.joined(separator: ", ")).")
    case .none(let unit): "\(unit) was not graded in both periods: nothing is taken apart."
    case .counts(let units, let up, let down):
      "Of \(counted(units, "unit")) graded in both periods \(up) went up, \(down) down, \(units - up - down) stayed."
    case .mostMoved(let part, let units): "“\(part)” moved most, in \(counted(units, "unit"))."
    case .twoPeriods:
      "This is a difference of two periods, no trend; whether it is more than chance is another question."
    case .evidence(let gone, let came):
      "other evidence ("
        + [
          gone.isEmpty ? nil : "gone: \(gone.joined(separator: ", "))",
          came.isEmpty ? nil : "new: \(came.joined(separator: ", "))",
          gone.isEmpty && came.isEmpty ? "re-scaled weights" : nil,
        ].compactMap(\.self).joined(separator: "; ") + ")"
    case .history: "units joined"
    case .others(let count): "\(count) others together"
    case .method:
      """
      Method: an indicator's change counts at the mean of what a point of it was worth before and after; what the worth itself \
      changed is other evidence. Parts are rounded by greatest remainders, so that they add up to the printed change. \
      Indicators with too few answers are not told singly. Nothing is taken apart across another scheme, program or questionnaire.
      """
    }
  }
}
