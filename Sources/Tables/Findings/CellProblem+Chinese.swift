import Findings

extension CellProblem {
  func chinese(_ column: String, _ effect: TableFinding.CellEffect) -> Wording {
    Wording(found: chineseFound(column), consequence: effect.chinese(column), remedy: chineseRemedy(column))
  }

  private func chineseFound(_ column: String) -> String {
    switch self {
    case .blank: return "“\(column)”为空，而该行必须有此项。"
    case .wrongType(let value, let type): return "“\(column)”的\(shown(value))不是\(type.chinese)。"
    case .dateRefused(let value, let refusal): return "“\(column)”的\(shown(value))读不出日期：\(refusal.chinese)。"
    case .outOfRange(let value, let range): return "“\(column)”的\(shown(value))不在范围\(plain(range))内。"
    case .pattern(let value, let pattern): return "“\(column)”的\(shown(value))不符合格式\(pattern)。"
    case .unknownOption(nil, let legal, let count, let texts):
      return "“\(column)”有\(count)行的内容不在选项之内，共\(texts)种写法；此处不显示答卷内容。选项：\(legal.joined(separator: "、"))。"
    case .unknownOption(let value?, let legal, let count, _):
      let guess = nearMiss(to: value, among: legal).map { "是否想写“\($0)”？" } ?? ""
      let more = count > 1 ? "共\(count)处如此，这是第一处。" : ""
      let list = legal.count <= 5 ? legal.joined(separator: "、") : "共\(legal.count)个选项"
      return "“\(value)”不是“\(column)”的选项（\(list)）。\(guess)\(more)"
    case .unknownReference(let value, let table, let other, let nearest):
      let guess = nearest.map { "是否想写“\($0)”？" } ?? ""
      return "“\(column)”的\(shown(value))不在数据表“\(table)”的“\(other)”中。\(guess)"
    case .unitUnknown(let value, let nearest, let count):
      let guess = nearest.map { "是否想写“\($0)”？" } ?? ""
      let more = count > 1 ? "共\(count)行如此，这是第一行。" : ""
      return "“\(column)”的\(shown(value))不在单位名册中。\(guess)\(more)"
    case .unitNotThen(let value, let units, let kinds, let time):
      let kind = kinds.isEmpty ? "单位" : kinds.joined(separator: "或")
      return
        "“\(column)”写的是\(shown(value))，而\(time.map { "在\($0)" } ?? "")没有叫这个名称的\(kind)；名册中的\(quoted(units, in: .chinese))类别或起止日期不符。"
    case .unitAmbiguous(let value, let units):
      return "“\(column)”的\(shown(value))可指\(units.count)个单位：\(quoted(units, in: .chinese))。"
    case .errorValue(let value): return "“\(column)”是公式错误\(value)。"
    case .uncomputed: return "“\(column)”是公式，但文件里没有算出的值。"
    case .digitsLost(let value): return "“\(column)”的\(shown(value))是当作数字录入的，第15位以后已被表格软件改成0。"
    case .digitsRounded(let value): return "“\(column)”的\(shown(value))是表格软件缩写的数，原来的编号后几位已经丢失。"
    case .formatUnread(let value): return "“\(column)”的\(shown(value))在表格里显示成别的样子，其数字格式读不出来。"
    case .mergedNumber(let rows):
      let list = rows.prefix(5).map(String.init).joined(separator: "、") + (rows.count > 5 ? "等\(rows.count)" : "")
      return "“\(column)”的数和上面的格子合并，一个数占几行；第\(list)行不是第一行。"
    case .dittoFirst: return "“\(column)”写的是“同上”，而上面没有数据行。"
    case .dayBefore(let value, let other, let day): return "“\(column)”（\(value)）早于“\(other)”（\(day)）。"
    case .needed(let other, let value):
      return value.map { "“\(other)”是“\($0)”，而“\(column)”没有填。" } ?? "“\(column)”没有填，而“\(other)”所写的内容需要它。"
    case .periodUnreadable(let value): return "“\(column)”的\(shown(value))不是可识别的期。"
    case .periodWiderThanGrain(let value, let grain): return "“\(column)”的\(shown(value))不在同一个\(chineseGrain(grain))之内。"
    case .periodImplausible(let value): return "“\(column)”的\(shown(value))不在2000年至2099年之间。"
    }
  }

  private func shown(_ value: String?) -> String { value.map { "“\($0)”" } ?? "内容（此处不显示）" }

  private func chineseRemedy(_ column: String) -> String {
    switch self {
    case .blank: "请填写“\(column)”，或在数据表规格中去掉它的required: true。"
    case .wrongType(_, let type): "请写成\(type.chineseExample)的样子，或在数据表规格中修改“\(column)”的type。"
    case .dateRefused(_, let refusal): refusal.chineseRemedy
    case .outOfRange: "请改正该单元格，或数据表规格中“\(column)”的range。"
    case .pattern: "请改正该单元格，或数据表规格中“\(column)”的pattern。"
    case .unknownOption(nil, _, _, _): "请打开该文件，从所示的行起查看“\(column)”，改正单元格，或把其中的写法加到“\(column)”的labels中。"
    case .unknownOption(let value?, _, _, _): "请改正该单元格，或在“\(column)”的labels中加上：\(value): …"
    case .unknownReference(_, let table, _, _): "请改正该单元格，或先导入含有此行的数据表“\(table)”。"
    case .unitUnknown(nil, _, _): "请打开该文件查看此行，改正单元格，或在units.csv中补上这个单位或别名。"
    case .unitUnknown(let value?, _, _): "请把“\(value)”加到units.csv中其所属单位的aliases，或在units.csv登记这个单位，或改正该单元格。"
    case .unitNotThen: "请改正该单元格，或units.csv中该单位的kind、valid_from、valid_to。"
    case .unitAmbiguous: "请写单位代码，或只在一个单位保留这个别名。"
    case .errorValue: "请改正公式，或直接填写应有的值。"
    case .uncomputed: "请用表格软件打开该文件，保存一次，再导入。"
    case .digitsLost: "请把该列的单元格格式设为“文本”，重新录入。"
    case .digitsRounded: "请从原系统重新导出，不要用表格软件打开后另存为CSV；或先把该列的单元格格式设为“文本”。"
    case .formatUnread: "请把该列的单元格格式设为“文本”，按看到的样子重新填写。"
    case .mergedNumber: "每行各有一个数的，请取消合并，逐行填写；只有一个数的，请只填在一行。"
    case .dittoFirst: "请填写应有的值。"
    case .dayBefore(_, let other, _): "请核对“\(column)”和“\(other)”，改正后重新导入。"
    case .needed: "请补填“\(column)”后重新导入；以它定期间的度量不计没有日期的行。"
    case .periodUnreadable, .periodWiderThanGrain: "请写日期或期，如2025-06-30、2025H1、2025年上半年。"
    case .periodImplausible: "请改正年份。"
    }
  }
}

extension TableFinding.CellEffect {
  func chinese(_ column: String) -> String {
    switch self {
    case .rowRejected: "该行已搁置。"
    case .cellMissing: "该行保留，其“\(column)”按缺失处理。"
    case .batchStopped: "该文件未导入任何数据。"
    }
  }
}

extension ColumnType {
  var chinese: String {
    switch self {
    case .text: "文字"
    case .integer: "整数"
    case .number: "数字"
    case .date: "日期"
    case .datetime: "日期时间"
    case .boolean: "是或否"
    case .durationSeconds: "时长"
    case .writtenDate: "日期写法"
    }
  }

  var chineseExample: String {
    switch self {
    case .text: "文字"
    case .integer: "12"
    case .number: "12.5"
    case .date: "2025-06-30"
    case .datetime: "2025-06-30 08:00:00"
    case .boolean: "是/否或1/0"
    case .durationSeconds: "75、75秒或1分15秒"
    case .writtenDate: "2025-06-30或2025年6月底前"
    }
  }
}

/// A grain's word, as specs write it, in Chinese.
private func chineseGrain(_ word: String) -> String {
  ["year": "年", "half": "半年", "quarter": "季度", "month": "月", "day": "日"][word] ?? word
}
