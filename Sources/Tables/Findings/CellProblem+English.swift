import Findings

extension CellProblem {
  func english(_ column: String, _ effect: TableFinding.CellEffect) -> Wording {
    Wording(found: englishFound(column), consequence: effect.english(column), remedy: englishRemedy(column))
  }

  private func englishFound(_ column: String) -> String {
    switch self {
    case .blank: return "\"\(column)\" is empty, and the row needs it."
    case .wrongType(let value, let type): return "\(shown(value)) in \"\(column)\" is not \(type.english)."
    case .dateRefused(let value, let refusal):
      return "\(shown(value)) in \"\(column)\" is not read as a date: \(refusal.english)."
    case .outOfRange(let value, let range):
      return "\(shown(value)) in \"\(column)\" is outside the range \(plain(range))."
    case .pattern(let value, let pattern):
      return "\(shown(value)) in \"\(column)\" is not written as \(pattern)."
    case .unknownOption(nil, let legal, let count, let texts):
      let cells = counted(count, "row holds a text", "rows hold texts")
      let kinds = counted(texts, "way of writing", "ways of writing")
      return
        "\(cells) in \"\(column)\" that no option knows, in \(kinds); answers are not shown here. Options: \(legal.joined(separator: ", "))."
    case .unknownOption(let value?, let legal, let count, _):
      let guess = nearMiss(to: value, among: legal).map { " Did you mean \"\($0)\"?" } ?? ""
      let more = count > 1 ? " \(count) cells say so; this is the first." : ""
      let list = legal.count <= 5 ? legal.joined(separator: ", ") : "\(legal.count) options"
      return "\"\(value)\" is not an option of \"\(column)\" (\(list)).\(guess)\(more)"
    case .unknownReference(let value, let table, let other, let nearest):
      let guess = nearest.map { " Did you mean \"\($0)\"?" } ?? ""
      return "\(shown(value)) in \"\(column)\" is not in \"\(other)\" of the table \(table).\(guess)"
    case .unitUnknown(let value, let nearest, let count):
      let guess = nearest.map { " Did you mean \"\($0)\"?" } ?? ""
      let more = count > 1 ? " \(count) rows say so; this is the first." : ""
      return "\(shown(value)) in \"\(column)\" is no unit of the register.\(guess)\(more)"
    case .unitNotThen(let value, let units, let kinds, let time):
      let kind = kinds.isEmpty ? "" : " of kind \(kinds.joined(separator: " or "))"
      let when = time.map { " at \($0)" } ?? ""
      return "\(shown(value)) in \"\(column)\" names no unit\(kind)\(when); it belongs to \(quoted(units))."
    case .unitAmbiguous(let value, let units):
      return "\(shown(value)) in \"\(column)\" can mean \(units.count) units: \(quoted(units))."
    case .errorValue(let value): return "\"\(column)\" is the error \(value) of a formula."
    case .uncomputed: return "\"\(column)\" is a formula without a computed value in the file."
    case .digitsLost(let value):
      return
        "\(shown(value)) in \"\(column)\" was typed as a number: the spreadsheet made zeros of its digits after the fifteenth."
    case .digitsRounded(let value):
      return "\(shown(value)) in \"\(column)\" is a code as a spreadsheet shortened it; its last digits are lost."
    case .formatUnread(let value):
      return "\(shown(value)) in \"\(column)\" is shown as something else, by a number format that is not read here."
    case .mergedNumber(let rows):
      let list = rows.prefix(5).map(String.init).joined(separator: ", ") + (rows.count > 5 ? ", …" : "")
      return
        "The number in \"\(column)\" is merged over rows: one number for several of them; below the first stand rows \(list)."
    case .dittoFirst: return "\"\(column)\" says \"as above\", and no row stands above."
    case .dayBefore(let value, let other, let day):
      return "\"\(column)\" (\(value)) lies before \"\(other)\" (\(day))."
    case .needed(let other, let value):
      return value.map { "\"\(other)\" says \"\($0)\", but \"\(column)\" is empty." }
        ?? "\"\(column)\" is empty, and what \"\(other)\" says needs it."
    case .periodUnreadable(let value): return "\(shown(value)) in \"\(column)\" is no period."
    case .periodWiderThanGrain(let value, let grain):
      return "\(shown(value)) in \"\(column)\" does not lie within one \(grain)."
    case .periodImplausible(let value): return "\(shown(value)) in \"\(column)\" is not between 2000 and 2099."
    }
  }

  private func shown(_ value: String?) -> String { value.map { "\"\($0)\"" } ?? "The text (not shown here)" }

  private func englishRemedy(_ column: String) -> String {
    switch self {
    case .blank: "Fill in \"\(column)\", or remove required: true from it in the table spec."
    case .wrongType(_, let type):
      "Write it like \(type.englishExample), or change the type of \"\(column)\" in the table spec."
    case .dateRefused(_, let refusal): refusal.englishRemedy
    case .outOfRange: "Correct the cell, or the range of \"\(column)\" in the table spec."
    case .pattern: "Correct the cell, or the pattern of \"\(column)\" in the table spec."
    case .unknownOption(nil, _, _, _):
      "Look at \"\(column)\" in the file from this row on; correct the cells, or add what they say to the labels of \"\(column)\"."
    case .unknownOption(let value?, _, _, _):
      "Correct the cell, or add the option to the labels of \"\(column)\": \(value): …"
    case .unknownReference(_, let table, _, _): "Correct the cell, or import the table \(table) with that row first."
    case .unitUnknown(nil, _, _):
      "Look at this row in the file; correct the cell, or add the unit or its alias to units.csv."
    case .unitUnknown(let value?, _, _):
      "Add \"\(value)\" to the aliases of its unit in units.csv, or list it there as a unit, or correct the cell."
    case .unitNotThen: "Correct the cell, or kind, valid_from and valid_to of the unit in units.csv."
    case .unitAmbiguous: "Write the unit's code, or remove the alias from all units but one."
    case .errorValue: "Correct the formula, or write the value itself."
    case .uncomputed: "Open the file with a spreadsheet program, save it, and import it again."
    case .digitsLost: "Set the column's cell format to text, and type the codes anew."
    case .digitsRounded:
      "Export it again, and do not save it as CSV with a spreadsheet; or set the column's cell format to text before."
    case .formatUnread: "Set the column's cell format to text, and type the cells as they are seen."
    case .mergedNumber:
      "If each row has a number, unmerge the cells and fill in every row; if there is one number, write it in one row."
    case .dittoFirst: "Write the value itself."
    case .dayBefore(_, let other, _): "Look up \"\(column)\" and \"\(other)\", correct them and import again."
    case .needed:
      "Fill in \"\(column)\" and import again; measures that are dated by it leave rows without the day out."
    case .periodUnreadable, .periodWiderThanGrain: "Write a date or a period, as 2025-06-30, 2025H1 or 2025年上半年."
    case .periodImplausible: "Correct the year."
    }
  }
}

extension TableFinding.CellEffect {
  func english(_ column: String) -> String {
    switch self {
    case .rowRejected: "The row was set aside."
    case .cellMissing: "The row is kept; \"\(column)\" counts as missing there."
    case .batchStopped: "Nothing was imported from the file."
    }
  }
}

extension ColumnType {
  var english: String {
    switch self {
    case .text: "text"
    case .integer: "a whole number"
    case .number: "a number"
    case .date: "a date"
    case .datetime: "a date with a time"
    case .boolean: "yes or no"
    case .durationSeconds: "a duration"
    case .writtenDate: "a date in words"
    }
  }

  var englishExample: String {
    switch self {
    case .text: "text"
    case .integer: "12"
    case .number: "12.5"
    case .date: "2025-06-30"
    case .datetime: "2025-06-30 08:00:00"
    case .boolean: "是 or 否, 1 or 0"
    case .durationSeconds: "75, 75秒 or 1分15秒"
    case .writtenDate: "2025-06-30 or 2025年6月底前"
    }
  }
}
