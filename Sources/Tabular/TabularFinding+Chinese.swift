import Findings

extension TabularFinding {
  var chinese: Wording {
    let unread = "该文件未导入任何数据。"
    switch self {
    case .unreadable(let place, let reason):
      switch reason {
      case .absent:
        return Wording(
          found: "没有这个文件。", consequence: unread, remedy: "请核对文件名：\(place.file ?? place.text)")
      case .refused:
        return Wording(
          found: "系统不允许读取这个文件。", consequence: unread, remedy: "请检查文件权限，或是否被其他程序占用。")
      case .notAFile:
        return Wording(found: "这是文件夹或设备，不是文件。", consequence: unread, remedy: "请指定一个文件。")
      }
    case .empty:
      return Wording(
        found: "这是空文件，里面什么也没有。", consequence: unread, remedy: "请重新导出，或核对是否选错了文件。")
    case .notCSV(_, let kind):
      return Wording(found: "这是\(kind.chinese)，不是CSV文本。", consequence: unread, remedy: kind.chineseRemedy)
    case .damagedUTF16(_, let offset):
      return Wording(
        found: "文件标明是UTF-16编码，而第\(offset)字节处起不合编码。", consequence: unread,
        remedy: "请重新导出，或另存为“CSV UTF-8（逗号分隔）”后再导入。")
    case .nulBytes(_, let offset, let count):
      return Wording(
        found: "文件中有\(count)个空字节（NUL），第一个在第\(offset)字节处。", consequence: unread,
        remedy: "文件已损坏或不是文本，请重新导出。")
    case .readAsGB18030(_, let byte, let offset):
      return Wording(
        found: "文件不是UTF-8（第\(offset)字节处为\(hexadecimal(byte))），全文可按GB18030读取。",
        consequence: "已按GB18030读取，其他不变。", remedy: "如需从严，请在数据表规格的file下写encoding: utf-8。")
    case .undecodable(_, let utf8, let gb18030):
      let tried = [("UTF-8", utf8), ("GB18030", gb18030)].compactMap { name, bad in
        bad.map { "不是\(name)（第\($0.offset)字节处为\(hexadecimal($0.byte))）" }
      }
      return Wording(
        found: "文件\(tried.joined(separator: "，也"))。", consequence: unread,
        remedy: "请另存为“CSV UTF-8”，或改正数据表规格file下的encoding。")
    case .damagedUTF8(_, let first, let count):
      return Wording(
        found: "文件是UTF-8，但有\(count)个字节不合编码：第一个是第\(first.offset)字节处的\(hexadecimal(first.byte))。",
        consequence: unread, remedy: "请修正该处的文字，或重新导出。")
    case .delimiter(_, let delimiter):
      return Wording(
        found: "表头以\(delimiter.chinese)分隔。", consequence: "已按此读取。", remedy: "无需处理；以逗号分隔的文件按逗号读取。")
    case .headerAbsent(_, let headerRow, let rowCount):
      return Wording(
        found: "表头应在第\(headerRow)行，而文件只有\(rowCount)行。", consequence: unread,
        remedy: "请改正数据表规格file下的header_row。")
    case .noRows(_, let headerRow):
      return Wording(
        found: "表头（第\(headerRow)行）以下没有数据。", consequence: unread, remedy: "请重新导出，或核对是否选错了文件。")
    case .quoteUnclosed:
      return Wording(
        found: "此单元格开头的引号\"一直没有结束。", consequence: unread,
        remedy: "请补上结束的引号；单元格内的引号要写成两个（\"\"）。")
    case .quoteStray:
      return Wording(
        found: "此单元格结束的引号\"之后还有文字。", consequence: "该行已搁置。", remedy: "单元格内的引号请写成两个（\"\"）。")
    case .recordTooLong(_, let limit):
      return Wording(
        found: "从此处开始的一行超过\(limit)字节。", consequence: unread, remedy: "请检查是否有未结束的引号，或文件没有换行。")
    case .recordTooWide(_, let limit):
      return Wording(
        found: "从此处开始的一行超过\(limit)格。", consequence: unread, remedy: "请检查是否选错了文件，或文件没有换行。")
    case .changed:
      return Wording(
        found: "读取过程中文件被改动。", consequence: unread, remedy: "请等其他程序写完后重新导入。")
    case .archive(_, let problem): return problem.chinese
    case .workbook(_, let problem): return problem.chinese
    case .scratch(_, let problem): return problem.chinese
    }
  }
}

extension TabularFinding.FileKind {
  var chinese: String {
    switch self {
    case .xlsx: ".xlsx工作簿（或其他ZIP压缩包）"
    case .xls: ".xls工作簿（或其他旧版Office文件）"
    case .pdf: "PDF文档"
    case .sqlite: "SQLite数据库"
    case .gzip: "gzip压缩包"
    case .html: "HTML网页"
    case .binary: "二进制数据"
    }
  }

  var chineseRemedy: String {
    switch self {
    case .xlsx, .xls: "请把该工作表另存为“CSV UTF-8”，再导入另存的文件。"
    case .gzip: "请解压后导入其中的文件。"
    case .html: "请用表格软件打开，另存为“CSV UTF-8”。"
    case .pdf, .sqlite, .binary: "请核对是否选错了文件。"
    }
  }
}

extension Delimiter {
  var chinese: String {
    switch self {
    case .comma: "逗号"
    case .tab: "制表符"
    case .semicolon: "分号"
    }
  }
}
