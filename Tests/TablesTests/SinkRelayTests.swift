import Testing

@testable import Tables

/// Takes some chunks and then refuses.
private final class RefusingSink: ChunkSink {
  struct Full: Error {}
  let most: Int
  var taken = 0
  init(after most: Int) { self.most = most }
  func begin(columns: [StoredColumn]) {}
  func register(_ units: [RegisteredUnit]) {}
  func reject(_ row: RejectedRow) {}
  func receive(_ chunk: ColumnChunk) throws {
    guard taken < most else { throw Full() }
    taken += 1
  }
}

@Suite("Relay from the reader to the sink")
struct SinkRelayTests {
  private func chunk(_ row: Int) -> ColumnChunk {
    ColumnChunk(rowCount: 1, sourceRows: [row], units: [-1], periodFrom: [0], periodTo: [0], columns: [])
  }

  @Test("a reading of nothing ends")
  func nothing() throws {
    let sink = CollectingSink()
    try SinkRelay.run(into: sink) { _ in }
    #expect(sink.chunks.isEmpty && sink.rejects.isEmpty)
  }

  @Test("keeps the order of chunks, of rejects and of units")
  func order() throws {
    let sink = CollectingSink()
    try SinkRelay.run(into: sink) { relay in
      for row in 0..<3000 {
        try? relay.reject(RejectedRow(sourceRow: row, codes: [], reasons: [], cells: []))
        if row % 100 == 0 { try? relay.receive(chunk(row)) }
        if row == 7 { try? relay.register([RegisteredUnit(code: "A", name: "A", kind: "科室")]) }
      }
    }
    #expect(sink.rejects.map(\.sourceRow) == Array(0..<3000))
    #expect(sink.chunks.flatMap(\.sourceRows) == Array(stride(from: 0, to: 3000, by: 100)))
    #expect(sink.registered.map(\.code) == ["A"])
  }

  @Test("what the sink throws ends the reading and reaches the caller", arguments: [0, 1, 5])
  func refusal(most: Int) throws {
    let sink = RefusingSink(after: most)
    #expect(throws: RefusingSink.Full.self) {
      try SinkRelay.run(into: sink) { relay in
        // Without an end of its own: only the relay's refusal stops it.
        var row = 0
        while (try? relay.receive(chunk(row))) != nil { row += 1 }
      }
    }
    #expect(sink.taken == most)
  }
}
