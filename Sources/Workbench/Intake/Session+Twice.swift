import Findings
import Foundation
import Register
import Tables
import Tabular

extension Session {
  /// Compares two typings of the same sheets; the first may be imported once they are equal.
  /// - Parameter request: names exactly the first file.
  /// - Returns: whether they are equal; the differences are in a list and in the log.
  package func compareTypings(
    _ request: ImportRequest, second: String, report: (String) -> Void
  ) throws -> Bool {
    let choice = FileChoice(workspace: workspace, folders: folders, log: log)
    guard let first = request.files.first.map(path), request.files.count == 1,
      let spec = choice.spec(for: URL(filePath: first), named: request.table)?.spec
    else { return false }
    guard !spec.key.isEmpty else {
      log.add(IntakeFinding.twiceKeyless(.file(workspace.relative(first)), table: spec.id))
      return false
    }
    var period: Period?
    if let text = request.period {
      period = workspace.period(text, log: log)
      if period == nil { return false }
    }
    let one = try read(first, spec: spec, period: period, request)
    let two = try read(path(second), spec: spec, period: period, request)
    guard let one, let two else { return false }
    let typings = Typings(one, two, spec: spec)
    guard typings.differences.isEmpty else {
      let stem = ((first as NSString).lastPathComponent as NSString).deletingPathExtension
      let path = "out/twice/\(stem).xlsx"
      let book = typings.workbook(isReticent: spec.isAnonymous || spec.isProtected)
      guard
        try save(book, to: workspace.url(path).path, called: path, replaces: true, isPrivate: true, log: log)
      else { return false }
      log.add(
        IntakeFinding.twiceDiffers(.file(workspace.relative(first)), count: typings.differences.count, list: path))
      return false
    }
    report(CommandSentence.typingsEqual(rows: typings.rowCount).text(in: request.language))
    return true
  }

  /// The whole path of a file that a command names.
  func path(_ name: String) -> String { URL(filePath: name).standardizedFileURL.path }

  /// Everything of a typing that can be used; nil, with the reasons in the log, if something cannot.
  private func read(
    _ path: String, spec: TableSpec, period: Period?, _ request: ImportRequest
  ) throws -> CollectingSink? {
    let name = workspace.relative(path)
    guard
      let opened = DataFile.open(path, name: name, log: log), let file = opened.records(for: spec, log: log)
    else { return nil }
    let references = try referencedValues(of: spec.columns.compactMap(\.references), in: spec.system)
    let reader = TableImport(
      spec: spec, register: register, period: period, phases: workspace.settings.phases,
      references: { references[$0] })
    let sink = CollectingSink()
    let outcome = try reader.run(file: file, into: sink, language: request.language, log: log)
    guard !outcome.isStopped, outcome.rejected == 0 else {
      log.add(IntakeFinding.twiceIncomplete(.file(name), rejects: outcome.rejected))
      return nil
    }
    return sink
  }
}
