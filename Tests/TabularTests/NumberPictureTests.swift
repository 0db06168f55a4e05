import Findings
import Tabular
import Testing
import WorkbookBytes

@Suite("What number formats let a person see")
struct NumberPictureTests {
  /// By ECMA-376 18.8.31; each line is what WPS and Excel show.
  @Test(
    "is shown with its words, signs, zeros and groups",
    arguments: [
      ("12", "\"QX\"0000", "QX0012"), ("12", "\"ZD\"0000", "ZD0012"), ("8", "\"2026-\"000", "2026-008"),
      ("5678", "000-000", "005-678"), ("12345678", "000-000", "12345-678"), ("5", "\\A0", "A5"),
      ("5", "\"第\"0\"号\"", "第5号"), ("5", "第0号", "第5号"), ("12", "[Red]\"Q\"00_)", "Q12 "),
      ("-5", "\"Q\"0", "-Q5"), ("-5", "0;(0)", "(5)"), ("0", "0;-0;\"无\"", "无"), ("1", "\"是\";;\"否\"", "是"),
      ("1234.5", "#,##0.00", "1,234.50"), ("1234567", "#,##0", "1,234,567"), ("0.5", "#.##", ".5"),
      ("1.005", "0.00", "1.01"), ("12.5", "1", "13"), ("-0.4", "1", "0"), ("0.07", "0.00%", "7.00%"),
      ("0.125", "0.0%", "12.5%"), ("1234567", "0.0,\"千\"", "1234.6千"), ("12", "@\"号\"", "12号"),
      ("12", "\"Q\"General", "Q12"), ("1.5", "G/通用格式\"分\"", "1.5分"), ("5", "[$¥-804]0", "¥5"),
      ("7", "0.0#", "7.0"), ("7.25", "0.0#", "7.25"), ("9.999", "0.00", "10.00"), ("0", "#", ""),
      ("12", "General", "12"), ("12", "@", "12"), ("1.2", "2", "1.20"), ("123", "0000", "0123"),
    ])
  func numbers(written: String, format: String, seen: String) {
    let cells = "<c r=\"A1\" s=\"1\"><v>\(written)</v></c><c r=\"B1\" t=\"str\"><v>x</v></c>"
    let trial = WorkbookTrial(cells: cells, formats: [format], shows: true)
    #expect(trial.first.first == seen)
    #expect(trial.marks.isEmpty)
  }

  @Test("stays a number for who does not ask")
  func plain() {
    #expect(WorkbookTrial(cells: "<c r=\"A1\" s=\"1\"><v>12</v></c>", formats: ["\"QX\"0"]).first == ["12"])
  }

  @Test(
    "is marked where nobody can say",
    arguments: [
      "[>=100]0;00", "# ?/?", "0.00E+00", "[DBNum1]0", ";;;", "*-0", "0!.0", "11", "44", "x0", "\"QX\"yyyymmdd",
      "0;\"\"",
    ])
  func unseen(format: String) {
    let trial = WorkbookTrial(
      cells: "<c r=\"A1\" s=\"1\"><v>-12</v></c><c r=\"B1\" s=\"1\"><v>45658</v></c>", formats: [format], shows: true)
    #expect(trial.marks.values.contains(.unseen))
  }

  @Test("has words around texts, too")
  func texts() {
    let trial = WorkbookTrial(
      cells: """
        <c r="A1" t="s" s="1"><v>0</v></c><c r="B1" t="str" s="2"><v>甲</v></c><c r="C1" t="s" s="3"><v>0</v></c>
        """, strings: ["0012"], formats: ["\"QX\"@", "0;0;0;@\"科\"", "\"QX\"0000"], shows: true)
    #expect(trial.first == ["QX0012", "甲科", "0012"])
    #expect(trial.marks.isEmpty)
  }

  @Test("is the same in cells that are merged over rows, which have a mark")
  func merged() {
    let rows =
      "<row r=\"1\"><c r=\"A1\" s=\"1\"><v>12</v></c><c r=\"B1\"><v>1</v></c></row><row r=\"2\"><c r=\"B2\"><v>2</v></c></row>"
    let trial = WorkbookTrial(
      SmallWorkbook([.init("s", rows, merged: ["A1:A2"])], formats: ["\"QX\"0000"]), width: 2, shows: true)
    #expect(trial.rows == [1: ["QX0012", "1"], 2: ["QX0012", "2"]])
    #expect(trial.marks == ["A2": .merged])
  }
}
