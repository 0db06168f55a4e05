import Findings

extension Measure {
  var englishSentence: String {
    var text =
      switch source {
      case .table(let table): englishRows(of: table)
      case .view(let view): "A SELECT of its own" + (view.namesItsRows ? "" : " (not traceable)")
      case .scheme(let reference): englishResult(reference)
      }
    text += englishWindow
    if let unique = englishUnique { text += ", \(unique)" }
    let what = value.map { " of “\($0.words(in: .english))”" } ?? ""
    if let first = englishFirst {
      text += ": \(first), then \(take.english)"
    } else if isReduced, obligations == nil {
      text += ": \(take.english)\(what)"
      if take == .last { text += " (of one moment, the row imported last, then the lower one)" }
    }
    if let per = englishDenominator { text += ", divided by \(per)" }
    if times != 1 { text += ", times \(formatted(times))" }
    if let minN { text += "; not counted under \(minN)" }
    switch empty {
    case .missing?: text += "; missing without rows"
    case .notApplicable?: text += "; not applicable without rows"
    case .full?: text += "; full points without rows"
    case .number(let number)?: text += "; \(formatted(number)) without rows"
    case nil: break
    }
    return text + "."
  }

  /// Which of several rows counts.
  var englishUnique: String? {
    unique.map { unique in
      let among = unique.isAcrossUnits ? " over all units\(unique.reachesRegister ? " of the register" : "")" : ""
      let then = unique.thenLeast.map { ", of equal ones the smallest or earliest “\($0)”" } ?? ""
      return "one per “\(unique.by)”\(among) (the greatest “\(unique.keepGreatest)”\(then))"
    }
  }

  /// How rows become one number a group.
  var englishFirst: String? {
    first.map { first in
      let what = value.map { " of “\($0.words(in: .english))”" } ?? ""
      let roster = first.roster.map { " (those in “\($0)” without a row count 0)" } ?? ""
      let then = first.then.map { ", " + $0.sentence(in: .english, points: 1) }.joined()
      return "\(first.take.english)\(what) per “\(first.by)”\(roster)\(then)"
    }
  }

  var englishDenominator: String? {
    denominator.map { per in
      "the \(per.take.english)\(per.value.map { " of “\($0.words(in: .english))”" } ?? "") in “\(per.table)”"
    }
  }

  private func englishRows(of table: String) -> String {
    var text =
      obligations.map { "\($0.englishWords) in “\(table)”" } ?? predicate.map {
        "Rows of “\(table)” with “\($0.words(in: .english))”"
      } ?? "All rows of “\(table)”"
    switch datedBy {
    case .column(let column)?: text += " (dated by “\(column)”)"
    case .daysAfter(let column, let days)?: text += " (dated \(counted(days, "day")) after “\(column)”)"
    case nil: break
    }
    switch include {
    case .own: break
    case .descendants: text += ", with those of all units below"
    case .joint: text += ", its own and of its members by their shares"
    case .membership: text += ", of its members by their shares"
    }
    return text
  }

  private func englishResult(_ reference: SchemeReference) -> String {
    let period =
      switch reference.period {
      case .same: "in the same period"
      case .year: "in the year"
      case .latest: "in the latest period"
      case .last(let count): "in the last \(counted(count, "period"))"
      }
    let whose =
      switch reference.subject {
      case .own: ""
      case .members: reference.isWeightedByShare ? ", of its members by their shares" : ", of its members"
      case .descendants: ", of all units below"
      }
    return "“\(reference.node)” of the scheme “\(reference.scheme)” \(period)\(whose)"
  }

  private var englishWindow: String {
    switch window {
    case .period: ""
    case .year: " in the whole year"
    case .toDate: " up to the end of the period"
    case .covering: " that span the period"
    case .rolling(let years): " in the last \(counted(years, "year"))"
    }
  }
}

extension Measure {
  /// Whether there can be several numbers to reduce: one unit's result of one period is one.
  var isReduced: Bool {
    guard case .scheme(let reference) = source else { return true }
    if case .last = reference.period { return true }
    return reference.subject != .own
  }
}

extension MeasureView {
  /// Whether its SELECT names batch and row, so that `explain` can show them.
  var namesItsRows: Bool {
    let words = Set(sql.lowercased().split { !($0.isLetter || $0.isNumber || $0 == "_") }.map(String.init))
    return words.contains("batch_id") && words.contains("source_row")
  }
}

extension ObligationCount {
  fileprivate var englishWords: String {
    let what =
      switch take {
      case .onTime: "How many obligations were met on time"
      case .late: "How many obligations were met late"
      case .missing: "How many obligations are overdue and not met"
      case .excused: "How many obligations were excused"
      case .onTimeShare: "The share of due obligations met on time"
      case .daysLate: "Working days of lateness"
      }
    return "\(what), of \(names.map { "“\($0)”" }.joined(separator: ", "))"
  }
}
