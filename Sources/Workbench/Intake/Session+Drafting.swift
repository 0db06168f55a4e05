import Documents
import Findings
import Foundation
import Tables
import Tabular

extension Session {
  /// Drafts a spec from an export by text, as sheets in a folder that must not hold one yet: 说明, 列, 选项, the names of
  /// units if a column of them was found, and the spec that they would make, which is none until somebody has signed.
  /// - Returns: a line about what was written; nil with the reasons in the log.
  package func draftSurvey(
    from path: String, table: String, headerRow: Int, folder: String, language: Language
  ) throws -> String? {
    let path = self.path(path)
    let name = workspace.relative(path)
    guard let file = DelimitedFile.open(path, name: name, headerRow: headerRow, log: log) else { return nil }
    guard
      let drafter = SurveyDrafter(
        file, called: workspace.storedName(of: path), headerRow: headerRow, register: register)
    else {
      log.add(TabularFinding.headerAbsent(.file(name), headerRow: headerRow, rowCount: 0))
      return nil
    }
    guard !drafter.isCoded else {
      log.add(IntakeFinding.mapCoded(.file(name)))
      return nil
    }
    if FileManager.default.fileExists(atPath: workspace.url("\(folder)/\(SurveyDraft.coverName).csv").path) {
      log.add(IntakeFinding.draftExists(.file(folder)))
      return nil
    }
    let draft = drafter.draft(minimumCell: workspace.settings.minimumCell)
    var sheets = draft.sheets(table: table, minimumCell: workspace.settings.minimumCell)
    let unmatched = draft.unitTexts.filter { text in
      if case .none = register.match(text.text) { true } else { false }
    }
    if !unmatched.isEmpty {
      let names = unmatched.map { UnmatchedName(text: $0.text, count: $0.count, firstRow: 0, nearest: nil) }
      sheets.append(DraftSheet(name: "单位写法", rows: NameSheet.rows(names, kinds: [], register: register)))
    }
    for sheet in sheets {
      guard try write(NameSheet.csv(sheet.rows), to: "\(folder)/\(sheet.name).csv", isPrivate: true) else { return nil }
    }
    if let spec = DraftSpec(sheets, log: FindingLog()) {
      guard try write(Data(spec.yaml().utf8), to: "\(folder)/草稿.yaml", isPrivate: true) else { return nil }
    }
    return CommandSentence.surveyDrafted(columns: draft.columns.count, rows: draft.rowCount, folder: folder).text(
      in: language)
  }

  /// Makes the spec that the sheets of a folder say, once somebody has signed them.
  /// - Parameter path: where it goes.
  /// - Returns: a line about it; nil, with the reasons in the log and nothing written, if the sheets are not whole.
  package func specFromDraft(folder: String, to path: String, language: Language) throws -> String? {
    let before = log.count(.problem)
    var sheets: [DraftSheet] = []
    for name in [SurveyDraft.coverName, SurveyDraft.columnsName, SurveyDraft.optionsName] {
      let url = workspace.url("\(folder)/\(name).csv")
      guard let file = DelimitedFile.open(url.path, name: workspace.relative(url.path), log: log),
        let table = TableRows.read(file, log: log)
      else { continue }
      let rows = table.rows.map { row in table.headers.map { unmarked(row[$0]) } }
      sheets.append(DraftSheet(name: name, rows: [table.headers] + rows))
    }
    guard log.count(.problem) == before, let draft = DraftSpec(sheets, log: log) else { return nil }
    let yaml = draft.yaml()
    guard log.count(.problem) == before else { return nil }
    // What the sheets say must be a spec, before it lies where specs are looked for.
    guard let node = YAMLFile.parse(yaml, name: path, log: log),
      TableSpec.read(node, system: "", log: log) != nil
    else { return nil }
    if FileManager.default.fileExists(atPath: workspace.url(path).path) {
      log.add(IntakeFinding.draftExists(.file(path)))
      return nil
    }
    guard try write(Data(yaml.utf8), to: path) else { return nil }
    return CommandSentence.specMade(table: draft.table, path: path).text(in: language)
  }
}
