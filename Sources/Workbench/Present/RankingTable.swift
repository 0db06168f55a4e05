import Charts
import Findings
import Schemes
import Scoring
import Statistics

/// The tables that commands print and charts draw, made of a run.
package struct RunTables {
  let run: CompletedRun
  let language: Language
  let minimumCell: Int
  private let words: OutcomeWords
  private let leafColumns: [NodeColumn]

  package init(_ run: CompletedRun, language: Language, minimumCell: Int) {
    self.run = run
    self.language = language
    self.minimumCell = minimumCell
    words = OutcomeWords(language: language)
    let root = run.scheme.ranking.flatMap { run.scheme.node($0.node) } ?? run.scheme.roots.first
    let leaves = Set(root?.leaves.map(\.id) ?? [])
    leafColumns = run.sheet.nodes.filter { leaves.contains($0.id) }
  }

  private var sheet: ScoreSheet { run.sheet }
  private var digits: Int { run.scheme.defaults.digits }

  /// Units in the order of print: by peer group in register order where ranks are per group, then by rank; units
  /// without rank after them, by code.
  func order() -> [Int] {
    var groups: [String: Int] = [:]
    for unit in sheet.units where groups[unit.peers] == nil { groups[unit.peers] = groups.count }
    let isPerGroup = run.scheme.ranking?.per == .peers
    return sheet.units.indices.sorted { a, b in
      let (first, second) = (sheet.units[a], sheet.units[b])
      if isPerGroup, first.peers != second.peers {
        return groups[first.peers, default: 0] < groups[second.peers, default: 0]
      }
      let ranks = (sheet.standing[a].rank ?? .max, sheet.standing[b].rank ?? .max)
      return ranks.0 != ranks.1 ? ranks.0 < ranks.1 : first.code < second.code
    }
  }

  /// `unit,name,peers,score,rank,grade` and what goes with them; one row a unit.
  package func ranking() -> DataTable {
    let order = order()
    let units = order.map { sheet.units[$0] }
    let standing = order.map { sheet.standing[$0] }
    let remarks = RankRemarks(run: run, language: language).all()
    let notes = order.map { unit in
      TableSentence.joined([words.note(sheet.standing[unit]), remarks[unit]].filter { !$0.isEmpty }, language)
    }
    return DataTable([
      DataColumn(.unit, language, texts: units.map(\.code)),
      DataColumn(.name, language, texts: units.map(\.name)),
      DataColumn(.peers, language, texts: units.map(\.peers)),
      DataColumn(.score, language, numbers: order.map(score), digits: digits),
      DataColumn(.rank, language, numbers: standing.map { $0.rank.map(Double.init) ?? .nan }, digits: 0),
      DataColumn(.grade, language, texts: standing.map { $0.grade }),
      DataColumn(.coverage, language, numbers: standing.map(\.coverage), digits: 2),
      DataColumn(Heading.n.rawValue, label: baseLabel, texts: order.map(base)),
      DataColumn(.note, language, texts: notes),
    ])
  }

  private func score(_ unit: Int) -> Double {
    let isWithheld = !run.withheldMeasures(about: unit, minimumCell: minimumCell).isEmpty
    let score = sheet.standing[unit].score
    return isWithheld ? displayed(score, digits: digits) : score
  }

  /// The same for charts, with `status` and room for intervals.
  /// - Parameter node: another node than the ranked one: its values, without ranks and grades, which are not its own.
  func scores(node id: String? = nil) -> DataTable {
    var table = ranking()
    var order = order()
    if let id, id != run.scheme.ranking?.node, let node = sheet.node(id) {
      let position = order
      order.sort { a, b in
        let (first, second) = (node.value[a], node.value[b])
        return first.isNaN || second.isNaN ? !first.isNaN && second.isNaN : first > second
      }
      table = table.rows(at: order.compactMap(position.firstIndex(of:)))
      let missing = [Double](repeating: .nan, count: order.count)
      table.replace(DataColumn(.score, language, numbers: order.map { node.value[$0] }, digits: digits))
      table.replace(DataColumn(.rank, language, numbers: missing, digits: 0))
      table.replace(DataColumn(.grade, language, texts: order.map { _ in nil }))
      // How many answered stands behind the total, not behind this node.
      table.replace(DataColumn(.n, language, texts: order.map { _ in nil }))
      table.replace(DataColumn(.coverage, language, numbers: order.map { node.coverage[$0] }, digits: 2))
    }
    let missing = [Double](repeating: .nan, count: order.count)
    table.columns.append(DataColumn(.lo, language, numbers: missing))
    table.columns.append(DataColumn(.hi, language, numbers: missing))
    table.columns.append(DataColumn(.status, language, texts: order.map { words.status(sheet.standing[$0]) }))
    return table
  }

  /// One row a unit and one column a node; where effects act on the ranked node, it is marked as before them, and the
  /// score, which `rank` prints, stands beside. Where a measure's
  /// number is withheld, no more decimals than in print.
  package func nodes() -> DataTable {
    let order = order()
    let withheld = order.map { run.withheldMeasures(about: $0, minimumCell: minimumCell) }
    var columns = [
      DataColumn(.unit, language, texts: order.map { sheet.units[$0].code }),
      DataColumn(.name, language, texts: order.map { sheet.units[$0].name }),
      DataColumn(.peers, language, texts: order.map { sheet.units[$0].peers }),
    ]
    let ranked = run.scheme.effects.isEmpty ? nil : run.scheme.ranking?.node
    if ranked != nil, sheet.node(Heading.score.rawValue) == nil {
      columns.append(DataColumn(.score, language, numbers: order.map(score), digits: digits))
    }
    for node in sheet.nodes {
      let written = run.scheme.node(node.id)
      let isBare = written?.points == nil && written?.steps.isEmpty ?? true
      let values = zip(order, withheld).map { unit, withheld -> Double in
        if withheld.isEmpty { return node.value[unit] }
        let isNumberItself = isBare && written?.measure.map(withheld.contains) ?? false
        return isNumberItself ? .nan : displayed(node.value[unit], digits: digits)
      }
      var label = run.scheme.node(node.id)?.name ?? node.id
      if node.id == ranked { label += TableSentence.beforeEffects.text(in: language) }
      columns.append(DataColumn(node.id, label: label, numbers: values, digits: digits))
    }
    return DataTable(columns)
  }

  /// What stands behind a unit's score: how many people answered, hidden where a part of them is under the minimum cell;
  /// where the scheme asks nobody, how many of its indicators have a value.
  func base(_ unit: Int) -> String {
    guard let count = run.answers(about: unit) else {
      return "\(leafColumns.count { $0.state[unit] == .value || $0.state[unit] == .full })"
    }
    guard !run.tablesWithHiddenAnswers(about: unit, minimumCell: minimumCell).isEmpty else { return "\(count)" }
    return count < minimumCell ? "<\(minimumCell)" : words.hidden
  }

  /// What `base` counts, as a heading.
  var baseLabel: String {
    let asksPeople = run.record.input.measures.keys.contains { $0.hasPrefix(MeasureLoader.answerCountPrefix) }
    return (asksPeople ? TableSentence.answers : .indicators).text(in: language)
  }
}

extension DataTable {
  /// Puts a column in the place of the one of its name.
  mutating func replace(_ column: DataColumn) {
    if let index = columns.firstIndex(where: { $0.name == column.name }) { columns[index] = column }
  }
}
