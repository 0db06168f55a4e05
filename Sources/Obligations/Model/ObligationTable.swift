import Register
import Schemes

// The rows as a table that schemes read.

extension ObligationBook {
  /// What schemes may know of the table. No row means that nothing was owed.
  package var catalogueTable: CatalogueTable {
    func column(
      _ id: ObligationColumn, _ kind: CatalogueColumn.Kind, isNullable: Bool = false,
      range: ClosedRange<Double>? = nil, values: [String]? = nil
    ) -> CatalogueColumn {
      CatalogueColumn(id: id.rawValue, kind: kind, isNullable: isNullable, range: range, values: values)
    }
    return CatalogueTable(
      id: table,
      columns: ObligationColumn.allCases.map { id in
        switch id {
        case .item: column(id, .text, values: obligations.filter(\.counts).map(\.id))
        case .labels, .period, .basis: column(id, .text)
        case .member: column(id, .text, isNullable: true)
        case .due: column(id, .date)
        case .filed: column(id, .date, isNullable: true)
        case .state: column(id, .text, values: ObligationState.allCases.map(\.rawValue))
        case .workingDaysLate, .daysLate: column(id, .integer, isNullable: true, range: 0...36_600)
        case .isOnTime: column(id, .integer, isNullable: true, range: 0...1)
        case .isMissing, .isProvisional: column(id, .integer, range: 0...1)
        }
      }, isComplete: true, obligationNames: labels)
  }
}

/// A cell of the table.
package enum ObligationCell: Sendable, Hashable {
  case text(String)
  case integer(Int)
  case date(CalendarDate)
  case empty
}

extension ObligationRow {
  /// The days that it belongs to, as a row of the table.
  package var span: ClosedRange<CalendarDate> { period.start...period.end }

  /// In the order of `ObligationColumn.allCases`.
  package var cells: [ObligationCell] {
    ObligationColumn.allCases.map { column in
      switch column {
      case .item: .text(item)
      case .labels:
        .text(ObligationColumn.labelBar + labels.map { $0 + ObligationColumn.labelBar }.joined())
      case .period: .text(occasionID)
      case .member: member.map { .text($0) } ?? .empty
      case .due: .date(due)
      case .filed: filed.map { .date($0) } ?? .empty
      case .state: .text(state.rawValue)
      case .workingDaysLate: workingDaysLate.map { .integer($0) } ?? .empty
      case .daysLate: daysLate.map { .integer($0) } ?? .empty
      case .isOnTime: isOnTime.map { .integer($0 ? 1 : 0) } ?? .empty
      case .isMissing: .integer(isOverdue ? 1 : 0)
      case .isProvisional: .integer(isProvisional ? 1 : 0)
      case .basis: .text(basis)
      }
    }
  }
}
