import Scoring

extension ReplayDifference {
  /// `The value of “满意” for 外科 (K2) is stored as 30, but comes out as 3.75.`
  var englishFound: String {
    let owner = [english(thing).map { "of \($0)" }, unit.map { "\(thing == .standing ? "of" : "for") \(english($0))" }]
      .compactMap(\.self).joined(separator: " ")
    return "The \(english(quantity)) \(owner) is stored as \(english(stored)), but comes out as \(english(recomputed))."
  }

  private func english(_ unit: Unit) -> String { "\(unit.name) (\(unit.code))" }

  private func english(_ thing: Thing) -> String? {
    switch thing {
    case .run: "this run"
    case .standing: unit == nil ? "the ranking" : nil
    case .node(let id): "“\(id)”"
    case .measure(let id, let period): "the measure “\(id)” (\(period))"
    case .fact(let id): "the fact “\(id)”"
    case .effect(let id): "the effect “\(id)”"
    case .contest(let grade, let group): "the contest for “\(grade)”\(group.isEmpty ? "" : " in \(group)")"
    }
  }

  private func english(_ quantity: Quantity) -> String {
    switch quantity {
    case .manifest: "manifest's digest"
    case .nodes: "list of nodes"
    case .units: "list of units"
    case .unitCount: "number of units"
    case .halfCount: "number of halves"
    case .otherPeriods: "list of other periods"
    case .decisions: "list of decisions"
    case .titles: "list of titles"
    case .leafRows: "list of leaves' rows"
    case .value: thing == .standing ? "score" : "value"
    case .displayed: "displayed score"
    case .coverage: "coverage"
    case .share: "share as it acted"
    case .contribution: "contribution"
    case .source: "source value"
    case .step(let number): "value after step \(number)"
    case .half(let number): number == 1 ? "first half's value" : "second half's value"
    case .hand(let id): "part of the hand “\(id)”"
    case .computed: "value before the decision"
    case .decision: "decision"
    case .isImputed: "mark of an imputed value"
    case .peers: "peer group"
    case .attempts: "course through the grades"
    case .title: "title held"
    case .tie: "mark of a tied block"
    case .state: "state"
    case .rule: "way of its value"
    case .rank: "rank"
    case .grade: "grade"
    case .effects: "list of effects on the grade"
    case .status: "status"
    case .unit: "unit"
    case .outcome: "outcome"
    case .trigger: "trigger"
    case .nominal: "nominal change"
    case .effective: "effective change"
    case .before: "score before"
    case .after: "score after"
    case .presence: "record"
    case .base: "base (count, spread, state)"
    }
  }

  private func english(_ content: Content) -> String {
    switch content {
    case .text(let text): text
    case .list(let items): items.isEmpty ? "none" : items.joined(separator: ", ")
    case .unit(let unit): english(unit)
    case .state(let state): english(state)
    case .rule(let rule): english(rule)
    case .outcome(.acted): "acted"
    case .outcome(.unverified): "not verified"
    case .rank(let rank, let isTied): "\(rank)\(isTied ? " (tied)" : "")"
    case .graded: "graded"
    case .notGraded(let reasons): "not graded (\(reasons.map(english).joined(separator: "; ")))"
    case .deferred(let fact): "deferred (\(fact))"
    case .exempt(let fact): "exempt (\(fact))"
    case .present: "there"
    case .absent: "absent"
    case .notShown: "something not shown here"
    }
  }

  private func english(_ reason: Reason) -> String {
    switch reason {
    case .noScore: "no score"
    case .coverage(let found, let needed, let leaves):
      "coverage \(found) is below \(needed)" + (leaves.isEmpty ? "" : ", for want of \(leaves.joined(separator: ", "))")
    case .node(let node): "“\(node)” is missing"
    case .ineligible(let fact): "“\(fact)” does not hold"
    }
  }

  private func english(_ state: ValueState) -> String {
    switch state {
    case .value: "a value"
    case .missing: "missing"
    case .notApplicable: "not applicable"
    case .full: "full, nothing due"
    }
  }

  private func english(_ rule: NodeRule) -> String {
    switch rule {
    case .computed: "computed"
    case .zeroForMissing: "zero for missing"
    case .zeroWhen: "zero by a condition"
    case .full: "full, nothing due"
    case .doesNotApply: "not applicable"
    case .dropped: "dropped"
    case .stepFailed: "no conversion possible"
    case .coverageTooLow: "coverage too low"
    case .overridden: "set by a decision"
    case .imputed: "imputed"
    }
  }
}

extension ChangedInput {
  var english: String {
    switch self {
    case .scheme(let id): "the scheme \(id)"
    case .register: "the register of units"
    case .memberships: "the memberships"
    case .calendar: "the working-day calendar"
    case .minimumCell: "minimum_cell"
    case .table(let system, let table): "the table \(system)/\(table)"
    case .definition(let system, let table): "the file that defines \(system)/\(table)"
    case .runs(let scheme): "runs of the scheme \(scheme)"
    }
  }
}
