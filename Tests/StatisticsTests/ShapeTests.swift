import Testing

@testable import Statistics

@Suite struct ShapeTests {
  @Test func needsFourValuesThatDiffer() {
    #expect(Shape(of: []) == nil)
    #expect(Shape(of: [1, 2, 4]) == nil)
    #expect(Shape(of: [1, 2, .nan, 4]) == nil)
    #expect(Shape(of: [3, 3, 3, 3, 3]) == nil)
    #expect(Shape(of: [.nan, .nan, .nan, .nan]) == nil)
    #expect(Shape(of: [0, 0, 0, 1e200]) == nil)
  }

  /// 1, 2, 3, 4, 10: mean 4, deviations −3, −2, −1, 0, 6; S₂ = 50, S₃ = 180, S₄ = 1394.
  /// Skewness √5·180 ÷ 50^1.5 · √20 ÷ 3 = 10·180 ÷ (353.5534·3) = 1.697056; r = 5·1394 ÷ 2500 = 2.788;
  /// kurtosis (6·(−0.212) + 6)·4 ÷ 6 = 3.152.
  @Test func byHand() throws {
    let shape = try #require(Shape(of: [1, 2, .nan, 3, 4, 10]))
    #expect(abs(shape.skewness - 1.6970562748477143) < 1e-14)
    #expect(abs(shape.kurtosis - 3.152) < 1e-13)
  }

  /// Symmetric: no skewness; 1 … 5 has the kurtosis (6·(1.7 − 3) + 6)·4 ÷ 6 = −1.2, as Excel's KURT says.
  @Test func symmetric() throws {
    let shape = try #require(Shape(of: [1, 2, 3, 4, 5]))
    #expect(shape.skewness == 0)
    #expect(abs(shape.kurtosis + 1.2) < 1e-14)
  }

  /// Microsoft's pages of SKEW and KURT: 3, 4, 5, 2, 3, 4, 5, 6, 4, 7 give 0.359543 and −0.151800.
  @Test func asExcelPublishes() throws {
    let shape = try #require(Shape(of: [3, 4, 5, 2, 3, 4, 5, 6, 4, 7]))
    #expect(abs(shape.skewness - 0.359543) < 5e-7)
    #expect(abs(shape.kurtosis + 0.151800) < 5e-7)
  }
}
