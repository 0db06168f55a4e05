import Tables

/// Passes rows on, and keeps those that are set aside: of a file that is refused in the end nothing is left in the database
/// to show them from.
final class RejectKeeper: ChunkSink {
  private let sink: any ChunkSink
  private(set) var rows: [RejectedRow] = []
  /// More than anybody mends by hand.
  private static let most = 500

  init(_ sink: any ChunkSink) { self.sink = sink }

  func begin(columns: [StoredColumn]) throws { try sink.begin(columns: columns) }
  func register(_ units: [RegisteredUnit]) throws { try sink.register(units) }
  func receive(_ chunk: ColumnChunk) throws { try sink.receive(chunk) }
  func reject(_ row: RejectedRow) throws {
    if rows.count < Self.most { rows.append(row) }
    try sink.reject(row)
  }
}
