/// How far an event has come, as of a day.
package enum EventStage: String, Sendable, CaseIterable {
  /// Reported, not looked into yet.
  case triggered
  case verified
  /// Decided, but not in force yet.
  case confirmed
  /// Decided and in force: the only stage that acts.
  case inForce = "in_force"
  /// Decided: it is not so.
  case notSustained = "not_sustained"
  /// Its days, role or result do not hold together: it acts on nothing.
  case doubtful
}

/// What keeps an event's own words from holding together.
package enum EventDoubt: Sendable, Equatable {
  /// A later stage has an earlier day: yyyymmdd.
  case order(ConfirmationRule.Step, day: Int, before: ConfirmationRule.Step, otherDay: Int)
  /// A decision without these: its day, its role, its result.
  case incomplete([EventGap])
}

package enum EventGap: String, Sendable, CaseIterable { case day, role, result }

/// What a row says about its stages: days as yyyymmdd; nil where the cell is empty.
package struct EventRecord: Sendable, Equatable {
  package var triggered: Int?
  package var verified: Int?
  package var confirmed: Int?
  package var effective: Int?
  package var role: String?
  package var result: String?

  package init(
    triggered: Int? = nil, verified: Int? = nil, confirmed: Int? = nil, effective: Int? = nil, role: String? = nil,
    result: String? = nil
  ) {
    self.triggered = triggered
    self.verified = verified
    self.confirmed = confirmed
    self.effective = effective
    self.role = role
    self.result = result
  }

  private var days: [(step: ConfirmationRule.Step, day: Int)] {
    let all: [(ConfirmationRule.Step, Int?)] = [
      (.trigger, triggered), (.verify, verified), (.confirm, confirmed), (.effective, effective),
    ]
    return all.compactMap { step, day in day.map { (step, $0) } }
  }

  /// What does not hold together, whatever the day on which one looks.
  package func doubts(under rule: ConfirmationRule) -> [EventDoubt] {
    var doubts: [EventDoubt] = []
    for (earlier, later) in zip(days, days.dropFirst()) where later.day < earlier.day {
      doubts.append(.order(later.step, day: later.day, before: earlier.step, otherDay: earlier.day))
    }
    var gaps: [EventGap] = []
    if confirmed == nil {
      if isPositive(under: rule) || effective != nil { gaps.append(.day) }
    } else {
      if role == nil { gaps.append(.role) }
      if result == nil { gaps.append(.result) }
    }
    if !gaps.isEmpty { doubts.append(.incomplete(gaps)) }
    return doubts
  }

  /// A decision that acts although the table keeps verifications (核实) and the row has none.
  package func isUnverified(under rule: ConfirmationRule) -> Bool {
    rule.verified != nil && verified == nil && confirmed != nil && isPositive(under: rule)
  }

  package func isPositive(under rule: ConfirmationRule) -> Bool { result.map(rule.positive.contains) ?? false }

  /// How far it had come at the end of a day (yyyymmdd). Days out of order are in doubt on every day; what a decision
  /// lacks, from the day of the decision on.
  package func stage(on day: Int, under rule: ConfirmationRule) -> EventStage {
    let isOut = doubts(under: rule).contains { doubt in
      switch doubt {
      case .order: true
      case .incomplete: (confirmed ?? effective ?? 0) <= day
      }
    }
    if isOut { return .doubtful }
    guard let confirmed, confirmed <= day else {
      return verified.map { $0 <= day } == true ? .verified : .triggered
    }
    guard isPositive(under: rule) else { return .notSustained }
    guard rule.effective != nil else { return .inForce }
    return effective.map { $0 <= day } == true ? .inForce : .confirmed
  }

  /// The day since which it has been at the stage; nil where no day says so.
  package func since(_ stage: EventStage, under rule: ConfirmationRule) -> Int? {
    switch stage {
    case .triggered: triggered
    case .verified: verified
    case .confirmed, .notSustained: confirmed
    case .inForce: rule.effective == nil ? confirmed : effective
    case .doubtful: nil
    }
  }
}
