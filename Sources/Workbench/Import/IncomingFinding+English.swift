import Findings

extension IncomingFinding {
  var english: Wording {
    switch self {
    case .formVersion(_, let table, let form, let spec):
      Wording(
        found: "This form was made for version \"\(form)\" of the table \(table); now it is \"\(spec)\".",
        consequence: "It is read by the spec of now; headers that do not fit are told apart.",
        remedy: "Make the forms anew, and use those next time.")
    case .formWithoutTable(_, let kind):
      Wording(
        found: "This workbook was made by the program (\(kind)) and does not say which table its rows belong to.",
        consequence: "Nothing was imported from the file.",
        remedy: "If its rows are to be imported, name the table with --table.")
    case .rowsUnfilled(_, let rows):
      Wording(
        found: "\(counted(rows, "row")) with nothing but what was filled in beforehand.",
        consequence: "They are no scores, and are not set aside either.",
        remedy: "If they were forgotten, fill them in and hand the sheet in again.")
    }
  }
}
