import Findings

extension CatalogueCheck {
  mutating func checkMeasure(_ measure: Measure) {
    let before = log.count(.problem)
    checkProtected(measure)
    checkAnonymous(measure)
    switch measure.source {
    case .table: break
    case .view, .scheme:
      if !isPartial(measure) { measureBounds[measure.id] = untabledBounds(measure) }
      return
    }
    guard let id = measure.table else { return }
    checkCovering(measure)
    // Its key is the one that could not be read; what the measure divides by stands by itself.
    if id.isEmpty, isPartial(measure) {
      _ = denominatorBounds(measure)
      return
    }
    guard let table = table(id, of: measure.id, at: measure.place(of: "table")) else {
      // What was not told for want of the table would come up only once that is mended.
      _ = denominatorBounds(measure)
      return
    }
    guard checkObligations(measure, table) else { return }
    checkRows(measure, table)
    let value = reducedBounds(
      measure.predicate, measure.value, measure.take, first: measure.first, over: table, measure)
    checkColumns(measure, table)
    checkEmpty(measure, table)
    let divisor = denominatorBounds(measure)
    guard log.count(.problem) == before, !isPartial(measure) else { return }
    var bounds = value
    if measure.denominator != nil { bounds = bounds.dividedByPositive(divisor) }
    bounds = bounds * Bounds(measure.times, measure.times)
    if case .number(let number)? = measure.empty { bounds = bounds.hull(Bounds(number, number)) }
    if hasZeroDefault(measure, table) { bounds = bounds.hull(Bounds(0, 0)) }
    if let range = measure.range { bounds = Bounds(range) }
    measureBounds[measure.id] = bounds
  }

  /// What no table bounds: the stated range, else what the other scheme's node and the reducer say.
  private func untabledBounds(_ measure: Measure) -> Bounds {
    if let range = measure.range { return Bounds(range) }
    var values = Bounds.unknown
    if case .scheme(let reference) = measure.source {
      values = Bounds(catalogue.results[reference.scheme]?[reference.node])
    }
    var bounds = measure.take.bounds(of: values) * Bounds(measure.times, measure.times)
    if case .number(let number)? = measure.empty { bounds = bounds.hull(Bounds(number, number)) }
    return bounds
  }

  private func checkRows(_ measure: Measure, _ table: CatalogueTable) {
    if !table.hasUnits { report(.withoutUnits(table: table.id), at: measure.place(of: "table")) }
    if !table.hasPeriods, measure.datedBy == nil, !isPartial(measure) {
      report(.withoutPeriods(table: table.id), at: measure.place(of: "table"))
    }
    if let source = measure.datedBy,
      let column = column(source.column, of: table, at: measure.place(of: "dated_by")), column.kind != .date
    {
      report(.notDate(column: column.id, kind: column.kind), at: measure.place(of: "dated_by"))
    }
  }

  private func checkCovering(_ measure: Measure) {
    guard let covering = measure.coveredBy else { return }
    _ = table(covering, of: measure.id, at: measure.place(of: "covered_by"))
  }

  /// A name that no obligation bears would count nothing, and nothing counts as not applicable.
  /// - Returns: false if the table is another: what is written for it then fits nothing.
  private func checkObligations(_ measure: Measure, _ table: CatalogueTable) -> Bool {
    guard let names = measure.obligations?.names else { return true }
    guard let known = table.obligationNames else {
      report(.withoutObligations(table: table.id), at: measure.place(of: "table"))
      return false
    }
    for name in names where !known.contains(name) {
      log.add(
        SchemeFinding.structure(
          measure.place(of: "obligations"),
          .nameUnknown(kind: .obligation, name: name, of: measure.id, known: known.sorted())))
    }
    return true
  }

  private func checkColumns(_ measure: Measure, _ table: CatalogueTable) {
    if let first = measure.first {
      _ = column(first.by, of: table, at: measure.place(of: "first.by"))
      if let roster = first.roster,
        let members = self.table(roster, of: "\(measure.id).first.over", at: measure.place(of: "first.over"))
      {
        if !members.hasUnits { report(.withoutUnits(table: members.id), at: measure.place(of: "first.over")) }
        _ = column(first.by, of: members, at: measure.place(of: "first.over"))
      }
    }
    if let unique = measure.unique {
      _ = column(unique.by, of: table, at: measure.place(of: "unique.by"))
      if let keep = column(unique.keepGreatest, of: table, at: measure.place(of: "unique.keep")), keep.kind == .text {
        report(.notOrdered(column: keep.id, kind: keep.kind), at: measure.place(of: "unique.keep"))
      }
      if let least = unique.thenLeast, let then = column(least, of: table, at: measure.place(of: "unique.then")),
        then.kind == .text
      {
        report(.notOrdered(column: then.id, kind: then.kind), at: measure.place(of: "unique.then"))
      }
    }
  }

  /// M6: what nobody has reported on must not become a number.
  private func checkEmpty(_ measure: Measure, _ table: CatalogueTable) {
    guard let rule = measure.empty, rule != .missing, !isPartial(measure) else { return }
    if measure.coveredBy != nil || table.coveredBy != nil { return }
    let isAllowed =
      switch rule {
      case .missing: true
      case .notApplicable, .full: table.isComplete
      case .number(let number): number == 0 && hasZeroDefault(measure, table)
      }
    if !isAllowed {
      report(.emptyUncovered(measure: measure.id, table: table.id), at: measure.place(of: "empty"))
    }
  }

  private func hasZeroDefault(_ measure: Measure, _ table: CatalogueTable) -> Bool {
    (measure.take == .count || measure.take == .sum)
      && (table.isComplete || table.coveredBy != nil || measure.coveredBy != nil)
  }

  private func denominatorBounds(_ measure: Measure) -> Bounds {
    guard let per = measure.denominator,
      let table = table(per.table, of: measure.id, at: measure.place(of: "per.table"))
    else { return .unknown }
    if !table.hasUnits { report(.withoutUnits(table: table.id), at: measure.place(of: "per.table")) }
    if !table.hasPeriods { report(.withoutPeriods(table: table.id), at: measure.place(of: "per.table")) }
    return reducedBounds(per.predicate, per.value, per.take, first: nil, over: table, measure)
  }

  private func reducedBounds(
    _ predicate: PlacedExpression?, _ value: PlacedExpression?, _ take: Reducer, first: Measure.First?,
    over table: CatalogueTable, _ measure: Measure
  ) -> Bounds {
    if let predicate { _ = check(predicate, over: table, as: .condition, log: log) }
    // `count` counts rows with a value, of any kind.
    let isCounted = (first?.take ?? take) == .count
    let type = value.flatMap { check($0, over: table, as: isCounted ? .anything : .number, log: log) }
    var bounds = type?.bounds ?? .unknown
    if let first {
      checkShare(first.take, type, value, measure)
      bounds = first.take.bounds(of: bounds)
      // Members of the roster without a row count as 0.
      if first.roster != nil { bounds = bounds.hull(Bounds(0, 0)) }
      for step in first.then { bounds = self.bounds(after: step, of: bounds, points: 1, owner: measure.id) }
      // Only what picks one of the values leaves yes and no.
      let picks = [.min, .max, .last].contains(first.take) && first.then.allSatisfy(\.givesYesOrNo)
      let groups = type.map {
        ExpressionType(picks ? $0.kind : .number, isNullable: $0.isNullable, bounds: bounds)
      }
      checkShare(take, groups, value, measure)
      return take.bounds(of: bounds)
    }
    // Of a measure that was read in part there may be a first stage.
    if !isPartial(measure) { checkShare(take, type, value, measure) }
    return take.bounds(of: bounds)
  }

  /// A share is one of yes and no: values that are 0 or 1 for certain.
  private func checkShare(
    _ reducer: Reducer, _ type: ExpressionType?, _ value: PlacedExpression?, _ measure: Measure
  ) {
    guard reducer.usesShare, let type, let value, type.isNumeric else { return }
    let isYesOrNo = type.isWhole && type.bounds.low >= 0 && type.bounds.high <= 1
    if !isYesOrNo {
      report(.shareValues(measure: measure.id, low: type.bounds.low, high: type.bounds.high), at: value.place)
    }
  }
}

extension Reducer {
  var usesShare: Bool {
    switch self {
    case .share: true
    case .trimmed(_, _, let otherwise): otherwise.usesShare
    default: false
    }
  }

  /// What the reduced number can be, given what the values can be.
  func bounds(of values: Bounds) -> Bounds {
    switch self {
    case .share: .share
    case .count: .notNegative
    case .sum: Bounds(values.low < 0 ? -.infinity : 0, values.high > 0 ? .infinity : 0)
    case .mean, .min, .max, .median, .last: values
    case .trimmed(_, _, let otherwise): values.hull(otherwise.bounds(of: values))
    }
  }
}
