import Findings

extension DecisionProblem {
  var english: Wording {
    let refused = "The decision is not used and changes no score."
    return switch self {
    case .targetUnknown(let target, let known):
      Wording(
        found: "The scheme has no node or effect “\(target)”"
          + (nearMiss(to: target, among: known).map { " (did you mean “\($0)”?)" } ?? "") + ".",
        consequence: refused,
        remedy: "Correct the column node of the table of decisions and import it again.")
    case .unitUnknown(let unit):
      Wording(
        found: "No unit in scope has the code “\(unit)”.", consequence: refused,
        remedy: "Correct the column unit, or look at the unit's days and kind in the register.")
    case .notOpen(let target):
      Wording(
        found: "“\(target)” is not open to decisions.", consequence: refused,
        remedy: "If it should be, write override (node) or adjust (effect) into the scheme, and have that approved.")
    case .roleWrong(let found, let needed):
      Wording(
        found: needed.map { "“\($0)” decides here; the decision was recorded for “\(found)”." }
          ?? "Nobody is recorded as having decided.",
        consequence: refused, remedy: "Let those decide who may, and write them into the column role.")
    case .reasonMissing:
      Wording(
        found: "A reason is required, and none is recorded.", consequence: refused,
        remedy: "Write the reason into the column reason and import the table again.")
    case .valueMissing(let target):
      Wording(
        found: "The decision on “\(target)” has no value that could be used.", consequence: refused,
        remedy: "Write a number into the column value; for a node, “not applicable” will do, too.")
    case .valueOutOfRange(let value, let low, let high):
      Wording(
        found: "The decision says \(plain(value)); \(plain(low)) to \(plain(high)) is possible.", consequence: refused,
        remedy: "Correct the column value and import the table again.")
    case .beyondLimit(let value, let total, let limit):
      Wording(
        found: "The decision adjusts by \(plain(value)) where \(plain(total)) has been given; "
          + "the sum may reach \(plain(limit)) either way.",
        consequence: "Nothing of this decision is used; earlier ones stand.", remedy: "Decide again within the limit.")
    case .superseded(let date, let by):
      Wording(
        found: "Two decisions stand on one node and unit: of \(day(date)) and of \(day(by)).",
        consequence: "The later one acts; of two on one day, the one recorded later.",
        remedy: "Nothing needs doing; if the later one is wrong, record another.")
    case .ofHalf(let effect, let year):
      Wording(
        found: "This is a decision on a half; in \(year) the effect “\(effect)” takes decisions on the year only.",
        consequence: "It acts in the result of that half and not in the year.",
        remedy: "If the year should be adjusted too, record a decision whose period is \(year).")
    case .grantMissing(let grade):
      Wording(
        found: "The decision on “\(grade)” says neither that it is granted nor that it is refused.",
        consequence: refused, remedy: "Write granted or refused into the column value and import the table again.")
    case .notAwaiting(let grade):
      Wording(
        found: "The unit is not one of those tied for the last places of “\(grade)”.",
        consequence: "The decision is not used; the grade follows from the scheme.",
        remedy: "Look at period, unit and grade of the decision; anything else is for the rules of the scheme.")
    case .beyondPlaces(let grade, let left):
      Wording(
        found: "“\(grade)” was granted to more of the tied units than there are places left (\(left)).",
        consequence: "No decision on these units is used; the committee is still to decide.",
        remedy: "Let the committee decide again within the places, and record the new decisions.")
    }
  }
}

private func day(_ yyyymmdd: Int) -> String {
  let (month, day) = (yyyymmdd / 100 % 100, yyyymmdd % 100)
  return "\(yyyymmdd / 10_000)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
}
