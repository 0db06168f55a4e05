import Findings

extension SurveyProblem {
  var english: Wording {
    let unread = "The table spec was not loaded."
    let nothing = "Nothing was imported from the file."
    switch self {
    case .unsigned(let file):
      return Wording(
        found: "The spec is a draft made from \"\(file)\" that nobody has signed: by or on is empty under drafted.",
        consequence: unread,
        remedy: "Check the draft, write 核对人 and 核对日期 into its cover sheet, and make the spec from it again.")
    case .personal(let column, let header):
      return Wording(
        found: "\"\(column)\" (\"\(header)\") tells who answered, or from where.", consequence: unread,
        remedy: "Write drop: true for \"\(column)\".")
    case .codedUnknown(let label, let column, let legal):
      let guess = nearMiss(to: label, among: legal).map { " Did you mean \"\($0)\"?" } ?? ""
      return Wording(
        found: "A code of \"\(column)\" stands for \"\(label)\", which its labels do not have.\(guess)",
        consequence: unread,
        remedy: legal.isEmpty
          ? "Give \"\(column)\" labels." : "Correct the code; labels: \(legal.joined(separator: ", "))")
    case .optionAmbiguous(let option, let separator):
      return Wording(
        found: "The option \"\(option)\" reads like several others with \"\(separator)\" between them.",
        consequence: unread, remedy: "Change the option in the questionnaire, or import an export by number only.")
    case .fastType(let column, let type):
      return Wording(
        found: "fast names \"\(column)\", which is of type \(type.rawValue).", consequence: unread,
        remedy: "Write type: duration_s for \"\(column)\".")
    case .sourceKept(let column):
      return Wording(
        found: "same_source names \"\(column)\", which would be kept.", consequence: unread,
        remedy: "Write drop: true for \"\(column)\": sources are counted during the import and never kept.")
    case .draftSheetMissing(let sheet):
      return Wording(
        found: "The draft has no sheet \"\(sheet)\".", consequence: "No spec was made.",
        remedy: "Keep the three sheets 说明, 列 and 选项 together, under their names; qingheng survey map makes them anew.")
    case .draftType(let column, let type, let legal):
      return Wording(
        found: "\"\(type)\" is no type for the column \"\(column)\".", consequence: "No spec was made.",
        remedy: "Write one of \(legal.joined(separator: ", ")).")
    case .draftMeaning(let column, let option):
      return Wording(
        found: "The option \"\(option)\" of \"\(column)\" has no number yet.", consequence: "No spec was made.",
        remedy: "Write a number, not_applicable or missing under 数值; a column that is not scored has the type text.")
    case .exportUnknown:
      return Wording(
        found: "The headers are those of an export by number or by score, and nothing says which of the two.",
        consequence: nothing,
        remedy: "Keep 按序号 or 按分数 in the file's name, or write export under survey in the table spec.")
    case .exportRead(let export, let basis):
      let reason = basis == .name ? "the file's name says so" : "the table spec says so"
      return Wording(
        found: "Read as an export by \(export.rawValue): \(reason).",
        consequence: "Codes become the options that they stand for; −2 and −3 count as blank.",
        remedy: "Nothing is to be done.")
    case .codesAbsent(let export, let columns):
      let key = export == .score ? "scored" : "coded"
      return Wording(
        found: "The file is an export by \(export.rawValue), and \(quoted(columns)) does not say what codes stand for.",
        consequence: nothing, remedy: "Write \(key) for it in the table spec, or import the export by text.")
    case .headersTolerated(let count, let spec, let found):
      let example = found.map { ": \"\($0)\" for \"\(spec)\"" } ?? ""
      return Wording(
        found: "\(counted(count, "header differs", "headers differ")) from the spec in spaces or signs\(example).",
        consequence: "They were taken for the same.", remedy: "Nothing is to be done if they are.")
    case .columnsAbsent(let headers):
      return Wording(
        found: "The export leaves out \(quoted(headers)).", consequence: "They are blank in its rows.",
        remedy: "Export again with all columns if they are needed.")
    case .addedTextOpen(let column, let count):
      return Wording(
        found:
          "\(counted(count, "cell")) of \"\(column)\" \(count == 1 ? "has" : "have") a 〖 without a 〗; this is the first.",
        consequence: "Options behind a separator count as chosen, the rest as what the respondent wrote.",
        remedy: "Compare with the questionnaire; correct the cell if an option was only mentioned.")
    case .careless(let flagged, let rows, let signs):
      let list = signs.map { "\($0.sign.rawValue) \($0.count)" }.joined(separator: ", ")
      return Wording(
        found: "\(flagged) of \(counted(rows, "row")) \(flagged == 1 ? "is" : "are") marked as careless (\(list)).",
        consequence: "They are kept, with the mark.",
        remedy: "qingheng survey careless shows the counts; a measure leaves them out with where.")
    }
  }
}
