import Findings

extension SurveyProblem {
  var chinese: Wording {
    let unread = "未载入该数据表规格。"
    let nothing = "该文件未导入任何数据。"
    switch self {
    case .unsigned(let file):
      return Wording(
        found: "该规格是据“\(file)”起草的，还没有人核对：drafted中的by或on空着。", consequence: unread,
        remedy: "请核对草稿，在“说明”表中写上核对人和核对日期，再生成规格。")
    case .personal(let column, let header):
      return Wording(
        found: "“\(column)”（\(header)）能看出是谁、从哪里答的。", consequence: unread,
        remedy: "请给“\(column)”写drop: true。")
    case .codedUnknown(let label, let column, let legal):
      let guess = nearMiss(to: label, among: legal).map { "是否想写“\($0)”？" } ?? ""
      return Wording(
        found: "“\(column)”的代码所代表的“\(label)”不在它的选项中。\(guess)", consequence: unread,
        remedy: legal.isEmpty ? "请给“\(column)”写labels。" : "请改正代码；选项：\(legal.joined(separator: "、"))")
    case .optionAmbiguous(let option, let separator):
      return Wording(
        found: "选项“\(option)”与用“\(separator)”隔开的另外几个选项分不清。", consequence: unread,
        remedy: "请修改问卷的选项，或只导入按序号的导出。")
    case .fastType(let column, let type):
      return Wording(
        found: "fast所指的列“\(column)”类型为\(type.rawValue)。", consequence: unread,
        remedy: "请给“\(column)”写type: duration_s。")
    case .sourceKept(let column):
      return Wording(
        found: "same_source所指的列“\(column)”会入库。", consequence: unread,
        remedy: "请给“\(column)”写drop: true：来源只在导入时计数，从不入库。")
    case .draftSheetMissing(let sheet):
      return Wording(
        found: "草稿中没有“\(sheet)”表。", consequence: "没有生成规格。",
        remedy: "请把“说明”“列”“选项”三张表按原名放在一起；可用qingheng survey map重新起草。")
    case .draftType(let column, let type, let legal):
      return Wording(
        found: "列“\(column)”的类型写成了“\(type)”。", consequence: "没有生成规格。", remedy: "请改为\(legal.joined(separator: "、"))之一。")
    case .draftMeaning(let column, let option):
      return Wording(
        found: "“\(column)”的选项“\(option)”还没有数值。", consequence: "没有生成规格。",
        remedy: "请在“数值”中写数字、not_applicable或missing；不计分的列类型写text。")
    case .exportUnknown:
      return Wording(
        found: "表头是按序号或按分数导出的样子，但没有写明是哪一种。", consequence: nothing,
        remedy: "请保留文件名中的“按序号”或“按分数”，或在数据表规格的survey中写export。")
    case .exportRead(let export, let basis):
      return Wording(
        found: "当作\(export.chinese)的导出读取：\(basis == .name ? "文件名" : "数据表规格")是这样写的。",
        consequence: "代码换成所代表的选项；-2和-3视为未答。", remedy: "无需处理。")
    case .codesAbsent(let export, let columns):
      let key = export == .score ? "scored" : "coded"
      return Wording(
        found: "该文件是\(export.chinese)导出，而\(quoted(columns, in: .chinese))没有写明代码代表哪个选项。", consequence: nothing,
        remedy: "请在数据表规格中给它写\(key)，或导入按文本的导出。")
    case .headersTolerated(let count, let spec, let found):
      let example = found.map { "：“\($0)”当作“\(spec)”" } ?? ""
      return Wording(
        found: "有\(count)个表头与规格只差空格或标点\(example)。", consequence: "已当作相同。", remedy: "如确是同一题，无需处理。")
    case .columnsAbsent(let headers):
      return Wording(
        found: "导出文件没有\(quoted(headers, in: .chinese))。", consequence: "这些列在各行中空着。", remedy: "如需要，请重新导出全部列。")
    case .addedTextOpen(let column, let count):
      return Wording(
        found: "“\(column)”有\(count)格的〖没有〗与它成对，这是第一格。", consequence: "分隔符之后的选项算作选中，其余算作答卷人写的话。",
        remedy: "请对照问卷；如只是提到而没有选，请改正该单元格。")
    case .careless(let flagged, let rows, let signs):
      let list = signs.map { "\($0.sign.chinese)\($0.count)份" }.joined(separator: "，")
      return Wording(
        found: "\(rows)行中有\(flagged)行标为粗答（\(list)）。", consequence: "照常入库，带有标记。",
        remedy: "qingheng survey careless查看份数；度量可用where不计它们。")
    }
  }
}

extension SurveyRule.Export {
  package var chinese: String {
    switch self {
    case .text: "按文本"
    case .number: "按序号"
    case .score: "按分数"
    }
  }
}

extension CarelessRule.Sign {
  package var chinese: String {
    switch self {
    case .fast: "用时过短"
    case .straightLine: "各题同答"
    case .duplicates: "与前卷全同"
    case .sameSource: "同一来源过多"
    }
  }
}
