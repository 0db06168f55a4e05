import Findings

/// What the menu says, in both languages.
struct MenuWords {
  let language: Language

  private func pick(_ chinese: String, _ english: String) -> String { language == .chinese ? chinese : english }

  func heading(_ workspace: String) -> String { pick("清衡 · 工作区 \(workspace)", "Qingheng · workspace \(workspace)") }
  var choices: [String] {
    [
      pick("1 收文件（收件箱）", "1 Receive files (收件箱)"), pick("2 看待办", "2 What is to be done"),
      pick("3 评分", "3 Score"), pick("4 写报告", "4 Write reports"), pick("5 看问题台账", "5 Problem ledgers"),
      pick("6 依次全做（1、2、3、4）", "6 All of 1, 2, 3, 4"), pick("7 看批次、撤销一批", "7 Batches; undo one"),
      pick("8 做填报表、评分表", "8 Make forms and score sheets"), pick("0 退出", "0 Leave"),
    ]
  }
  var prompt: String { pick("请输入数字，按回车：", "Type a number and press Enter: ") }
  func unknown(_ text: String) -> String {
    pick("没有“\(text)”这一项，请输入 0 到 8。", "There is no \"\(text)\"; type 0 to 8.")
  }
  func period(_ proposed: String?) -> String {
    switch proposed {
    case let proposed?:
      pick("评哪一期？直接按回车就是 \(proposed)：", "Which period? Enter alone means \(proposed): ")
    case nil: pick("评哪一期？如 2026H1：", "Which period, as 2026H1? ")
    }
  }
  var batch: String { pick("要撤销哪一批？写批次号；不撤销就直接按回车：", "Which batch is to be undone? Enter alone: none. ") }
  func sure(_ batch: String) -> String {
    pick("确定撤销批次\(batch)吗？1 撤销 0 不撤销：", "Undo batch \(batch)? 1 yes, 0 no: ")
  }
  var table: String { pick("哪张表？写表名；不做就直接按回车：", "Which table? Its name; Enter alone: none. ") }
  func formPeriod(_ proposed: String?) -> String {
    pick("哪一期？如 \(proposed ?? "2026H1")，不限期间就直接按回车：", "Which period, as \(proposed ?? "2026H1")? Enter alone: any. ")
  }
  var units: String {
    pick("哪些单位？写名称或编码，用空格隔开；全部就直接按回车：", "Which units, with spaces between? Enter alone: all. ")
  }
  var assessors: String {
    pick("评分表请写评分人，用空格隔开；填报表就直接按回车：", "Assessors, with spaces between, for score sheets; Enter alone: a form. ")
  }
  var items: String {
    pick("每个单位按哪一列各一行，如 板块；一行就直接按回车：", "A row for each value of which column? Enter alone: one row. ")
  }
  var nothingMade: String { pick("没有做表。", "Nothing was made.") }
  func made(_ path: String) -> String { pick("已写入 \(path)", "wrote \(path)") }
  var nothingUndone: String { pick("没有撤销。", "Nothing was undone.") }
  var leave: String { pick("再见。", "Goodbye.") }
  func noWorkspace(_ folder: String) -> String {
    pick(
      "\(folder) 和它的上级文件夹里都没有工作区（qingheng.yaml）。", "There is no workspace (qingheng.yaml) in \(folder) or above.")
  }
  var offer: String { pick("在这里新建一个吗？1 新建 0 退出：", "Make one here? 1 yes, 0 leave: ") }
  var institution: String { pick("单位名称：", "Name of the institution: ") }
}
