import Findings
import Register
import Schemes
import Scoring
import Store

/// The rows of the decisions and titles of a run, as a person finds them again; and the decisions that are not among its
/// inputs because their rows do not say which scheme they are about.
struct RecordSources {
  private(set) var decisions: [Decision: String] = [:]
  private(set) var titles: [TitleHolding: String] = [:]
  private(set) var ambiguous: [(decision: Decision, why: WorkbenchFinding)] = []

  init(_ run: CompletedRun, in session: Session, words: ExplainWords) throws {
    let (scheme, asOf) = (run.scheme, run.record.input.asOf)
    // What cannot be read was told when the run was scored.
    let rows = RecordRows(session: session, loaded: run.loaded, log: FindingLog())
    if let table = scheme.decisions {
      let found = try rows.decisions(on: run.period, asOf: asOf)
      decisions = try places(of: found.counted + found.ambiguous.map(\.decision), table, run, session, words)
      let counted = Set(run.record.input.decisions)
      ambiguous = found.ambiguous.filter { !counted.contains($0.decision.record) }.map {
        (
          $0.decision.record,
          .decisionAmbiguous(
            scheme.place, table: table, row: $0.decision.source.row, target: $0.decision.record.target,
            schemes: $0.schemes)
        )
      }
    }
    if let table = scheme.titles?.table {
      let scope = session.scope(of: scheme, period: run.period, asOf: asOf)
      titles = try places(of: rows.titles(asOf: asOf, in: scope), table, run, session, words)
    }
  }

  private func places<Record: Hashable>(
    of records: [Recorded<Record>], _ table: String, _ run: CompletedRun, _ session: Session, _ words: ExplainWords
  ) throws -> [Record: String] {
    guard let spec = session.folders.spec(table, for: run.loaded.system) else { return [:] }
    let name = TableName(system: spec.spec.system, table: table)
    let cells = try session.database.cells(name, references: records.map(\.source), columns: [])
    let files = Dictionary(cells.map { ($0.reference, $0.file) }, uniquingKeysWith: { first, _ in first })
    var places: [Record: String] = [:]
    for record in records {
      guard let file = files[record.source] else { continue }
      let place = "\(file) \(words.row(record.source.row))"
      // One decision that was recorded twice stands in both rows.
      places[record.record] = places[record.record].map { words.list([$0, place]) } ?? place
    }
    return places
  }
}
