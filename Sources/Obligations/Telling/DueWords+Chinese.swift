import Register
import Schemes

extension DueList {
  var chineseSummary: String {
    let day = chineseDay(asOf)
    if isEmpty { return "截至\(day)，没有逾期事项，也没有临近到期的事项。" }
    var clauses: [String] = []
    let late = parts.filter { !$0.overdue.isEmpty }
    if overdueCount > 0 { clauses.append("\(late.count)个单位有\(overdueCount)项逾期未报") }
    if dueSoonCount > 0 {
      clauses.append("\(parts.count { !$0.dueSoon.isEmpty })个单位有\(dueSoonCount)项即将到期")
    }
    if overdueCount == 0 { clauses.insert("没有逾期事项", at: 0) }
    return "截至\(day)，\(clauses.joined(separator: "，"))。"
  }
}

extension DueList.UnitPart {
  func chineseReminder(asOf: CalendarDate) -> String {
    var head = "\(unit.name)：截至\(chineseDay(asOf))，贵单位尚有\(all.count)项应报应办事项未完成"
    if let longest = longestOverdue {
      head += "，其中逾期\(overdue.count)项（最长逾期\(longest.chineseOverdue)）"
    }
    var lines = [head + "。"]
    for (index, row) in all.enumerated() { lines.append("\(index + 1). \(row.chineseLine)") }
    if !overdue.isEmpty, dueSoon.isEmpty {
      lines.append("请尽快报送。已报送的，请与我们核对。")
    } else if let first = dueSoon.first {
      lines.append(
        (overdue.isEmpty ? "请于" : "逾期的请立即报送，其余请于") + "各自的截止日前报送（最近的为\(chineseDay(first.due))）。已报送的，请与我们核对。")
    }
    return lines.joined(separator: "\n")
  }
}

extension ObligationRow {
  /// 「3个工作日」; on days off alone, how many days.
  var chineseOverdue: String {
    if let days = workingDaysOverdue, days > 0 { return "\(days)个工作日" }
    return "\(daysOverdue ?? 0)天"
  }

  fileprivate var chineseLine: String {
    var text = "\(name)（\(member.map { "\($0)，" } ?? "")\(period.chineseName)）：应于\(chineseDay(due))"
    text += isProvisional ? "（暂定）前报送" : "前报送"
    if isOverdue {
      text += "，已逾期\(chineseOverdue)"
    } else if let daysLeft {
      text += daysLeft == 0 ? "，今天截止" : "，还有\(daysLeft)天"
    }
    if state == .returned {
      text += missingMarks.isEmpty ? "；已退回补正" : "；已退回，须补\(missingMarks.joined(separator: "、"))"
    }
    if !evidence.isEmpty { text += "；\(evidence)" }
    return text + "。"
  }
}

extension ObligationCounts {
  var chineseSentence: String {
    if total == 0 { return "没有应报应办事项。" }
    let states: [ObligationState] = [.onTime, .late, .missing, .returned, .excused, .notApplicable, .notDue]
    let parts = states.filter { self[$0] > 0 }.map { "\($0.rawValue)\(self[$0])项" }
    return "应报应办\(total)项：\(parts.joined(separator: "，"))。"
  }
}

private func chineseDay(_ day: CalendarDate) -> String { "\(day.year)年\(day.month)月\(day.day)日" }
