import Findings
import Tables

/// Finds out which columns of a table make a score sheet.
struct ScoreSheetPlan {
  let spec: TableSpec
  let columns: [FormColumn]
  let log: FindingLog

  /// The column that a command names, or the only one that can name an assessor: a column of the key that is not the
  /// unit's, else the only required text without a list.
  func assessorColumn(named name: String?) -> ColumnSpec? {
    if let name { return column(name) }
    func isFree(_ column: ColumnSpec) -> Bool {
      column.type == .text && column.labels == nil && column.id != spec.unit?.column && !isPeriod(column)
    }
    let free = columns.map(\.spec).filter(isFree)
    let ofKey = spec.key.count > 1 ? free.filter { spec.key.contains($0.id) } : []
    let required = free.filter { $0.isRequired && !spec.key.contains($0.id) }
    for candidates in [ofKey, required] where candidates.count == 1 { return candidates[0] }
    log.add(
      FormFinding.assessorColumnOpen(.subject(spec.id), table: spec.id, candidates: (ofKey + required).map(\.id)))
    return nil
  }

  private func isPeriod(_ column: ColumnSpec) -> Bool {
    if case .column(column.id, _)? = spec.period { true } else { false }
  }

  private func column(_ name: String) -> ColumnSpec? {
    if let column = columns.first(where: { $0.spec.id == name || $0.header == name }) { return column.spec }
    log.add(FormFinding.columnUnknown(.subject(name), table: spec.id, known: columns.map(\.spec.id)))
    return nil
  }

  /// The ids of columns of whose values each unit has a row.
  func items(named names: [String]) -> [String]? {
    var ids: [String] = []
    for name in names {
      guard let column = column(name) else { return nil }
      guard columns.first(where: { $0.spec.id == column.id })?.values != nil, column.id != spec.unit?.column else {
        let known = columns.filter { $0.values != nil && $0.spec.id != spec.unit?.column }.map(\.spec.id)
        log.add(FormFinding.itemsOpen(.subject(name), table: spec.id, known: known))
        return nil
      }
      if !ids.contains(column.id) { ids.append(column.id) }
    }
    return ids
  }

  /// Whether every assessor is written as the column takes it, and once.
  func accepts(_ assessors: [String], in column: ColumnSpec) -> Bool {
    let before = log.count(.problem)
    if assessors.isEmpty { log.add(FormFinding.assessorsAbsent(.subject(spec.id))) }
    let pattern = column.pattern.flatMap { try? TextPattern($0) }
    var seen: Set<String> = []
    for assessor in assessors {
      if let pattern, !pattern.matches(assessor) {
        log.add(FormFinding.assessorRefused(.subject(assessor), column: column.header, pattern: pattern.text))
      }
      if !seen.insert(assessor).inserted { log.add(FormFinding.assessorTwice(.subject(assessor))) }
    }
    return log.count(.problem) == before
  }
}
