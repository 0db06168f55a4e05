import Findings

extension SpecProblem {
  var english: Wording {
    let unread = "The table spec was not loaded."
    func wording(_ found: String, _ remedy: String) -> Wording {
      Wording(found: found, consequence: unread, remedy: remedy)
    }
    switch self {
    case .columnUnknown(let role, let name, let legal):
      let guess = nearMiss(to: name, among: legal).map { " Did you mean \"\($0)\"?" } ?? ""
      return wording(
        "The \(role.english) names the column \"\(name)\", which is not under columns.\(guess)",
        "Columns: \(legal.joined(separator: ", "))")
    case .columnDropped(let role, let name):
      return wording(
        "The \(role.english) names the column \"\(name)\", which is dropped.",
        "Remove drop: true from \"\(name)\", or name another column.")
    case .columnTaken(let id, let owner):
      return wording(
        "The column id \"\(id)\" is already taken (\"\(owner)\"; letter case does not tell them apart).",
        "Give the column another id and keep its header: header: \(id)")
    case .headerTwin(let header, let columns):
      return wording(
        "The columns \(quoted(columns)) all have the header \"\(header)\".", "Give each column a header of its own.")
    case .noColumns:
      return wording("The table has 0 columns.", "Write columns, or other_columns with a type for every header.")
    case .labelSetUnknown(let name, let legal):
      let guess = nearMiss(to: name, among: legal).map { " Did you mean \"\($0)\"?" } ?? ""
      let known = legal.isEmpty ? "label_sets has none" : "label sets: \(legal.joined(separator: ", "))"
      return wording(
        "There is no label set \"\(name)\".\(guess)", "Name one, or write the labels themselves; \(known)")
    case .labelMeaning(let label, let value):
      return wording(
        "The label \"\(label)\" means \"\(value)\", which is no number.",
        "Write a number, not_applicable or missing: \(label): 0")
    case .labelTwin(let label):
      return wording("The label \"\(label)\" is listed twice.", "Remove one of them.")
    case .labelType(let label, let type):
      return wording(
        "The number of the label \"\(label)\" does not fit the type \(type.rawValue).",
        "Write type: number, or change what the label means.")
    case .labelOutsideRange(let label, let value, let range):
      return wording(
        "The label \"\(label)\" means \(plain(value)), outside the range \(plain(range)).",
        "Widen the range, or correct the label.")
    case .rangeShape:
      return wording("A range is not written as two numbers.", "Write it as range: [0, 100]")
    case .rangeReversed(let low, let high):
      return wording(
        "The range begins at \(plain(low)) and ends below it, at \(plain(high)).",
        "Swap them: range: [\(plain(high)), \(plain(low))]")
    case .rangeType(let type):
      return wording(
        "A column of type \(type.rawValue) has a range.",
        "Remove it, or give the column the type number, integer or duration_s.")
    case .pattern(let pattern, let problem):
      switch problem {
      case .syntax(let position):
        return wording(
          "The pattern \"\(pattern)\" cannot be read at its character \(position).",
          "Known are [A-Z0-9], \\d, \\w, \\s, ., ( ), |, *, +, ? and {m,n}; write \\ before any other sign.")
      case .tooLarge(let limit):
        return wording(
          "The pattern \"\(pattern)\" has more than \(limit) steps.", "Repeat less often: {m,n} with small numbers.")
      }
    case .confirmedType(let column, let type):
      return wording(
        "confirmed names \"\(column)\", which is of type \(type.rawValue).", "Write type: boolean for \"\(column)\".")
    case .confirmationTwice:
      return wording(
        "Both confirmed and confirmation are written.",
        "Keep one: confirmation where the days of verification and decision are kept, confirmed for a mere yes or no.")
    case .confirmationType(let column, let type, let needed):
      return wording(
        "confirmation names \"\(column)\", which is of type \(type.rawValue).",
        "Write type: \(needed.rawValue) for \"\(column)\".")
    case .confirmationResult(let result, let column, let legal):
      return wording(
        "\"\(result)\" under positive is no option of \"\(column)\".",
        "Correct positive; options: \(legal.joined(separator: ", "))")
    case .rowRuleType(let column, let type, let needed):
      let rule = needed == .date ? "order" : "column of requires"
      return wording(
        "The \(rule) names \"\(column)\", which is of type \(type.rawValue).",
        "Write type: \(needed.rawValue) for \"\(column)\", or name another column.")
    case .rowRuleText(let text, let column, let legal):
      return wording(
        "\"\(text)\" in requires is no option of \"\(column)\".", "Correct is:; its options are \(quoted(legal)).")
    case .protectedRegisters:
      return wording(
        "A protected table (protected: true) registers units: their names would leave the protected database.",
        "Write unmatched: reject or stop, and list the units in units.csv.")
    case .periodType(let column, let type):
      return wording(
        "period names \"\(column)\", which is of type \(type.rawValue).",
        "Write type: date, datetime or text for \"\(column)\".")
    case .grainPhase:
      return wording(
        "A date cannot be widened to the grain \"phase\".", "Write year, half, quarter, month or day.")
    case .rejectLimitOutside(let limit):
      return wording("reject_limit is \(plain(limit)), not a share of rows.", "Write a number from 0 to 1, as 0.1")
    case .headerRowsOutside(let rows):
      return wording(
        "header_rows is \(rows), not from 1 to 5.", "Write over how many rows the header goes, as header_rows: 2")
    case .headerRowOutside(let row):
      return wording("header_row is \(row); rows count from 1.", "Write header_row: 1")
    case .registerKinds(let kinds):
      return wording(
        "The table registers units, but names \(kinds.count) kinds for them.", "Write one kind: kind: 科室")
    case .furtherType(let type):
      return wording(
        "other_columns has the type \(type.rawValue), which needs columns of its own.",
        "Write type: text, or list the columns under columns.")
    }
  }
}

extension SpecProblem.Role {
  var english: String {
    switch self {
    case .key: "key"
    case .unit: "unit"
    case .period: "period"
    case .confirmed: "key confirmed"
    case .confirmation: "key confirmation"
    case .careless: "key careless"
    case .order: "key order"
    case .requires: "key requires"
    }
  }
}

/// `"a", "b"`.
func quoted(_ texts: [String]) -> String { texts.map { "\"\($0)\"" }.joined(separator: ", ") }

/// `0 to 100` as `0–100`.
func plain(_ range: ClosedRange<Double>) -> String { "\(plain(range.lowerBound))–\(plain(range.upperBound))" }
