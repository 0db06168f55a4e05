import Findings

extension MeasureFinding {
  var english: Wording {
    switch self {
    case .undated(_, let measure, let table, let column, let count):
      Wording(
        found:
          "The measure “\(measure)” is dated by “\(column)”, and \(counted(count, "row")) of “\(table)” in the period \(count == 1 ? "needs" : "need") it and \(count == 1 ? "has" : "have") none.",
        consequence: "They count in no period.",
        remedy: "Fill in or correct the day, import again and score again; the import says which rows.")
    }
  }
}
