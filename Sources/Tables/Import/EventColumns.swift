/// The columns by which a row of the file being read tells its stages.
struct EventColumns {
  let rule: ConfirmationRule
  private let readers: [String: ColumnReader]

  init?(_ rule: ConfirmationRule?, _ columns: [ColumnReader]) {
    guard let rule else { return nil }
    self.rule = rule
    readers = Dictionary(columns.map { ($0.spec.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  func record(at row: Int) -> EventRecord {
    EventRecord(
      triggered: day(rule.trigger, row), verified: day(rule.verified, row), confirmed: day(rule.confirmed, row),
      effective: day(rule.effective, row), role: text(rule.role, row), result: text(rule.result, row))
  }

  func cell(of column: String?) -> Int? { column.flatMap { readers[$0]?.cell } }

  /// The cell where a doubt is told.
  func cell(of doubt: EventDoubt) -> Int? {
    let column =
      switch doubt {
      case .order(let step, _, _, _): rule.days.first { $0.step == step }?.column
      case .incomplete(let gaps):
        switch gaps.first {
        case .role: rule.role
        case .result: rule.result
        case .day, nil: rule.confirmed
        }
      }
    return cell(of: column)
  }

  private func day(_ column: String?, _ row: Int) -> Int? {
    guard let slot = column.flatMap({ readers[$0]?.slot }), !slot.isNull(at: row) else { return nil }
    return Int(slot.integer(at: row))
  }

  private func text(_ column: String, _ row: Int) -> String? {
    guard let slot = readers[column]?.slot, !slot.isNull(at: row) else { return nil }
    let text = string(slot.text(at: row))
    return text.isEmpty ? nil : text
  }
}
