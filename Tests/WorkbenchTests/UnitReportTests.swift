import Findings
import Foundation
import Testing

@testable import Charts
@testable import Reports
@testable import Workbench

/// What a letter says of one unit: computed, and true.
@Suite struct UnitReportTests {
  private func view(_ workspace: SmallWorkspace, _ code: String) throws -> UnitInView {
    var session = try workspace.session()
    try session.takeBothHalves()
    let run = try session.scored("2025H1")
    return UnitInView(tables: session.tables(of: run, language: .chinese), unit: try run.index(code))
  }

  private func numbers(_ table: DataTable, _ name: String) -> [Double] {
    guard case .numbers(let found)? = table.columns.first(where: { $0.name == name })?.values else { return [] }
    return found
  }

  /// No loss is greater than what the indicator could have brought, and they add up to what the total lacks.
  @Test func lossesAddUpToWhatIsLacking() throws {
    let workspace = try SmallWorkspace()
    for code in ["K1", "K2", "K3"] {
      let unit = try view(workspace, code)
      let table = try unit.losses(evidence: nil)
      let (lost, most) = (numbers(table, "lost"), numbers(table, "points"))
      #expect(zip(lost, most).allSatisfy { $1.isNaN || $0 <= $1 + 0.005 })
      let score = unit.tables.run.sheet.standing[unit.unit].displayedScore
      #expect(abs(lost.reduce(0, +) - (100 - score)) < 0.01 * Double(lost.count + 1), "\(code) \(score) \(lost)")
    }
  }

  /// Giving back what the way names makes the grade: of the total, and of every part.
  @Test func theWayLeadsToTheGrade() throws {
    let workspace = try SmallWorkspace()
    for code in ["K1", "K2", "K3", "K4", "K5"] {
      let unit = try view(workspace, code)
      guard let missed = unit.tables.shortfalls().first(where: { $0.unit == unit.unit }),
        let way = GradeWay(unit, to: missed.missed)
      else { continue }
      for loss in way.single { #expect(loss.points >= way.gap - 0.005) }
      if let together = way.together {
        #expect(together.reduce(0) { $0 + $1.points } >= way.gap - 0.005)
        for part in way.weak {
          let inside = Set(part.node.leaves.map(\.id) + [part.node.id])
          let given = together.filter { inside.contains($0.node?.id ?? "") }.reduce(0) { $0 + $1.points }
          #expect(given >= part.gap - 0.005, "\(code) \(part.node.id)")
        }
      }
      #expect(way.sentence.hasPrefix("要到"))
    }
  }

  @Test func aRequestThatCannotBeMeantIsRefused() throws {
    let workspace = try SmallWorkspace()
    var session = try workspace.session()
    try session.takeBothHalves()
    let run = try session.scored("2025H1")
    let log = FindingLog()
    func ask(_ text: String, isPublic: Bool = false) throws -> DataTable? {
      let body = "---\ntitle: x\nscheme: keshi\nperiod: 2025H1\n---\n```table\nfrom: \(text)\n```"
      guard let book = Notebook.read(body, name: "n.md", log: log),
        case .cell(.table(let cell))? = book.blocks.first
      else { return nil }
      return try ReportData(session: session, run: run, tellsEvidence: !isPublic).table(cell.from, log: log)
    }
    #expect(try ask("{losses: $scheme}") == nil)
    #expect(try ask("{scores: $scheme, unit: K1}") == nil)
    #expect(try ask("{problems: true, state: 超时}") == nil)
    #expect(try ask("{problems: true}", isPublic: true) == nil)
    #expect(
      log.findings.map(\.code) == [
        "data-unit-missing", "data-unit-unused", "data-state-unknown", "data-internal-only",
      ])
    #expect(try ask("{parts: $scheme, unit: K1}") != nil)
  }
}
