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
      for table in manifest?.tables ?? []
      where measured?.contains(TableName(system: table.system, table: table.table)) ?? true {
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
  /// - Returns: nil where nobody can say, as of a SELECT whose tables are gone: then every table counts, since a break too
  ///   many is seen, and one too few is not.
  private func tablesOfMeasures(_ run: CompletedRun) -> Set<TableName>? {
    let loader = loader(
      of: run.loaded, scope: scope(of: run.scheme, period: run.period, asOf: run.record.input.asOf))
    var names: Set<TableName> = []
    for measure in run.scheme.measures {
      guard let behind = try? loader.tables(behind: measure) else { return nil }
      names.formUnion(behind)
      if let below = measure.denominator { names.insert(folders.name(of: below.table, for: run.loaded.system)) }
    }
    return names
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
