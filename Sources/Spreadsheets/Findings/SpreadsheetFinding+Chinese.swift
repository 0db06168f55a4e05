import Findings

extension SpreadsheetFinding {
  var chinese: Wording {
    switch self {
    case .tooLarge(_, let rows, let columns):
      Wording(
        found: "要写\(rows)行、\(columns)列，一张工作表最多\(Sheet.mostRows)行、\(Sheet.mostColumns)列。",
        consequence: "没有写出工作簿。", remedy: "请缩小范围（如加 --unit），或改用 --format csv。")
    case .unfinished(_, let reason):
      Wording(
        found: "工作簿没有写完：\(reason)。", consequence: "没有写出工作簿，其他数据未改动。",
        remedy: "请看临时文件夹（/tmp）是否已满或不可写，再运行一次。")
    }
  }
}
