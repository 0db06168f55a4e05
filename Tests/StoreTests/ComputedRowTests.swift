import Testing

@testable import Store

@Suite struct ComputedRowTests {
  let folder = try! TemporaryFolder()

  private func seen(_ rows: [ComputedRow], columns: [String], _ expressions: [String]) throws -> [String] {
    let database = try folder.database()
    var seen: [String] = []
    try database.scan(
      rows, columns: columns, expressions: expressions, parameters: ["as_of": .integer(20_250_630)]
    ) { row in
      let values = expressions.indices.map { "\(row.value($0))" }
      seen.append("\(row.sourceRow) \(row.unitID) \(row.periodFrom) \(row.periodTo) \(values.joined(separator: " "))")
    }
    return seen
  }

  @Test func none() throws {
    #expect(try seen([], columns: ["状态"], ["状态"]).isEmpty)
  }

  /// Numbers, texts and NULL keep their kinds; a quote, a line end and a NUL in a text are texts.
  @Test func expressionsSeeTheCells() throws {
    let rows = [
      ComputedRow(
        unit: 7, from: 20_250_101, to: 20_250_630, cells: [.text("迟\"报'\n"), .integer(20_250_714), .null]),
      ComputedRow(unit: nil, from: 20_250_101, to: 20_250_630, cells: [.text(""), .null, .real(0.1)]),
    ]
    #expect(
      try seen(
        rows, columns: ["状 态", "应报日", "value"],
        [#"length("状 态")"#, #""应报日" > :as_of"#, #"coalesce("value", -1)"#])
        == [
          "1 7 20250101 20250630 integer(5) integer(1) integer(-1)",
          "2 -1 20250101 20250630 integer(0) null real(0.1)",
        ])
  }

  @Test func aHostileColumnNameIsAName() throws {
    let rows = [ComputedRow(unit: 1, from: 0, to: 0, cells: [.integer(5)])]
    #expect(try seen(rows, columns: [#"a" FROM x; --"#], [#""a"" FROM x; --""#]) == ["1 1 0 0 integer(5)"])
  }
}
