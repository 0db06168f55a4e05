import Charts
import Findings
import Register
import Schemes
import Store
import Tables

/// Cells of a table's rows as a person wrote them: dates as dates, yes and no as words.
struct CellWords {
  let spec: TableSpec
  let language: Language
  /// What stands for an empty cell; nil: a word.
  var empty: String?

  func text(_ column: String, _ value: StoredValue) -> String {
    let type = spec.columns.first { $0.id == column }?.type
    switch value {
    case .null: return empty ?? (language == .chinese ? "空" : "empty")
    case .text(let text): return text
    case .real(let number): return formatted(number)
    case .integer(let number):
      switch type {
      case .date, .writtenDate: return CalendarDate(yyyymmdd: Int(number)).map { "\($0)" } ?? "\(number)"
      case .datetime: return time(Int(number))
      case .boolean: return language == .chinese ? (number == 1 ? "是" : "否") : (number == 1 ? "yes" : "no")
      default: return "\(number)"
      }
    }
  }

  /// yyyymmddhhmmss.
  private func time(_ number: Int) -> String {
    guard let day = CalendarDate(yyyymmdd: number / 1_000_000) else { return "\(number)" }
    let parts = [number / 10_000 % 100, number / 100 % 100, number % 100].map { ($0 < 10 ? "0" : "") + "\($0)" }
    return "\(day) \(parts[0]):\(parts[1])" + (parts[2] == "00" ? "" : ":\(parts[2])")
  }

  /// The headings of columns whose cells may be told; nil: of all. Of work secrets only the key, and the days of stages.
  var openColumns: Set<String>? {
    guard spec.isProtected else { return nil }
    return Set(spec.key + (spec.confirmation?.days.map(\.column) ?? []))
  }

  func mayTell(_ column: String) -> Bool { openColumns?.contains(column) ?? true }
}
