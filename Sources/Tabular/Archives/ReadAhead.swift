import Dispatch
import Synchronization

/// Unpacks a member on a thread of its own, a few pieces ahead and no more: unpacking takes as long as reading.
final class ReadAhead: Sendable {
  static let pieceBytes = 1 << 18
  private static let depth = 4

  private enum Piece: Sendable {
    /// Which buffer, and how many bytes of it.
    case bytes(slot: Int, count: Int)
    case failed(ArchiveProblem)
  }
  private struct State {
    var pieces: [Piece] = []
    var isClosed = false
  }

  private let state = Mutex(State())
  private let free = DispatchSemaphore(value: 0)
  private let ready = DispatchSemaphore(value: 0)
  private nonisolated(unsafe) let buffers: [UnsafeMutableRawBufferPointer]
  /// The buffer that the receiver looks at.
  private let lent = Mutex(false)

  /// - Parameter member: from here on it belongs to the other thread.
  init(_ member: ZipMemberBytes) {
    buffers = (0..<Self.depth).map { _ in .allocate(byteCount: Self.pieceBytes, alignment: 16) }
    for _ in 0..<Self.depth { free.signal() }
    nonisolated(unsafe) let member = member
    DispatchQueue(label: "unpack").async { [work = Work(self)] in work.run(member) }
  }

  deinit { for buffer in buffers { buffer.deallocate() } }

  /// Keeps the relay, and with it the buffers, for as long as the other thread runs.
  private struct Work: Sendable {
    let relay: ReadAhead
    init(_ relay: ReadAhead) { self.relay = relay }

    func run(_ member: ZipMemberBytes) {
      var slot = 0
      while true {
        relay.free.wait()
        if relay.state.withLock({ $0.isClosed }) { return }
        let piece: Piece
        do throws(ArchiveProblem) {
          piece = .bytes(slot: slot, count: try member.read(into: relay.buffers[slot]))
        } catch {
          piece = .failed(error)
        }
        relay.state.withLock { $0.pieces.append(piece) }
        relay.ready.signal()
        switch piece {
        case .failed, .bytes(_, 0): return
        case .bytes: slot = (slot + 1) % ReadAhead.depth
        }
      }
    }
  }

  /// The next bytes, valid until the next call; none at the end. Not to be called after the end or a problem.
  func next() throws(ArchiveProblem) -> UnsafeRawBufferPointer {
    let wasLent = lent.withLock { lent in
      defer { lent = true }
      return lent
    }
    if wasLent { free.signal() }
    ready.wait()
    switch state.withLock({ $0.pieces.removeFirst() }) {
    case .bytes(let slot, let count): return UnsafeRawBufferPointer(rebasing: buffers[slot][..<count])
    case .failed(let problem): throw problem
    }
  }

  /// Ends the other thread; its piece in hand is the last.
  func close() {
    state.withLock { $0.isClosed = true }
    free.signal()
  }
}
