import Testing

@testable import Analysis

@Suite struct ApportionmentTests {
  struct Case: Sendable {
    let parts: [Double]
    let total: Double
    let printed: [Double]
  }

  static let cases = [
    // Three thirds of 1.00: 33 + 33 + 33 hundredths, and the last one goes to the first.
    Case(parts: [1.0 / 3, 1.0 / 3, 1.0 / 3], total: 1, printed: [0.34, 0.33, 0.33]),
    Case(parts: [4.0 + 2.0 / 3, 2.0 + 1.0 / 3], total: 7, printed: [4.67, 2.33]),
    // −0.005 and 0.005 to 0: rounded down −1 and 0 hundredths, and the one left goes to the earlier of two equal ones.
    Case(parts: [-0.005, 0.005], total: 0, printed: [0, 0]),
    Case(parts: [-1.0 / 3, -2.0 / 3], total: -1, printed: [-0.33, -0.67]),
    Case(parts: [2.5], total: 2.51, printed: [2.51]),
    // 0 stays 0 while another part can take the place.
    Case(parts: [0, 1.004], total: 1.01, printed: [0, 1.01]),
    Case(parts: [0], total: 0.01, printed: [0.01]), Case(parts: [], total: 0, printed: []),
  ]

  @Test(arguments: cases)
  func addsUpAsPrinted(_ one: Case) { #expect(apportioned(one.parts, to: one.total, digits: 2) == one.printed) }

  @Test func manyPartsAddUp() {
    for seed in 1...200 {
      let parts = (0..<(1 + seed % 17)).map { Double(($0 * 7919 + seed * 104_729) % 20_011) / 997 - 10 }
      let total = (parts.reduce(0, +) * 100).rounded() / 100
      let found = apportioned(parts, to: total, digits: 2)
      #expect(Int64((found.reduce(0, +) * 100).rounded()) == Int64((total * 100).rounded()))
      for (a, b) in zip(found, parts) { #expect(abs(a - b) < 0.02) }
    }
  }

  @Test func whatIsNoNumberStays() { #expect(apportioned([.infinity, 1], to: 1, digits: 2) == [.infinity, 1]) }
}
