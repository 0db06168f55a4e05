import Findings

extension DueFinding {
  var english: Wording {
    switch self {
    case .notDueYet(_, let looks, let first, let scheme, let period):
      let count = looks.map(\.count).reduce(0, +)
      let parts = looks.map { "\($0.period) as of \($0.day): \($0.count)" }.joined(separator: "; ")
      return Wording(
        found:
          "\(counted(count, "thing")) owed for the period \(count == 1 ? "was" : "were") not past the due day on the day that was looked at (\(parts)).",
        consequence: "They do not count in this run, nor does it see what was filed late or never.",
        remedy:
          "Score again when all were due: qingheng score \(scheme) --period \(period) --as-of \(first), or a later day. To declare it final knowingly, say --accept-warnings --reason WHY."
      )
    }
  }
}
