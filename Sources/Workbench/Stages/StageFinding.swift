import Findings
import Register
import Store

/// What can stand against sending a result out as a draft, or declaring it final.
package enum StageFinding: Finding, Equatable {
  /// An earlier stage is missing: units have not checked, or those who decide have not seen it.
  case skipped(Place, stage: DraftStage, missing: DraftStage, scheme: String, period: String)
  /// What is declared final is another run than the one that went to those who decide.
  case notTheSubmittedRun(Place, run: String, submitted: String, scheme: String, period: String)
  /// A final result is opened again without a reason.
  case alreadyFinal(Place, run: String, day: CalendarDate, scheme: String, period: String)
  /// The stage is earlier in time than the one before.
  case dayBeforeLast(Place, day: CalendarDate, last: CalendarDate)
  /// The day has not come yet.
  case dayAfterToday(Place, day: CalendarDate, today: String)
  /// The day is before that up to which the run looked at data.
  case dayBeforeRun(Place, day: CalendarDate, asOf: CalendarDate)
  /// What was said when the run was scored has not been mended, and nobody said with a reason that it is final
  /// nevertheless; the findings, by code.
  case warningsStand(Place, codes: [String], scheme: String, period: String)
  /// A final run was scored while work secrets were out of reach, and they can be read now.
  case finalUnchecked(Place, run: String, what: [ChangedInput], scheme: String, period: String)
  case nothingToWithdraw(Place)
  /// A line is taken back without a reason.
  case withdrawalUnexplained(Place)
  case roleEmpty(Place)
  case dayUnreadable(Place)
  /// The run looks at a part of its period only.
  case runNotWhole(Place, asOf: CalendarDate, end: CalendarDate)
  case absent(Place, stage: DraftStage, scheme: String, period: String, known: [DraftStage])
  /// A later run than the final one exists; the final one counts.
  case laterRun(Place, run: String, later: String)
  /// It was scored again (`now`) after `run` was declared final.
  case finalStands(Place, run: String, day: CalendarDate, now: String, scheme: String, period: String)

  package var code: String {
    switch self {
    case .skipped: "stage-skipped"
    case .notTheSubmittedRun: "stage-other-run"
    case .alreadyFinal: "stage-already-final"
    case .dayBeforeLast: "stage-day-before-last"
    case .dayAfterToday: "stage-day-after-today"
    case .dayBeforeRun: "stage-day-before-run"
    case .warningsStand: "stage-warnings-stand"
    case .finalUnchecked: "stage-final-unchecked"
    case .nothingToWithdraw: "stage-nothing-to-undo"
    case .withdrawalUnexplained: "stage-undo-unexplained"
    case .roleEmpty: "stage-role-empty"
    case .dayUnreadable: "date-unreadable"
    case .runNotWhole: "stage-run-not-whole"
    case .absent: "stage-absent"
    case .laterRun: "stage-later-run"
    case .finalStands: "stage-final-stands"
    }
  }

  package var severity: Severity {
    switch self {
    case .laterRun, .finalStands: .note
    case .finalUnchecked: .warning
    default: .problem
    }
  }

  package var place: Place {
    switch self {
    case .skipped(let place, _, _, _, _), .notTheSubmittedRun(let place, _, _, _, _),
      .alreadyFinal(let place, _, _, _, _), .dayBeforeLast(let place, _, _), .roleEmpty(let place),
      .dayAfterToday(let place, _, _), .dayBeforeRun(let place, _, _), .warningsStand(let place, _, _, _),
      .finalUnchecked(let place, _, _, _, _), .nothingToWithdraw(let place), .withdrawalUnexplained(let place),
      .dayUnreadable(let place), .runNotWhole(let place, _, _), .absent(let place, _, _, _, _),
      .laterRun(let place, _, _), .finalStands(let place, _, _, _, _, _):
      place
    }
  }

  package func wording(in language: Language) -> Wording {
    switch language {
    case .chinese: chinese
    case .english: english
    }
  }
}

extension DraftStage {
  /// What offices call it.
  package func name(in language: Language) -> String {
    switch (self, language) {
    case (.consultation, .chinese): "征求意见稿"
    case (.submission, .chinese): "报审稿"
    case (.final, .chinese): "定稿"
    case (.consultation, .english): "draft for consultation"
    case (.submission, .english): "draft for decision"
    case (.final, .english): "final"
    }
  }

  /// As people write it: the office's word, or the English one of the command line.
  package init?(written text: String) {
    let match = Self.allCases.first { $0.name(in: .chinese) == text || $0.rawValue == text.lowercased() }
    guard let match else { return nil }
    self = match
  }
}
