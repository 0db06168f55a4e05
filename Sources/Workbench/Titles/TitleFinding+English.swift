import Findings

extension TitleFinding {
  var english: Wording {
    switch self {
    case .absent(_, let scheme, let known):
      let others =
        known.isEmpty ? "No scheme names titles yet" : "Schemes that name titles: \(known.joined(separator: ", "))"
      return Wording(
        found: "The scheme “\(scheme)” names no table of titles.", consequence: "There are no titles to count.",
        remedy: "\(others); or add titles: {table: …, current_at: period_start} to the scheme.")
    case .notScored(_, let scheme):
      return Wording(
        found: "The scheme “\(scheme)” has not been scored up to this day.",
        consequence: "Which of the units still needed are vetoed, capped or not graded is unknown.",
        remedy: "qingheng score \(scheme) --period YEAR")
    case .endsBeforeItBegins(_, let table, let unit, let from, let to):
      return Wording(
        found: "In “\(table)” the title of \(unit) is given on \(from) and withdrawn on \(to), the wrong way round.",
        consequence: "The row is not counted.", remedy: "Correct the days and import the file again.")
    }
  }
}
