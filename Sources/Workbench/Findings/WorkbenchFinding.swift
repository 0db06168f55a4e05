import Findings

/// What can be wrong between a person's command and the workspace.
package enum WorkbenchFinding: Finding, Equatable {
  case noWorkspace(Place)
  case workspaceExists(Place)
  case minimumCellTooSmall(Place, value: Int)
  case phaseDatesUnreadable(Place, phase: String, from: String, to: String)
  case periodUnreadable(Place, phases: [String])
  case asOfUnreadable(Place)
  case nameTwice(Place, name: String, first: Place)
  case schemeUnknown(Place, known: [String])
  case tableUnknown(Place, known: [String])
  case tableOfSeveralSystems(Place, systems: [String])
  case fileMatchesNone(Place, patterns: [String])
  case fileMatchesSeveral(Place, tables: [String])
  case periodNeeded(Place, table: String)
  case unitUnknown(Place, nearest: String?)
  case unitAmbiguous(Place, units: [String])
  case unitOutOfScope(Place, scheme: String, period: String)
  case nodeUnknown(Place, nodes: [String])
  case notScored(Place, scheme: String, period: String)
  case tableNeverImported(Place, table: String)
  case leavesTableEmpty(Place, table: String)
  case noUnitsInScope(Place, kinds: [String], period: String)
  case coverageUnitUnknown(Place, code: String)
  case exampleFailed(Place, example: String, node: String, expected: String, got: String)
  case exampleNodeUnknown(Place, example: String, node: String)
  case replayDiffers(Place, what: String, stored: String, recomputed: String)
  case runOutdated(Place, what: [String], scheme: String, period: String)
  case engineDiffers(Place, stored: String, current: String)
  case notCalendarPeriod(Place)
  case fileUnwritable(Place, reason: String)
  case dataRequestUnknown(Place, keys: [String])
  case chartDataMissing(Place)
  case tableProtected(Place, table: String)
  case settingUnused(Place, key: String)
  case notebookAbsent(Place)
  case notebookWithoutRun(Place)
  case queryTruncated(Place, rows: Int)

  package var code: String {
    switch self {
    case .noWorkspace: "workspace-absent"
    case .workspaceExists: "workspace-exists"
    case .minimumCellTooSmall: "settings-minimum-cell"
    case .phaseDatesUnreadable: "settings-phase-dates"
    case .periodUnreadable: "period-unreadable"
    case .asOfUnreadable: "date-unreadable"
    case .nameTwice: "spec-name-twice"
    case .schemeUnknown: "scheme-unknown"
    case .tableUnknown: "table-unknown"
    case .tableOfSeveralSystems: "table-of-several-systems"
    case .fileMatchesNone: "file-matches-no-table"
    case .fileMatchesSeveral: "file-matches-several-tables"
    case .periodNeeded: "period-needed"
    case .unitUnknown: "unit-unknown"
    case .unitAmbiguous: "unit-ambiguous"
    case .unitOutOfScope: "unit-out-of-scope"
    case .nodeUnknown: "node-unknown"
    case .notScored: "run-absent"
    case .tableNeverImported: "table-never-imported"
    case .leavesTableEmpty: "leaves-table-empty"
    case .noUnitsInScope: "scope-empty"
    case .coverageUnitUnknown: "coverage-unit-unknown"
    case .exampleFailed: "example-failed"
    case .exampleNodeUnknown: "example-node-unknown"
    case .replayDiffers: "replay-differs"
    case .runOutdated: "run-outdated"
    case .engineDiffers: "run-engine-differs"
    case .notCalendarPeriod: "period-without-grain"
    case .fileUnwritable: "file-unwritable"
    case .dataRequestUnknown: "data-request-unknown"
    case .chartDataMissing: "chart-data-missing"
    case .tableProtected: "table-protected"
    case .settingUnused: "settings-unused"
    case .notebookAbsent: "notebook-absent"
    case .notebookWithoutRun: "notebook-without-run"
    case .queryTruncated: "query-truncated"
    }
  }

  package var severity: Severity {
    switch self {
    case .tableNeverImported, .settingUnused, .engineDiffers: .note
    case .coverageUnitUnknown, .queryTruncated, .runOutdated: .warning
    default: .problem
    }
  }

  package var place: Place {
    switch self {
    case .noWorkspace(let place), .workspaceExists(let place), .minimumCellTooSmall(let place, _),
      .phaseDatesUnreadable(let place, _, _, _), .periodUnreadable(let place, _), .asOfUnreadable(let place),
      .nameTwice(let place, _, _), .schemeUnknown(let place, _), .tableUnknown(let place, _),
      .tableOfSeveralSystems(let place, _), .fileMatchesNone(let place, _), .fileMatchesSeveral(let place, _),
      .periodNeeded(let place, _), .unitUnknown(let place, _), .unitAmbiguous(let place, _),
      .unitOutOfScope(let place, _, _), .nodeUnknown(let place, _), .notScored(let place, _, _),
      .tableNeverImported(let place, _), .leavesTableEmpty(let place, _), .noUnitsInScope(let place, _, _),
      .coverageUnitUnknown(let place, _), .exampleFailed(let place, _, _, _, _),
      .exampleNodeUnknown(let place, _, _), .replayDiffers(let place, _, _, _), .runOutdated(let place, _, _, _),
      .engineDiffers(let place, _, _), .notCalendarPeriod(let place), .fileUnwritable(let place, _),
      .dataRequestUnknown(let place, _), .chartDataMissing(let place),
      .tableProtected(let place, _), .queryTruncated(let place, _), .notebookAbsent(let place),
      .notebookWithoutRun(let place), .settingUnused(let place, _):
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
