/// Keeps in memory what an import gives: for previews and tests.
package final class CollectingSink: ChunkSink {
  package private(set) var columns: [StoredColumn] = []
  package private(set) var registered: [RegisteredUnit] = []
  package private(set) var chunks: [ColumnChunk] = []
  package private(set) var rejects: [RejectedRow] = []

  package init() {}

  package func begin(columns: [StoredColumn]) { self.columns = columns }
  package func register(_ units: [RegisteredUnit]) { registered += units }
  package func receive(_ chunk: ColumnChunk) { chunks.append(chunk) }
  package func reject(_ row: RejectedRow) { rejects.append(row) }

  package var rowCount: Int { chunks.reduce(0) { $0 + $1.rowCount } }

  /// The values of a column in row order, as text; nil where missing.
  package func values(_ name: String) -> [String?] {
    guard let column = columns.firstIndex(where: { $0.name == name }) else { return [] }
    return chunks.flatMap { chunk in (0..<chunk.rowCount).map { chunk.columns[column].text(at: $0) } }
  }
}

extension ChunkColumn {
  /// A cell as text; nil where missing.
  package func text(at row: Int) -> String? {
    switch self {
    case .real(let values): values[row].isNaN ? nil : "\(values[row])"
    case .integer(let values): values[row] == .min ? nil : "\(values[row])"
    case .text(let column):
      column.isNull[row]
        ? nil : String(decoding: column.bytes[column.offsets[row]..<column.offsets[row + 1]], as: UTF8.self)
    }
  }
}
