import Findings

extension IncomingFinding {
  var english: Wording {
    switch self {
    case .formVersion(_, let table, let form, let spec):
      Wording(
        found: "This form was made for version \"\(form)\" of the table \(table); now it is \"\(spec)\".",
        consequence: "It is read by the spec of now; headers that do not fit are told apart.",
        remedy: "Make the forms anew, and use those next time.")
    case .formSpecChanged(_, let table):
      Wording(
        found: "The spec of \(table) was changed since this form was made, and its version was not.",
        consequence: "It is read by the spec of now; what does not fit is told apart.",
        remedy: "Make the forms anew, and use those next time.")
    case .formPeriod(_, let table, let period, let rows):
      Wording(
        found: "This form of \(table) was made for \(period); \(rows.count == 1 ? "row" : "rows") "
          + "\(Self.listed(rows, ", ")) \(rows.count == 1 ? "lies" : "lie") outside of it.",
        consequence: "They count by their own days.",
        remedy: "If a day is wrong, correct it and hand the form in again.")
    case .formWithoutTable(let place, let kind):
      switch FormStamp.Kind(rawValue: kind) {
      case .check, .comment:
        Wording(
          found: kind == "check"
            ? "This is a workbook of questions (核对), no data." : "This is a unit's word on its result (征求意见), no data.",
          consequence: "Nothing was imported, and its answers have not been acted upon.",
          remedy: "Put it into 收件箱 and run qingheng desk receive, which acts upon them.")
      case .names:
        Wording(
          found: "This is a sheet of names, no data.", consequence: "Nothing was imported, and no answer was taken.",
          remedy: "Run qingheng aliases \(quotedArgument(place.file ?? "")).")
      case .draft:
        Wording(
          found: "This is the draft of a survey's spec, no data.", consequence: "Nothing was imported.",
          remedy: "Once it is signed, run qingheng survey spec \(quotedArgument(place.file ?? "")) --out SPEC.yaml.")
      case .todo:
        Wording(
          found: "This is the list of what is to be done (待办), no data.", consequence: "Nothing was imported.",
          remedy: "What was sent in is recorded in the tables of filings.")
      case .form, .sheet, nil:
        Wording(
          found: "This workbook was made by the program (\(kind)) and does not say which table its rows belong to.",
          consequence: "Nothing was imported from the file.",
          remedy: "If its rows are to be imported, name the table with --table.")
      }
    case .rowsUnfilled(_, let rows):
      Wording(
        found: "\(counted(rows, "row")) with nothing but what was filled in beforehand.",
        consequence: "They are no scores, and are not set aside either.",
        remedy: "If they were forgotten, fill them in and hand the sheet in again.")
    }
  }
}
