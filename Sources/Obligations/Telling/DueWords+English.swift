import Register
import Schemes

extension DueList {
  var englishSummary: String {
    if isEmpty { return "As of \(asOf), nothing is overdue and nothing is due soon." }
    var clauses: [String] = []
    let late = parts.count { !$0.overdue.isEmpty }
    clauses.append(
      overdueCount > 0 ? "\(counted(overdueCount, "filing")) overdue in \(counted(late, "unit"))" : "nothing is overdue"
    )
    if dueSoonCount > 0 {
      clauses.append(
        "\(counted(dueSoonCount, "filing")) due soon in \(counted(parts.count { !$0.dueSoon.isEmpty }, "unit"))")
    }
    return "As of \(asOf), \(clauses.joined(separator: ", "))."
  }
}

extension DueList.UnitPart {
  func englishReminder(asOf: CalendarDate) -> String {
    var head =
      "\(unit.name): as of \(asOf), \(counted(all.count, "filing")) of yours \(all.count == 1 ? "is" : "are") outstanding"
    if let longest = longestOverdue {
      head += ", \(overdue.count) of them overdue (the longest by \(longest.englishOverdue))"
    }
    var lines = [head + "."]
    for (index, row) in all.enumerated() { lines.append("\(index + 1). \(row.englishLine)") }
    if dueSoon.isEmpty {
      lines.append("Please file now. If you have filed, please check with us.")
    } else if let first = dueSoon.first {
      let rest = overdue.isEmpty ? "" : "what is overdue now, and the rest "
      let days = Set(dueSoon.map(\.due))
      lines.append(
        "Please file \(rest)by \(days.count == 1 ? "\(first.due)" : "the day stated (the nearest is \(first.due))"), "
          + "that day included. If you have filed, please check with us.")
    }
    return lines.joined(separator: "\n")
  }
}

extension ObligationRow {
  var englishOverdue: String {
    if let days = workingDaysOverdue, days > 0 { return counted(days, "working day") }
    return counted(daysOverdue ?? 0, "day")
  }

  fileprivate var englishLine: String {
    var about = member.map { [$0] } ?? []
    switch occasion {
    case .period: about.append(period.id)
    case .event(let day): about.append("after \(day)")
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
      text += missingMarks.isEmpty ? "; returned" : "; returned, lacking \(missingMarks.joined(separator: ", "))"
    }
    if !evidence.isEmpty { text += "; \(evidence)" }
    return text + "."
  }
}

extension ObligationCounts {
  func englishSentence(asOf: CalendarDate) -> String {
    if total == 0 { return "As of \(asOf), no obligation is in such a state." }
    let words: [(ObligationState, String)] = [
      (.onTime, "on time"), (.late, "late"), (.missing, "missing"), (.returned, "returned"), (.excused, "excused"),
      (.notApplicable, "not applicable"), (.notDue, "not due yet"),
    ]
    let parts = words.filter { self[$0.0] > 0 }.map { "\(self[$0.0]) \($0.1)" }
    return "As of \(asOf), \(counted(total, "obligation")): \(parts.joined(separator: ", "))."
  }
}

private func counted(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }
