import Findings
import Schemes
import Scoring
import Store

extension CompletedRun {
  /// How many people answered about a unit, over all anonymous tables; nil where the scheme asks nobody.
  func answers(about unit: Int) -> Int? {
    let counts = record.input.measures.filter { $0.key.hasPrefix(MeasureLoader.answerCountPrefix) }
    return counts.isEmpty ? nil : counts.values.reduce(0) { $0 + $1.n[unit] }
  }

  /// Columns of the run's period and of its halves.
  private var windows: [[String: MeasureColumn]] { [record.input.measures] + record.input.halves.map(\.measures) }

  /// The anonymous tables of which no n may be printed for a unit: some cell of them, in the period or one of its
  /// halves, is under the minimum. Of several cells that add up, showing all but one shows that one too. A SELECT over a
  /// table takes part like the table itself.
  func tablesWithHiddenAnswers(about unit: Int, minimumCell: Int) -> Set<TableName> {
    let small = answerTables.measures.filter { measure in
      windows.contains { (1..<max(minimumCell, 1)).contains($0[measure.id]?.n[unit] ?? 0) }
    }
    return small.reduce(into: []) { $0.formUnion($1.tables) }
  }

  /// The minimum cell under which the run is shown: its own, or today's where that has been raised since. What the run
  /// hid stays hidden.
  func minimumCell(today: Int) -> Int { max(RunManifest(json: record.manifest)?.minimumCell ?? today, today) }

  /// Whether a value that rests on fewer answers about the unit than the cell was kept: of a run from before the cell was
  /// raised.
  func showsAnswers(under cell: Int, about unit: Int) -> Bool {
    answerTables.measures.contains { measure in
      windows.contains { columns in
        guard let column = columns[measure.id] else { return false }
        return (1..<max(cell, 1)).contains(column.n[unit]) && !column.value[unit].isNaN
          && !measure.id.hasPrefix(MeasureLoader.answerCountPrefix)
      }
    }
  }

  /// Whether a measure's n may not be printed for a unit, because it or one that it adds up with is under the minimum.
  func hidesAnswers(of measure: String, about unit: Int, minimumCell: Int) -> Bool {
    !tablesWithHiddenAnswers(about: unit, minimumCell: minimumCell).isDisjoint(with: answerTables[measure])
  }

  /// Whether the n of a measure is hidden for a unit although it is not itself under the minimum: a rule that asked for it
  /// would give away what it hides.
  func hidesAnswersByOthers(of measure: String, about unit: Int, minimumCell: Int) -> Bool {
    hidesAnswers(of: measure, about: unit, minimumCell: minimumCell)
      && windows.contains { ($0[measure]?.n[unit] ?? 0) >= minimumCell }
  }
}

extension CompletedRun {
  /// Units of which a measure's number is withheld, since one under the minimum cell would follow from it: what is printed
  /// of them is rounded as in every report, and a leaf that is that number itself is left out.
  func withheldMeasures(about unit: Int, minimumCell: Int) -> Set<String> {
    if tablesWithHiddenAnswers(about: unit, minimumCell: minimumCell).isEmpty { return [] }
    return Set(
      scheme.measures.map(\.id).filter { hidesAnswersByOthers(of: $0, about: unit, minimumCell: minimumCell) })
  }
}

extension Session {
  /// The tables of answers behind a scheme's measures: those that are anonymous, and those that were when the run was
  /// made. A SELECT that nobody can read any more is treated as one over an anonymous table.
  func answerTables(of loader: MeasureLoader, record: RunRecord) -> AnswerTables {
    func wasAnonymous(_ table: TableName) -> Bool {
      [table.table, "\(table.system)/\(table.table)"].contains {
        record.input.measures[MeasureLoader.answerCountPrefix + $0] != nil
      }
    }
    var tables = AnswerTables()
    for measure in loader.scheme.measures {
      guard let behind = try? loader.tables(behind: measure) else {
        tables.add([TableName(system: loader.system, table: measure.id)], behind: measure.id)
        continue
      }
      tables.add(behind.filter { folders.isAnonymous($0) || wasAnonymous($0) }, behind: measure.id)
    }
    for id in record.input.measures.keys where id.hasPrefix(MeasureLoader.answerCountPrefix) {
      let name = id.dropFirst(MeasureLoader.answerCountPrefix.count).split(separator: "/", maxSplits: 1).map(
        String.init)
      let table =
        name.count == 2
        ? TableName(system: name[0], table: name[1]) : folders.name(of: name[0], for: loader.system)
      tables.add([table], behind: id)
    }
    return tables
  }
}
