import Findings
import Testing

@testable import Workbench

/// How numbers are printed (K1): half away from zero after snapping, without the locale.
@Suite struct NumberTextTests {
  @Test(
    arguments: [
      (0, 2, "0.00"), (2.675, 2, "2.68"), (-2.675, 2, "−2.68"), (0.125, 2, "0.13"), (-0.004, 2, "0.00"),
      (89.995, 2, "90.00"), (89.994999, 2, "89.99"), (7, 0, "7"), (0.5, 0, "1"), (-0.5, 0, "−1"),
      (1234567.891, 1, "1234567.9"), (0.05, 3, "0.050"),
    ] as [(Double, Int, String)])
  func fixedDigits(value: Double, digits: Int, text: String) { #expect(fixed(value, digits: digits) == text) }

  @Test func whatIsNoNumberIsADash() {
    #expect(fixed(.nan, digits: 2) == "–" && fixed(.infinity, digits: 2) == "–" && inFewDigits(.nan) == "–")
  }

  /// The sign belongs to what is printed: a change that rounds to nothing has none.
  @Test(
    arguments: [(3, "+3.00"), (-3, "−3.00"), (0, "0.00"), (0.004, "0.00"), (-0.004, "0.00"), (0.005, "+0.01")]
      as [(Double, String)])
  func signs(value: Double, text: String) { #expect(signed(value, digits: 2) == text) }

  @Test(
    arguments: [(25, "25"), (7.5, "7.5"), (100, "100"), (1 / 3, "0.3333"), (0, "0"), (-5, "−5"), (0.00001, "0")]
      as [(Double, String)])
  func withoutTrailingZeros(value: Double, text: String) { #expect(inFewDigits(value) == text) }

  @Test(
    arguments: [
      ("", ""), ("内科", "内科"), ("a,b", "\"a,b\""), ("say \"x\"", "\"say \"\"x\"\"\""), ("=1+1", "'=1+1"),
      ("@x", "'@x"), ("-5", "-5"), ("-x", "'-x"), ("two\nlines", "\"two\nlines\""),
    ])
  func cellsForSpreadsheets(cell: String, text: String) { #expect(csvCell(cell) == text) }

  @Test func nounsAreCounted() { #expect(counted(1, "scheme") == "1 scheme" && counted(2, "scheme") == "2 schemes") }
}
