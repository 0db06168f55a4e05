import Register
import Schemes
import Store
import Tables

/// Dates that people wrote: what they were read as stands beside the words.
extension RowEvidence {
  /// The columns beside written dates, as far as they are not among the columns themselves.
  func companions(of columns: [String], in table: CatalogueTable) -> [String] {
    let names = columns.flatMap { [StoredColumn.basisName(of: $0), StoredColumn.wordsName(of: $0)] }
    return names.filter { name in !columns.contains(name) && table.columns.contains { $0.id == name } }
  }

  /// A cell by its column's name, as it was written: `6月底前（读作2025-06-30）`, `长期坚持`, `2025.6.31（读不出日期）`.
  func text(_ cells: [String: StoredValue], of column: String, kind: CatalogueColumn.Kind?) -> String? {
    let day = text(cells[column] ?? .null, kind: kind)
    guard case .text(let basis)? = cells[StoredColumn.basisName(of: column)],
      case .text(let written)? = cells[StoredColumn.wordsName(of: column)]
    else { return day }
    switch WrittenDateBasis(rawValue: basis) {
    case .read, .range: return day.map { words.read(written, as: $0) }
    case .immediate, .standing, .done: return written
    case .refused: return words.notRead(written)
    case .exact, .blank, nil: return day
    }
  }
}

extension ExplainWords {
  func read(_ written: String, as day: String) -> String {
    language == .chinese ? "\(written)（读作\(day)）" : "\(written) (read as \(day))"
  }

  func notRead(_ written: String) -> String {
    language == .chinese ? "\(written)（读不出日期）" : "\(written) (not read as a date)"
  }
}
