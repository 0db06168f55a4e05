import Findings
import Tables
import Tabular
import Testing

@Suite("Small tables")
struct TableRowsTests {
  private func read(_ text: String, required: [String] = []) -> (rows: TableRows?, log: FindingLog) {
    let log = FindingLog()
    let file = DelimitedFile.read(Array(text.utf8), name: "units.csv", log: log)
    return (file.flatMap { TableRows.read($0, required: required, log: log) }, log)
  }

  @Test("gives each row by its headers, with its line")
  func rows() throws {
    let (rows, log) = read("\u{FEFF}code,name, aliases \nH,\"清江,医院\",\n\n D014 ,\"肾病\n内科\",肾内|肾内科\nZ\n")
    let table = try #require(rows)
    #expect(log.isEmpty)
    #expect(table.headers == ["code", "name", "aliases"])
    #expect(table.rows.map(\.line) == [2, 4, 6])
    #expect(table.rows.map { $0["code"] } == ["H", "D014", "Z"])
    #expect(table.rows[0]["name"] == "清江,医院" && table.rows[1]["name"] == "肾病\n内科")
    #expect(table.rows[2].cells == ["code": "Z"] && table.rows[2]["name"] == "")
    #expect(table.rows[1].place == .line("units.csv", line: 4, column: 1))
  }

  @Test("a header alone is a table without rows")
  func headerOnly() { #expect(read("code,name\n").rows?.rows.isEmpty == true) }

  @Test(
    "finds what is wrong",
    arguments: [
      ("code,name,code\nH,x,y\n", "column-twin units.csv:1:11"), ("kode,name\nH,x\n", "column-missing units.csv:1:1"),
      ("code,name\nH,x,y\n", "row-ragged units.csv:2:5"), ("code,name\nH,\"x\"y\n", "cell-quote-stray units.csv:2:3"),
      ("code,name\nH,\"x\n", "cell-quote-unclosed units.csv:2:3"), ("", "file-empty units.csv"),
    ])
  func problems(text: String, finding: String) {
    let (rows, log) = read(text, required: ["code"])
    #expect(rows == nil)
    #expect(log.findings.map { "\($0.code) \($0.place.text)" } == [finding])
  }
}
