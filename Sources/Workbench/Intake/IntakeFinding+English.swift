import Findings

extension IntakeFinding {
  var english: Wording {
    let nothing = "Nothing was imported."
    switch self {
    case .namesKept(_, let sheet):
      return Wording(
        found: "Somebody has filled in this sheet of names.",
        consequence: "It was left alone; the new one is \(sheet).",
        remedy: "First take what was filled in with qingheng aliases.")
    case .nameAnswer(_, let problem):
      let remedy =
        if case .taken(let text, _) = problem {
          "Change 单位; if the earlier answer was wrong, first run qingheng aliases --remove \(text) --by ROLE."
        } else { "Correct the sheet and run the command again." }
      return Wording(
        found: problem.english, consequence: "None of the sheet's answers was taken; the register is as it was.",
        remedy: remedy)
    case .aliasAbsent(_, let path, let nearest):
      return Wording(
        found: "\(path) has no such name.\(nearest.map { " Did you mean \"\($0)\"?" } ?? "")",
        consequence: "Nothing was changed.",
        remedy: "Names that the register itself gives are changed in units.csv; qingheng units lists them.")
    case .sheetInArchive:
      return Wording(
        found: "This is an archive, no sheet that was filled in.", consequence: "Nothing was read.",
        remedy: "Unpack it and name the sheet.")
    case .namesCollected(_, let count, let sheet, let again):
      return Wording(
        found: "\(counted(count, "name")) that no unit carries \(count == 1 ? "is" : "are") listed in \(sheet), "
          + "with proposals.",
        consequence: "The rows with them were not kept.",
        remedy: "Fill in 单位, 核对人 and 日期, run qingheng aliases \(quotedArgument(sheet)), then \(again).")
    case .twiceKeyless(_, let table):
      return Wording(
        found: "The table \(table) has no key, so two typings of it cannot be held beside each other.",
        consequence: nothing, remedy: "Write key in the table spec.")
    case .twiceIncomplete(_, let rejects):
      return Wording(
        found: rejects > 0
          ? "\(counted(rejects, "row")) of this typing cannot be used." : "This typing was not read to its end.",
        consequence: nothing, remedy: "Mend what is listed above, then compare again.")
    case .twiceDiffers(_, let count, let list):
      return Wording(
        found: "The two typings differ in \(counted(count, "place")), listed in \(list).", consequence: nothing,
        remedy: "Look at the paper and correct the wrong one, until both are the same.")
    case .carelessAbsent:
      return Wording(
        found: "The table's spec has no careless, or its rows are work secrets.",
        consequence: "There are no counts of careless answers.",
        remedy: "Write careless in the table spec and import the files again.")
    case .carelessColumn(_, let column, let legal):
      let guess = nearMiss(to: column, among: legal).map { " Did you mean \"\($0)\"?" } ?? ""
      return Wording(
        found: "\"\(column)\" is no column of which a mean can be taken.\(guess)", consequence: "Nothing is shown.",
        remedy: "Columns: \(legal.joined(separator: ", "))")
    case .carelessUnmarked(_, let rows):
      return Wording(
        found: "\(counted(rows, "row")) \(rows == 1 ? "was" : "were") imported before the spec had careless, "
          + "without marks.",
        consequence: "They are not counted here.", remedy: "Undo those batches and import the files again.")
    case .carelessHidden(_, let units, let cell):
      return Wording(
        found: "\(counted(units, "unit")) \(units == 1 ? "is" : "are") not shown: answers, careless ones or the others "
          + "are fewer than \(cell), or would follow from the total.",
        consequence: "Their numbers are hidden here; scores are not touched.", remedy: "Nothing is to be done.")
    case .mapCoded:
      return Wording(
        found: "The file is an export by number or by score, without the words of options.",
        consequence: "No draft was made.", remedy: "Download the export by text (按文本).")
    case .draftExists:
      return Wording(
        found: "There is a draft already.", consequence: "Nothing was overwritten.",
        remedy: "Give another name with --out.")
    case .draftWithoutPattern(_, let pattern):
      return Wording(
        found: pattern.isEmpty
          ? "The draft does not say what its files are called."
          : "The draft's 文件名 is \"\(pattern)\", which fits any file.",
        consequence: "No spec was made: it could not recognise its own files.",
        remedy: "Write what all exports' names have into 文件名 on 说明, such as *visits*; * stands for any text.")
    }
  }
}
