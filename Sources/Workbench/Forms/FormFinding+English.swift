import Findings

extension FormFinding {
  var english: Wording {
    let nothing = "No form was written."
    func list(_ names: [String]) -> String { names.joined(separator: ", ") }
    return switch self {
    case .ofAnonymousTable(_, let table):
      Wording(
        found: "\"\(table)\" is an anonymous survey; its answers come from a survey platform.", consequence: nothing,
        remedy: "Export the answers there and take them in with qingheng import.")
    case .fileExists(let place):
      Wording(
        found: "The file is there already: \(place.text).",
        consequence: "It may have been filled in and is kept; this step was not done.",
        remedy: "Move it away, or name another file.")
    case .unitOfOtherKind(let place, let table, let kind, let kinds):
      Wording(
        found: "\"\(place.text)\" is of the kind \(kind); rows of \"\(table)\" are about \(list(kinds)).",
        consequence: nothing, remedy: "Name another unit, or leave --unit out.")
    case .withoutUnits(_, let table, let kinds):
      Wording(
        found: "The register has no unit that \"\(table)\" could be about (\(list(kinds))).", consequence: nothing,
        remedy: "See kinds and dates in units.csv, or name units with --unit.")
    case .assessorColumnOpen(_, let table, let candidates):
      Wording(
        found: "Which column of \"\(table)\" names the assessor is not clear.", consequence: nothing,
        remedy: candidates.isEmpty
          ? "The table has no column for assessors; make its form without --assessors."
          : "Name it with --assessor-column: \(list(candidates)).")
    case .columnUnknown(let place, let table, let known):
      Wording(
        found: "\"\(table)\" has no column \"\(place.text)\".", consequence: nothing, remedy: "It has \(list(known)).")
    case .itemsOpen(let place, let table, let known):
      Wording(
        found: "\"\(place.text)\" of \"\(table)\" can take any value; no row can stand for each.", consequence: nothing,
        remedy: known.isEmpty
          ? "Leave --each out, or give the column labels or a range in the table spec."
          : "Columns that can be listed: \(list(known)).")
    case .assessorRefused(let place, let column, let pattern):
      Wording(
        found: "The assessor \"\(place.text)\" does not fit the pattern \(pattern) of \"\(column)\".",
        consequence: nothing, remedy: "Write the assessor as the pattern asks.")
    case .assessorsAbsent:
      Wording(
        found: "No assessor was named.", consequence: nothing,
        remedy: "Name them after --assessors, or a text file with one a line.")
    case .assessorTwice(let place):
      Wording(
        found: "The assessor \"\(place.text)\" was named twice.", consequence: nothing, remedy: "Leave one of them out."
      )
    }
  }
}
