import Register
import Schemes

/// What a run says of one unit and one grade.
package enum TitleVerdict: Sendable, Equatable {
  /// An effect set the grade.
  case vetoed(effect: String)
  case notGraded([NotGradedReason])
  /// What became of the unit at the grade's line.
  case tried(GradeAttempt.Outcome)

  /// Whether the unit meets the grade's own conditions; nil: they were not what decided, as where no place was left.
  package var isMet: Bool? {
    switch self {
    case .vetoed, .notGraded: false
    case .tried(let outcome):
      switch outcome {
      case .granted, .kept, .keptInPlace, .decided(isGranted: true): true
      case .below, .childBelow, .percentileBelow, .capped: false
      case .noPlace, .tiedOut, .tiedForCommittee, .noRanks, .noCutOff, .decided(isGranted: false): nil
      }
    }
  }

  /// Kept out by a veto, a ceiling, or for want of evidence: whatever places there are.
  package var isBarred: Bool {
    switch self {
    case .vetoed, .notGraded, .tried(.capped): true
    case .tried: false
    }
  }
}

/// A yearly run looked again at who held the title then. Whether the title goes is the committee's decision.
package struct TitleReview: Sendable, Equatable {
  package let year: Int
  package let verdict: TitleVerdict
  package init(year: Int, verdict: TitleVerdict) {
    self.year = year
    self.verdict = verdict
  }
}

extension ScoreSheet {
  /// By unit what the run says of a grade; nil where it says nothing: deferred, exempt, or a period without grades.
  package func verdicts(on grade: String, of scheme: Scheme) -> [TitleVerdict?] {
    let grades = scheme.grading?.grades ?? []
    func place(_ grade: String) -> Int { grades.firstIndex(of: grade) ?? grades.count }
    return standing.map { standing in
      switch standing.status {
      case .deferred, .exempt: return nil
      case .graded, .notGraded: break
      }
      if let attempt = standing.attempts.last(where: { $0.grade == grade }) { return .tried(attempt.outcome) }
      // A higher grade than the title's own was reached before its line was tried.
      if let reached = standing.grade, place(reached) <= place(grade) { return .tried(.granted) }
      if let effect = standing.setBy { return .vetoed(effect: effect) }
      if case .notGraded(let reasons) = standing.status { return .notGraded(reasons) }
      return nil
    }
  }

  /// By unit the review of those that held the title at the moment that the scheme names.
  package func reviews(of grade: String, _ scheme: Scheme, _ input: ScoringInput) -> [TitleReview?] {
    let book = TitleBook(scheme, input)
    return verdicts(on: grade, of: scheme).enumerated().map { unit, verdict in
      guard book.holds(grade, unit), let verdict else { return nil }
      return TitleReview(year: period.start.year, verdict: verdict)
    }
  }
}
