import Findings
import Tables

extension EventFinding {
  var english: Wording {
    let knowingly = "To declare it final knowingly, say --accept-warnings --reason WHY."
    switch self {
    case .pending(_, let table, let asOf, let stages, _):
      let count = stages.map(\.count).reduce(0, +)
      let parts = stages.map { "\($0.count) \($0.stage.word(.english))" }.joined(separator: ", ")
      return Wording(
        found: "\(counted(count, "event")) of the period in “\(table)” had no decision in force by \(asOf) (\(parts)).",
        consequence: "They act on nothing in this run.",
        remedy:
          "See qingheng events --as-of \(asOf); once decided, import again and score with an --as-of not before the first day in force. \(knowingly)"
      )
    case .unconfirmed(_, let table, let column, let count):
      return Wording(
        found:
          "\(counted(count, "row")) of the period in “\(table)” \(count == 1 ? "says" : "say") neither yes nor no in “\(column)”.",
        consequence: "They act on nothing in this run.",
        remedy: "Once decided, write yes or no, import again and score again. \(knowingly)")
    case .later(_, let table, let asOf, let count, let last, let scheme, let period):
      return Wording(
        found:
          "\(counted(count, "event")) of the period in “\(table)” came into force after \(asOf), the last on \(last).",
        consequence: "They do not count in this run, nor in later periods, since they belong to this one.",
        remedy: "Score again: qingheng score \(scheme) --period \(period) --as-of \(last). \(knowingly)")
    case .earlier(_, let table, let count, let periods, let last, let scheme):
      let command = periods.first.map { "qingheng score \(scheme) --period \($0) --as-of \(last)" } ?? ""
      return Wording(
        found:
          "\(counted(count, "event")) of earlier periods (\(periods.joined(separator: ", "))) in “\(table)” came into force since, the last on \(last), and the results of those periods do not know of it.",
        consequence: "They belong to those periods and do not count in this one: so far they acted nowhere.",
        remedy: "Let those who decide say whether to score again: \(command); a final result is opened with a reason.")
    case .registerWithoutRows(_, let table, let period):
      return Wording(
        found: "The protected table “\(table)” has not a single row in \(period).",
        consequence:
          "That counts as nothing having happened: it may be so, or the ledger of that time was not imported.",
        remedy:
          "Check, import the ledger of that time if there is one, and score again. If there was nothing, say who checked with --accept-warnings --reason WHY when it is declared final."
      )
    }
  }
}
