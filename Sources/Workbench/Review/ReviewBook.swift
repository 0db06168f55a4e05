import Findings
import Register
import Spreadsheets

/// The workbook of questions after an import (核对): each with empty cells for a person's answer, to be taken back.
package struct ReviewBook {
  let list: ReviewList
  let register: UnitRegister
  /// The day of the import: units that exist then are offered.
  let day: CalendarDate?
  let minimumCell: Int
  /// The period that would be scored; nil: it is not asked.
  var period: String?

  static let nameSheet = "单位名称"
  static let doubtSheet = "存疑"

  package func workbook() -> Workbook {
    var stamp = FormStamp(.check)
    var sheets = [cover()]
    if !list.names.isEmpty {
      sheets.append(names())
      stamp.further.append(("names", Self.nameSheet))
    }
    for (index, rejected) in list.rejected.enumerated() {
      let name = "搁置\(index + 1)"
      sheets.append(rows(rejected, name: name))
      stamp.further += [
        ("rows.\(index + 1).sheet", name), ("rows.\(index + 1).table", rejected.table),
        ("rows.\(index + 1).file", rejected.file), ("rows.\(index + 1).batch", rejected.batch),
      ]
    }
    if !list.doubts.isEmpty {
      sheets.append(doubts())
      stamp.further.append(("doubts", Self.doubtSheet))
    }
    if !list.files.isEmpty {
      sheets.insert(FileAnswers.sheet(list.files), at: 1)
      stamp.further.append(("files", FileAnswers.sheetName))
    }
    stamp.headerRow = 1
    if period != nil { stamp.further.append(("score_period", "\(sheets[0].rows.count - 2)")) }
    stamp.further.append(("by", "\(sheets[0].rows.count)"))
    stamp.further.append(("content", ReviewContent.mark(of: sheets)))
    return Workbook(title: "核对", sheets: sheets + [stamp.asSheet()])
  }

  private func cover() -> Sheet {
    var sheet = Sheet(name: "说明", columns: [SheetColumn(width: 66)])
    var lines = ["这里列出导入时没有采用或需要核实的内容。请在浅黄色格里写下答复，保存后交回；灰色格不要改动，不要另存为 CSV。"]
    if !list.files.isEmpty {
      lines.append("“\(FileAnswers.sheetName)”：\(list.files.count)个文件没有收下，还在收件箱里。请在“处理”里选怎么办；或改正文件后再收一次。")
    }
    if !list.names.isEmpty {
      lines.append("“\(Self.nameSheet)”：\(list.names.count)个写法名册里没有。请选它是哪个单位；选定后记为该单位的别名，以后就认得。")
    }
    for (index, rejected) in list.rejected.enumerated() {
      if FileMark.mark(ofBatch: rejected.batch) != nil {
        lines.append(
          "“搁置\(index + 1)”：\(rejected.file)因为这\(rejected.rows.count)行整份没有收下。把文件放在收件箱里，在这里改正或选“不导入”（答一行就算数），再收一次：其余的行入库，没有答的行再问。"
        )
        continue
      }
      lines.append(
        "“搁置\(index + 1)”：\(rejected.file)有\(rejected.rows.count)行未入库。请在原格里改正，并在“处理”里选“改正后导入”或“不导入”。")
    }
    if period != nil { lines.append("“要评的期间”：和收文件一起评分时用；不写就是括号里的那一期。") }
    if !list.doubts.isEmpty { lines.append("“\(Self.doubtSheet)”：\(list.doubts.count)处已入库或未采用，但需要人看一眼。") }
    for hidden in list.hidden {
      lines.append("\(hidden.file)另有\(hidden.rows)行未入库。该表是匿名问卷或工作秘密，内容不在这里列出，请有权查看的管理人员处理。")
    }
    sheet.rows = [[.text("核对", .title)]] + lines.map { [.text($0, .note)] }
    if let period {
      sheet.rows += [[.text("要评的期间（如 2026H1、2026年上半年；不写就是 \(period)）", .heading)], [SheetCell(.empty, .open)]]
    }
    sheet.rows += [[.text("核对人（写角色，如党院办，不写姓名；不填则记电脑账户）", .heading)], [SheetCell(.empty, .open)]]
    sheet.rowHeights[0] = 28
    sheet.isProtected = true
    sheet.isLandscape = false
    return sheet
  }

  private func names() -> Sheet {
    let answers = UnitAnswers.columns
    var sheet = Sheet(name: Self.nameSheet, columns: [28, 22, 8, 24, 28, 30].map { SheetColumn(width: $0) })
    sheet.rows = [answers.map { .text($0, $0 == UnitAnswers.answer ? .requiredHeading : .heading) }]
    for (index, name) in list.names.enumerated() {
      sheet.rows.append([
        .text(name.text, .given), .text(name.table, .given), count(name),
        .text(name.nearest ?? "", .given), SheetCell(.empty, .open), SheetCell(.empty, .open),
      ])
      sheet.checks.append(
        CellCheck(
          CellRange(rows: index + 1...index + 1, columns: 4...4),
          .list(
            UnitChoices(register: register, day: day).names(of: name.kinds, first: [name.nearest].compactMap(\.self))
              + [UnitAnswers.noUnit]),
          title: UnitAnswers.answer, prompt: "选单位全称；不是名册里的单位，选“\(UnitAnswers.noUnit)”；不知道就留空。",
          refusal: "请从列表里选。"))
    }
    return finished(sheet)
  }

  private func count(_ name: ReviewList.UnknownName) -> SheetCell {
    name.isAnonymous && name.rows < minimumCell
      ? .text("少于\(minimumCell)", .given) : SheetCell(.whole(name.rows), .given)
  }

  private func rows(_ rejected: ReviewList.RejectedRows, name: String) -> Sheet {
    let lead = MendedRows.columns
    var sheet = Sheet(
      name: name,
      columns: [8, 44, 14].map { SheetColumn(width: $0) }
        + rejected.headers.map { SheetColumn(width: Double(min(36, max(12, displayWidth($0) + 4)))) })
    sheet.rows = [
      lead.map { .text($0, $0 == MendedRows.answer ? .requiredHeading : .heading) }
        + rejected.headers.map { .text($0, .heading) }
    ]
    for row in rejected.rows {
      var cells: [SheetCell] = [
        SheetCell(.whole(row.sourceRow), .given), .text(row.reasons.joined(separator: "\n"), .warning),
        SheetCell(.empty, .open),
      ]
      cells += rejected.headers.indices.map { index in
        .text(index < row.cells.count ? row.cells[index] : "", .open)
      }
      sheet.rows.append(cells)
    }
    sheet.checks = [
      CellCheck(
        CellRange(rows: 1...rejected.rows.count, columns: 2...2), .list(MendedRows.words),
        title: MendedRows.answer, prompt: "改正右边的格，再选“改正后导入”；这一行不要了，选“不导入”；还没定就留空。", refusal: "请从列表里选。")
    ]
    sheet.pageTitle = "\(rejected.file) · \(rejected.table)"
    sheet.headerColumns = lead.count
    return finished(sheet)
  }

  private func doubts() -> Sheet {
    var sheet = Sheet(
      name: Self.doubtSheet, columns: [8, 34, 22, 44, 34, 40, 14, 18, 30].map { SheetColumn(width: $0) })
    sheet.rows = [
      DoubtAnswers.columns.map { .text($0, $0 == DoubtAnswers.answer ? .requiredHeading : .heading) }
    ]
    for (index, doubt) in list.doubts.enumerated() {
      sheet.rows.append(
        [SheetCell(.whole(index + 1), .given), .text(doubt.place, .given), .text(doubt.code, .given)]
          + [doubt.wording.found, doubt.wording.consequence, doubt.wording.remedy].map { .text($0, .given) }
          + (0..<3).map { _ in SheetCell(.empty, .open) })
    }
    sheet.checks = [
      CellCheck(
        CellRange(rows: 1...list.doubts.count, columns: 6...6), .list(DoubtAnswers.words), title: DoubtAnswers.answer,
        prompt: "核实后选：原样无误；或改为右边写的值；或待查。", refusal: "请从列表里选。")
    ]
    return finished(sheet)
  }

  private func finished(_ sheet: Sheet) -> Sheet {
    var sheet = sheet
    sheet.headerRows = 1
    sheet.filter = CellRange(
      rows: 0...max(0, sheet.rows.count - 1), columns: 0...max(0, sheet.columns.count - 1))
    sheet.isProtected = true
    if sheet.pageTitle.isEmpty { sheet.pageTitle = "核对 · \(sheet.name)" }
    return sheet
  }
}
