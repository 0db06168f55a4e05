import Findings

/// Draws a specification over data: the one way from columns to pictures.
/// - Parameters:
///   - cutoffs: the lines of `rule: {x: cutoffs}`
///   - values: what fills `{name}` in the words; `{facet}` (the group's name) and `{n_facet}` (its rows) are added where
///     the specification has a facet
///   - facetValues: values that hold for one group only, by its name
///   - split: overrides `facet: {split: …}`
/// - Returns: One scene, or one for each group in the order of the data; empty if a problem was logged. Empty data
///   makes a picture that says so.
package func drawing(
  of spec: ChartSpec, data: DataTable, cutoffs: [Cutoff] = [], values: [String: String] = [:],
  facetValues: [String: [String: String]] = [:], split: Bool? = nil, metrics: some TextMetrics, log: FindingLog
) -> [Scene] {
  let problems = log.count(.problem)
  if data.rowCount > 0 { checkColumns(of: spec, data, log) }
  guard log.count(.problem) == problems else { return [] }

  let (fill, legend) = fillScale(of: spec, data, log)
  let groups =
    spec.facet.map { facet in
      data.groups(by: facet.column).map { (name: Optional($0.value ?? HouseStyle.noGroup), rows: $0.rows) }
    } ?? [(name: nil, rows: Array(0..<data.rowCount))]
  var layout = SceneLayout(
    spec: spec, data: data, groups: groups.filter { !$0.rows.isEmpty }, facet: "", cutoffs: cutoffs, values: values,
    metrics: metrics, range: nil, fill: fill, legend: legend)
  layout.range = valueRange(of: layout, log)
  warnOfDoubleCells(layout, log)

  var scenes: [Scene] = []
  if spec.facet != nil, split ?? spec.facet?.isSplit ?? false, !layout.groups.isEmpty {
    for group in layout.groups {
      var one = layout
      let name = group.name ?? HouseStyle.noGroup
      one.facet = name
      one.values["facet"] = name
      one.values["n_facet"] = "\(layout.bands(of: group.rows).count)"
      one.values.merge(facetValues[name] ?? [:]) { $1 }
      // Words above that name the group need no heading that repeats it. What they ask for in vain is told elsewhere.
      let isNamed = [spec.title, spec.subtitle].contains {
        $0?.filled(with: one.values, log: FindingLog()).contains(name) ?? false
      }
      one.groups = [(isNamed ? nil : group.name, group.rows)]
      if let scene = one.scene(log: log) { scenes.append(scene) }
    }
  } else {
    if spec.facet != nil {
      let all = [
        "facet": HouseStyle.allGroups, "n_facet": "\(layout.groups.reduce(0) { $0 + layout.bands(of: $1.rows).count })",
      ]
      layout.values.merge(all) { caller, _ in caller }
    }
    if let scene = layout.scene(log: log) { scenes.append(scene) }
  }
  return log.count(.problem) == problems ? scenes : []
}

private func checkColumns(of spec: ChartSpec, _ data: DataTable, _ log: FindingLog) {
  let known = data.columns.map(\.name)
  func check(_ columns: [String], numbers: Bool, owner: String, _ place: Place) {
    for column in columns {
      if data[column] == nil {
        log.add(ChartFinding.unknownColumn(place, mark: owner, column: column, known: known))
      } else if numbers, !data.isNumeric(column) {
        log.add(ChartFinding.columnNotNumbers(place, mark: owner, column: column))
      }
    }
  }
  for mark in spec.marks {
    check(mark.y.map { [$0] } ?? [], numbers: false, owner: mark.kind.rawValue, mark.place)
    check(mark.valueColumns + mark.numberColumns, numbers: true, owner: mark.kind.rawValue, mark.place)
    check(mark.otherColumns, numbers: false, owner: mark.kind.rawValue, mark.place)
  }
  if let facet = spec.facet { check([facet.column], numbers: false, owner: "facet", facet.place) }
  if let labels = spec.scales.y.labels {
    check([labels], numbers: false, owner: "scales.y", spec.scales.y.place ?? spec.place)
  }
}

/// The range of the value axis over all groups, so that pictures of one chart can be laid side by side.
private func valueRange(of layout: SceneLayout, _ log: FindingLog) -> (low: Double, high: Double)? {
  let spec = layout.spec
  guard spec.plot == .rows,
    spec.marks.contains(where: { !$0.valueColumns.isEmpty || $0 is StackMark || $0 is StepsMark })
  else { return nil }
  let panels = layout.groups.map { layout.bands(of: $0.rows) }
  let values =
    spec.marks.flatMap { mark in panels.flatMap { mark.axisValues(of: $0, in: layout.data, fill: layout.fill) } }
    + spec.marks.flatMap { $0.fixedValues(cutoffs: layout.cutoffs) }
  let hasBars = spec.marks.contains(where: \.startsAtZero)
  if hasBars, let wish = spec.scales.x.domain, !wish.contains(0) {
    log.add(ChartFinding.barsFromZero(spec.scales.x.place ?? spec.place, low: wish.lowerBound, high: wish.upperBound))
  }
  return LinearScale.range(of: values, wish: spec.scales.x.domain, holdsZero: hasBars || spec.scales.x.holdsZero)
}

private func fillScale(of spec: ChartSpec, _ data: DataTable, _ log: FindingLog) -> (FillScale, Legend) {
  let scale = spec.scales.fill
  let cell = spec.marks.compactMap { $0 as? CellMark }.first
  guard let filled = spec.marks.first(where: { $0.fillColumn != nil }), let column = filled.fillColumn else {
    return (.plain, .none)
  }
  if cell.map({ !$0.isState }) ?? (scale.palette == .diverging) {
    let values = (0..<data.rowCount).map { data.number(column, $0) }.filter(\.isFinite)
    let format = cell?.format ?? data[column]?.digits.map { NumberFormat(digits: $0) }
    let classes = DivergingClasses(values: values, midpoint: scale.midpoint, domain: scale.domain, format: format)
    let keys = classes.keys
    return (.diverging(classes), keys.count > 1 ? .classes(keys) : .none)
  }
  let seen = data.groups(by: column).compactMap(\.value)
  // Where nothing is graded, bars are just bars.
  if seen.isEmpty { return (.plain, .none) }
  var domain = scale.grades.isEmpty ? seen : scale.grades
  // Without a word for it, a sixth value is the one that stands for no grade.
  let places = HouseStyle.grades.count
  let notGraded = scale.notGraded ?? (scale.grades.count == places + 1 ? scale.grades.last : nil)
  domain.removeAll { $0 == notGraded }
  let count = domain.count
  let steps =
    scale.steps.isEmpty
    ? count < HouseStyle.gradesByCount.count ? HouseStyle.gradesByCount[count] : []
    : scale.steps.map { $0 - 1 }
  let unknown = seen.filter { $0 != notGraded && !domain.contains($0) }
  if !unknown.isEmpty {
    log.add(
      ChartFinding.valueOutsideDomain(scale.place ?? spec.place, column: column, values: unknown, domain: domain))
  }
  domain += unknown
  let fill = FillScale.grades(domain: domain, steps: steps, hatched: notGraded)
  let symbol: Legend.Symbol = filled is PointMark || filled is DotMark ? .disc : filled is LineMark ? .line : .box
  let keys = fill.domain.map { Legend.Key(label: drawable($0), fill: fill.fill(of: $0), symbol: symbol) }
  return (fill, .grades(keys))
}

private func warnOfDoubleCells(_ layout: SceneLayout, _ log: FindingLog) {
  for mark in layout.spec.marks {
    guard let column = mark.categoryColumn else { continue }
    for group in layout.groups {
      for band in layout.bands(of: group.rows) {
        var seen: Set<String> = []
        for row in band.rows {
          let category = layout.data.text(column, row) ?? HouseStyle.noValue
          guard !seen.insert(category).inserted else { continue }
          log.add(ChartFinding.cellTwice(mark.place, row: band.label, column: category))
        }
      }
    }
  }
}
