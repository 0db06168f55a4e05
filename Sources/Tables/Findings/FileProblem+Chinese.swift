import Findings
import Tabular

extension FileProblem {
  var chinese: Wording {
    let nothing = "该文件未导入任何数据。"
    let setAside = "该行已搁置。"
    switch self {
    case .columnMissing(let column, let header, let nearest):
      let guess = nearest.map { "文件中的“\($0)”是否就是它？" } ?? ""
      return Wording(
        found: "没有表头为“\(header)”的列。\(guess)", consequence: nothing,
        remedy: "请改正文件的表头，或数据表规格中“\(column)”的header或header_row。")
    case .columnTwin(let header, let columns):
      let letters = columns.map(columnLetters).joined(separator: "、")
      return Wording(
        found: "有\(columns.count)列（\(letters)）的表头都是“\(header)”。", consequence: nothing,
        remedy: "请在文件中只保留一列用此表头。")
    case .columnReserved(let header):
      return Wording(
        found: "表头“\(header)”与库中已有的列同名。", consequence: nothing,
        remedy: "请在数据表规格的columns中另起列名：列名: {header: \(header), …}")
    case .furtherColumns(let headers, let areKept):
      let list = headers.prefix(5).map { "“\($0)”" }.joined(separator: "、") + (headers.count > 5 ? "……" : "")
      return Wording(
        found: "有\(headers.count)列不在数据表规格中：\(list)。",
        consequence: areKept ? "已按other_columns保留。" : "这些列不保留。", remedy: "如需保留，请在数据表规格的columns中写上。")
    case .referenceAbsent(let table, let column):
      return Wording(
        found: "“\(column)”引用的数据表“\(table)”还没有数据。", consequence: nothing, remedy: "请先导入数据表“\(table)”。")
    case .periodOptionAbsent(let table):
      return Wording(
        found: "数据表“\(table)”的期由命令给出，而命令没有写。", consequence: nothing,
        remedy: "请加上--period，例如--period 2025H1")
    case .periodNotInName(let name):
      return Wording(
        found: "“\(name)”的文件名和所在文件夹都不含期。", consequence: nothing,
        remedy: "请放入如2025H1的文件夹，或写在文件名中。")
    case .ragged(let found, let expected):
      return Wording(
        found: "该行有\(found)个单元格，表头有\(expected)个。", consequence: setAside,
        remedy: "请检查是否多了或少了逗号；含逗号的内容要加引号。")
    case .keyRepeated(let columns, let value, let first, let sheets):
      let shown = value.map { "（“\($0)”）" } ?? ""
      return Wording(
        found: "\(quoted(columns, in: .chinese))与第\(SheetRow.label(first, in: sheets))行相同\(shown)，而每行应当不同。",
        consequence: setAside,
        remedy: "同一条记录请只留一行；不是同一条的，请改正\(quoted(columns, in: .chinese))。")
    case .rejectLimit(let rejected, let read, let limit):
      return Wording(
        found: "\(read)行中有\(rejected)行应搁置，超过\(plain(limit * 100))%。", consequence: nothing,
        remedy: "请改正上面列出的各行，或提高数据表规格中的reject_limit。")
    case .blankRows(let count):
      return Wording(found: "有\(count)个空行，这是第一个。", consequence: "已跳过。", remedy: "无需处理。")
    case .unitsRegistered(let count, let kind):
      return Wording(
        found: "有\(count)个新的\(kind)。", consequence: "已由该表登记入名册。",
        remedy: "如果是写错的名称，请在数据表规格的unit下写unmatched: reject。")
    case .headerFound(let row, let sheet):
      let place = sheet.map { "工作表“\($0)”的" } ?? ""
      return Wording(
        found: "表头在\(place)第\(row)行。", consequence: "已从该行往下读取。", remedy: "不对的，请在数据表规格的file下写明sheet或header_row。")
    case .headerSeveral(let rows):
      return Wording(
        found: "第\(rows.map(String.init).joined(separator: "、"))行都像表头，表头都齐全。", consequence: nothing,
        remedy: "请在数据表规格的file下用header_row写明是哪一行。")
    case .sheetUnknown(let pattern, let sheets):
      return Wording(
        found: "没有名称符合“\(pattern)”的工作表；有\(quoted(sheets, in: .chinese))。", consequence: nothing,
        remedy: "请改正工作表的名称，或数据表规格file下的sheet。")
    case .sheetSeveral(let sheets):
      return Wording(
        found: "有\(sheets.count)张工作表都符合：\(quoted(sheets, in: .chinese))。", consequence: nothing,
        remedy: "请在数据表规格的file下用sheet写明是哪一张，或删去多余的工作表。")
    case .sheetNone(let sheets):
      let list = sheets.isEmpty ? "没有可见的工作表" : "\(quoted(sheets, in: .chinese))的前\(headerSearchRows)行里没有该表的任何表头"
      return Wording(found: "\(list)。", consequence: nothing, remedy: "请核对文件，或数据表规格中的header、sheet和header_row。")
    case .rowsSkipped(let count, let patterns):
      return Wording(
        found: "有\(count)行的第一格符合\(quoted(patterns, in: .chinese))，不是数据；这是第一行。", consequence: "已跳过。",
        remedy: "无需处理；不该跳过的，请改正数据表规格file下的skip_rows。")
    case .notOfForm(let row, let form, let table):
      let shown = row.map { "（\($0)）" } ?? ""
      return Wording(
        found: "这一行\(shown)不在发给\(form.isEmpty ? "填表人" : form)的这张表里：事先填好的格被改过，或是从别的表粘来的。", consequence: "该行已搁置。",
        remedy: "请改回，或填到对的表里；确实要收的，在核对表里选“改正后导入”，或加--table \(table)导入。")
    case .cellsBeyond(let count):
      return Wording(
        found: "表头右边还有\(count)格有内容，这是第一格。", consequence: "没有表头的格子不读取。",
        remedy: "如是数据，请补上表头；如是备注，无需处理。")
    case .cellsMerged(let count):
      return Wording(
        found: "有\(count)格与上面的格子合并，这是第一格。", consequence: "已按合并的内容逐行填上。", remedy: "无需处理。")
    case .cellsUnwrapped(let count):
      return Wording(
        found: "有\(count)格写作=\"…\"，这是第一格。", consequence: "已按引号里的文字读取。", remedy: "无需处理。")
    case .headerRepeated(let count):
      return Wording(found: "表头又出现了\(count)次，这是第一次。", consequence: "已跳过这些行。", remedy: "无需处理。")
    case .rowsShort(let count):
      return Wording(
        found: "有\(count)行的格子比表头少，这是第一行。", consequence: "行末缺的格子按空格子读取（short_rows）。",
        remedy: "无需处理；不该缺的，请重新导出。")
    case .cutOff(let found, let expected):
      return Wording(
        found: "文件到此中断：最后一行只有\(found)个单元格，表头有\(expected)个，也没有换行。", consequence: setAside,
        remedy: "请重新下载或导出；以后的行可能也丢失了。")
    case .endOpen:
      return Wording(
        found: "文件末尾没有换行，最后一行可能没有写完。", consequence: "已照样读取。", remedy: "请核对最后一行的最后一格；缺了的，请重新导出。")
    case .rowsHidden(let count):
      return Wording(
        found: "有\(count)行是隐藏的（筛选或手工隐藏），这是第一行。", consequence: "已和其他行一样读取。",
        remedy: "不该报的，请在文件中删去这些行，再导入。")
    case .sheetsHidden(let sheets):
      return Wording(
        found: "隐藏的工作表\(quoted(sheets, in: .chinese))也有该表的全部表头。", consequence: "没有读取。",
        remedy: "如是数据，请取消隐藏，或在数据表规格的file下用sheet写明；否则无需处理。")
    case .sheetHiddenRead(let sheet):
      return Wording(
        found: "数据表规格写明的工作表“\(sheet)”是隐藏的。", consequence: "已照样读取。", remedy: "不该读的，请改正文件，或数据表规格file下的sheet。")
    case .sheetsJoined(let sheets):
      return Wording(
        found: "有\(sheets.count)张工作表符合数据表规格的sheet：\(quoted(sheets, in: .chinese))。",
        consequence: "已依次读取，作为一批。", remedy: "不该读的，请改正文件，或数据表规格file下的sheet。")
    case .sheetDiffers(let sheet, let first):
      return Wording(
        found: "工作表“\(sheet)”的表头与“\(first)”的不同，不能作为一张表读取。", consequence: nothing,
        remedy: "请把各工作表的表头改成一样（顺序也要一样），或在数据表规格的file下用sheet只写其中一张。")
    case .unitsCarried(let count, let written, let unit):
      let names = written.flatMap { written in unit.map { "“\(written)”那时还没有，由它承接的是\($0)" } } ?? "所写的单位那时还没有"
      return Wording(
        found: "有\(count)行的\(names)；这是第一处。", consequence: "这些行记在原单位名下。", remedy: "记错的，请改正该单元格或期间。")
    case .datesRead(let column, let count, let words, let day):
      let example = words.map { "，如“\($0)”读作\(day)" } ?? ""
      return Wording(
        found: "“\(column)”有\(count)格写的是文字，按文字读出日期\(example)；这是第一处。", consequence: "原文和日期都已保留。",
        remedy: "读得不对的，请在文件中写明日期。")
    }
  }
}
