import Documents
import Findings
import Register
import Tables
import Tabular

/// One import of a text through a spec, with everything that came of it.
struct ImportTrial {
  let log = FindingLog()
  let sink = CollectingSink()
  var outcome = ImportOutcome()

  init(
    _ yaml: String, _ csv: String, units: [OrgUnit] = ImportTrial.units, period: Period? = nil, phases: [Period] = [],
    path: String = "f.csv", references: [String: Set<String>] = [:], language: Language = .english, isCut: Bool = false
  ) throws {
    guard let spec = Self.spec(yaml, log: log) else { return }
    // Texts in tests end where their last row does; files end with a line end.
    let text = isCut || csv.isEmpty || csv.hasSuffix("\n") || csv.hasSuffix("\r") ? csv : csv + "\n"
    guard
      let file = DelimitedFile.read(Array(text.utf8), name: path, headerRow: spec.file.headerRow, log: log)
    else { return }
    let table = TableImport(
      spec: spec, register: UnitRegister(units), period: period, phases: phases,
      references: { references["\($0.table).\($0.column)"] })
    outcome = try table.run(file: file, into: sink, language: language, log: log)
  }

  static func spec(_ yaml: String, log: FindingLog) -> TableSpec? {
    YAMLFile.parse(yaml, name: "t.yaml", log: log).flatMap { TableSpec.read($0, system: "qinglian", log: log) }
  }

  /// `code place`, in order of discovery.
  var findings: [String] { log.findings.map { "\($0.code) \($0.place.text)" } }
  var first: TableFinding? { log.findings.first as? TableFinding }
  var problem: CellProblem? {
    if case .cell(_, _, let problem, _) = first { problem } else { nil }
  }

  static func day(_ yyyymmdd: Int) -> CalendarDate {
    CalendarDate(yyyymmdd: yyyymmdd) ?? CalendarDate(year: 2000, month: 1, day: 1).unsafelyUnwrapped
  }

  static let units = [
    OrgUnit(code: "H", name: "清江医院", kind: "医院", validFrom: day(2000_01_01)),
    OrgUnit(code: "D014", name: "肾病内科", kind: "科室", validFrom: day(2010_01_01), aliases: ["肾内"]),
    OrgUnit(
      code: "D031", name: "康复科", kind: "科室", validFrom: day(2010_01_01), validTo: day(2024_06_30), successor: "D058"),
    OrgUnit(code: "D058", name: "康复医学科", kind: "科室", validFrom: day(2024_07_01), aliases: ["康复科"]),
    OrgUnit(code: "D060", name: "骨一科", kind: "科室", validFrom: day(2010_01_01), aliases: ["骨科"]),
    OrgUnit(code: "D061", name: "骨二科", kind: "科室", validFrom: day(2010_01_01), aliases: ["骨科"]),
  ]
}
