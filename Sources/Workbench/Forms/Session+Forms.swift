import Charts
import Findings
import Foundation
import Register
import Schemes
import Spreadsheets
import Tables

/// Which form is wanted.
package struct FormRequest: Sendable {
  /// A table's id, or system/id.
  package var table: String
  package var period: String?
  /// Codes, names or aliases; empty: every unit that the table can be about.
  package var units: [String]
  /// nil: a form for rows; else a score sheet for each of them.
  package var assessors: [String]?
  /// nil: the only column that can name one.
  package var assessorColumn: String?
  /// Columns of whose values every unit has a row.
  package var items: [String]
  /// A file, or of score sheets a folder; nil: `out/forms` in the workspace.
  package var output: String?

  package init(
    table: String, period: String? = nil, units: [String] = [], assessors: [String]? = nil,
    assessorColumn: String? = nil, items: [String] = [], output: String? = nil
  ) {
    self.table = table
    self.period = period
    self.units = units
    self.assessors = assessors
    self.assessorColumn = assessorColumn
    self.items = items
    self.output = output
  }
}

extension Session {
  static let formFolder = "out/forms"

  /// Every table with what its form would be named; without one for surveys.
  package func listForms(language: Language) -> DataTable {
    let specs = folders.specs
    let isChinese = language == .chinese
    return DataTable([
      DataColumn("system", label: isChinese ? "体系" : "system", texts: specs.map(\.spec.system)),
      DataColumn(.table, language, texts: specs.map(\.spec.id)),
      DataColumn("version", label: isChinese ? "版本" : "version", texts: specs.map(\.spec.version)),
      DataColumn(
        "columns", label: isChinese ? "列数" : "columns",
        numbers: specs.map { Double($0.spec.columns.count { !$0.isDropped }) }, digits: 0),
      DataColumn(.note, language, texts: specs.map { note($0.spec, isChinese) }),
    ])
  }

  private func note(_ spec: TableSpec, _ isChinese: Bool) -> String {
    if spec.isAnonymous { return isChinese ? "匿名问卷，不出填报表" : "anonymous survey: no form" }
    if spec.isProtected { return isChinese ? "工作秘密" : "work secrets" }
    return ""
  }

  /// Writes a form, or score sheets.
  /// - Returns: the files' paths; nil with the reasons in the log.
  package func writeForms(_ request: FormRequest) throws -> [String]? {
    let choice = FileChoice(workspace: workspace, folders: folders, log: log)
    guard let file = choice.spec(named: request.table) else { return nil }
    guard !file.spec.isAnonymous else {
      log.add(FormFinding.ofAnonymousTable(.subject(request.table), table: file.spec.id))
      return nil
    }
    var period: Period?
    if let text = request.period {
      period = workspace.period(text, log: log)
      if period == nil { return nil }
    }
    guard let units = units(of: file.spec, named: request.units, period) else { return nil }
    let columns = FormColumns(
      table: file.spec, period: period, units: shownNames(of: units), references: try listedReferences(of: file.spec)
    ).columns()
    if let assessors = request.assessors {
      return try writeScoreSheets(request, file, columns, period, units, assessors)
    }
    let form = FormBook(
      file: file, system: folders.title(of: file.spec.system), columns: columns, period: period,
      unit: request.units.count == 1 ? units.first : nil)
    let path = request.output ?? workspace.url("\(Self.formFolder)/\(form.fileName)").path
    return try save(form.workbook(), to: path, called: workspace.relative(path), replaces: false, log: log)
      ? [workspace.relative(path)] : nil
  }

  /// The units that a table's rows can be about, in the register's order: those named, or all of its kinds that exist in
  /// the period, or else today.
  /// - Returns: empty where the table takes any text; nil with the reason in the log.
  private func units(of spec: TableSpec, named names: [String], _ period: Period?) -> [OrgUnit]? {
    guard let rule = spec.unit else { return [] }
    let today = CalendarDate(parsing: String(clock.prefix(10)))
    func exists(_ unit: OrgUnit) -> Bool {
      if let period { return unit.isValid(duringAnyDayOf: period) }
      return today.map(unit.isValid(on:)) ?? true
    }
    guard names.isEmpty else {
      var found: [OrgUnit] = []
      for name in names {
        guard let day = period?.end ?? today, let code = unitCode(name, on: day), let unit = register.unit(code: code)
        else { return nil }
        if !rule.kinds.isEmpty, !rule.kinds.contains(unit.kind) {
          log.add(
            FormFinding.unitOfOtherKind(
              .subject(unit.name), table: spec.id, kind: unit.kind, kinds: rule.kinds))
          return nil
        }
        if !found.contains(unit) { found.append(unit) }
      }
      return found
    }
    // Its files bring their own units along: no list of today's could be complete.
    if rule.unmatched == .register { return [] }
    return register.units.filter { (rule.kinds.isEmpty || rule.kinds.contains($0.kind)) && exists($0) }
  }

  /// Names, or codes where two units of the list have the same name.
  private func shownNames(of units: [OrgUnit]) -> [String] {
    let counts = Dictionary(units.map { ($0.name, 1) }, uniquingKeysWith: +)
    return units.map { counts[$0.name] == 1 ? $0.name : $0.code }
  }

  /// Values that references may take, for drop-downs; never those of secrets or of answers.
  private func listedReferences(of spec: TableSpec) throws -> [ColumnSpec.Reference: [String]] {
    let open = spec.columns.compactMap(\.references).filter { reference in
      if reference.kinds != nil { return true }
      guard let target = folders.spec(reference.table, for: spec.system) else { return false }
      return !target.spec.isProtected && !target.spec.isAnonymous
    }
    return try referencedValues(of: open, in: spec.system).mapValues { $0.sorted() }
  }

  private func writeScoreSheets(
    _ request: FormRequest, _ file: SystemFolders.SpecFile, _ columns: [FormColumn], _ period: Period?,
    _ units: [OrgUnit], _ assessors: [String]
  ) throws -> [String]? {
    guard !units.isEmpty else {
      log.add(
        FormFinding.withoutUnits(.subject(request.table), table: file.spec.id, kinds: file.spec.unit?.kinds ?? []))
      return nil
    }
    let plan = ScoreSheetPlan(spec: file.spec, columns: columns, log: log)
    guard let column = plan.assessorColumn(named: request.assessorColumn), let items = plan.items(named: request.items),
      plan.accepts(assessors, in: column)
    else { return nil }
    let sheets = ScoreSheets(
      file: file, columns: columns, period: period, units: units, names: shownNames(of: units),
      assessorColumn: column.id, items: items)
    let folder = request.output ?? workspace.url(Self.formFolder).path
    var paths: [String] = []
    for assessor in assessors {
      let path = "\(folder)/\(sheets.fileName(of: assessor))"
      guard
        try save(sheets.workbook(of: assessor), to: path, called: workspace.relative(path), replaces: false, log: log)
      else { continue }
      paths.append(workspace.relative(path))
    }
    return paths.isEmpty ? nil : paths
  }
}
