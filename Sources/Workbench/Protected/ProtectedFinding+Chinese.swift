import Findings

extension ProtectedFinding {
  var chinese: Wording {
    switch self {
    case .path(_, let obstacle):
      Wording(
        found: obstacle.chinese, consequence: "受保护的数据未读也未写。",
        remedy: "请在 qingheng.yaml 的 protected 写明另一个文件，例如 protected: protected.sqlite。")
    case .rights:
      Wording(
        found: "除所有者外，其他账户对这个文件也有权限。", consequence: "文件照常使用，但可能被他人读取。",
        remedy: "请运行 chmod 600，并检查所在文件夹的权限。")
    case .rowsOpen(let place, let table, let batches):
      Wording(
        found: "“\(table)”现为受保护的表，但公开的数据库中已有它的批次：\(batches.map { "\($0)" }.joined(separator: "、"))。",
        consequence: "度量不再读取那些行，但内容仍在\(place.text)中，撤销也不删除。",
        remedy: "请另建新的数据库：改名保存原文件并限制权限，再重新导入其余数据。")
    case .closed(let place, let obstacle, let measures):
      Wording(
        found: obstacle.chinese,
        consequence: "度量\(measures.map { "“\($0)”" }.joined(separator: "、"))按缺失处理，据此的加减分和等级限制记为未核。",
        remedy: obstacle.chineseRemedy(place.text, "重新评分"))
    case .unchecked(_, let file, let tables):
      Wording(
        found: "\(tables.map { "“\($0)”" }.joined(separator: "、"))的数据行存于受保护的数据库\(file)，本账户读不到。",
        consequence: "分数已从存下的度量重算，数据行未能核对。", remedy: "请由有权读取该文件的账户运行 qingheng verify。")
    case .lost(let place, let tables, let isGivenUp):
      isGivenUp
        ? Wording(
          found: ProtectedObstacle.lost(tables).chinese, consequence: "已按 --new-protected 另起；找不到的内容不再计入，此事已登记。",
          remedy: "请重新评分；据此的否决和等级限制请对照\(place.text)以外的存档核对。")
        : Wording(
          found: ProtectedObstacle.lost(tables).chinese, consequence: "未导入：另起一个空的，以前认定的事项会变成“没有发生”。",
          remedy: "请用备份恢复\(place.text)，或先重新导入原来的文件；确已无法恢复的，加 --new-protected 另起。")
    case .unlisted(let place, let obstacle):
      Wording(
        found: obstacle.chinese, consequence: "其中的内容未列出。",
        remedy: obstacle.chineseRemedy(place.text, "运行本命令"))
    case .reference(_, let table, let target):
      Wording(
        found: "“\(table)”的一列引用受保护的表“\(target)”。", consequence: "该表规格不能使用。",
        remedy: "请去掉 references，或把“\(table)”也标为 protected: true。")
    }
  }
}

extension ProtectedObstacle {
  var chinese: String {
    switch self {
    case .absent: "受保护的数据库不存在。"
    case .unreadable: "本账户无权读取受保护的数据库。"
    case .sameAsOpen: "受保护的数据库与公开的数据库是同一个文件。"
    case .link: "受保护的数据库是一个链接，不能确定谁能读取它所指的文件。"
    case .notAFile: "受保护的数据库的位置上是文件夹或其他非文件的东西。"
    case .unusable(let code): "受保护的数据库不能使用（\(code)）。"
    case .lost(let tables):
      "受保护的数据库中应有的\(tables.count)个批次找不到（\(self.tallied(tables).map { "\($0.table)\($0.count)个" }.joined(separator: "、"))）。"
    }
  }

  fileprivate func chineseRemedy(_ file: String, _ action: String) -> String {
    switch self {
    case .absent: "请先导入受保护的表，或由持有\(file)的账户\(action)。"
    case .unreadable: "请由有权读取\(file)的账户\(action)。"
    case .sameAsOpen, .link, .notAFile: "请改正 qingheng.yaml 中的 protected，再\(action)。"
    case .unusable: "请检查\(file)，必要时用备份恢复，再\(action)。"
    case .lost: "请用备份恢复\(file)，或重新导入原来的文件，再\(action)。"
    }
  }
}
