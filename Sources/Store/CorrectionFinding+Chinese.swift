import Findings

extension CorrectionFinding {
  var chinese: Wording {
    let nothingImported = "本文件没有入库，原有数据没有变动。"
    switch self {
    case .unknown(_, let batch):
      return Wording(found: "没有第\(batch)批。", consequence: nothingImported, remedy: "查看全部批次：qingheng batches")
    case .otherTable(_, let batch, let table, let own):
      return Wording(
        found: "第\(batch)批属于“\(table)”，本文件属于“\(own)”。", consequence: nothingImported,
        remedy: "请写“\(own)”的批次号；查看：qingheng batches")
    case .notCurrent(_, let batch, let by):
      let found = by.map { "第\(batch)批已由第\($0)批取代。" } ?? "第\(batch)批已经撤销。"
      return Wording(
        found: found, consequence: nothingImported,
        remedy: by.map { "如要取代现行数据，请写 --replaces \($0)" } ?? "请去掉 --replaces 再导入。")
    case .incomplete(_, let batches, let missing):
      return Wording(
        found: "第\(list(batches))批与第\(list(missing))批相互关联：其中一批更正过另一批的行。", consequence: nothingImported,
        remedy: "若本文件取代全部，请写 --replaces \(list(batches + missing, ","))；只更正个别行请用 --amend。")
    case .unalike(_, let batches):
      return Wording(
        found: "本文件没有一行与第\(list(batches))批的行同单位、同期、同编号。", consequence: nothingImported,
        remedy: "若批次号无误，请先运行 qingheng undo \(batches.first.map { "\($0)" } ?? "N") 再导入。")
    case .setsAside(_, let rejects, let before):
      return Wording(
        found: "更正文件有\(rejects)行不可用，被更正的数据原有\(before)行不可用。", consequence: nothingImported,
        remedy: "请改好这些行再导入，以免丢行。")
    case .withoutKey(_, let table):
      return Wording(
        found: "“\(table)”的表规格没有写 key，无法逐行对应。", consequence: nothingImported,
        remedy: "请用 --replaces 导入更正后的整份文件。")
    case .amendsAnswers(_, let table):
      return Wording(
        found: "“\(table)”是匿名表，不更正单份答卷。", consequence: nothingImported,
        remedy: "请用 --replaces 导入更正后的整份文件。")
    case .amendsNothing(_, let columns):
      let key = columns.map { "“\($0)”" }.joined(separator: "、")
      return Wording(
        found: "现行数据中没有一行与本文件的行同单位、同期、\(key)相同。", consequence: nothingImported,
        remedy: "新增的行请去掉 --amend 再导入。")
    case .adds(_, let rows, let first):
      return Wording(
        found: "更正表中有\(rows)行原先没有，最先的是第\(first)行。", consequence: "已作为新行入库。",
        remedy: "若是编号写错，请撤销新批次，改好文件后重新导入。")
    case .keyParts(_, let columns, let given):
      let key = columns.map { "“\($0)”" }.joined(separator: "、")
      return Wording(
        found: columns.isEmpty ? "这张表没有 key，认不出哪一行。" : "这张表的一行由\(key)认出，给了\(given)项。",
        consequence: "没有列出任何行。",
        remedy: columns.isEmpty ? "请用 qingheng batches 查看批次。" : "请依次写出\(key)。")
    case .noSuchRow(_, let table):
      return Wording(
        found: "“\(table)”各批次中都没有这一行。", consequence: "没有列出任何行。", remedy: "请核对编号的写法；撤销、取代的批次也已查过。")
    case .severalFiles(_, let files):
      return Wording(
        found: "--replaces 之后有\(files)份文件。", consequence: "没有导入任何文件。", remedy: "取代某一批次的文件只能是一份，请逐份导入。")
    case .fewAnswers(_, let table, let least):
      return Wording(
        found: "“\(table)”至少有一个单位，前后两份文件相差不到\(least)份答卷。",
        consequence: "谁若见过更正前后两次得分，就能推算个别人的回答。", remedy: "更正前后的结果只公布一次；已公布的，请等到有更多答卷时再更新。")
    case .sameName(_, let batch, let at):
      return Wording(
        found: "同名文件已于\(at)导入为第\(batch)批，此表没有 key，无法逐行对照。", consequence: "本文件作为另一批入库，两批都计入。",
        remedy: "若本文件是更正或补全后的那一份，请撤销新批次，再用 --replaces \(batch) 导入。")
    case .corrected(_, let batch, let by, let isWhole):
      return Wording(
        found: isWhole ? "第\(batch)批已由第\(list(by))批取代。" : "第\(batch)批的部分行已由第\(list(by))批更正。",
        consequence: "没有撤销任何批次。",
        remedy: by.last.map { "请先撤销后来的一批，原有数据随即恢复：qingheng undo \($0)" } ?? "")
    }
  }
}

private func list(_ batches: [BatchName], _ separator: String = "、") -> String {
  batches.map(\.description).joined(separator: separator)
}
