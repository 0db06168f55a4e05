import Analysis
import Documents
import Findings
import Schemes
import Scoring
import Store

extension Session {
  /// By which rules and readings each run came about. Runs whose schemes say the same in other words have the same rules.
  func bases(of runs: [CompletedRun]) -> [RunBasis] {
    var known: [(document: DocumentNode, rules: String)] = []
    return runs.map { run in
      let manifest = RunManifest(json: run.record.manifest)
      var rules = manifest?.schemeHash ?? run.record.key
      if let document = run.loaded.file.document(log: FindingLog()) {
        if let same = known.first(where: { differences(from: $0.document, to: document).allSatisfy(\.isOfNames) }) {
          rules = same.rules
        } else {
          known.append((document, rules))
        }
      }
      // Leaves from a table are rules that stand in rows.
      for (table, rows) in (manifest?.leafRows ?? [:]).sorted(by: { $0.key < $1.key }) {
        let words = rows.map { "\($0.map { "\($0.key)=\($0.value)" }.sorted())" }
        rules += " \(table):\(words)"
      }
      var tables: [String: String] = [:]
      let measured = tablesOfMeasures(run)
      for table in manifest?.tables ?? [] where measured.contains(TableName(system: table.system, table: table.table)) {
        tables[table.table] = table.spec
      }
      let asked = run.answerTables.measures.flatMap(\.tables).map(\.table)
      return RunBasis(
        rules: rules, engine: manifest?.engine ?? "",
        minimumCell: manifest?.minimumCell ?? workspace.settings.minimumCell, tables: tables,
        questionnaires: Set(asked), frozen: manifest?.frozen ?? [:])
    }
  }

  /// Those whose rows become numbers; of decisions, titles and the like another spec changes no number.
  private func tablesOfMeasures(_ run: CompletedRun) -> Set<TableName> {
    let loader = loader(
      of: run.loaded, scope: scope(of: run.scheme, period: run.period, asOf: run.record.input.asOf))
    return run.scheme.measures.reduce(into: []) { names, measure in
      names.formUnion((try? loader.tables(behind: measure)) ?? [])
      if let below = measure.denominator { names.insert(folders.name(of: below.table, for: run.loaded.system)) }
    }
  }
}

extension SchemeDifference {
  /// Titles, reasons, approvals and examples decide no number.
  fileprivate var isOfNames: Bool {
    switch subject {
    case .setting(let key): ["title", "basis", "version", "approval", "scheme", "titles"].contains(key)
    case .example: true
    default: false
    }
  }
}
