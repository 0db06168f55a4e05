extension DeskSentence {
  var chinese: String {
    switch self {
    case .emptyInbox(let folder): "收件箱是空的。请把文件放进 \(folder)，再来收。"
    case .moved(let path): "  已移到 \(path)"
    case .left(let path): "  留在收件箱，原因和选项见 \(path)"
    case .refusedByPerson(let path): "按答复不导入，已移到 \(path)"
    case .namesTaken(let count, let path): "收下\(count)个单位写法（\(path)），以后就认得"
    case .rowsMended(let rows, let table, let batch): "改正的\(rows)行已导入 \(table)（批次\(batch)）"
    case .rowsDropped(let rows): "按答复，搁置的\(rows)行不导入"
    case .doubtsAnswered(let count, let path): "记下\(count)处存疑的答复（\(path)）"
    case .periodAnswered(let period): "要评的期间：\(period)（按核对表的答复）"
    case .comment(let unit, let agreed, let objected, let open, let path):
      "\(unit)的意见：同意\(agreed)项，有异议\(objected)项，没有答\(open)项；已记入 \(path)"
    case .review(let path, let files, let names, let rows, let doubts):
      "需要您看的写在 \(path)："
        + [(files, "个文件没有收下"), (names, "个单位写法"), (rows, "行搁置"), (doubts, "处存疑")].filter { $0.0 > 0 }
        .map { "\($0.0)\($0.1)" }.joined(separator: "，") + "。填好后再收一次文件即可"
    case .nothingToReview: "没有需要核对的"
    case .toDo(let summary, let path): "\(summary)见 \(path)"
    case .noObligations: "没有规定应报应办的事项（obligations.yaml），不出待办"
    case .problems(let summary, let path): "\(summary) 见 \(path)"
    case .noLedgers: "没有问题台账"
    case .noPeriod: "库里还没有带期间的数据，不知道评哪一期"
    case .period(let period): "期间：\(period)（按最近的数据；要评别的期间，请另写）"
    case .scored(let heading): heading
    case .noData(let scheme, let period): "\(scheme)：\(period)没有数据，没有评"
    case .noSchemes: "没有评分方案"
    case .report(let path, let files): "报告：\(path)" + (files > 1 ? "（共\(files)个文件）" : "")
    case .noReports: "没有可写的报告：要有报告底稿（notebooks-md）和已保存的评分"
    case .importing(let file): "正在导入 \(file)"
    case .workingOut(let name): "正在计算 \(name)"
    case .writing(let name): "正在写 \(name)"
    }
  }
}
