import Register
import Schemes

extension DueList {
  var englishSummary: String {
    if isEmpty { return "As of \(asOf), nothing is overdue and nothing is due soon." }
    var clauses: [String] = []
    let late = parts.filter { !$0.overdue.isEmpty }
    func units(_ parts: [UnitPart]) -> String { parts.count == 1 ? parts[0].unit.name : counted(parts.count, "unit") }
    clauses.append(
      overdueCount > 0 ? "\(counted(overdueCount, "filing")) overdue in \(units(late))" : "nothing is overdue"
    )
    if dueSoonCount > 0 {
      clauses.append(
        "\(counted(dueSoonCount, "filing")) due soon in \(units(parts.filter { !$0.dueSoon.isEmpty }))")
    }
    return "As of \(asOf), \(clauses.joined(separator: ", "))."
  }
}

extension DueList.UnitPart {
  func englishReminder(asOf: CalendarDate, units: UnitRegister) -> String {
    var head =
      "\(unit.name): as of \(asOf), \(counted(all.count, "filing")) of yours \(all.count == 1 ? "is" : "are") outstanding"
    if let longest = longestOverdue {
      if all.count == 1 {
        head += ", overdue by \(longest.englishOverdue)"
      } else {
        let part = overdue.count == all.count ? "all of them" : "\(overdue.count) of them"
        head += ", \(part) overdue (the longest by \(longest.englishOverdue))"
      }
    }
    var lines = [head + "."]
    // Visits and meetings are not filed.
    let isFiling = all.allSatisfy(\.verb.isEmpty)
    let (verb, whole) = isFiling ? ("file", "file") : ("do", "do them")
    let isDone = isFiling ? "you have filed" : "you have done so"
    for (index, row) in all.enumerated() {
      lines.append("\(index + 1). \(row.englishLine(former: formerName(of: row, in: units)))")
    }
    if dueSoon.isEmpty {
      let mends = overdue.contains { $0.state == .returned } ? "\(verb) or mend them" : whole
      lines.append("Please \(mends) now. If \(isDone), please check with us.")
    } else if let first = dueSoon.first {
      let rest = overdue.isEmpty ? "" : "what is overdue now, and the rest "
      let days = Set(dueSoon.map(\.due))
      lines.append(
        "Please \(rest.isEmpty ? whole : verb) \(rest)by \(days.count == 1 ? "\(first.due)" : "the day stated (the nearest is \(first.due))"), "
          + "that day included. If \(isDone), please check with us.")
    }
    return lines.joined(separator: "\n")
  }
}

extension ObligationRow {
  var englishOverdue: String {
    if let days = workingDaysOverdue, days > 0 { return counted(days, "working day") }
    return counted(daysOverdue ?? 0, "day")
  }

  fileprivate func englishLine(former: String?) -> String {
    var about = [former.map { "of the former \($0)" }, member].compactMap(\.self)
    switch occasion {
    case .period: about.append(period.id)
    case .event(let day, let number): about.append("after \(day)\(number.map { ", event \($0)" } ?? "")")
    case nil: break
    }
    var text = about.isEmpty ? name : "\(name) (\(about.joined(separator: ", ")))"
    text += ": due by \(due)\(isProvisional ? " (provisional)" : "")"
    if isOverdue {
      text += ", overdue by \(englishOverdue)\(isOverdueProvisional ? " (provisional)" : "")"
    } else if let daysLeft {
      text += daysLeft == 0 ? ", today" : ", \(counted(daysLeft, "day")) left"
    }
    if state == .returned {
      let marks = missingMarks.isEmpty ? "" : ", lacking \(missingMarks.joined(separator: ", "))"
      text += "\(filed.map { "; came on \($0)" } ?? "")\(marks.isEmpty ? ", returned" : "\(marks), returned")"
    }
    if !evidence.isEmpty { text += "; \(evidence)" }
    return text + "."
  }
}

extension ObligationCounts {
  func englishSentence(asOf: CalendarDate) -> String {
    if total == 0 { return "As of \(asOf), no obligation is in such a state." }
    let parts = ObligationState.allCases.filter { self[$0] > 0 }.map { "\(self[$0]) \($0.english)" }
    return "As of \(asOf), \(counted(total, "obligation")): \(parts.joined(separator: ", "))."
  }
}

extension ObligationState {
  var english: String {
    switch self {
    case .onTime: "on time"
    case .late: "late"
    case .missing: "missing"
    case .returned: "returned"
    case .excused: "excused"
    case .notApplicable: "not applicable"
    case .notDue: "not due yet"
    }
  }
}

private func counted(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }
