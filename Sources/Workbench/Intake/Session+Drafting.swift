import Documents
import Findings
import Foundation
import Spreadsheets
import Tables
import Tabular

extension Session {
  /// Drafts a spec from an export by text: 说明, 列, 选项, and the names of units if a column of them was found. None of it is
  /// a spec until somebody has signed.
  /// - Parameter output: a workbook (`.xlsx`), or a folder of texts; nothing must be there yet.
  /// - Returns: a line about what was written; nil with the reasons in the log.
  package func draftSurvey(
    from path: String, table: String, headerRow: Int, output: String, language: Language
  ) throws -> String? {
    let path = self.path(path)
    let name = workspace.relative(path)
    guard let file = surveyFile(path, name: name, headerRow: headerRow) else { return nil }
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
    let isWorkbook = output.lowercased().hasSuffix(".xlsx")
    let marker = isWorkbook ? output : "\(output)/\(SurveyDraft.coverName).csv"
    if FileManager.default.fileExists(atPath: workspace.url(marker).path) {
      log.add(IntakeFinding.draftExists(.file(output)))
      return nil
    }
    let draft = drafter.draft(minimumCell: workspace.settings.minimumCell)
    let sheets = draft.sheets(table: table, minimumCell: workspace.settings.minimumCell)
    let names = unmatchedNames(draft)
    guard isWorkbook ? try write(sheets, names, workbook: output) : try write(sheets, names, folder: output)
    else { return nil }
    return CommandSentence.surveyDrafted(columns: draft.columns.count, rows: draft.rowCount, path: output).text(
      in: language)
  }

  /// The rows of an export in any format that an import takes; of a workbook those of the first sheet in sight.
  private func surveyFile(_ path: String, name: String, headerRow: Int) -> (any RecordFile)? {
    guard let data = DataFile.open(path, name: name, log: log) else { return nil }
    switch data {
    case .text(let text): return text.delimited(encoding: .auto, headerRow: headerRow, log: log)
    case .workbook(let book):
      if let sheet = book.sheets.first(where: { !$0.isHidden }) { return book.file(sheet) }
      log.add(TableFinding.file(.file(name), .sheetNone(book.sheets.map(\.name))))
    case .archive: log.add(IntakeFinding.sheetInArchive(.file(name)))
    }
    return nil
  }

  private func unmatchedNames(_ draft: SurveyDraft) -> [UnmatchedName] {
    draft.unitTexts.filter { text in
      if case .none = register.match(text.text) { true } else { false }
    }.map { UnmatchedName(text: $0.text, count: $0.count, firstRow: 0, nearest: nil) }
  }

  private func write(_ sheets: [DraftSheet], _ names: [UnmatchedName], workbook path: String) throws -> Bool {
    var pages = sheets.map(DraftBook.sheet)
    if !names.isEmpty {
      pages.append(
        NameSheet.sheet(
          names, kinds: [], register: register, day: nil, minimumCell: workspace.settings.minimumCell))
    }
    return try save(
      DraftBook.workbook(pages), to: workspace.url(path).path, called: path, replaces: false, isPrivate: true, log: log)
  }

  private func write(_ sheets: [DraftSheet], _ names: [UnmatchedName], folder: String) throws -> Bool {
    var sheets = sheets
    if !names.isEmpty {
      let rows = NameSheet.rows(names, kinds: [], register: register, minimumCell: workspace.settings.minimumCell)
      sheets.append(DraftSheet(name: NameSheet.sheetName, rows: rows))
    }
    for sheet in sheets {
      guard try write(NameSheet.csv(sheet.rows), to: "\(folder)/\(sheet.name).csv", isPrivate: true) else {
        return false
      }
    }
    if let spec = DraftSpec(sheets, log: FindingLog()) {
      guard try write(Data(spec.yaml().utf8), to: "\(folder)/草稿.yaml", isPrivate: true) else { return false }
    }
    return true
  }

  /// Makes the spec that a draft says, once somebody has signed it.
  /// - Parameters:
  ///   - draft: the workbook, or the folder.
  ///   - path: where the spec goes.
  /// - Returns: a line about it; nil, with the reasons in the log and nothing written, if the sheets are not whole.
  package func specFromDraft(_ source: String, to path: String, language: Language) throws -> String? {
    let before = log.count(.problem)
    let sheets = draftSheets(source)
    guard log.count(.problem) == before, let draft = DraftSpec(sheets, log: log) else { return nil }
    if ["", "*"].contains(draft.filePattern) {
      log.add(IntakeFinding.draftWithoutPattern(.file(source), pattern: draft.filePattern))
    }
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

  private func draftSheets(_ source: String) -> [DraftSheet] {
    let url = workspace.url(source)
    var isFolder: ObjCBool = false
    let isThere = FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder)
    let data = isThere && isFolder.boolValue ? nil : DataFile.open(url.path, name: source, log: log)
    if data == nil, !(isThere && isFolder.boolValue) { return [] }
    return [SurveyDraft.coverName, SurveyDraft.columnsName, SurveyDraft.optionsName].compactMap { name in
      let table: TableRows?
      if let data {
        table = FilledSheet.read(data, name: source, sheet: name, log: log)
      } else {
        let path = url.appending(path: "\(name).csv").path
        table = FilledSheet.read(path, name: workspace.relative(path), log: log)
      }
      guard let table else { return nil }
      let rows = table.rows.map { row in table.headers.map { unmarked(row[$0]) } }
      return DraftSheet(name: name, rows: [table.headers] + rows)
    }
  }
}
