import Register
import Schemes
import Store

/// The columns of a row's decision, as evidence names them: none of them is content.
struct EventRow {
  let stages: CatalogueStages
  /// Role, day of the decision, first day in force.
  var columns: [String] { [stages.role, stages.confirmed] + [stages.effective].compactMap(\.self) }
}

extension ExplainWords {
  /// 认定 2025-03-10（纪委），2025-03-12 生效; nil where the row says nothing of it.
  /// - Parameter cells: aligned with the columns of the event.
  func decision(_ event: EventRow, _ cells: ArraySlice<StoredValue>) -> String? {
    let isChinese = language == .chinese
    let cells = Array(cells)
    guard cells.count == event.columns.count, let confirmed = day(cells[1]) else { return nil }
    let role = cells[0].shown ?? "–"
    var text = isChinese ? "认定 \(confirmed)（\(role)）" : "decided \(confirmed) (\(role))"
    if cells.count > 2, let since = day(cells[2]) { text += isChinese ? "，\(since) 生效" : ", in force \(since)" }
    return text
  }

  private func day(_ value: StoredValue) -> String? {
    guard case .integer(let number) = value else { return nil }
    return CalendarDate(yyyymmdd: Int(number)).map { "\($0)" }
  }

  func outOfReach(table: String, file: String) -> String {
    language == .chinese
      ? "“\(table)”的数据行存于受保护的数据库 \(file)，本账户读不到"
      : "the rows of “\(table)” stand in the protected database \(file), which this account cannot read"
  }
}
