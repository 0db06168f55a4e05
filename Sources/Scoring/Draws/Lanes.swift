/// Four neighbouring units at a time: two registers of the least machine that the product runs on.
typealias Lanes = SIMD4<Double>

/// Memory for inner loops: zeroed, without checks, freed with its owner. Whoever indexes it keeps within `count`.
struct Scratch<Element>: ~Copyable {
  let start: UnsafeMutablePointer<Element>
  let count: Int

  init(_ count: Int, of element: Element) {
    self.count = count
    start = .allocate(capacity: max(1, count))
    start.initialize(repeating: element, count: max(1, count))
  }

  init(_ elements: [Element], of filler: Element) {
    self.init(elements.count, of: filler)
    for (index, element) in elements.enumerated() { start[index] = element }
  }

  deinit { start.deallocate() }

  subscript(_ index: Int) -> Element {
    get { start[index] }
    nonmutating set { start[index] = newValue }
  }
}
