import Findings
import Foundation

/// What can be wrong between a person's command and the workspace.
package enum WorkbenchFinding: Finding, Equatable {
  /// `isNamed`: the command named that very folder; otherwise it and all above it were searched.
  case noWorkspace(Place, isNamed: Bool)
  case workspaceExists(Place)
  case minimumCellTooSmall(Place, value: Int)
  case phaseDatesUnreadable(Place, phase: String, from: String, to: String)
  case periodUnreadable(Place, phases: [String])
  case asOfUnreadable(Place)
  case systemUnknown(Place, known: [String])
  /// Nobody wrote down what is owed.
  case obligationsAbsent(Place)
  case asOfTooEarly(Place, period: String, start: String)
  case nameTwice(Place, name: String, first: Place)
  /// Of a system other than the command's: `first` is the place of the first of its problems.
  case systemUnusable(Place, system: String, problems: Int, first: Place)
  /// A scheme file that is set aside while others are used.
  case schemeUnreadable(Place, file: String, problems: Int)
  case schemeUnknown(Place, known: [String])
  case tableUnknown(Place, known: [String])
  case tableOfSeveralSystems(Place, systems: [String])
  case nothingToImport(Place)
  case fileMatchesNone(Place, patterns: [String])
  case fileMatchesSeveral(Place, tables: [String])
  case unitUnknown(Place, nearest: String?)
  case unitAmbiguous(Place, units: [String])
  case unitOutOfScope(Place, scheme: String, period: String)
  case nodeUnknown(Place, nodes: [String])
  case notScored(Place, scheme: String, period: String)
  /// No run at all that fits the command; `scheme`: one to begin with.
  case neverScored(Place, scheme: String?)
  case tableNeverImported(Place, table: String)
  case leavesTableEmpty(Place, table: String)
  /// No table that the scheme reads has a row that could count in the period; `ungraded` of `units` have no grade.
  case periodWithoutRows(Place, scheme: String, period: String, tables: [String], ungraded: Int, units: Int)
  case noUnitsInScope(Place, kinds: [String], period: String)
  case exampleFailed(Place, example: String, node: String, expected: String, got: String)
  case exampleNodeUnknown(Place, example: String, node: String)
  /// An example's period is none of the calendar and no phase of the workspace.
  case examplePeriodUnknown(Place, example: String, period: String, phases: [String])
  /// `ofEngine`: the version that made the run, where it is another.
  case replayDiffers(Place, ReplayDifference, ofEngine: String? = nil)
  /// `isFinal`: it was declared final.
  case runOutdated(Place, what: [ChangedInput], scheme: String, period: String, isFinal: Bool)
  case verifyRowsUnchecked(Place, UncheckedRows)
  case verifyRowsLost(Place, LostRows)
  case engineDiffers(Place, stored: String, current: String)
  case fileUnwritable(Place, WriteObstacle)
  case dataRequestUnknown(Place, keys: [String])
  case chartDataMissing(Place)
  case periodUnused(Place, table: String, period: String)
  case notebookAbsent(Place)
  case notebookWithoutRun(Place)
  case queryTruncated(Place, rows: Int)
  case givenMeasureUnknown(Place, measure: String, known: [String])
  case givenPeriodUnknown(Place, period: String, known: [String])
  /// The measure's value can only lie between `low` and `high`; infinite where nothing bounds it.
  case givenOutOfRange(Place, measure: String, value: Double, low: Double, high: Double)
  case nothingInCommon(Place, period: String)
  case trialDiscloses(Place, AnswerDisclosure)
  /// `min_base` of an anonymous measure asks for less than the minimum cell.
  /// The minimum cell was raised after the run, and answers about the unit are now under it.
  case explainUnderCell(Place, scheme: String, minimumCell: Int)
  case baseUnderMinimumCell(Place, measure: String, atLeast: Double, minimumCell: Int)
  /// What precedes says why.
  case trialRefused(Place)

  /// A measure reads a scheme that does not exist.
  case upstreamUnknown(Place, measure: String, scheme: String, known: [String])
  case upstreamNodeUnknown(Place, measure: String, scheme: String, node: String, known: [String])
  /// Schemes read one another in a circle; the first stands at the end again.
  case upstreamCycle(Place, schemes: [String])
  /// No run of the whole period; the measure is missing.
  case upstreamAbsent(Place, measure: String, scheme: String, period: String)
  /// Of the period whose parameters a step takes, only runs before its end are kept.
  case frozenRunNotFinal(Place, scheme: String, step: String, period: String)
  /// The SELECT of a measure gives other columns than it should.
  case viewColumns(Place, measure: String, found: [String], missing: [String])
  /// A cell of its result, rows from 1.
  case viewCell(Place, measure: String, column: String, row: Int, value: String)
  /// `unique: {across: units}`: several units claim one thing.
  case claimedTwice(Place, measure: String, thing: String, units: [String], holder: String)
  /// Rows of members that the roster does not name; they count.
  /// They count, unless the unit has no roster at all.
  case rosterStranger(Place, measure: String, unit: String, members: [String], hasRoster: Bool)
  /// A row of decisions or titles that is left out.
  case recordUnreadable(Place, table: String, row: Int, column: String, value: String)
  /// A row of decisions without a scheme, on what several schemes have: it acts in none.
  case decisionAmbiguous(Place, table: String, row: Int, target: String, schemes: [String])
  /// A row of decisions names a scheme that does not use its table.
  case decisionSchemeUnknown(Place, table: String, row: Int, scheme: String, known: [String])
  /// Decisions that a run before the period's end does not know yet.
  case decisionsLater(Place, table: String, count: Int, asOf: String)
  /// Working days of years without an official calendar were counted as plain weekdays.
  case calendarYearAbsent(Place, measure: String, years: [Int])
  /// More findings of one code in the rows behind a derived table than are told; `listing` tells them all.
  case derivedMore(Place, like: String, count: Int, listing: String)

  package var code: String {
    switch self {
    case .noWorkspace: "workspace-absent"
    case .workspaceExists: "workspace-exists"
    case .minimumCellTooSmall: "settings-minimum-cell"
    case .phaseDatesUnreadable: "settings-phase-dates"
    case .periodUnreadable: "period-unreadable"
    case .asOfUnreadable: "date-unreadable"
    case .systemUnknown: "system-unknown"
    case .obligationsAbsent: "obligations-absent"
    case .asOfTooEarly: "as-of-before-period"
    case .nameTwice: "spec-name-twice"
    case .systemUnusable: "system-unusable"
    case .schemeUnreadable: "scheme-unreadable"
    case .schemeUnknown: "scheme-unknown"
    case .tableUnknown: "table-unknown"
    case .tableOfSeveralSystems: "table-of-several-systems"
    case .nothingToImport: "files-absent"
    case .fileMatchesNone: "file-matches-no-table"
    case .fileMatchesSeveral: "file-matches-several-tables"
    case .unitUnknown: "unit-unknown"
    case .unitAmbiguous: "unit-ambiguous"
    case .unitOutOfScope: "unit-out-of-scope"
    case .nodeUnknown: "node-unknown"
    case .notScored, .neverScored: "run-absent"
    case .tableNeverImported: "table-never-imported"
    case .leavesTableEmpty: "leaves-table-empty"
    case .periodWithoutRows: "period-without-rows"
    case .noUnitsInScope: "scope-empty"
    case .exampleFailed: "example-failed"
    case .exampleNodeUnknown: "example-node-unknown"
    case .explainUnderCell: "explain-under-cell"
    case .examplePeriodUnknown: "example-period-unknown"
    case .replayDiffers: "replay-differs"
    case .runOutdated: "run-outdated"
    case .verifyRowsUnchecked: "verify-rows-unchecked"
    case .verifyRowsLost: "verify-rows-lost"
    case .engineDiffers: "run-engine-differs"
    case .fileUnwritable: "file-unwritable"
    case .dataRequestUnknown: "data-request-unknown"
    case .chartDataMissing: "chart-data-missing"
    case .periodUnused: "period-unused"
    case .notebookAbsent: "notebook-absent"
    case .notebookWithoutRun: "notebook-without-run"
    case .queryTruncated: "query-truncated"
    case .upstreamUnknown: "upstream-scheme-unknown"
    case .upstreamNodeUnknown: "upstream-node-unknown"
    case .upstreamCycle: "upstream-cycle"
    case .upstreamAbsent: "upstream-run-absent"
    case .frozenRunNotFinal: "frozen-run-not-final"
    case .viewColumns: "view-columns"
    case .viewCell: "view-cell"
    case .claimedTwice: "row-claimed-twice"
    case .rosterStranger: "roster-stranger"
    case .recordUnreadable: "record-unreadable"
    case .decisionAmbiguous: "decision-ambiguous"
    case .decisionSchemeUnknown: "decision-scheme-unknown"
    case .decisionsLater: "decisions-later"
    case .calendarYearAbsent: "calendar-year-absent"
    case .derivedMore: "derived-findings-more"
    case .givenMeasureUnknown: "given-measure-unknown"
    case .givenPeriodUnknown: "given-period-unknown"
    case .givenOutOfRange: "given-out-of-range"
    case .nothingInCommon: "compare-nothing-in-common"
    case .trialDiscloses: "trial-discloses"
    case .baseUnderMinimumCell: "base-under-minimum-cell"
    case .trialRefused: "trial-refused"
    }
  }

  package var severity: Severity {
    switch self {
    case .tableNeverImported, .engineDiffers, .decisionsLater: .note
    case .queryTruncated, .runOutdated, .verifyRowsUnchecked, .periodUnused, .periodWithoutRows, .systemUnusable,
      .schemeUnreadable,
      .upstreamAbsent, .claimedTwice, .rosterStranger, .recordUnreadable, .calendarYearAbsent, .derivedMore,
      .baseUnderMinimumCell,
      .frozenRunNotFinal:
      .warning
    default: .problem
    }
  }

  package var place: Place {
    switch self {
    case .noWorkspace(let place, _), .workspaceExists(let place), .minimumCellTooSmall(let place, _),
      .phaseDatesUnreadable(let place, _, _, _), .periodUnreadable(let place, _), .asOfUnreadable(let place),
      .systemUnknown(let place, _), .obligationsAbsent(let place),
      .nameTwice(let place, _, _), .schemeUnknown(let place, _), .tableUnknown(let place, _),
      .tableOfSeveralSystems(let place, _), .fileMatchesNone(let place, _), .fileMatchesSeveral(let place, _),
      .nothingToImport(let place), .asOfTooEarly(let place, _, _), .unitUnknown(let place, _),
      .unitAmbiguous(let place, _),
      .unitOutOfScope(let place, _, _), .nodeUnknown(let place, _), .notScored(let place, _, _),
      .neverScored(let place, _),
      .tableNeverImported(let place, _), .leavesTableEmpty(let place, _), .noUnitsInScope(let place, _, _),
      .exampleFailed(let place, _, _, _, _),
      .exampleNodeUnknown(let place, _, _), .examplePeriodUnknown(let place, _, _, _),
      .explainUnderCell(let place, _, _), .replayDiffers(let place, _, _), .runOutdated(let place, _, _, _, _),
      .verifyRowsUnchecked(let place, _), .verifyRowsLost(let place, _),
      .engineDiffers(let place, _, _), .fileUnwritable(let place, _),
      .dataRequestUnknown(let place, _), .chartDataMissing(let place),
      .queryTruncated(let place, _), .notebookAbsent(let place),
      .notebookWithoutRun(let place), .periodUnused(let place, _, _),
      .givenMeasureUnknown(let place, _, _), .givenPeriodUnknown(let place, _, _), .nothingInCommon(let place, _),
      .trialRefused(let place), .givenOutOfRange(let place, _, _, _, _), .trialDiscloses(let place, _),
      .baseUnderMinimumCell(let place, _, _, _),
      .periodWithoutRows(let place, _, _, _, _, _), .systemUnusable(let place, _, _, _),
      .schemeUnreadable(let place, _, _),
      .upstreamUnknown(let place, _, _, _), .upstreamNodeUnknown(let place, _, _, _, _), .upstreamCycle(let place, _),
      .upstreamAbsent(let place, _, _, _), .frozenRunNotFinal(let place, _, _, _), .viewColumns(let place, _, _, _),
      .viewCell(let place, _, _, _, _),
      .claimedTwice(let place, _, _, _, _), .rosterStranger(let place, _, _, _, _),
      .recordUnreadable(let place, _, _, _, _), .decisionAmbiguous(let place, _, _, _, _),
      .decisionSchemeUnknown(let place, _, _, _, _), .decisionsLater(let place, _, _, _),
      .calendarYearAbsent(let place, _, _), .derivedMore(let place, _, _, _):
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

/// Why a file could not be written.
package enum WriteObstacle: Sendable, Equatable {
  case rights
  case space
  /// What the system calls it.
  case other(String)

  init(_ error: NSError) {
    switch (error.domain, error.code) {
    case (NSCocoaErrorDomain, CocoaError.fileWriteNoPermission.rawValue),
      (NSCocoaErrorDomain, CocoaError.fileWriteVolumeReadOnly.rawValue):
      self = .rights
    case (NSCocoaErrorDomain, CocoaError.fileWriteOutOfSpace.rawValue): self = .space
    default: self = .other("\(error.domain) \(error.code)")
    }
  }
}
