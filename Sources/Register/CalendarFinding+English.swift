import Findings

extension CalendarFinding {
  var english: Wording {
    let unused = "The calendar was not taken; schemes that count working days cannot be scored."
    switch self {
    case .columnMissing(_, let column, let present):
      let guess = nearMiss(to: column, among: present).map { " Did you mean “\($0)”?" } ?? ""
      return Wording(
        found: "The calendar has no column “\(column)”.\(guess)", consequence: unused,
        remedy: "The columns are 日期 (day or first至last), 类别 (放假 or 上班), 节日 and 依据.")
    case .nameWithoutYear:
      return Wording(
        found: "The file's name does not begin with a year, so that nobody knows whose calendar it is.",
        consequence: unused, remedy: "Call it 2025.csv.")
    case .yearTwice(_, let year, let first):
      return Wording(
        found: "\(year) has two calendars; the other is \(first.text).", consequence: unused, remedy: "Keep one.")
    case .sourceAbsent(_, let year):
      return Wording(
        found: "The calendar of \(year) does not say where it comes from.", consequence: unused,
        remedy: "Write the number and day of the notice under 依据.")
    case .dateUnreadable(_, let value):
      return Wording(
        found: "“\(value)” is neither a day nor a first and a last day.", consequence: unused,
        remedy: "Write it as 2025-10-01 or 2025-10-01至2025-10-08.")
    case .datesReversed(_, let from, let to):
      return Wording(
        found: "The last day (\(to)) lies before the first (\(from)).", consequence: unused,
        remedy: "Correct one of the two.")
    case .dateOutsideYear(_, let date, let year):
      return Wording(
        found: "\(date) does not lie in \(year), whose calendar this file is.", consequence: unused,
        remedy: "Correct the date, or move the row to that year's file.")
    case .kindUnknown(_, let value):
      return Wording(
        found: "“\(value)” is neither 放假 (off) nor 上班 (worked).", consequence: unused, remedy: "Write one of the two.")
    case .makeUpOnWeekday(_, let date):
      return Wording(
        found: "\(date) is a Monday to Friday and worked anyway; no make-up day falls there.", consequence: unused,
        remedy: "Compare with the notice and correct the date, or delete the row.")
    case .dayTwice(_, let date, let first):
      return Wording(
        found: "\(date) stands there twice; the first time at \(first.text).", consequence: unused,
        remedy: "Let the rows not overlap.")
    case .dayOffAndWorked(_, let date, let first):
      return Wording(
        found: "\(date) is both off and worked; the other row is \(first.text).", consequence: unused,
        remedy: "Compare with the notice and correct one of the two.")
    }
  }
}
