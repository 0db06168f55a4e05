import Findings

extension CalendarFinding {
  var chinese: Wording {
    let unused = "工作日历未被采用；用到工作日的方案不能评分。"
    switch self {
    case .columnMissing(_, let column, let present):
      let guess = nearMiss(to: column, among: present).map { "是否即“\($0)”？" } ?? ""
      return Wording(
        found: "工作日历没有“\(column)”列。\(guess)", consequence: unused, remedy: "各列为日期、类别、节日、依据。")
    case .nameWithoutYear:
      return Wording(found: "文件名不以年份开头，不知道是哪一年的日历。", consequence: unused, remedy: "请改成 2025.csv 的样子。")
    case .yearTwice(_, let year, let first):
      return Wording(
        found: "\(year)年有两份日历，另一份是\(first.text)。", consequence: unused, remedy: "请只保留一份。")
    case .sourceAbsent(_, let year):
      return Wording(
        found: "\(year)年的日历没有写明依据。", consequence: unused, remedy: "请在“依据”列写上通知的文号和日期。")
    case .dateUnreadable(_, let value):
      return Wording(
        found: "“\(value)”不是日期，也不是起止日期。", consequence: unused,
        remedy: "请写成 2025-10-01 或 2025-10-01至2025-10-08 的样子。")
    case .datesReversed(_, let from, let to):
      return Wording(found: "截止日（\(to)）早于起始日（\(from)）。", consequence: unused, remedy: "请改正其中一个日期。")
    case .dateOutsideYear(_, let date, let year):
      return Wording(
        found: "\(date)不在\(year)年，这个文件是\(year)年的日历。", consequence: unused, remedy: "请改正日期，或移到那一年的文件里。")
    case .kindUnknown(_, let value):
      return Wording(found: "类别“\(value)”不是“放假”，也不是“上班”。", consequence: unused, remedy: "请写“放假”或“上班”。")
    case .makeUpOnWeekday(_, let date):
      return Wording(
        found: "\(date)是星期一至星期五，本来就上班，不会是调休上班的日子。", consequence: unused, remedy: "请对照通知改正日期，或删去这一行。")
    case .dayTwice(_, let date, let first):
      return Wording(found: "\(date)写了两次，首次见\(first.text)。", consequence: unused, remedy: "请让各行的日期不重叠。")
    case .dayOffAndWorked(_, let date, let first):
      return Wording(
        found: "\(date)既放假又上班，另一行见\(first.text)。", consequence: unused, remedy: "请对照通知改正其中一行。")
    }
  }
}
