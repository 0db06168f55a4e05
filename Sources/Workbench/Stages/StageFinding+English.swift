import Findings

extension StageFinding {
  var english: Wording {
    let nothing = "Nothing was recorded."
    switch self {
    case .skipped(_, let stage, let missing, let scheme, let period):
      return Wording(
        found: "\(period) has had no \(missing.name(in: .english)) yet, and cannot become \(stage.name(in: .english)).",
        consequence: nothing, remedy: "qingheng stage \(scheme) --period \(period) --as \(missing.rawValue) --role ROLE"
      )
    case .notTheSubmittedRun(_, let run, let submitted, let scheme, let period):
      return Wording(
        found: "The present run (\(run)) is not the one that was submitted (\(submitted)).", consequence: nothing,
        remedy: "Submit it first: qingheng stage \(scheme) --period \(period) --as submission --role ROLE")
    case .alreadyFinal(_, let run, let day, let scheme, let period):
      return Wording(
        found: "\(period) has been final since \(day) (run \(run)).", consequence: nothing,
        remedy:
          "If it must be opened again, say why: qingheng stage \(scheme) --period \(period) --as consultation --role ROLE --reason WHY"
      )
    case .dayBeforeLast(_, let day, let last):
      return Wording(
        found: "\(day) is before the day of the last stage, \(last).", consequence: nothing, remedy: "Check --date.")
    case .dayAfterToday(_, let day, let today):
      return Wording(found: "\(day) is after today, \(today).", consequence: nothing, remedy: "Check --date.")
    case .dayBeforeRun(_, let day, let asOf):
      return Wording(
        found: "\(day) is before \(asOf), up to which the run looks at data: there was no such result yet.",
        consequence: nothing, remedy: "Check --date; for earlier data, score again with --as-of.")
    case .warningsStand(_, let codes, let scheme, let period):
      return Wording(
        found: "Warnings of this run have not been mended: \(codes.joined(separator: ", ")).",
        consequence: "It was not declared final.",
        remedy:
          "Mend them, score and submit again; if those who decide know and accept them: qingheng stage \(scheme) --period \(period) --as final --role ROLE --accept-warnings --reason WHY"
      )
    case .finalUnchecked(_, let run, let what, let scheme, let period):
      return Wording(
        found:
          "When the final run \(run) was scored, protected data were out of reach; they can be read now. Changed inputs: \(what.map(\.english).joined(separator: ", ")).",
        consequence: "The final result stands, but its vetoes and ceilings were not verified.",
        remedy:
          "Score again and compare: qingheng score \(scheme) --period \(period); if the result differs, publish it anew with qingheng stage … --as consultation --reason WHY."
      )
    case .nothingToWithdraw:
      return Wording(
        found: "No stage is recorded.", consequence: "Nothing was undone.", remedy: "Check scheme and period.")
    case .withdrawalUnexplained:
      return Wording(found: "No reason is given.", consequence: "Nothing was undone.", remedy: "Say why: --reason.")
    case .roleEmpty:
      return Wording(
        found: "Nobody is named who sends it out.", consequence: nothing,
        remedy: "Give a role, not a person's name: --role."
      )
    case .dayUnreadable(let place):
      return Wording(found: "“\(place.text)” is not a day.", consequence: nothing, remedy: "Write it as 2026-07-20.")
    case .runNotWhole(_, let asOf, let end):
      return Wording(
        found: "The run looks at data up to \(asOf); its period ends on \(end).", consequence: nothing,
        remedy: "Score it again after the period has ended.")
    case .absent(_, let stage, let scheme, let period, let known):
      let list = known.isEmpty ? "nothing" : known.map { $0.name(in: .english) }.joined(separator: ", ")
      return Wording(
        found: "\(period) has no \(stage.name(in: .english)); there is: \(list).",
        consequence: "There is nothing to show.",
        remedy: "qingheng stage \(scheme) --period \(period) --as \(stage.rawValue) --role ROLE")
    case .laterRun(_, let run, let later):
      return Wording(
        found: "It was scored again after it was final (run \(later)).",
        consequence: "What is shown is the final result (run \(run)).",
        remedy: "To change a final result, consult, submit and decide again.")
    case .finalStands(_, let run, let day, let now, let scheme, let period):
      return Wording(
        found: "\(period) has been final since \(day) (run \(run)); this is run \(now).",
        consequence: "The final result stands: rankings, reports and other schemes go on using it.",
        remedy:
          "If it must change, say why: qingheng stage \(scheme) --period \(period) --as consultation --role ROLE --reason WHY"
      )
    }
  }
}
