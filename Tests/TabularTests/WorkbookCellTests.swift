import Findings
import Tabular
import Testing
import WorkbookBytes

@Suite("Cells of workbooks")
struct WorkbookCellTests {
  @Test("are read from every place where their text can stand")
  func kinds() {
    let trial = WorkbookTrial(
      cells: """
        <c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><r><t>甲</t></r><r><t xml:space="preserve"> 乙</t></r></is></c>\
        <c r="C1" t="str"><f>A1&amp;"x"</f><v>内科x</v></c><c r="D1" t="b"><v>1</v></c><c r="E1"><v>12</v></c>\
        <c r="G1" t="s"><v>1</v></c><c t="s"><v>2</v></c><c r="I1" t="str"><f>""</f><v></v></c>
        """,
      strings: [
        "内科", "<r><t>骨</t></r><r><rPr/><t>一科</t></r><rPh><t>gu</t></rPh>", "a_x000D_b_x005F_x",
      ])
    #expect(trial.codes == [])
    #expect(trial.first == ["内科", "甲 乙", "内科x", "TRUE", "12", "", "骨一科", "a\rb_x"])
  }

  @Test(
    "show numbers as a person sees them",
    arguments: [
      ("123", "", "123"), ("123.0", "", "123"), ("0.1", "", "0.1"), ("1E+2", "", "100"), ("1.5E-3", "", "0.0015"),
      ("1.1000000000000001", "", "1.1"), ("-0.5", "", "-0.5"), ("123", "0000", "0123"), ("12345", "0000", "12345"),
      ("0.95", "0%", "95%"), ("0.07", "0.00%", "7%"), ("123456789012345", "", "123456789012345"),
      ("1234.5", "#,##0.00", "1234.5"), ("7", "@", "7"), ("1", "\"d\"0", "1"), ("5", "[Red]0.0_);\\(d\\)", "5"),
    ])
  func numbers(written: String, format: String, seen: String) {
    let trial = WorkbookTrial(
      cells: "<c r=\"A1\" s=\"1\"><v>\(written)</v></c>", formats: [format.isEmpty ? "0" : format])
    #expect(trial.first == [seen])
    #expect(trial.marks.isEmpty)
  }

  /// 45658 is 2025-01-01: 1900 to 2024 are 125 years with 31 leap days, 125 × 365 + 31 = 45656 days before it, 1900-01-01
  /// is day 1, and the day that never was adds one.
  @Test(
    "show days and times by their format",
    arguments: [
      ("45658", "14", "2025-01-01"), ("45658.5", "22", "2025-01-01 12:00:00"), ("45658", "yyyy/m/d;@", "2025-01-01"),
      ("45658", "yyyy\"年\"m\"月\"d\"日\"", "2025-01-01"), ("45658", "yyyy\"年\"m\"月\"", "2025-01"),
      ("45658", "57", "2025-01"),
      ("45658", "31", "2025-01-01"), ("45658", "[$-804]yyyy\"年\"m\"月\"d\"日\";@", "2025-01-01"),
      ("45658", "58", "2025-01-01"),
      ("0.3541666666666667", "20", "08:30:00"), ("0.354166666666", "h:mm", "08:30:00"),
      ("1.1041666666666667", "[h]:mm", "26:30:00"), ("45658.99999999", "yyyy-mm-dd hh:mm", "2025-01-02"),
      ("1", "14", "1900-01-01"), ("59", "14", "1900-02-28"), ("60", "14", "1900-02-29"), ("61", "14", "1900-03-01"),
      ("2958465", "14", "9999-12-31"), ("2958466", "14", "2958466"), ("-1", "14", "-1"),
      ("45658.354166666664", "上午/下午h\"时\"mm\"分\"", "2025-01-01 08:30:00"), ("45658", "mmm-yy", "2025-01"),
      // 0.7 s before midnight: 1 − 0.3 ÷ 86400 = 0.99999653. The day has not ended, nor the half-year.
      ("46203.99999653", "yyyy-mm-dd", "2026-06-30 23:59:59"), ("46203.99999653", "yyyy-mm", "2026-06"),
      ("46203.99999653", "22", "2026-06-30 23:59:59"),
    ])
  func days(serial: String, format: String, seen: String) {
    let trial = WorkbookTrial(cells: "<c r=\"A1\" s=\"1\"><v>\(serial)</v></c>", formats: [format])
    #expect(trial.first == [seen])
  }

  /// 1904-01-01 is day 0; 44196 days later (121 years of 365 and 31 leap days, 1904 to 2024) is 2025-01-01.
  @Test("count from 1904 where the workbook says so")
  func epoch() {
    let cells = "<c r=\"A1\" s=\"1\"><v>44196</v></c><c r=\"B1\" s=\"1\"><v>0</v></c>"
    #expect(WorkbookTrial(cells: cells, formats: ["14"], isFrom1904: true).first == ["2025-01-01", "1904-01-01"])
  }

  @Test("carry marks where their text is not all")
  func marks() {
    let trial = WorkbookTrial(
      cells: """
        <c r="A1" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="B1"><f>A2</f></c><c r="C1"><f>A2</f><v></v></c>\
        <c r="D1"><v>1.2345678901234568E+17</v></c><c r="E1" t="str"><f>A2</f><v></v></c><c r="F1"><v>1</v></c>
        """)
    #expect(trial.marks == ["A1": .error, "B1": .uncomputed, "C1": .uncomputed, "D1": .digitsLost])
    #expect(trial.first == ["#DIV/0!", "", "", "123456789012345680", "", "1"])
  }

  @Test("stand in the rows and columns that they name, and are passed over where they are empty")
  func gaps() {
    let rows = """
      <row r="3"><c r="B3"><v>1</v></c><c r="D3" s="1"/></row><row r="4"><c r="A4" s="1"/></row>\
      <row><c><v>2</v></c></row><row r="9" spans="1:2"><c r="AA9"><v>3</v></c></row>
      """
    let trial = WorkbookTrial(SmallWorkbook([.init("s", rows)]))
    #expect(trial.rows[3] == ["", "1"])
    #expect(trial.rows[5] == ["2"])
    #expect(trial.rows[9]?.count == 27)
    #expect(trial.rows.keys.sorted() == [3, 5, 9])
  }

  @Test("that are merged over rows have their value in each row that has any of its own")
  func merged() {
    let rows: [[String]?] = [
      ["科室", "姓名"], ["内科", "甲"], ["", "乙"], nil, ["", "丙"], ["外科", "丁"], ["", "戊"],
    ]
    let trial = WorkbookTrial(SmallWorkbook("s", texts: rows, merged: ["A2:A5", "A6:B6", "A6:A7"]), width: 2)
    #expect(
      trial.rows == [
        1: ["科室", "姓名"], 2: ["内科", "甲"], 3: ["内科", "乙"], 5: ["内科", "丙"], 6: ["外科", "丁"], 7: ["外科", "戊"],
      ])
  }
}
