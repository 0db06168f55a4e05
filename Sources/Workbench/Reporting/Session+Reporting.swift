import Charts
import Findings
import Foundation
import Register
import Reports

extension Session {
  /// Writes a report from a notebook.
  /// - Parameters:
  ///   - notebook: its path inside the workspace.
  ///   - scheme, period: in place of those in the notebook's header.
  ///   - formats: which files are written.
  ///   - folder: where the documents go, inside the workspace unless absolute.
  /// - Returns: the files' paths; nil, with the reason in the log, if there is nothing to write.
  package func writeReport(
    _ notebook: String, scheme: String?, period: String?, formats: Set<ReportFormat> = Set(ReportFormat.allCases),
    into folder: String
  ) throws -> [String]? {
    guard let data = FileManager.default.contents(atPath: workspace.absolute(notebook)) else {
      log.add(WorkbenchFinding.notebookAbsent(.file(notebook)))
      return nil
    }
    let text = String(decoding: data, as: UTF8.self)
    guard let draft = Notebook.read(text, name: notebook, scheme: scheme, period: period, log: log) else { return nil }
    guard let schemeID = draft.header.scheme, let periodText = draft.header.period else {
      log.add(WorkbenchFinding.notebookWithoutRun(.file(notebook)))
      return nil
    }
    guard let run = try run(scheme: schemeID, period: periodText) else { return nil }
    let renderer = FontSet.locate(log: log).flatMap { PNGRenderer(fonts: $0, log: log) }
    let remarks = [
      try stageLine(of: run, language: .chinese),
      run.scheme.approval == nil ? tables(of: run, language: .chinese).approval() : nil,
      run.warningOfNoRows == nil ? nil : "本期各表都没有数据行",
      run.isWithoutSecrets ? "受保护的数据未能读取，据此的等级限制未核" : nil,
      try changedInputs(of: run).isEmpty ? nil : "评分之后依据有变动，本文仍是当时的结果",
    ].compactMap { $0 }
    let source = WorkspaceReportSource(
      data: ReportData(session: self, run: run), renderer: renderer,
      state: remarks.isEmpty ? nil : remarks.joined(separator: "；"), trouble: .init())
    let document = draft.document(from: source, log: log)
    if let error = source.trouble.first { throw error }
    let name = "\(FileStem.stem(of: notebook))-\(safe(schemeID))-\(safe(run.period.id))"
    let absolute = workspace.url(folder).path
    let written = document.write(name: name, formats: formats, into: absolute, log: log)
    return written.isEmpty ? nil : written.map { "\(folder)/\($0)" }
  }
}
