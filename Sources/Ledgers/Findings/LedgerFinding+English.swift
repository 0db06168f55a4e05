import Findings

extension LedgerFinding {
  var english: Wording {
    let unused = "The system's ledgers are not used."
    func guess(_ nearest: String?) -> String { nearest.map { " Did you mean \"\($0)\"?" } ?? "" }
    switch self {
    case .nameTaken(_, let name):
      return Wording(
        found: "A table or ledger has the name \"\(name)\" already.", consequence: unused,
        remedy: "Choose another name.")
    case .daysNegative(_, let key, let value):
      return Wording(
        found: "\(key) is \(value); days and months cannot be below 0.", consequence: unused,
        remedy: "Write 0 or a greater whole number.")
    case .daysTwice(_, let key, let value):
      return Wording(found: "\(key) lists \(value) twice.", consequence: unused, remedy: "Remove one of them.")
    case .grainRefused(_, let grain):
      return Wording(
        found: "grain is \"\(grain)\", which cannot tell two findings apart.", consequence: unused,
        remedy: "Write year, half, quarter or month.")
    case .wordTwice(_, let word, let first, let second):
      return Wording(
        found: "\"\(word)\" stands in \(first) and in \(second).", consequence: unused, remedy: "Keep one of the two.")
    case .columnNeeded(_, let rule, let key):
      return Wording(
        found: "\(rule) needs \(key), and nothing says which column that is.", consequence: unused,
        remedy: "Add it: \(key): its column")
    case .tableUnknown(_, let table, let nearest):
      return Wording(
        found: "There is no table \"\(table)\".\(guess(nearest))", consequence: unused,
        remedy: "Correct the name, or write its table spec first.")
    case .tableWithoutUnits(_, let table):
      return Wording(
        found: "The rows of the table \(table) belong to no unit.", consequence: unused,
        remedy: "Write unit in its table spec.")
    case .tableAnonymous(_, let table):
      return Wording(
        found: "The table \(table) holds anonymous answers, which are never listed one by one.", consequence: unused,
        remedy: "Name a table that is not anonymous.")
    case .tableProtected(_, let table):
      return Wording(
        found: "The table \(table) holds work secrets; a ledger would list them one by one.", consequence: unused,
        remedy:
          "Name an open ledger. A scheme can count the rows of a protected table itself (take: count); qingheng events "
          + "shows how far they have come.")
    case .columnUnknown(_, let table, let column, let nearest):
      return Wording(
        found: "The table \(table) has no column \"\(column)\".\(guess(nearest))", consequence: unused,
        remedy: "Correct the column's name.")
    case .columnKind(_, let key, let column, let expected):
      return Wording(
        found: "\(key) names \"\(column)\", which is not \(expected.english).", consequence: unused,
        remedy: "Write type: \(expected.example) for \"\(column)\" in the table spec, or name another column.")
    case .foundNullable(_, let table, let column):
      return Wording(
        found: "The table \(table) has no periods, and its day of finding, \"\(column)\", may be empty.",
        consequence: unused, remedy: "Write required: true for \"\(column)\" in the table spec, or write its period.")
    case .ledgerUnknown(let place, let known):
      let guess = guess(nearMiss(to: place.text, among: known))
      return known.isEmpty
        ? Wording(
          found: "There are no ledgers.", consequence: "Nothing can be listed.",
          remedy: "Describe one in datasets/<system>/ledgers.yaml, as docs/ledgers.md says.")
        : Wording(
          found: "There is no ledger \"\(place.text)\".\(guess)", consequence: "Nothing can be listed.",
          remedy: "Ledgers: \(known.joined(separator: ", "))")
    case .numberTwice(_, let id, let first):
      return Wording(
        found: "Two rows of one unit have the number \"\(id)\"; the other is at \(first.text).",
        consequence: "The row that was imported later counts, the other does not.",
        remedy: "Correct the number if they are two things; else undo the older batch.")
    case .problemUnknown(_, let measure, let problem, let nearest):
      return Wording(
        found:
          "The problem \"\(problem)\" of the measure \"\(measure)\" is not in the ledger, or several units have it.\(guess(nearest))",
        consequence: "The measure counts for no problem.",
        remedy: "Correct the problem's number, or import the ledger that holds it.")
    case .measureUnknown(_, let measure, let nearest):
      return Wording(
        found: "The measure \"\(measure)\" of a step is not in the ledger, or several units have it.\(guess(nearest))",
        consequence: "The step counts for no problem.",
        remedy: "Correct the measure's number, or import the table that holds it.")
    case .measureWithoutProblem(_, let measure):
      return Wording(
        found: "The measure \"\(measure)\" names no problem.", consequence: "The measure counts for no problem.",
        remedy: "Fill in the problem's number.")
    case .unitGone(_, let problem, let unit, let day):
      return Wording(
        found: "The problem \"\(problem)\" is open, but its unit \(unit) ended on \(day), and no unit carries it on.",
        consequence: "It stays open, and counts in no score of a unit that exists.",
        remedy: "Name the unit's successor in the register, or have the problem verified by those who found it.")
    case .doubt(_, let problem, let doubt): return doubt.english(problem)
    }
  }
}

extension LedgerFinding.Expected {
  fileprivate var english: String {
    switch self {
    case .day: "a date"
    case .number: "a number or text"
    }
  }
}

extension LedgerDoubt {
  fileprivate func english(_ problem: String) -> Wording {
    let kept = "The dates are used as they are written; the problem is marked as doubtful."
    switch self {
    case .order(let later, let laterDay, before: let earlier, let earlierDay):
      return Wording(
        found:
          "The problem \"\(problem)\" was \(later.english) (\(laterDay)) before it was \(earlier.english) (\(earlierDay)).",
        consequence: kept, remedy: "Look up the two dates, correct them and import again.")
    case .deadlineFirst(let day, let found):
      return Wording(
        found:
          "The deadline of the problem \"\(problem)\" (\(day)) lies before the day on which it was found (\(found)).",
        consequence:
          "The deadline is used as it is written, and the problem may count as late; it is marked as doubtful.",
        remedy: "Look up deadline and day (often the year is wrong), correct them and import again.")
    case .verifiedWithoutDone:
      return Wording(
        found: "The problem \"\(problem)\" was verified, but nobody declared it done.",
        consequence: "It counts as verified and is marked as doubtful.",
        remedy: "Fill in the day on which it was done, or look up when it was verified.")
    case .measuresOpen(let done, let count):
      return Wording(
        found: "The problem \"\(problem)\" was declared done with \(done) of its \(count) measures done.",
        consequence: "It counts as declared and is marked as doubtful.",
        remedy: "Fill in the days of the measures, or remove that of the problem.")
    case .standingWithDay(let day):
      return Wording(
        found: "The problem \"\(problem)\" is a standing one, but has the deadline \(day).",
        consequence: "It has no deadline, is never overdue and is marked as doubtful.",
        remedy: "Remove the deadline, or correct the type.")
    case .undated(let event, let words):
      return Wording(
        found:
          "Of the problem \"\(problem)\" it is written when it was \(event.english): \"\(words)\", which is no day.",
        consequence: "It counts as not \(event.english) and is marked as doubtful.",
        remedy: "Write the day, as 2025-06-30.")
    }
  }
}

extension LedgerDoubt.Event {
  var english: String {
    switch self {
    case .found: "found"
    case .notified: "notified"
    case .done: "declared done"
    case .verified: "verified"
    case .revisited: "revisited"
    }
  }
}
