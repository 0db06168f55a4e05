/// Named columns of equal length: what charts draw and reports print.
package struct DataTable: Sendable, Equatable {
  package var columns: [DataColumn]

  package init(_ columns: [DataColumn]) { self.columns = columns }

  package var rowCount: Int { columns.first?.count ?? 0 }

  package subscript(_ name: String) -> DataColumn? { columns.first { $0.name == name } }

  /// The rows at the indices, in that order.
  package func rows(at indices: [Int]) -> DataTable {
    DataTable(columns.map { $0.values(at: indices) })
  }
}

package struct DataColumn: Sendable, Equatable {
  package enum Values: Sendable, Equatable {
    /// NaN: missing.
    case numbers([Double])
    case texts([String?])
  }
  /// The stable id that specs use.
  package var name: String
  /// What a table's heading says.
  package var label: String
  package var values: Values
  /// Decimal places of numbers; nil: as many as needed.
  package var digits: Int?

  package init(_ name: String, label: String? = nil, numbers: [Double], digits: Int? = nil) {
    self.name = name
    self.label = label ?? name
    values = .numbers(numbers)
    self.digits = digits
  }

  package init(_ name: String, label: String? = nil, texts: [String?]) {
    self.name = name
    self.label = label ?? name
    values = .texts(texts)
  }

  package var count: Int {
    switch values {
    case .numbers(let numbers): numbers.count
    case .texts(let texts): texts.count
    }
  }

  func values(at indices: [Int]) -> DataColumn {
    var column = self
    switch values {
    case .numbers(let numbers): column.values = .numbers(indices.map { numbers[$0] })
    case .texts(let texts): column.values = .texts(indices.map { texts[$0] })
    }
    return column
  }
}
