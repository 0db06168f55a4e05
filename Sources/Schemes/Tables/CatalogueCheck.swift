import Findings

/// Checks everything about a scheme that needs the tables: names and kinds of columns, ranges, coverage, 认定. All
/// problems at once. Leaves from a table are checked once they are expanded.
/// - Parameter unknown: Measures of which nothing is known, because what they read was not found.
package func check(
  _ scheme: Scheme, against catalogue: Catalogue, leavingOut unknown: Set<String> = [], log: FindingLog
) {
  var check = CatalogueCheck(scheme: scheme, catalogue: catalogue, log: log)
  if !unknown.isEmpty { check.soundMeasures = Set(scheme.measures.map(\.id)).subtracting(unknown) }
  check.run()
}

/// What the value of each measure can be: its `range`, else what the ranges of columns and the reducer allow. Measures that
/// have problems are left out.
package func measureBounds(of scheme: Scheme, in catalogue: Catalogue) -> [String: Bounds] {
  var check = CatalogueCheck(scheme: scheme, catalogue: catalogue, log: FindingLog())
  check.run()
  return check.measureBounds
}

/// What the tables say of a scheme that has problems, as far as it can be read.
func check(_ draft: SchemeDraft, against catalogue: Catalogue, log: FindingLog) {
  // What another scheme's node can be is not known before that scheme was found.
  let known = draft.scheme.measures.filter {
    if case .scheme = $0.source, $0.range == nil { return false }
    return true
  }
  let ids = Set(known.map(\.id))
  var check = CatalogueCheck(
    scheme: draft.scheme, catalogue: catalogue, log: log, soundMeasures: ids.intersection(draft.soundMeasures),
    partialMeasures: ids.subtracting(draft.soundMeasures), unsoundNodes: draft.unsoundNodes)
  check.run()
}

struct CatalogueCheck {
  let scheme: Scheme
  let catalogue: Catalogue
  let log: FindingLog
  /// The measures that could be read; nil: all.
  var soundMeasures: Set<String>?
  /// Those of which some key could not be read. What the others say is held against the tables; what a measure lacks, and
  /// what its number can be, is not known.
  var partialMeasures: Set<String> = []
  /// Nodes that could not be read in full: what they come to is not known.
  var unsoundNodes: Set<String> = []
  /// What each measure's value can be; those that have problems are not there.
  var measureBounds: [String: Bounds] = [:]

  mutating func run() {
    checkUnits()
    checkRegisteredUnits()
    for measure in scheme.measures where isSound(measure) || isPartial(measure) { checkMeasure(measure) }
    checkCareless()
    for root in scheme.roots { _ = bounds(of: root) }
    checkEffects()
    checkIdle()
    checkImputations()
    checkRecords()
    checkLeafTables()
  }

  private func isSound(_ measure: Measure) -> Bool { soundMeasures?.contains(measure.id) ?? true }

  func isPartial(_ measure: Measure) -> Bool { partialMeasures.contains(measure.id) }

  func report(_ problem: TableProblem, at place: Place) { log.add(SchemeFinding.tables(place, problem)) }

  func table(_ id: String, of owner: String, at place: Place) -> CatalogueTable? {
    if let table = catalogue.tables[id] { return table }
    log.add(
      SchemeFinding.structure(
        place, .nameUnknown(kind: .table, name: id, of: owner, known: catalogue.tables.keys.sorted())))
    return nil
  }

  func column(_ id: String, of table: CatalogueTable, at place: Place) -> CatalogueColumn? {
    if let column = table.column(id) { return column }
    log.add(
      SchemeFinding.structure(
        place, .nameUnknown(kind: .column, name: id, of: table.id, known: table.columns.map(\.id))))
    return nil
  }

  func checkRegisterColumn(_ id: String, of owner: String, at place: Place) {
    guard !catalogue.registerColumns.contains(id) else { return }
    log.add(
      SchemeFinding.structure(
        place,
        .nameUnknown(kind: .registerColumn, name: id, of: owner, known: catalogue.registerColumns.sorted())))
  }

  private func checkUnits() {
    if case .column(let peers)? = scheme.units.peers {
      checkRegisterColumn(peers, of: "units.peers", at: scheme.place(of: "units.peers"))
    }
    for fact in scheme.facts {
      for column in fact.test.registerColumns { checkRegisterColumn(column, of: fact.id, at: fact.place) }
    }
    guard let predicate = scheme.units.predicate else { return }
    for id in predicate.expression.columns.sorted() where !catalogue.registerColumns.contains(id) {
      checkRegisterColumn(id, of: "units.where", at: predicate.place)
    }
    let known = predicate.expression.columns.union(catalogue.registerColumns).sorted()
    let register = CatalogueTable(
      id: "units", columns: known.map { CatalogueColumn(id: $0, kind: .text, isNullable: false) })
    _ = check(predicate, over: register, as: .condition, countsDays: false, log: log)
  }

  /// Ceilings and vetoes act on confirmed rows only (E5).
  private func checkEffects() {
    for effect in scheme.effects where effect.capGrade != nil || effect.setGrade != nil {
      let key = effect.capGrade != nil ? "cap_grade" : "set_grade"
      if effect.trigger == nil, let grade = effect.capGrade ?? effect.setGrade {
        report(
          .untriggered(effect: effect.id, grade: grade, isCeiling: effect.capGrade != nil), at: effect.place(of: key))
      }
      for test in effect.trigger?.anyOf ?? [] {
        guard let measure = scheme.measure(test.measure), isSound(measure),
          let table = measure.table.flatMap({ catalogue.tables[$0] }),
          !table.needsDecision
        else { continue }
        report(
          .effectUnconfirmed(effect: effect.id, measure: measure.id, table: table.id), at: effect.place(of: key))
      }
    }
  }

  /// Units are imputed by the mean or median of their group in the register.
  private func checkImputations() {
    for node in scheme.allNodes {
      for step in node.ownSteps {
        guard case .impute(.units(_, let group?)) = step.action else { continue }
        checkRegisterColumn(group, of: node.id, at: step.place)
      }
    }
  }

  private func checkLeafTables() {
    for node in scheme.allNodes {
      guard case .leaves(let leaves, _) = node.source else { continue }
      func place(_ key: String) -> Place { leaves.places[key] ?? leaves.place }
      checkNotProtected(leaves.table, as: .leaves, at: place("from"))
      checkNotProtected(leaves.columnOf, as: .leaves, at: place("measure"))
      if let groups = leaves.groups { checkNotProtected(groups.table, as: .leaves, at: place("groups.from")) }
      if let frame = table(leaves.table, of: node.id, at: place("from")) {
        let named = [
          ("id", leaves.id), ("group", leaves.group), ("parent", leaves.parent), ("weight", leaves.weight),
          ("per", leaves.denominatorColumn),
        ]
        for (key, column) in named {
          if let column { _ = self.column(column, of: frame, at: place(key)) }
        }
        for column in leaves.steps.flatMap(\.operands).flatMap(\.columns) {
          _ = self.column(column, of: frame, at: leaves.place)
        }
      }
      _ = table(leaves.columnOf, of: node.id, at: place("measure"))
      if let predicate = leaves.predicate, var frame = catalogue.tables[leaves.table] {
        // The rows are at hand when leaves are made: one with an empty cell is simply no leaf.
        let others = predicate.expression.columns.sorted().filter { id in !frame.columns.contains { $0.id == id } }
        frame.columns += others.compactMap { frame.column($0) }
        for index in frame.columns.indices { frame.columns[index].isNullable = false }
        _ = check(predicate, over: frame, as: .condition, countsDays: false, log: log)
      }
      if let groups = leaves.groups, let frame = table(groups.table, of: node.id, at: place("groups.from")) {
        _ = column(groups.weight, of: frame, at: place("groups.weight"))
        if let group = leaves.group { _ = column(group, of: frame, at: place("group")) }
      }
    }
  }
}
