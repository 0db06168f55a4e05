import Schemes
import Store

/// Whether two kept runs beside each other show no more of anonymous tables than one of them alone. Where each reads
/// something that the other does not, the difference of two numbers can be the answer of one person.
struct ComparisonPrivacy {
  let before: CompletedRun
  let after: CompletedRun
  let session: Session
  private var folders: SystemFolders { session.folders }

  func disclosures() throws -> [AnswerDisclosure] {
    let (first, second) = (readings(of: before), readings(of: after))
    return try first.keys.sorted().flatMap { table -> [AnswerDisclosure] in
      guard let a = first[table], let b = second[table] else { return [] }
      var found: [AnswerDisclosure] = []
      if let pair = difference(a, b) ?? difference(b, a).map({ (own: $0.other, other: $0.own) }) {
        found.append(.readings(first: pair.own.id, second: pair.other.id, table: table.table))
      }
      if (before.scheme.combination == nil) != (after.scheme.combination == nil), !before.period.halves.isEmpty {
        found.append(.halves(table: table.table))
      }
      if let least = try fewestOtherAnswers(in: table) { found.append(.batches(table: table.table, fewerThan: least)) }
      return found
    }
  }

  /// The minimum cell, where between two runs of one period fewer answers of some unit than that came, went or changed.
  private func fewestOtherAnswers(in table: TableName) throws -> Int? {
    guard before.period == after.period, let store = session.store(of: table),
      let first = RunManifest(json: before.record.manifest), let second = RunManifest(json: after.record.manifest)
    else { return nil }
    let minimum = max(first.minimumCell, second.minimumCell)
    let days = before.period.start.yyyymmdd...before.period.end.yyyymmdd
    let least = try store.leastChangeOfAUnit(
      in: table, from: session.keptRows(of: before.record, first).rows.batches[table],
      to: session.keptRows(of: after.record, second).rows.batches[table], within: days)
    return least.flatMap { $0 < minimum ? minimum : nil }
  }

  /// A reading that only the second run has, and one that a node of the first shows and none of the second.
  private func difference(_ first: [Reading], _ second: [Reading]) -> (own: Measure, other: Measure)? {
    guard let other = second.first(where: { one in !first.contains { one.measure.reads(like: $0.measure) } }),
      let own = first.first(where: { one in
        // One that no node shows tells nothing by itself, but does not make the other run show it either.
        let twins = second.filter { one.measure.reads(like: $0.measure) }
        return twins.isEmpty || (one.isShown && !twins.contains(where: \.isShown))
      })
    else { return nil }
    return (own.measure, other.measure)
  }

  private struct Reading {
    let measure: Measure
    /// A node stands on it, so that the run tells its number.
    let isShown: Bool
  }

  /// The measures that rest on each anonymous table, also below a fraction line.
  private func readings(of run: CompletedRun) -> [TableName: [Reading]] {
    let shown = Set(run.scheme.allNodes.flatMap(\.measures))
    var byTable: [TableName: [Reading]] = [:]
    for measure in run.scheme.measures {
      var tables = run.answerTables[measure.id]
      if let below = measure.denominator.map({ folders.name(of: $0.table, for: run.loaded.file.system) }),
        folders.isAnonymous(below)
      {
        tables.insert(below)
      }
      for table in tables {
        byTable[table, default: []].append(Reading(measure: measure, isShown: shown.contains(measure.id)))
      }
    }
    return byTable
  }
}

extension Node {
  /// The measures that the node stands on itself.
  fileprivate var measures: [String] {
    switch source {
    case .measure(let id): [id]
    case .hands(let hands): hands.all.map(\.measure)
    case .children, .leaves: []
    }
  }
}
