import Charts
import Findings
import Schemes
import Scoring
import Statistics

extension RunTables {
  /// The ranked root's children for every unit, one row each: what share of its points a unit has, or why it has none.
  func dimensions() -> DataTable {
    let children = rankedChildren()
    var rows: [(unit: Int, node: Node)] = []
    for unit in order() { for child in children { rows.append((unit, child)) } }
    let cells = rows.map { dimension($0.node, unit: $0.unit) }
    return DataTable([
      DataColumn(.unit, language, texts: rows.map { run.sheet.units[$0.unit].code }),
      DataColumn(.name, language, texts: rows.map { run.sheet.units[$0.unit].name }),
      DataColumn(.peers, language, texts: rows.map { run.sheet.units[$0.unit].peers }),
      DataColumn(.dimension, language, texts: rows.map { dimensionName($0.node) }),
      DataColumn(.share, language, numbers: cells.map(\.share), digits: 2),
      DataColumn(.reason, language, texts: cells.map(\.reason)),
      DataColumn(
        .total, language,
        numbers: rows.map {
          run.sheet.standing[$0.unit].rank == nil ? .nan : run.sheet.standing[$0.unit].displayedScore
        },
        digits: run.scheme.defaults.digits),
    ])
  }

  /// A unit's share of a dimension's points. A share that stands on too little evidence is not shown: the reason says on
  /// how much, measured by the coverage that the scheme demands of the whole.
  func dimension(_ node: Node, unit: Int) -> (share: Double, reason: String) {
    guard let column = run.sheet.node(node.id), let points = node.points else { return (.nan, "") }
    let share = column.value[unit] / points
    if share.isNaN { return (.nan, missingReason(node, unit: unit)) }
    let needed = rankedRoot?.coverage?.atLeast ?? run.scheme.defaults.coverage
    let found = column.coverage[unit]
    guard snapped(found) < needed else { return (share, "") }
    let percent = fixed(found * 100, digits: 0)
    return (.nan, TableSentence.evidence(percent: percent).text(in: language))
  }

  /// The children of the ranked root, in the order of the file.
  func rankedChildren() -> [Node] { rankedRoot?.children ?? [] }

  var rankedRoot: Node? {
    run.scheme.ranking.flatMap { run.scheme.node($0.node) } ?? run.scheme.roots.first
  }

  private func dimensionName(_ node: Node) -> String {
    guard let points = node.points else { return node.name }
    return TableSentence.named(node.name, number: inFewDigits(points)).text(in: language)
  }

  /// Why a node has no value: the reason of the first leaf below it that lacks one.
  func missingReason(_ node: Node, unit: Int) -> String {
    guard let column = run.sheet.node(node.id), column.value[unit].isNaN else { return "" }
    let words = OutcomeWords(language: language)
    for leaf in node.leaves {
      guard let leafColumn = run.sheet.node(leaf.id), leafColumn.state[unit] == .missing, let id = leaf.measure else {
        continue
      }
      return words.missing(.missing, measureReason(id, unit: unit), rule: leafColumn.rule[unit])
    }
    return words.missing(column.state[unit], .none, rule: column.rule[unit])
  }

  /// Why a measure has no value, in the run's own window or, of a year, in the half that lacks it.
  func measureReason(_ id: String, unit: Int) -> MissingReason {
    let windows = [run.record.input.measures] + run.record.input.halves.map(\.measures)
    return windows.compactMap { $0[id]?.reason[unit] }.first { $0 != .none } ?? .none
  }
}

/// A number in few digits for people, at most four decimals and no trailing zeros: 25, 7.5.
func inFewDigits(_ value: Double) -> String {
  var text = fixed(value, digits: 4)
  while text.hasSuffix("0") { text.removeLast() }
  if text.hasSuffix(".") { text.removeLast() }
  return text
}
