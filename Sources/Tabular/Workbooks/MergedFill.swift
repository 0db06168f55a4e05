/// The merged cells that are open while rows go by, with their texts.
struct MergedFill {
  private let blocks: [MergedCells.Block]
  private var next = 0
  /// Those that begin in the row at hand.
  private(set) var starting: ArraySlice<MergedCells.Block> = []
  private var opened: [Opened] = []

  private struct Opened {
    let block: MergedCells.Block
    let text: UnsafeMutableBufferPointer<UInt8>
    /// The style by which it is seen, and whether it is a text.
    let look: (style: Int32, isText: Bool)
  }

  init(_ blocks: [MergedCells.Block]) { self.blocks = blocks }

  var isEmpty: Bool { blocks.isEmpty }

  /// Numbers and columns of the open ones.
  var open: [(number: Int, column: Int)] { opened.enumerated().map { ($0.offset, $0.element.block.column) } }

  /// Closes what ends above the row, and finds what begins in it.
  mutating func begin(row: Int) {
    opened.removeAll { entry in
      guard entry.block.bottom < row else { return false }
      entry.text.deallocate()
      return true
    }
    while next < blocks.count, blocks[next].top < row { next += 1 }
    let first = next
    while next < blocks.count, blocks[next].top == row { next += 1 }
    starting = blocks[first..<next]
  }

  mutating func open(_ block: MergedCells.Block, text: UnsafeBufferPointer<UInt8>, look: (style: Int32, isText: Bool)) {
    let copy = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: text.count)
    _ = copy.initialize(from: text)
    opened.append(Opened(block: block, text: copy, look: look))
  }

  func text(_ number: Int) -> UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(opened[number].text) }

  func look(_ number: Int) -> (style: Int32, isText: Bool) { opened[number].look }

  func deallocate() { for entry in opened { entry.text.deallocate() } }
}
