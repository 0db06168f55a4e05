import Findings

extension DeskFinding {
  var chinese: Wording {
    let left = "文件留在收件箱，没有动它。"
    return switch self {
    case .open(_, let lock):
      Wording(
        found: "这个文件正在WPS或别的办公软件里打开。", consequence: left, remedy: "请保存并关闭后再收；如果没有谁打开它，请删除旁边的\(lock)。")
    case .changing: Wording(found: "这个文件还在写入。", consequence: left, remedy: "请等复制或下载完成后再收。")
    case .otherKind:
      Wording(
        found: "这种文件不是数据（收.xlsx、.xls、.csv、.tsv、.txt、.zip）。", consequence: left,
        remedy: "请从收件箱移走；里面如有表格，请另存为.xlsx。")
    case .busy: Wording(found: "另一个清衡正在收这个收件箱。", consequence: "这次什么也没有做。", remedy: "请等它做完再试。")
    case .reviewOpen(_, let lock):
      Wording(
        found: "核对表正在WPS或别的办公软件里打开。", consequence: "没有收文件，免得覆盖正在填的内容。",
        remedy: "请保存并关闭后再试；如果没有谁打开它，请删除旁边的\(lock)。")
    case .notMoved(_, let reason):
      Wording(
        found: reason == .rights ? "系统不允许移动这个文件。" : "这个文件移不进已收文件夹。", consequence: "数据已经入库，文件还在收件箱。",
        remedy: "请检查两个文件夹的权限和磁盘空间；下次收文件时会再移一次，不会重复入库。")
    case .changedSince:
      Wording(
        found: "收的时候有人又改了这个文件。", consequence: "入库的是改动以前的内容；文件留在收件箱。", remedy: "请关闭文件后再收一次，会列出与已入库内容的不同。")
    case .answerStale(_, let file):
      Wording(found: "答复针对的是旧的“\(file)”，文件后来变了。", consequence: "没有按这个答复处理。", remedy: "请在新的核对表里重新选。")
    case .answer(_, let problem):
      Wording(found: problem.chinese, consequence: "这条答复没有采用，仍列在新的核对表里。", remedy: "请在新的核对表里重新填写。")
    case .mendedRefused(_, let rows, let table):
      Wording(
        found: "改正的\(rows)行没有导入“\(table)”，原因见上。", consequence: "这些行仍列在新的核对表里。", remedy: "请再改，或选“不导入”。")
    case .doubtToMend(_, let count):
      Wording(
        found: "有\(count)处答复是“改为右边的值”。", consequence: "答复已记下，库里的数据没有改。",
        remedy: "请在原文件里改好，放回收件箱再收，然后在核对表里选“取代批次”。")
    case .commentOnOldRun(_, let scheme, let period):
      Wording(
        found: "这份征求意见表针对的不是\(scheme) \(period)最近一次评分。", consequence: "意见照收，已归档。", remedy: "请看新的评分是否仍有同样的问题。")
    }
  }
}

extension DeskFinding.AnswerProblem {
  var chinese: String {
    switch self {
    case .columnMissing(let column): "缺少“\(column)”这一列。"
    case .wordUnknown(let word): "“\(word)”不是可选的答复。"
    case .unitUnknown(let text, let nearest):
      "“\(text)”不在单位名册中。" + (nearest.map { "是否想写“\($0)”？" } ?? "")
    case .unitAmbiguous(let text, let units): "“\(text)”对应不止一个单位：\(units.joined(separator: "、"))。"
    case .contradiction(let text, let units): "“\(text)”答成了两个单位：\(units.joined(separator: "、"))。"
    case .taken(let text, let code): "“\(text)”已经是单位\(code)的名称。"
    case .valueMissing: "选了“改为右边的值”，右边却没有写。"
    case .valueUnused: "写了改为什么，却没有选“改为右边的值”。"
    case .signerMissing(let text): "“\(text)”答了单位，没有写核对人。"
    case .dayUnreadable(let day): day.isEmpty ? "答了单位，没有写日期。" : "日期“\(day)”看不懂。"
    }
  }
}
