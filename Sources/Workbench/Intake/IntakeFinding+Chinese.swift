import Findings

extension IntakeFinding {
  var chinese: Wording {
    let nothing = "没有导入任何数据。"
    switch self {
    case .namesKept(_, let sheet):
      return Wording(found: "这张单位写法表有人填过。", consequence: "没有动它，新的写在\(sheet)。", remedy: "请先用qingheng aliases收下填好的那份。")
    case .nameAnswer(_, let problem):
      let remedy =
        if case .taken(let text, _) = problem {
          "请改“单位”；如果是从前答错了，先运行qingheng aliases --remove \(text) --by 角色。"
        } else { "请在表里改正后再运行一次。" }
      return Wording(found: problem.chinese, consequence: "这张表里的答复都没有采用，名册没有变。", remedy: remedy)
    case .aliasAbsent(_, let path, let nearest):
      return Wording(
        found: "\(path)里没有这个别名。\(nearest.map { "是否想写“\($0)”？" } ?? "")", consequence: "什么也没有改。",
        remedy: "名册（units.csv）自己的别名请在名册里改；qingheng units 可列出全部名称。")
    case .sheetInArchive:
      return Wording(found: "这是压缩包，不是填好的表。", consequence: "什么也没有读。", remedy: "请解开压缩包，写明其中的那张表。")
    case .namesCollected(_, let count, let sheet, let again):
      return Wording(
        found: "有\(count)种单位写法在名册里找不到，已连同建议列在\(sheet)。", consequence: "用这些写法的行没有入库。",
        remedy: "请填写单位、核对人和日期，运行qingheng aliases \(quotedArgument(sheet))，再运行\(again)。")
    case .twiceKeyless(_, let table):
      return Wording(
        found: "数据表“\(table)”没有主键，无法逐行对照两次录入。", consequence: nothing, remedy: "请在数据表规格中写key。")
    case .twiceIncomplete(_, let rejects):
      return Wording(
        found: rejects > 0 ? "该次录入有\(rejects)行不能用。" : "该次录入没有读完。", consequence: nothing, remedy: "请先按上面的提示改正，再对照。")
    case .twiceDiffers(_, let count, let list):
      return Wording(
        found: "两次录入有\(count)处不同，列在\(list)。", consequence: nothing, remedy: "请对照原表改正录错的一处，直到两次相同。")
    case .carelessAbsent:
      return Wording(
        found: "该表的规格没有写careless，或它是工作秘密。", consequence: "没有粗答的份数可以显示。", remedy: "请在数据表规格中写careless，重新导入。")
    case .carelessColumn(_, let column, let legal):
      let guess = nearMiss(to: column, among: legal).map { "是否想写“\($0)”？" } ?? ""
      return Wording(
        found: "“\(column)”不是可以取平均的列。\(guess)", consequence: "没有显示。", remedy: "可用：\(legal.joined(separator: "、"))。")
    case .carelessUnmarked(_, let rows):
      return Wording(
        found: "有\(rows)行是在规格写careless之前导入的，没有标记。", consequence: "这些行不计入下表。", remedy: "请撤销那些批次并重新导入。")
    case .carelessHidden(_, let units, let cell):
      return Wording(
        found: "有\(units)个单位没有显示：答卷、粗答或其余答卷中有一项不足\(cell)份，或会由合计推算出来。", consequence: "这些单位的数不显示，得分不受影响。",
        remedy: "无需处理。")
    case .mapCoded:
      return Wording(
        found: "该文件是按序号或按分数的导出，里面没有选项的文字。", consequence: "没有起草。", remedy: "请从平台下载按文本的导出。")
    case .draftExists:
      return Wording(found: "这里已有草稿。", consequence: "没有覆盖。", remedy: "请用--out另写一个名字。")
    case .draftWithoutPattern(_, let pattern):
      return Wording(
        found: pattern.isEmpty ? "草稿没有写文件名的样子。" : "草稿的文件名是“\(pattern)”，任何文件都合。",
        consequence: "没有生成规格：这样的规格认不出自己的文件。",
        remedy: "请在“说明”的“文件名”里写出导出文件都有的字，如*门诊满意度*，*代表任意文字。")
    }
  }
}
