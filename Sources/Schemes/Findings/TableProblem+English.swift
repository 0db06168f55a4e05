import Findings

extension TableProblem {
  var english: Wording {
    func wording(_ found: String, _ remedy: String) -> Wording {
      Wording(found: found, consequence: "The scheme was not loaded.", remedy: remedy)
    }
    func interval(_ low: Double, _ high: Double) -> String { "\(formatted(low)) … \(formatted(high))" }
    switch self {
    case .withoutUnits(let table):
      return wording(
        "The rows of “\(table)” belong to no unit.", "Add unit: to the table spec, or measure another table.")
    case .withoutPeriods(let table):
      return wording("The rows of “\(table)” belong to no period.", "Add period: to the table spec, or dated_by: here.")
    case .withoutObligations(let table):
      return wording(
        "“\(table)” is not the table of obligations.",
        "Leave table: out, or write the name that obligations.yaml gives under table:.")
    case .notDate(let column, let kind):
      return wording("dated_by names “\(column)”, which is \(kind.english), not a day.", "Name a column of type date.")
    case .notOrdered(let column, let kind):
      return wording(
        "“max \(column)” has no greatest: the column is \(kind.english).", "Name a column of numbers or days.")
    case .shareValues(let measure, let low, let high):
      return wording(
        "“\(measure)” takes a share, but its values can be \(interval(low, high)), not only 0 and 1.",
        "Write CASE WHEN … THEN 1 ELSE 0 END, or take: mean.")
    case .rangeMissing(let node, let measure, let low, let high, let points):
      return wording(
        "“\(node)” gives 0 … \(formatted(points)) points, but its measure “\(measure)” can be \(interval(low, high)): "
          + "a range is missing.",
        "State range: of the column in the table spec or of the measure, or add a step that ends in 0 … \(formatted(points))."
      )
    case .pointsInterval(let node, let low, let high, let points):
      return wording(
        "“\(node)” can come out at \(interval(low, high)), outside its 0 … \(formatted(points)) points.",
        "Correct the steps or the points.")
    case .pointsUnreachable(let node, let most, let points):
      return Wording(
        found: "“\(node)” has \(counted(formatted(points), "point")), but its best result gives \(formatted(most)).",
        consequence: "No unit can have full points.",
        remedy: "Check the steps and the points, and whether values are shares (0.9) or percentages (90).")
    case .bandsStopShort(let node, let last, let minimum):
      return wording(
        "The bands of “\(node)” end at \(formatted(last)), but values can be as low as \(formatted(minimum)).",
        minimum.isFinite
          ? "Add a last row [\(formatted(minimum)), …]."
          : "State range: of the column or measure, and add a last row for its minimum.")
    case .bandUnreachable(let node, let bound, let limit):
      let why =
        bound > limit
        ? "values go up to \(formatted(limit))" : "values begin at \(formatted(limit)), and a row above takes them"
      return Wording(
        found: "No value of “\(node)” falls into the band from \(formatted(bound)): \(why).",
        consequence: "The row never applies.", remedy: "Check whether the bound is a share (0.9) or a percentage (90).")
    case .emptyUncovered(let measure, let table):
      return wording(
        "“\(measure)” gives a value where “\(table)” has no rows, but nothing proves that anybody looked.",
        "Add covered_by: with a table that proves it, or leave empty: out. With complete: true in the table spec, "
          + "full and not_applicable need no proof.")
    case .effectUnconfirmed(let effect, let measure, let table):
      return wording(
        "The effect “\(effect)” decides a grade by “\(measure)”, but the rows of “\(table)” need no confirmation.",
        "Add confirmed: with a yes-or-no column to the spec of “\(table)”, or confirmation: with the stages.")
    case .protectedTake(let measure, let table, let take):
      return wording(
        "“\(measure)” takes \(take) of the protected table “\(table)”; only counts and flags may leave it.",
        "Write take: count, or sum or share of what can only be 0 or 1: CASE WHEN … THEN 1 ELSE 0 END.")
    case .protectedView(let measure, let table):
      return wording(
        "The SELECT of “\(measure)” reads the protected table “\(table)”.",
        "Count its rows by a measure of their own: {table: \(table), take: count}.")
    case .protectedUse(let table, let use):
      return wording(
        "The protected table “\(table)” cannot be used for \(use.english): its contents would leave the protected database.",
        "Use a table that is not protected.")
    case .anonymousColumn(let measure, let table, let column, let kind):
      return wording(
        "“\(measure)” uses “\(column)” of the anonymous table “\(table)”, \(kind.english): it can tell one answer from the "
          + "others.", kind.englishRemedy)
    case .anonymousTake(let measure, let table, let take):
      return wording(
        "“\(measure)” takes \(take) of the anonymous table “\(table)”: that is the answer of one person.",
        "Write take: mean, share, sum, count, median or trimmed.")
    case .unitKindUnknown(let kind, let known):
      let names = KnownNames(name: kind, known: known)
      return Wording(
        found: "units: names the kind “\(kind)”, and no unit of the register is of it.\(names.englishGuess)",
        consequence: "Nobody is chosen by it.", remedy: "Correct the kind. There are: \(names.englishList)")
    case .unitUnknown(let node, let unit, let known):
      let names = KnownNames(name: unit, known: known)
      return Wording(
        found: "“\(node)” measures the distance to “\(unit)”, and no unit has this code.\(names.englishGuess)",
        consequence: "Every unit is missing there.", remedy: "Correct the code. There are: \(names.englishList)")
    case .carelessMixed(let measure, let other, let table):
      return wording(
        "“\(measure)” and “\(other)” ask the same answers of the anonymous table “\(table)” and leave out careless ones "
          + "differently: their difference is what the few careless ones answered.",
        "Write the same condition in both; qingheng survey careless \(table) shows what careless answers change.")
    }
  }
}

extension ProtectedUse {
  fileprivate var english: String {
    switch self {
    case .leaves: "leaves"
    case .roster: "a roster (first.over)"
    case .decisions: "decisions"
    case .titles: "titles"
    }
  }
}

extension AnonymousColumn {
  fileprivate var english: String {
    switch self {
    case .key: "which is part of its key"
    case .day: "a day or time"
    case .freeText: "text without a list of options"
    case .unboundedInteger: "whole numbers without a range"
    case .duration: "a duration"
    }
  }

  fileprivate var englishRemedy: String {
    switch self {
    case .key: "Use columns of marks or options."
    case .day: "Leave it out: period: of the table spec says to which period an answer belongs."
    case .freeText: "Use a column with labels."
    case .unboundedInteger:
      "If it is a mark, state range: or labels: in the table spec; if it is a number of rows, leave it out."
    case .duration: "Only compare it with a number in where: coalesce(duration, 0) >= 30."
    }
  }
}
