import Findings
import Register
import Tabular

/// What cells of one row say of one another.
extension ImportPass {
  /// Judges the row by `order` and `requires`. A day before the one that must come first cannot be: its cell is none.
  func judgeRowRules(_ reader: inout RecordReader) {
    var last: (column: ColumnReader, day: Int64)?
    for name in spec.order {
      guard let column = columns.first(where: { $0.spec.id == name }), !column.slot.isNull(at: row) else { continue }
      let stored = column.slot.integer(at: row)
      let day = stored > 99_991_231 ? stored / 1_000_000 : stored
      guard let first = last, day < first.day else {
        last = (column, day)
        continue
      }
      tell(
        .dayBefore(value: shown(day), column: first.column.spec.id, other: shown(first.day)), of: column, &reader)
      if !column.isStrict { column.slot.putNull(at: row) }
    }
    for rule in spec.rowRules {
      guard let deciding = columns.first(where: { $0.spec.id == rule.column }), !deciding.slot.isNull(at: row)
      else { continue }
      let text = string(deciding.slot.text(at: row))
      guard rule.texts.contains(text) else { continue }
      for column in columns
      where rule.needed.contains(column.spec.id) && column.spec.choices == nil && column.slot.isNull(at: row)
        && !isUnread(column, &reader)
      {
        tell(.needed(column: rule.column, value: isReticent ? nil : text), of: column, &reader)
      }
    }
  }

  /// Something stands there that was told of already.
  private func isUnread(_ column: ColumnReader, _ reader: inout RecordReader) -> Bool {
    column.cell < reader.count && !trimmed(reader.cell(column.cell)).isEmpty
  }

  private func tell(_ problem: CellProblem, of column: ColumnReader, _ reader: inout RecordReader) {
    let place = column.cell < reader.count ? reader.place(ofCell: column.cell) : reader.place
    let effect: TableFinding.CellEffect = column.isStrict ? .rowRejected : .cellMissing
    let finding = TableFinding.cell(place, column: column.spec.id, problem, effect: effect)
    if column.isStrict { setAside(finding) } else { log.add(finding) }
  }

  private func shown(_ day: Int64) -> String {
    CalendarDate(yyyymmdd: Int(day)).map { "\($0)" } ?? "\(day)"
  }
}
