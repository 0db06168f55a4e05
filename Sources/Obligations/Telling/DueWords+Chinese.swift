import Register
import Schemes

extension DueList {
  var chineseSummary: String {
    let day = chineseDay(asOf)
    if isEmpty { return "截至\(day)，没有逾期事项，也没有临近到期的事项。" }
    var clauses: [String] = []
    let late = parts.filter { !$0.overdue.isEmpty }
    let soon = parts.filter { !$0.dueSoon.isEmpty }
    func units(_ parts: [UnitPart]) -> String { parts.count == 1 ? parts[0].unit.name : "\(parts.count)个单位" }
    if overdueCount > 0 { clauses.append("\(units(late))有\(overdueCount)项逾期未报") }
    if dueSoonCount > 0 {
      let isSame = late.count == 1 && soon.count == 1 && late[0].unit.code == soon[0].unit.code
      clauses.append("\(isSame ? "另" : units(soon))有\(dueSoonCount)项即将到期")
    }
    if overdueCount == 0 { clauses.insert("没有逾期事项", at: 0) }
    return "截至\(day)，\(clauses.joined(separator: "，"))。"
  }
}

extension DueList.UnitPart {
  func chineseReminder(asOf: CalendarDate, units: UnitRegister) -> String {
    var head = "\(unit.name)：截至\(chineseDay(asOf))，贵\(unit.addressed)尚有\(all.count)项应报应办事项未完成"
    if let longest = longestOverdue {
      if all.count == 1 {
        head += "，已逾期\(longest.chineseOverdue)"
      } else {
        head += overdue.count == all.count ? "，均已逾期" : "，其中逾期\(overdue.count)项"
        head += "（最长逾期\(longest.chineseOverdue)）"
      }
    }
    var lines = [head + "。"]
    for (index, row) in all.enumerated() {
      lines.append("\(index + 1). \(row.chineseLine(former: formerName(of: row, in: units)))")
    }
    let mends = overdue.contains { $0.state == .returned } ? "或补正" : ""
    var request = overdue.isEmpty ? "" : "\(dueSoon.isEmpty ? "" : "逾期的")请立即\(verbs(of: overdue))\(mends)"
    if let first = dueSoon.first {
      request += overdue.isEmpty ? "请于" : "，其余请于"
      request +=
        Set(dueSoon.map(\.due)).count == 1
        ? "\(chineseDay(first.due))（含当日）前\(verbs(of: dueSoon))"
        : "各自的截止日（含当日）前\(verbs(of: dueSoon))，最近的是\(chineseDay(first.due))"
    }
    lines.append("\(request)。如已\(verbs(of: all))，请与我们核对。")
    return lines.joined(separator: "\n")
  }

  /// What is asked for, each verb once: 报送、走访.
  private func verbs(of rows: [ObligationRow]) -> String {
    var found: [String] = []
    for verb in rows.map({ $0.verb.isEmpty ? "报送" : $0.verb }) where !found.contains(verb) { found.append(verb) }
    return found.joined(separator: "、")
  }
}

extension ObligationRow {
  /// 「3个工作日」; on days off alone, how many days.
  var chineseOverdue: String {
    if let days = workingDaysOverdue, days > 0 { return "\(days)个工作日" }
    return "\(daysOverdue ?? 0)天"
  }

  fileprivate func chineseLine(former: String?) -> String {
    var about = [former.map { "原\($0)" }, member].compactMap(\.self)
    switch occasion {
    case .period: about.append(period.chineseName)
    case .event(let day, let number): about.append("\(chineseDay(day))发生\(number.map { "的第\($0)件" } ?? "")")
    case nil: break
    }
    var text = about.isEmpty ? name : "\(name)（\(about.joined(separator: "，"))）"
    text += "：截止日\(chineseDay(due))\(isProvisional ? "（暂定）" : "")"
    if isOverdue {
      text += "，已逾期\(chineseOverdue)\(isOverdueProvisional ? "（暂定）" : "")"
    } else if let daysLeft {
      text += daysLeft == 0 ? "，今天截止" : "，还有\(daysLeft)天"
    }
    if state == .returned {
      let marks = missingMarks.joined(separator: "、")
      let came = filed.map { "；\(chineseDay($0))收到" } ?? "；"
      text += marks.isEmpty ? "\(came)，已退回补正" : "\(came)，缺\(marks)，已退回补正"
    }
    if !evidence.isEmpty { text += "；\(evidence)" }
    return text + "。"
  }
}

extension ObligationCounts {
  func chineseSentence(asOf: CalendarDate) -> String {
    if total == 0 { return "截至\(chineseDay(asOf))，没有这样的应报应办事项。" }
    let states: [ObligationState] = [.onTime, .late, .missing, .returned, .excused, .notApplicable, .notDue]
    let parts = states.filter { self[$0] > 0 }.map { "\($0.rawValue)\(self[$0])项" }
    return "截至\(chineseDay(asOf))，应报应办\(total)项：\(parts.joined(separator: "，"))。"
  }
}

extension OrgUnit {
  /// What the unit is called when it is spoken to: by its kind, if that is a plain word, as in 贵科室, 贵党支部.
  fileprivate var addressed: String {
    let isHan = kind.unicodeScalars.allSatisfy { (0x4E00...0x9FFF).contains($0.value) }
    return isHan && (2...3).contains(kind.count) ? kind : "单位"
  }
}

private func chineseDay(_ day: CalendarDate) -> String { "\(day.year)年\(day.month)月\(day.day)日" }
