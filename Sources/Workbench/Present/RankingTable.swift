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

  package init(_ run: CompletedRun, language: Language, minimumCell: Int) {
    self.run = run
    self.language = language
    self.minimumCell = minimumCell
    words = OutcomeWords(language: language)
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
    return DataTable([
      DataColumn(.unit, language, texts: units.map(\.code)),
      DataColumn(.name, language, texts: units.map(\.name)),
      DataColumn(.peers, language, texts: units.map(\.peers)),
      DataColumn(.score, language, numbers: standing.map(\.score), digits: digits),
      DataColumn(.rank, language, numbers: standing.map { $0.rank.map(Double.init) ?? .nan }, digits: 0),
      DataColumn(.grade, language, texts: standing.map { $0.grade }),
      DataColumn(.coverage, language, numbers: standing.map(\.coverage), digits: 2),
      DataColumn(.n, language, texts: order.map(answers)),
      DataColumn(.note, language, texts: standing.map(words.note)),
    ])
  }

  /// The same for charts: `status` in place of the note.
  func scores() -> DataTable {
    var table = ranking()
    let order = order()
    let missing = order.map { _ in Double.nan }
    table.columns.append(DataColumn(.lo, language, numbers: missing))
    table.columns.append(DataColumn(.hi, language, numbers: missing))
    table.columns.append(
      DataColumn(.status, language, texts: order.map { words.status(sheet.standing[$0]) }))
    return table
  }

  /// One row a unit and one column a node.
  package func nodes() -> DataTable {
    let order = order()
    var columns = [
      DataColumn(.unit, language, texts: order.map { sheet.units[$0].code }),
      DataColumn(.name, language, texts: order.map { sheet.units[$0].name }),
      DataColumn(.peers, language, texts: order.map { sheet.units[$0].peers }),
    ]
    for node in sheet.nodes {
      let values = order.map { node.value[$0] }
      let label = run.scheme.node(node.id)?.name ?? node.id
      columns.append(DataColumn(node.id, label: label, numbers: values))
    }
    return DataTable(columns)
  }

  /// How many people answered about a unit; hidden where a part of them is under the minimum cell. Empty where the
  /// scheme asks nobody.
  func answers(_ unit: Int) -> String {
    guard let count = run.answers(about: unit) else { return "" }
    guard !run.tablesWithHiddenAnswers(about: unit, minimumCell: minimumCell).isEmpty else { return "\(count)" }
    return count < minimumCell ? "<\(minimumCell)" : words.hidden
  }
}
