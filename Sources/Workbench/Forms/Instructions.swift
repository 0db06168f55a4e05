import Register
import Spreadsheets

/// The sheet that tells a person how a form is filled in (说明).
struct Instructions {
  private let title: String
  private let lines: [String]
  private let columns: [FormColumn]

  init(_ form: FormBook) {
    title = "\(form.title) · 填写说明"
    columns = form.columns
    let sheet = form.file.spec.id
    var lines = [
      "在“\(sheet)”工作表里逐行填写。第\(form.headerRow)行是表头，已锁定，不要改动、增减列；橙色表头的列必填。",
      "带下拉箭头的格只能选列表里的写法；超出范围的数和日期填不进去。粘贴时请用“选择性粘贴－数值”，以免冲掉检查。",
      "填好后直接保存为 .xlsx 交回。不要另存为 CSV：工号前面的0和长编码会损坏。",
    ]
    if form.file.spec.isProtected { lines.append("本表属工作秘密：按规定传递，不经互联网，用后删除。") }
    if let period = form.period { lines.append("期间：\(period.chineseName)（\(period.start) 至 \(period.end)）") }
    if let unit = form.unit { lines.append("填报单位：\(unit.name)（\(unit.code)）") }
    lines.append("体系：\(form.system)；表：\(sheet)；规格版本：\(form.file.spec.version)")
    self.lines = lines
  }

  init(title: String, lines: [String], columns: [FormColumn]) {
    self.title = title
    self.lines = lines
    self.columns = columns
  }

  func sheet() -> Sheet {
    var sheet = Sheet(
      name: "说明", columns: [22, 8, 44, 22, 40].map { SheetColumn(width: $0) })
    sheet.rows = [[.text(title, .title)] + (0..<4).map { _ in SheetCell(.empty, .title) }]
    sheet.rowHeights[0] = 28
    for line in lines {
      sheet.rowHeights[sheet.rows.count] = displayWidth(line) > 130 ? 32 : 18
      sheet.rows.append([.text(line, .note)] + (0..<4).map { _ in SheetCell(.empty, .note) })
    }
    sheet.merges = sheet.rows.indices.map { CellRange(rows: $0...$0, columns: 0...4) }
    sheet.rows.append(["列", "必填", "填什么", "举例", "说明"].map { .text($0, .heading) })
    sheet.headerRows = 0
    for column in columns {
      sheet.rows.append([
        .text(column.header), .text(column.spec.isRequired ? "必填" : ""), .text(column.what), .text(column.example),
        .text(column.note),
      ])
    }
    sheet.isProtected = true
    sheet.pageTitle = title
    return sheet
  }
}
