import Findings
import Schemes

extension ObligationFinding {
  var english: Wording {
    func unread(_ found: String, _ remedy: String) -> Wording {
      Wording(found: found, consequence: "The obligations of the system were not loaded.", remedy: remedy)
    }
    func guess(_ name: String, _ known: [String]) -> String {
      nearMiss(to: name, among: known).map { " Did you mean “\($0)”?" } ?? ""
    }
    func list(_ names: [String]) -> String { names.isEmpty ? "none" : names.joined(separator: ", ") }
    switch self {
    case .idTwice(_, let id, let first):
      return unread(
        "The obligation “\(id)” stands here again; it was first used at \(first.text).", "Rename one of the two.")
    case .nameCharacter(_, let name):
      return unread("The name “\(name)” is empty or has one of | % _ in it.", "Write a name without these characters.")
    case .dateUnreadable(_, let key, let value):
      return unread(
        "“\(key)” says “\(value)”, which is not a day.", "Write it as 2026-06-30; a day of every year as 02-28.")
    case .datesReversed(_, _, let from, let to):
      return unread("The last day (\(to)) is before the first (\(from)).", "Correct from or to.")
    case .periodUnreadable(_, let value):
      return unread("“\(value)” under skip is not a period.", "Write a period such as 2025, 2025H1, 2025Q3 or 2025-06.")
    case .phaseUnknown(_, let name, let known):
      return unread(
        "The workspace has no phase “\(name)”.\(guess(name, known))",
        "Add it under phases: in qingheng.yaml (it has: \(list(known))).")
    case .oneOf(_, let owner, let legal, let found):
      let had = found.isEmpty ? "it has none" : "it has \(found.joined(separator: " and "))"
      return unread(
        "“\(owner)” needs exactly one of \(legal.joined(separator: ", ")); \(had).",
        found.isEmpty ? "Add one of them." : "Keep one and delete the rest.")
    case .anchorUnfit(_, let key):
      return unread(
        "“\(key)” counts from the event, but no event calls for this obligation.",
        "Count from period_start or period_end, or write cadence: {after: …}.")
    case .numberOutside(_, let key, let value, let range):
      return unread(
        "“\(key)” is \(value); it should be \(range.lowerBound) … \(range.upperBound).", "Correct the number.")
    case .onceWithoutDate(_, let id):
      return unread("“\(id)” is owed once, but no day says when.", "Write due: {date: 2026-06-30}.")
    case .windowReversed(_, let id, let period, let opens, let due):
      return unread(
        "“\(id)” is due for \(period) on \(due), before it opens on \(opens).",
        "Correct due:, or write an earlier opens:."
      )
    case .marksDiffer(_, let id, let marks):
      return unread(
        "The marks \(marks.map { "“\($0)”" }.joined(separator: ", ")) of “\(id)” stand under marks: alone or under "
          + "matched_by: alone.",
        "Write the same marks in both: what is asked for, and the yes-or-no column of each.")
    case .memberColumn(_, let id, let hasEach):
      return unread(
        hasEach
          ? "“\(id)” is owed by each member, but no column of its filings names the member."
          : "“\(id)” names a member column, but it is owed by units.",
        hasEach ? "Add member: to matched_by:." : "Add each: to owes:, or delete member:.")
    case .tableUnknown(_, let table, let known):
      return unread(
        "There is no table “\(table)”.\(guess(table, known))",
        "Correct the name (there are: \(list(known))), or add a spec."
      )
    case .tableTaken(_, let table):
      return unread(
        "The table of obligations would be “\(table)”, which a table spec is already.",
        "Write another name under table: in obligations.yaml.")
    case .tableWithoutUnits(_, let table):
      return unread(
        "The rows of “\(table)” belong to no unit.", "Add unit: to the table spec, or name another table.")
    case .tableAnonymous(_, let table):
      return unread(
        "“\(table)” holds anonymous answers, which are never told apart by unit and day.",
        "Name a table that is not anonymous.")
    case .tableProtected(_, let table):
      return unread(
        "“\(table)” holds work secrets, which are never told apart by unit and day.",
        "Name an open table, such as a register that keeps only the unit and the day.")
    case .columnUnknown(_, let column, let table, let known):
      return unread(
        "“\(table)” has no column “\(column)”.\(guess(column, known))", "Correct the name; it has \(list(known)).")
    case .columnKind(_, let column, let needed, let found):
      return unread(
        "The column “\(column)” is \(found.english); here it must be \(needed.english).",
        "Name another column, or change its type in the table spec.")
    case .rosterEmpty(_, let item, let unit, let period):
      return Wording(
        found: "“\(item)” is owed by each member, but nobody is listed for \(unit) in \(period).",
        consequence: "The unit has no row for it in that period.",
        remedy: "Import the list of the period; if nobody belongs there, leave the unit out by owes:.")
    case .filingTooEarly(_, let item, let unit, let filed, let opens):
      return Wording(
        found: "“\(item)” of \(unit) came on \(filed), before it opened on \(opens).",
        consequence: "The row counts as no filing.",
        remedy: "Check the day; if it may come earlier, change opens:.")
    case .filingPeriodUnknown(_, let item, let unit, let period):
      return Wording(
        found: "“\(item)” of \(unit) is for “\(period)”, which is no period for which it is owed.",
        consequence: "The row counts as no filing.", remedy: "Correct the period, as in 2025H1 or 2025-06.")
    case .filingUndated(_, let item, let unit):
      return Wording(
        found: "A row of “\(item)” of \(unit) has neither a day nor a reason.",
        consequence: "The row counts as no filing.",
        remedy: "Fill in the day on which it came, or the reason why it is excused or does not apply.")
    case .filingMemberUnknown(_, let item, let unit):
      return Wording(
        found: "A filing of “\(item)” of \(unit) is by somebody who is not on the list.",
        consequence: "The row counts as no filing.", remedy: "Check the name or number, or add it to the list.")
    case .filingNotOwed(_, let item, let unit):
      return Wording(
        found: "\(unit) filed “\(item)”, which it does not owe.",
        consequence: "The row counts as no filing and changes no score.",
        remedy: "Check the unit; if it owes this, change owes:.")
    }
  }
}
