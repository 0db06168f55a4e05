import Findings

extension WorkbookProblem {
  var chinese: Wording {
    let unread = "该文件未导入任何数据。"
    let trap = "请核对来源；确是数据的，请用表格软件打开后另存一次。"
    switch self {
    case .protected:
      return Wording(
        found: "工作簿设了打开密码。", consequence: unread, remedy: "请用表格软件打开，去掉打开密码后另存。")
    case .otherKind(let kind):
      return Wording(found: "这是\(kind.chinese)。", consequence: unread, remedy: kind.chineseRemedy)
    case .partMissing(let part):
      return Wording(
        found: "工作簿不完整：缺少\(part)。", consequence: unread, remedy: "请用表格软件打开后另存一次，或重新导出。")
    case .damaged(let part, let line, let reason):
      return Wording(
        found: "工作簿已损坏：\(part)第\(line)行（\(reason)）。", consequence: unread,
        remedy: "请用表格软件打开并修复，另存后再导入。")
    case .documentType(let part):
      return Wording(
        found: "\(part)里有文档类型声明（DOCTYPE），办公软件不会这样写。", consequence: unread, remedy: trap)
    case .tooIntricate(let part):
      return Wording(found: "\(part)的写法异常（过长或层次过深）。", consequence: unread, remedy: trap)
    case .cellTooLong(let limit):
      return Wording(
        found: "单元格的文字超过\(limit)字节。", consequence: unread, remedy: "请缩短该单元格的文字。")
    case .cellOutside(let reference):
      return Wording(
        found: "单元格“\(reference)”的位置不合规则（超出工作表，或顺序颠倒）。", consequence: unread, remedy: trap)
    case .rowTooLong(let limit):
      return Wording(found: "一行的文字超过\(limit)字节。", consequence: unread, remedy: trap)
    case .stringsTooLong(let limit):
      return Wording(found: "工作簿的文字合计超过\(limit)字节。", consequence: unread, remedy: "请把数据分成几个文件。")
    case .mergedTooLate(let range, let limit):
      return Wording(
        found: "工作表超过\(limit)字节，又有跨行合并的单元格（\(range)），不能边读边填。", consequence: unread,
        remedy: "请取消合并并把内容填到每一行，或把数据分成几个文件。")
    case .tooManyMerged(let limit):
      return Wording(found: "合并的单元格超过\(limit)处。", consequence: unread, remedy: trap)
    case .oldDamaged(let code):
      return Wording(
        found: "这个.xls工作簿读不出来（\(code)）。", consequence: unread, remedy: "请用表格软件打开后另存为.xlsx。")
    case .oldFormat:
      return Wording(
        found: "这是旧版.xls工作簿：读不到合并的单元格、隐藏的行和隐藏的工作表。",
        consequence: "其余内容已读取；合并的单元格只有第一行有值。", remedy: "有这些内容的，请另存为.xlsx后再导入。")
    case .oldTooLarge(let cells, let limit):
      return Wording(
        found: "这个.xls工作簿称有\(cells)格，超过\(limit)格。", consequence: unread,
        remedy: "请用表格软件打开后另存为.xlsx。")
    }
  }
}

extension WorkbookProblem.Kind {
  var chinese: String {
    switch self {
    case .openDocument: "OpenDocument文档（.ods等）"
    case .binaryWorkbook: "二进制工作簿（.xlsb）"
    case .document: "办公文档，但不是工作簿"
    }
  }

  var chineseRemedy: String {
    switch self {
    case .openDocument, .binaryWorkbook: "请用表格软件打开后另存为.xlsx。"
    case .document: "请核对是否选错了文件。"
    }
  }
}
