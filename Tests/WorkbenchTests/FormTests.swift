import Findings
import Foundation
import Register
import Spreadsheets
import Tables
import Testing

@testable import Workbench

/// Forms follow their table specs.
@Suite struct FormTests {
  private static let place = Place.file("表.yaml")

  private static func column(
    _ id: String, _ type: ColumnType, _ change: (inout ColumnSpec) -> Void = { _ in }
  ) -> ColumnSpec {
    var column = ColumnSpec(id: id, header: id, type: type, place: place)
    change(&column)
    return column
  }

  private static func spec() -> SystemFolders.SpecFile {
    var spec = TableSpec(system: "s", id: "宣传稿件", version: "3", place: place)
    spec.key = ["编号"]
    spec.unit = .init(column: "科室", kinds: ["科室"], unmatched: .reject)
    spec.period = .column("日期", grain: .half)
    spec.columns = [
      column("编号", .text) { $0.isRequired = true },
      column("科室", .text) { $0.isRequired = true },
      column("责任人", .text) { $0.isDropped = true },
      column("级别系数", .number) {
        $0.header = "级别"
        $0.labels = .map([("院级", .number(1)), ("不适用", .notApplicable), ("(空)", .missing)])
      },
      column("日期", .date) { $0.isRequired = true },
      column("板块", .integer) { $0.range = 1...4 },
      column("得分", .number) { $0.range = 0...100 },
      column("是否", .boolean), column("时限", .writtenDate), column("备注", .text),
      column("人数", .integer) { $0.range = 0...Double.infinity },
    ]
    return SystemFolders.SpecFile(spec: spec, path: "表.yaml", hash: String(repeating: "ab", count: 32))
  }

  private static func form(_ period: String? = "2026H1", headerRow: Int = 1) -> FormBook {
    let file = spec()
    var spec = file.spec
    spec.file.headerRow = headerRow
    let period = period.flatMap { Period(parsing: $0) }
    let columns = FormColumns(table: spec, period: period, units: ["心内科", "肾病内科"], references: [:]).columns()
    return FormBook(
      file: .init(spec: spec, path: file.path, hash: file.hash), system: "清廉", columns: columns, period: period,
      unit: nil)
  }

  private func rule(_ header: String, _ form: FormBook) -> CellCheck.Rule? {
    form.columns.first { $0.header == header }?.rule
  }

  @Test func theHeaderIsTheSpecsWithoutWhatIsDropped() throws {
    let sheet = try #require(Self.form().workbook().sheets.first)
    let header = sheet.rows[0].map { cell -> String in if case .text(let text) = cell.value { text } else { "" } }
    #expect(header == ["编号", "科室", "级别", "日期", "板块", "得分", "是否", "时限", "备注", "人数"])
    #expect(sheet.rows.count == 1 && sheet.isProtected && sheet.headerRows == 1)
    #expect(sheet.rows[0][0].role == .requiredHeading && sheet.rows[0][2].role == .heading)
    #expect(sheet.columns.allSatisfy { $0.isOpen })
  }

  @Test func everyColumnIsCheckedAsItsSpecSays() {
    let form = Self.form()
    #expect(rule("科室", form) == .list(["心内科", "肾病内科"]))
    // A blank is a blank cell, no choice.
    #expect(rule("级别", form) == .list(["院级", "不适用"]))
    #expect(rule("日期", form) == .day(SheetDay(yyyymmdd: 2026_01_01)...SheetDay(yyyymmdd: 2026_06_30)))
    #expect(rule("板块", form) == .whole(1...4))
    #expect(rule("得分", form) == .number(0...100))
    #expect(rule("是否", form) == .list(["是", "否"]))
    #expect(rule("时限", form) == .anything && rule("备注", form) == .anything)
    #expect(rule("人数", form) == .whole(0...1_000_000_000))
    #expect(rule("日期", Self.form(nil)) == .day(SheetDay(yyyymmdd: 2000_01_01)...SheetDay(yyyymmdd: 2099_12_31)))
    #expect(form.columns.first?.kind == .text)
  }

  @Test func theHeaderStandsWhereTheSpecWantsIt() throws {
    let form = Self.form(headerRow: 3)
    let sheet = try #require(form.workbook().sheets.first)
    #expect(sheet.rows.count == 3 && sheet.rows[2][0] == .text("编号", .requiredHeading))
    #expect(sheet.rows[0][0] == .text("宣传稿件 · 2026年上半年", .title))
    #expect(form.workbook().sheets.last?.rows.contains([.text("header_row"), .text("3")]) == true)
    // From the fourth row on.
    #expect(sheet.checks.allSatisfy { $0.range.rows == 3...2002 })
  }

  @Test func theHiddenSheetSaysWhatItIs() {
    let stamp = Self.form().workbook().sheets.last
    #expect(stamp?.name == "_qingheng" && stamp?.isHidden == true)
    #expect(
      stamp?.rows
        == [
          ["kind", "form"], ["table", "s/宣传稿件"], ["version", "3"], ["spec", "abababababababab"], ["sheet", "宣传稿件"],
          ["header_row", "1"], ["period", "2026H1"],
        ].map { $0.map { .text($0) } })
  }

  @Test func everyColumnIsExplained() throws {
    let sheet = try #require(Self.form().workbook().sheets.first { $0.name == "说明" })
    let rows = sheet.rows.map { row in
      row.map { cell -> String in if case .text(let text) = cell.value { text } else { "" } }
    }
    #expect(rows.contains(["编号", "必填", "编号或文字，原样填写，前面的0保留", "", "每行一个，不得重复"]))
    #expect(rows.contains(["得分", "", "数字，0 至 100", "100", ""]))
    #expect(rows.contains(["日期", "必填", "日期，2026-01-01 至 2026-06-30", "2026-01-01", "由它定这一行算在哪一期，本表为2026年上半年"]))
    #expect(!rows.contains { $0[0] == "责任人" })
  }

  @Test func theFileNameFitsTheSpecsPattern() {
    let plain = Self.form()
    #expect(plain.fileName == "宣传稿件-2026H1.xlsx")
    var file = Self.spec()
    var spec = file.spec
    spec.file.match = "*专班走访登记*"
    file = .init(spec: spec, path: file.path, hash: file.hash)
    let form = FormBook(file: file, system: "", columns: [], period: plain.period, unit: nil)
    #expect(form.fileName == "专班走访登记-2026H1.xlsx")
    #expect(spec.file.matches(form.fileName))
  }

  @Test func aScoreSheetHasARowForEveryUnitAndItem() throws {
    let form = Self.form()
    let unit = OrgUnit(code: "D01", name: "心内科", kind: "科室", validFrom: try date(2010_01_01))
    let sheets = ScoreSheets(
      file: form.file, columns: form.columns, period: form.period, units: [unit], names: ["心内科"],
      assessorColumn: "备注", items: ["板块", "是否"])
    let book = sheets.workbook(of: "=王敏")
    let sheet = try #require(book.sheets.first)
    // 4 × 2 rows below the header.
    #expect(sheet.rows.count == 9)
    #expect(sheet.rows[1][0] == .text("2026H1-=王敏-D01-1-是", .given))
    #expect(sheet.rows[2][0] == .text("2026H1-=王敏-D01-1-否", .given))
    #expect(sheet.rows[3][4] == SheetCell(.whole(2), .given))
    #expect(sheet.rows[8][1] == .text("心内科", .given) && sheet.rows[8][8] == .text("=王敏", .given))
    #expect(sheet.rows[1][5] == SheetCell(.empty, .open, kind: .number(digits: nil)))
    // What is given is not checked and not open.
    #expect(sheet.checks.map(\.title) == ["级别", "日期", "得分", "时限", "人数"])
    #expect(sheet.columns.allSatisfy { !$0.isOpen })
    #expect(book.sheets.last?.rows.contains([.text("assessor"), .text("=王敏")]) == true)
    #expect(sheets.fileName(of: "../王 敏") == "宣传稿件-2026H1-..-王-敏.xlsx")
  }
}
