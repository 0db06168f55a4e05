import Charts
import Findings
import Foundation
import Register
import Reports

/// What `report` is asked.
package struct ReportRequest: Sendable {
  /// The notebook's path inside the workspace.
  package var notebook: String
  /// In place of those in the notebook's header.
  package var scheme: String?
  package var period: String?
  /// In place of the header's `params`.
  package var given: [String: String] = [:]
  /// Of a notebook with a document for each unit: only this one's.
  package var unit: String?
  /// The day of open problems and of obligations; nil: that up to which the run looks.
  package var asOf: CalendarDate?
  package var formats = Set(ReportFormat.allCases)
  /// Where the documents go, inside the workspace unless absolute.
  package var folder: String

  package init(notebook: String, folder: String) {
    self.notebook = notebook
    self.folder = folder
  }
}

extension Session {
  /// Writes a report from a notebook: one document, or one for each unit of a list, in a folder of their own.
  /// - Returns: the files' paths; nil, with the reason in the log, if there is nothing to write.
  package func writeReport(_ request: ReportRequest) throws -> [String]? {
    guard let text = workspaceText(request.notebook) else {
      log.add(WorkbenchFinding.notebookAbsent(.file(request.notebook)))
      return nil
    }
    guard
      let draft = Notebook.read(
        text, name: request.notebook, scheme: request.scheme, period: request.period, given: request.given,
        file: workspaceText, log: log)
    else { return nil }
    guard let schemeID = draft.header.scheme, let periodText = draft.header.period else {
      log.add(WorkbenchFinding.notebookWithoutRun(.file(request.notebook)))
      return nil
    }
    guard let run = try run(scheme: schemeID, period: periodText) else { return nil }
    let renderer = FontSet.locate(log: log).flatMap { PNGRenderer(fonts: $0, log: log) }
    let data = ReportData(
      session: self, run: run, asOf: request.asOf, tellsEvidence: draft.header.edition == .internal)
    let source = WorkspaceReportSource(
      data: data, renderer: renderer, state: try reportState(of: run), trouble: .init())
    let name = "\(FileStem.stem(of: request.notebook))-\(safe(schemeID))-\(safe(run.period.id))"
    let folder = workspace.url(request.folder).path
    func written(_ document: Document, _ name: String, _ subfolder: String) throws -> [String] {
      if let error = source.trouble.first { throw error }
      let paths = document.write(name: name, formats: request.formats, into: folder + subfolder, log: log)
      return paths.map { "\(request.folder)\(subfolder)/\($0)" }
    }
    guard let codes = draft.addressees(in: source, log: log) else {
      let files = try written(draft.document(from: source, log: log), name, "")
      return files.isEmpty ? nil : files
    }
    guard let chosen = chosen(request.unit, among: codes, run) else { return nil }
    var files: [String] = []
    for code in chosen {
      let unit = run.sheet.units.first { $0.code == code }?.name ?? ""
      files += try written(
        draft.document(from: source, about: code, log: log), "\(safe(code))-\(safe(unit))", "/\(name)")
    }
    return files.isEmpty ? nil : files
  }

  /// Those of some units that were asked for.
  /// - Returns: nil, with the reason in the log, if the unit is not among them.
  private func chosen(_ name: String?, among codes: [String], _ run: CompletedRun) -> [String]? {
    guard let name else { return codes }
    guard
      let index = unitIndex(name, among: run.sheet.units, of: run.scheme, run.period, run.record.input.asOf)
    else { return nil }
    let code = run.sheet.units[index].code
    if codes.contains(code) { return [code] }
    log.add(WorkbenchFinding.unitOutOfScope(.subject(name), scheme: run.scheme.id, period: run.period.id))
    return nil
  }

  /// What a reader must know before the first sentence.
  private func reportState(of run: CompletedRun) throws -> String? {
    let remarks = [
      try stageLine(of: run, language: .chinese),
      run.scheme.approval == nil ? tables(of: run, language: .chinese).approval() : nil,
      run.warningOfNoRows == nil ? nil : "本期各表都没有数据行",
      run.isWithoutSecrets ? "受保护的数据未能读取，据此的等级限制未核" : nil,
      try changedInputs(of: run).isEmpty ? nil : "评分之后依据有变动，本文仍是当时的结果",
    ].compactMap { $0 }
    return remarks.isEmpty ? nil : remarks.joined(separator: "；")
  }

  /// The text of a file inside the workspace; a path that leads out of it is none.
  private func workspaceText(_ path: String) -> String? {
    let root = workspace.folder.standardizedFileURL.path
    let file = workspace.url(path).standardizedFileURL.path
    guard file.hasPrefix(root + "/"), let data = FileManager.default.contents(atPath: file) else { return nil }
    return String(decoding: data, as: UTF8.self)
  }
}
