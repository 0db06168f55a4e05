import Findings
import Foundation
import Register
import Spreadsheets
import Tables

/// The sheet on which a person says which units the names of a file mean that nobody carries.
enum NameSheet {
  static let text = "写法"
  static let unit = "单位"
  static let by = "核对人"
  static let on = "日期"
  static let headers = [text, "行数", "建议", "依据", unit, by, on]
  static let sheetName = "单位写法"
  private static let widths: [Double] = [28, 8, 36, 26, 28, 14, 13]

  /// A line for each name, with up to three proposals and on what they rest; what the person answers is left blank.
  /// - Parameter minimumCell: smaller counts are not written down.
  static func rows(
    _ names: [UnmatchedName], kinds: [String], register: UnitRegister, minimumCell: Int
  ) -> [[String]] {
    [headers]
      + names.map { name in
        let proposals = register.proposals(for: name.text, kinds: kinds)
        return [
          name.text, name.count < minimumCell ? "少于\(minimumCell)" : "\(name.count)",
          proposals.map { "\($0.unit.name)（\($0.unit.code)）" }.joined(separator: "；"),
          proposals.map(\.basis.chinese).joined(separator: "；"), "", "", "",
        ]
      }
  }

  /// The same as a sheet of a workbook, with the units to choose from.
  static func sheet(
    _ names: [UnmatchedName], kinds: [String], register: UnitRegister, day: CalendarDate?, minimumCell: Int
  ) -> Sheet {
    var sheet = Sheet(name: sheetName, columns: widths.map { SheetColumn(width: $0) })
    sheet.rows = [headers.map { .text($0, [unit, by, on].contains($0) ? .requiredHeading : .heading) }]
    for (index, row) in rows(names, kinds: kinds, register: register, minimumCell: minimumCell).dropFirst().enumerated()
    {
      let given = row.prefix(4).enumerated().map { column, text -> SheetCell in
        column == 1 ? Int(text).map { SheetCell(.whole($0), .given) } ?? .text(text, .given) : .text(text, .given)
      }
      sheet.rows.append(
        given + [
          SheetCell(.empty, .open), SheetCell(.empty, .open), SheetCell(.empty, .open, kind: .day),
        ])
      let likeliest = register.proposals(for: names[index].text, kinds: kinds).map(\.unit.code)
      var check = CellCheck(
        CellRange(rows: index + 1...index + 1, columns: 4...4),
        .list(UnitChoices(register: register, day: day).names(of: kinds, first: likeliest)), title: unit,
        prompt: "选单位，或写编码；不知道就留空。", refusal: "请从列表里选，或写编码。")
      check.isLenient = true
      sheet.checks.append(check)
    }
    let body = 1...max(1, names.count)
    sheet.checks.append(
      CellCheck(CellRange(rows: body, columns: 5...5), .anything, title: by, prompt: "写角色，如党院办，不写姓名。"))
    sheet.checks.append(
      CellCheck(CellRange(rows: body, columns: 6...6), .anything, title: on, prompt: "核对的日期，如 2026-07-15。"))
    sheet.headerRows = 1
    sheet.isProtected = true
    sheet.pageTitle = sheetName
    return sheet
  }

  /// The workbook of one file's names.
  /// - Parameters:
  ///   - file: whose names they are.
  ///   - again: the command that imports the file once they are answered for.
  static func workbook(_ sheet: Sheet, file: String, again: String) -> Workbook {
    var stamp = FormStamp(.names, sheet: sheetName, headerRow: 1)
    stamp.further = [("file", file), ("again", again), ("content", ReviewContent.mark(of: [sheet]))]
    return Workbook(title: sheetName, sheets: [sheet, stamp.asSheet()])
  }

  /// Cells that a spreadsheet would take for a formula are texts of people all the same.
  static func csv(_ rows: [[String]]) -> Data {
    let text = rows.map { $0.map(csvCell).joined(separator: ",") + "\r\n" }.joined()
    return Data(("\u{FEFF}" + text).utf8)
  }
}

extension UnitProposal.Basis {
  var chinese: String {
    switch self {
    case .spelling: "写法相近"
    case .part: "一个包含另一个"
    case .characters: "字都在名称里"
    }
  }
}
