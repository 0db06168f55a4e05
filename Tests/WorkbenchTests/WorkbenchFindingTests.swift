import Findings
import Foundation
import Testing

@testable import Workbench

/// Every finding has its three lines in both languages.
@Suite struct WorkbenchFindingTests {
  static let place = Place.subject("某处")
  static let all: [WorkbenchFinding] = [
    .noWorkspace(place, isNamed: false), .noWorkspace(place, isNamed: true), .workspaceExists(place),
    .minimumCellTooSmall(place, value: 0), .phaseDatesUnreadable(place, phase: "夏", from: "a", to: "b"),
    .periodUnreadable(place, phases: []), .periodUnreadable(place, phases: ["夏"]), .asOfUnreadable(place),
    .systemUnknown(place, known: ["a"]), .obligationsAbsent(place),
    .schemeUnreadable(place, file: "f", problems: 1), .systemUnusable(place, system: "s", problems: 2, first: place),
    .nameTwice(place, name: "n", first: place),
    .schemeUnknown(place, known: []), .tableUnknown(place, known: ["某次"]),
    .tableOfSeveralSystems(place, systems: ["a", "b"]), .fileMatchesNone(place, patterns: ["*a*"]),
    .fileMatchesSeveral(place, tables: ["a", "b"]), .unitUnknown(place, nearest: "x"),
    .unitUnknown(place, nearest: nil),
    .unitAmbiguous(place, units: ["a", "b"]), .unitOutOfScope(place, scheme: "s", period: "2025"),
    .nodeUnknown(place, nodes: ["a"]), .notScored(place, scheme: "s", period: "2025"), .neverScored(place, scheme: "s"),
    .neverScored(place, scheme: nil), .tableNeverImported(place, table: "t"), .leavesTableEmpty(place, table: "t"),
    .periodWithoutRows(place, scheme: "s", period: "2027H1", tables: ["a", "b"], ungraded: 5, units: 5),
    .periodWithoutRows(place, scheme: "s", period: "2027H1", tables: ["a"], ungraded: 3, units: 5),
    .noUnitsInScope(place, kinds: [], period: "2025"),
    .exampleFailed(place, example: "e", node: "n", expected: "1", got: "2"),
    .exampleNodeUnknown(place, example: "e", node: "n"),
    .explainUnderCell(place, scheme: "s", minimumCell: 10),
    .examplePeriodUnknown(place, example: "e", period: "2025H3", phases: []),
    .examplePeriodUnknown(place, example: "e", period: "2025H3", phases: ["p"]),
    .replayDiffers(place, ReplayDifferenceTests.value),
    .replayDiffers(place, ReplayDifferenceTests.value, ofEngine: "0.2.0"),
    .runOutdated(place, what: [.register, .minimumCell], scheme: "s", period: "2025H1", isFinal: false),
    .runOutdated(place, what: [.register], scheme: "s", period: "2025H1", isFinal: true),
    .verifyRowsUnchecked(place, .inputs([.register, .calendar, .definition(system: "s", table: "t")])),
    .verifyRowsUnchecked(place, .views(measures: ["m"], tables: [.init(system: "s", table: "t")])),
    .verifyRowsLost(place, .batch(table: .init(system: "s", table: "t"), sha256: "0123456789abcdef")),
    .verifyRowsLost(
      place,
      .rows(
        table: .init(system: "s", table: "t"), batch: .init(2, isProtected: true), file: "t.csv", kept: 2, found: 1)),
    .engineDiffers(place, stored: "1", current: "2"),
    .fileUnwritable(place, .rights), .fileUnwritable(place, .space), .fileUnwritable(place, .other("x 1")),
    .dataRequestUnknown(place, keys: ["a"]), .chartDataMissing(place), .systemUnknown(place, known: ["s"]),
    .notebookAbsent(place), .notebookWithoutRun(place), .queryTruncated(place, rows: 10),
    .decisionAmbiguous(place, table: "t", row: 2, target: "n", schemes: ["a", "b"]),
    .decisionSchemeUnknown(place, table: "t", row: 2, scheme: "s", known: ["a", "b"]),
    .decisionsLater(place, table: "t", count: 1, asOf: "2025-03-01"),
    .decisionsLater(place, table: "t", count: 2, asOf: "2025-03-01"),
    .calendarYearAbsent(place, measure: "m", years: [2026, 2027]),
    .derivedMore(place, like: "filing-too-early", count: 2, listing: "qingheng due"),
    .periodUnused(place, table: "t", period: "2025H1"),
    .upstreamUnknown(place, measure: "m", scheme: "s", known: []),
    .upstreamNodeUnknown(place, measure: "m", scheme: "s", node: "n", known: ["a", "b", "c", "d", "e", "f", "g"]),
    .upstreamCycle(place, schemes: ["a", "b", "a"]),
    .upstreamAbsent(place, measure: "m", scheme: "s", period: "2025"),
    .frozenRunNotFinal(place, scheme: "s", step: "zscore", period: "2025"),
    .viewColumns(place, measure: "m", found: ["a"], missing: []),
    .viewColumns(place, measure: "m", found: [], missing: ["value"]),
    .viewCell(place, measure: "m", column: "value", row: 1, value: "x"),
    .claimedTwice(place, measure: "m", thing: "t", units: ["A", "B"], holder: "A"),
    .rosterStranger(place, measure: "m", unit: "A", members: ["甲"], hasRoster: true),
    .rosterStranger(place, measure: "m", unit: "A", members: ["甲"], hasRoster: false),
    .recordUnreadable(place, table: "t", row: 2, column: "value", value: "x"),
    .nothingToImport(place), .asOfTooEarly(place, period: "2025H1", start: "2025-01-01"),
    .givenMeasureUnknown(place, measure: "m", known: ["a"]),
    .givenPeriodUnknown(place, period: "2025", known: ["2024"]),
    .givenOutOfRange(place, measure: "m", value: 101, low: 0, high: 100),
    .givenOutOfRange(place, measure: "m", value: -1, low: 0, high: .infinity),
    .givenOutOfRange(place, measure: "m", value: 1, low: -.infinity, high: 0),
    .trialDiscloses(place, .rows(measure: "m", table: "t")), .trialDiscloses(place, .windows(table: "t")),
    .trialDiscloses(place, .units(table: "t", units: 2)), .trialDiscloses(place, .threshold(measure: "m", units: 1)),
    .trialDiscloses(place, .readings(first: "a", second: "b", table: "t")),
    .trialDiscloses(place, .halves(table: "t")), .trialDiscloses(place, .batches(table: "t", fewerThan: 5)),
    .trialDiscloses(place, .minimumCells(first: 3, second: 5)),
    .baseUnderMinimumCell(place, measure: "m", atLeast: 3, minimumCell: 5),
    .nothingInCommon(place, period: "2025"), .trialRefused(place), .nothingToImport(place),
    .asOfTooEarly(place, period: "2025H1", start: "2025-01-01"),
  ]

  @Test(arguments: all)
  func isWordedInBothLanguages(finding: WorkbenchFinding) {
    let (chinese, english) = (finding.wording(in: .chinese), finding.wording(in: .english))
    for line in [chinese.found, chinese.consequence, chinese.remedy] {
      #expect(!line.isEmpty && !line.contains("Optional(") && !line.contains("  "))
    }
    for line in [english.found, english.consequence, english.remedy] {
      #expect(!line.isEmpty && !line.contains("。") && !line.contains("，") && !line.contains("Optional("))
      for word in ["please", "Please", "invalid", "Invalid", "oops", "failed to"] { #expect(!line.contains(word)) }
    }
    #expect(chinese.found != english.found)
    #expect(finding.place == Self.place)
  }

  /// The codes that the enum can give are those of the samples above.
  @Test func noneIsLeftOut() throws {
    let source = SmallWorkspace.root.appending(path: "Sources/Workbench/Findings/WorkbenchFinding.swift")
    let text = try String(contentsOf: source, encoding: .utf8)
    let codes = text.matches(of: /case [.a-zA-Z, ]+: "([a-z-]+)"/).map { String($0.output.1) }
    #expect(codes.count > 30)
    #expect(Set(codes) == Set(Self.all.map(\.code)))
  }

  @Test func aNearNameIsNamed() {
    let finding = WorkbenchFinding.schemeUnknown(.subject("kesh"), known: ["keshi", "zongzhi"])
    #expect(finding.wording(in: .english).found == "There is no scheme “kesh”. Did you mean “keshi”?")
    #expect(finding.wording(in: .chinese).found == "没有“kesh”这个方案。是否即“keshi”？")
  }
}
