import Findings

extension ReportFinding {
  var chinese: Wording {
    let marked = "报告中该处印有醒目标记。"
    let cell = "该单元格未执行，报告中该处印有醒目标记。"
    switch self {
    case .headerMissing:
      return Wording(
        found: "报告文本开头没有题头。", consequence: "未生成报告。",
        remedy: "请在文件开头写一行 ---，接着写 title: …，再写一行 ---。")
    case .headerOpen:
      return Wording(found: "从这里开始的题头没有结束。", consequence: "未生成报告。", remedy: "请用一行 --- 结束题头。")
    case .valueUnknown(_, let name, let known):
      return Wording(found: "没有“\(name)”这个值。\(guess(name, known))", consequence: marked, remedy: list(known, "值"))
    case .parameterUnknown(_, let name, let known):
      return Wording(
        found: "没有参数“$\(name)”。\(guess(name, known))", consequence: cell,
        remedy: "请在题头的 params: 下补上\(name)。\(list(known, "参数"))")
    case .stars(_, let text):
      return Wording(
        found: "这里的星号没有起到加粗作用：“\(text)”。", consequence: "星号按原样印出。",
        remedy: "请把引号等标点放到星号外面：写“**达标**”，不写**“达标”**。")
    case .rawHTML:
      return Wording(found: "这里是 HTML 代码。", consequence: "按文字原样印出。", remedy: "请改用 Markdown 写，或删去。")
    case .picture(_, let address):
      return Wording(
        found: "这里引用了图片文件（\(address)）。", consequence: "只印其文字说明。",
        remedy: "报告只收自己绘制的图，请改用 chart 单元格。")
    case .linkRefused(_, let address):
      return Wording(
        found: "报告单独传阅时，指向“\(address)”的链接打不开。", consequence: "只印文字，不作链接。",
        remedy: "链接地址请以 https:、http:、mailto: 或 # 开头。")
    case .tooDeep(_, let limit):
      return Wording(
        found: "引用、列表或强调的嵌套超过\(limit)层。", consequence: "更深的内容未印出。", remedy: "请减少嵌套。")
    case .kindNear(_, let word, let kind):
      return Wording(
        found: "没有“\(word)”这种单元格。是否想写“\(kind)”？", consequence: "按代码原样印出。",
        remedy: "若要执行，请把开头改为 ```\(kind)。")
    case .cellEmpty(_, let kind):
      return Wording(
        found: "\(kind.rawValue) 单元格是空的。", consequence: cell, remedy: "请写明要列出什么，或删去该单元格。")
    case .sqlInPublic:
      return Wording(
        found: "公开版报告中有 SQL 单元格。", consequence: cell,
        remedy: "请改用 table 单元格（会隐去小样本），或把题头写成 edition: internal。")
    case .topTooSmall(_, let value):
      return Wording(
        found: "“top”为\(value)，表格至少要印一行。", consequence: cell,
        remedy: "请写不小于 1 的整数；要印全部行，删去 top 即可。")
    case .formatUnknown(_, let pattern):
      return Wording(
        found: "“\(pattern)”不是数字格式。", consequence: cell,
        remedy: "可写 \"0\"、\"0.00\"、\"+0.00\"、\"0%\"，小数位数自定。")
    case .columnUnknown(_, let name, let known):
      return Wording(
        found: "数据中没有“\(name)”这一列。\(guess(name, known))", consequence: "表格照印，缺少与该列有关的内容。",
        remedy: list(known, "列"))
    case .unanswered(_, let kind):
      return Wording(
        found: "\(kind.rawValue) 单元格没有得到结果。", consequence: marked,
        remedy: "请核对该体系、方案和评价期是否已经评分。")
    case .unwritable(let place):
      return Wording(
        found: "系统不允许写入这个文件。", consequence: "报告不完整。",
        remedy: "请检查 \(place.text) 及其文件夹的权限和磁盘空间。")
    case .directiveNear(_, let word, let directive):
      return Wording(
        found: "没有“\(word)”这种指令。是否想写“\(directive)”？", consequence: "按 HTML 代码原样印出。",
        remedy: "指令有 if、else、each、include、end，单独占一行：<!-- if 名字 -->。")
    case .conditionUnread(_, let text):
      return Wording(
        found: "条件“\(text)”读不懂。", consequence: "到 end 为止的内容未印出。",
        remedy: "请写 名字、not 名字，或 名字 >= 90（可用 = != < <= > >=）；文字加双引号。")
    case .blockOpen(_, let word):
      return Wording(
        found: "从这里开始的 \(word) 没有结束。", consequence: "直到文末都算在内。", remedy: "请在该结束的地方写一行 <!-- end -->。")
    case .blockStray(_, let word):
      return Wording(
        found: "这里的 \(word) 前面没有与它相配的开头。", consequence: "这一行不起作用。", remedy: "请删去这一行，或补上前面的 if 或 each。")
    case .listUnknown(_, let name, let known):
      return Wording(
        found: "没有单位清单“\(name)”。\(guess(name, known))", consequence: marked, remedy: list(known, "清单"))
    case .includeAbsent(_, let path):
      return Wording(
        found: "要并入的文件 \(path) 读不到。", consequence: "未印出其内容。", remedy: "请核对路径；它从工作区的根算起。")
    case .includeDeep(_, let path, let limit):
      return Wording(
        found: "并入 \(path) 时层数超过\(limit)层，或文件并入了自己。", consequence: "未印出其内容。", remedy: "请减少层数，不要循环并入。")
    case .conditionOrder(_, let name, let value):
      return Wording(
        found: "“\(name)”是“\(value)”，不是数，没有大小。", consequence: marked,
        remedy: "请与数比较，或用 = 和 != 与加双引号的文字比较。")
    case .valueTaken(_, let name):
      return Wording(
        found: "“\(name)”已经是一个值的名字，单元格不能再用它。", consequence: marked, remedy: "请另起一个名字。")
    }
  }

  private func guess(_ name: String, _ known: [String]) -> String {
    nearMiss(to: name, among: known).map { "是否想写“\($0)”？" } ?? ""
  }

  private func list(_ known: [String], _ noun: String) -> String {
    known.isEmpty ? "这里没有可用的\(noun)。" : "可用的\(noun)：\(known.joined(separator: "、"))"
  }
}
