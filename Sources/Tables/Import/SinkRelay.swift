import Dispatch
import Synchronization

/// Carries what a reading thread finds to the thread that the sink belongs to, a few chunks ahead and no more: rows are
/// read while earlier ones are being stored.
final class SinkRelay: ChunkSink, Sendable {
  private enum Event: Sendable {
    case units([RegisteredUnit])
    case chunk(ColumnChunk)
    case rejects([RejectedRow])
    case end
  }
  private struct State {
    var events: [Event] = []
    /// Rejects on their way: many go as one event.
    var rejects: [RejectedRow] = []
    /// The sink has thrown: nothing more is wanted.
    var isClosed = false
  }
  /// Ends the reading after the sink has thrown; what the sink threw is what the caller gets.
  struct Closed: Error {}

  private static let depth = 4
  private static let rejectsTogether = 1024
  private let state = Mutex(State())
  private let free = DispatchSemaphore(value: SinkRelay.depth)
  private let waiting = DispatchSemaphore(value: 0)

  func begin(columns: [StoredColumn]) {}
  func register(_ units: [RegisteredUnit]) throws { try send(.units(units)) }
  func receive(_ chunk: ColumnChunk) throws { try send(.chunk(chunk)) }

  func reject(_ row: RejectedRow) throws {
    let count = state.withLock { state in
      state.rejects.append(row)
      return state.rejects.count
    }
    if count >= Self.rejectsTogether { try sendRejects() }
  }

  private func sendRejects() throws {
    let rejects = state.withLock { state in
      defer { state.rejects = [] }
      return state.rejects
    }
    if !rejects.isEmpty { try send(.rejects(rejects)) }
  }

  private func send(_ event: Event) throws {
    free.wait()
    let isClosed = state.withLock { state in
      state.events.append(event)
      return state.isClosed
    }
    waiting.signal()
    if isClosed { throw Closed() }
  }

  /// Runs `read` on a thread of its own and hands what it sends to the sink on this one, until `read` is over.
  /// - Throws: what the sink threw; `read` is over then, too.
  static func run(into sink: some ChunkSink, read: @escaping @Sendable (SinkRelay) -> Void) throws {
    let relay = SinkRelay()
    DispatchQueue(label: "rows").async {
      read(relay)
      try? relay.sendRejects()
      try? relay.send(.end)
    }
    var failure: (any Error)?
    while true {
      relay.waiting.wait()
      let event = relay.state.withLock { $0.events.removeFirst() }
      // On every way out: a semaphore below its first value cannot be freed.
      defer { relay.free.signal() }
      if case .end = event { break }
      if failure == nil {
        do { try relay.pass(event, to: sink) } catch {
          failure = error
          relay.state.withLock { $0.isClosed = true }
        }
      }
    }
    if let failure { throw failure }
  }

  private func pass(_ event: Event, to sink: some ChunkSink) throws {
    switch event {
    case .units(let units): try sink.register(units)
    case .chunk(let chunk): try sink.receive(chunk)
    case .rejects(let rows): for row in rows { try sink.reject(row) }
    case .end: break
    }
  }
}
