import Findings
import Tabular

extension FileProblem {
  var english: Wording {
    let nothing = "Nothing was imported from the file."
    let setAside = "The row was set aside."
    switch self {
    case .columnMissing(let column, let header, let nearest):
      let guess = nearest.map { " Did the file mean it by \"\($0)\"?" } ?? ""
      return Wording(
        found: "No column has the header \"\(header)\".\(guess)", consequence: nothing,
        remedy: "Correct the header in the file, or header of \"\(column)\" or header_row in the table spec.")
    case .columnTwin(let header, let columns):
      let letters = columns.map(columnLetters).joined(separator: ", ")
      return Wording(
        found: "\(columns.count) columns (\(letters)) have the header \"\(header)\".", consequence: nothing,
        remedy: "Rename all but one of them in the file.")
    case .columnReserved(let header):
      return Wording(
        found: "The header \"\(header)\" is a column name that the store has already.", consequence: nothing,
        remedy: "Add it under columns of the table spec with another id: its_id: {header: \(header), …}")
    case .furtherColumns(let headers, let areKept):
      let list = headers.prefix(5).map { "\"\($0)\"" }.joined(separator: ", ") + (headers.count > 5 ? ", …" : "")
      return Wording(
        found: "Columns that are not in the table spec (\(headers.count)): \(list).",
        consequence: areKept ? "They are kept as other_columns says." : "They are not kept.",
        remedy: "To keep one, add it under columns of the table spec.")
    case .referenceAbsent(let table, let column):
      return Wording(
        found: "\"\(column)\" refers to the table \(table), which has no rows yet.", consequence: nothing,
        remedy: "Import the table \(table) first.")
    case .periodOptionAbsent(let table):
      return Wording(
        found: "The table \(table) takes its period from the command, which names none.", consequence: nothing,
        remedy: "Add --period, as --period 2025H1")
    case .periodNotInName(let name):
      return Wording(
        found: "Neither the name nor the folder of \"\(name)\" holds a period.", consequence: nothing,
        remedy: "Put it into a folder like 2025H1, or name the file so.")
    case .ragged(let found, let expected):
      return Wording(
        found: "The row has \(counted(found, "cell")), the header \(expected).", consequence: setAside,
        remedy: "Look for a comma too many or too few; a cell with a comma needs quotation marks.")
    case .keyRepeated(let columns, let value, let first, let sheets):
      let shown = value.map { " (\"\($0)\")" } ?? ""
      return Wording(
        found:
          "The key \(quoted(columns)) is the same as in row \(SheetRow.label(first, in: sheets))\(shown); each row needs its own.",
        consequence: setAside, remedy: "Keep one of the two rows, or correct the key.")
    case .rejectLimit(let rejected, let read, let limit):
      return Wording(
        found:
          "\(rejected) of \(counted(read, "row")) \(rejected == 1 ? "was" : "were") set aside, more than \(plain(limit * 100)) %.",
        consequence: nothing, remedy: "Mend the rows listed above, or raise reject_limit in the table spec.")
    case .blankRows(let count):
      return Wording(
        found: "Empty rows: \(count), the first of them here.", consequence: "They were passed over.",
        remedy: "Nothing is to be done.")
    case .headerFound(let row, let sheet):
      let place = sheet.map { " of the sheet \"\($0)\"" } ?? ""
      return Wording(
        found: "The header stands in row \(row)\(place).", consequence: "The rows below it were read.",
        remedy: "If that is wrong, write sheet or header_row under file in the table spec.")
    case .headerSeveral(let rows):
      return Wording(
        found: "Rows \(rows.map(String.init).joined(separator: ", ")) all have the whole header.", consequence: nothing,
        remedy: "Say which one it is: header_row under file in the table spec.")
    case .sheetUnknown(let pattern, let sheets):
      return Wording(
        found: "No sheet has a name like \"\(pattern)\"; there are \(quoted(sheets)).", consequence: nothing,
        remedy: "Correct the name of the sheet, or sheet under file in the table spec.")
    case .sheetSeveral(let sheets):
      return Wording(
        found: "\(sheets.count) sheets fit: \(quoted(sheets)).", consequence: nothing,
        remedy: "Say which one it is: sheet under file in the table spec; or delete those that are not needed.")
    case .sheetNone(let sheets):
      let list =
        sheets.isEmpty
        ? "There is no visible sheet"
        : "The first \(headerSearchRows) rows of \(quoted(sheets)) have none of the table's headers"
      return Wording(
        found: "\(list).", consequence: nothing,
        remedy: "Check the file, or header, sheet and header_row in the table spec.")
    case .rowsSkipped(let count, let patterns):
      return Wording(
        found:
          "\(counted(count, "row begins", "rows begin")) with \(quoted(patterns)) and is no data; this is the first.",
        consequence: "Passed over.",
        remedy: "Nothing is to be done; if it is data, correct skip_rows under file in the table spec.")
    case .notOfForm(let row, let form, let table):
      let shown = row.map { " (\($0))" } ?? ""
      return Wording(
        found: "This row\(shown) is none of the sheet made for \(form.isEmpty ? "this form" : form): cells filled in "
          + "beforehand were changed, or it was pasted from another sheet.",
        consequence: "The row was set aside.",
        remedy: "Put it back, or into the right sheet; if it is meant, choose 改正后导入 in the workbook of questions, or "
          + "import with --table \(table).")
    case .cellsBeyond(let count):
      return Wording(
        found: "\(counted(count, "cell")) to the right of the header hold something; this is the first.",
        consequence: "Cells without a header are not read.",
        remedy: "If they are data, give them a header; if they are remarks, nothing is to be done.")
    case .cellsMerged(let count):
      return Wording(
        found: "\(counted(count, "cell is", "cells are")) merged with one above; this is the first.",
        consequence: "Each row took the value of the merged cell.", remedy: "Nothing is to be done.")
    case .cellsUnwrapped(let count):
      return Wording(
        found: "Cells written as =\"…\": \(count), the first of them here.",
        consequence: "The text inside the quotation marks was read.", remedy: "Nothing is to be done.")
    case .headerRepeated(let count):
      return Wording(
        found: "The header stands again \(counted(count, "time")), the first time here.",
        consequence: "These rows were passed over.", remedy: "Nothing is to be done.")
    case .rowsShort(let count):
      return Wording(
        found: "Rows with fewer cells than the header: \(count), the first of them here.",
        consequence: "The cells that are missing at the end were read as empty (short_rows).",
        remedy: "Nothing is to be done; if they should not be missing, export the file again.")
    case .cutOff(let found, let expected):
      return Wording(
        found:
          "The file breaks off here: its last row has \(counted(found, "cell")), the header \(expected), and no line end.",
        consequence: setAside, remedy: "Download or export it again; rows behind this one may be lost, too.")
    case .endOpen:
      return Wording(
        found: "The file does not end with a line end; its last row may not be whole.",
        consequence: "It was read as it is.",
        remedy: "Look at the last cell of the last row; if something is missing, export the file again.")
    case .rowsHidden(let count):
      return Wording(
        found: "Rows that are hidden, by a filter or by hand: \(count), the first of them here.",
        consequence: "They were read like the others.",
        remedy: "If they should not be, delete them from the file and import it again.")
    case .sheetsHidden(let sheets):
      return Wording(
        found: "All headers of the table stand in hidden sheets, too: \(quoted(sheets)).",
        consequence: "They were not read.",
        remedy: "If they are data, show them, or name them in sheet under file in the table spec.")
    case .sheetHiddenRead(let sheet):
      return Wording(
        found: "The sheet \"\(sheet)\", which the table spec names, is hidden.",
        consequence: "It was read all the same.",
        remedy: "If it should not be, correct the file, or sheet under file in the table spec.")
    case .sheetsJoined(let sheets):
      return Wording(
        found: "\(sheets.count) sheets have the name that the table spec asks for: \(quoted(sheets)).",
        consequence: "They were read one after the other, as one batch.",
        remedy: "If one should not be, correct the file, or sheet under file in the table spec.")
    case .sheetDiffers(let sheet, let first):
      return Wording(
        found: "The header of the sheet \"\(sheet)\" is not that of \"\(first)\": they cannot be read as one table.",
        consequence: nothing,
        remedy:
          "Give all sheets the same header in the same order, or name one of them in sheet under file in the table spec."
      )
    case .unitsCarried(let count, let written, let unit):
      let names =
        written.flatMap { written in unit.map { "“\(written)”, which did not exist then and carries on \($0)" } }
        ?? "a unit that did not exist then and carries on another"
      return Wording(
        found: "\(counted(count, "row")) \(count == 1 ? "names" : "name") \(names); this is the first.",
        consequence: "They were put down to the unit of that time.",
        remedy: "Where that is wrong, correct the cell or the period.")
    case .datesRead(let column, let count, let words, let day):
      let cells = count == 1 ? "1 cell" : "\(count) cells"
      let example = words.map { " (\"\($0)\" as \(day))" } ?? ""
      return Wording(
        found:
          "\(cells) of \"\(column)\" in words \(count == 1 ? "was" : "were") read as a day\(example); this is the first.",
        consequence: "Words and days are both kept.", remedy: "Write the day in the file where it was read wrongly.")
    case .unitsRegistered(let count, let kind):
      return Wording(
        found: "\(counted(count, "unit")) of kind \(kind) \(count == 1 ? "is" : "are") new.",
        consequence: "The table registers them.",
        remedy: "If they are misspelt ones, write unmatched: reject under unit in the table spec.")
    }
  }
}
