import Documents
import Findings
import Foundation
import Register
import Schemes
import Scoring
import Store

extension Session {
  /// Two schemes over the same period and data: whose grade differs, and why.
  /// - Returns: nil with the reasons in the log, for one if a scheme has not been scored for the period.
  package func compare(schemes first: String, _ second: String, period: Period) throws -> RunPair? {
    guard let a = try latestRun(scheme: first, period: period), let b = try latestRun(scheme: second, period: period)
    else { return nil }
    return try pair(a, b, period: period)
  }

  /// - Returns: nil with the reasons in the log if no unit is in both, or if both together would tell answers of people.
  func pair(_ a: CompletedRun, _ b: CompletedRun, period: Period) throws -> RunPair? {
    // Between two minima lies what the smaller one shows and the greater one hides.
    let cells = [a, b].map { RunManifest(json: $0.record.manifest)?.minimumCell ?? workspace.settings.minimumCell }
    if cells[0] != cells[1], ![a, b].allSatisfy(\.answerTables.measures.isEmpty) {
      log.add(
        WorkbenchFinding.trialDiscloses(
          .subject("\(a.scheme.id) \(b.scheme.id)"), .minimumCells(first: cells[0], second: cells[1])))
      return nil
    }
    let disclosures = try ComparisonPrivacy(before: a, after: b, session: self).disclosures()
    for disclosure in disclosures {
      log.add(WorkbenchFinding.trialDiscloses(.subject("\(a.scheme.id) \(b.scheme.id)"), disclosure))
    }
    guard disclosures.isEmpty else { return nil }
    let comparison = SheetComparison(
      before: .init(scheme: a.scheme, sheet: a.sheet), after: .init(scheme: b.scheme, sheet: b.sheet))
    guard comparison.units.contains(where: { $0.before != nil && $0.after != nil }) else {
      log.add(WorkbenchFinding.nothingInCommon(.subject("\(a.scheme.id) \(b.scheme.id)"), period: period.id))
      return nil
    }
    return RunPair(before: a, after: b, comparison: comparison)
  }

  /// The scheme as the last run of a period was computed by it.
  package func schemeText(_ id: String, period: Period) throws -> SchemeText? {
    guard let run = try latestRun(scheme: id, period: period) else { return nil }
    return run.loaded.file.document(log: log).flatMap { text(of: $0, log: log) }
  }
}

/// A scheme by id, or the file at a path of the workspace; needs no database.
package func schemeText(_ name: String, in workspace: Workspace, log: FindingLog) -> SchemeText? {
  guard name.hasSuffix(".yaml") || name.hasSuffix(".yml") || name.contains("/") else {
    return SystemFolders.read(workspace).scheme(name, log: log)?.document(log: log).flatMap { text(of: $0, log: log) }
  }
  let path = name.hasPrefix("/") ? name : workspace.absolute(name)
  guard let node = YAMLFile.read(path, name: name, log: log) else { return nil }
  let files = node["extends"] == nil ? [:] : siblings(of: URL(filePath: path))
  return Scheme.extended(node, among: files, log: log).flatMap { text(of: $0.standingAlone, log: log) }
}

/// The scheme files beside one, by name, for what it extends.
private func siblings(of file: URL) -> [String: DocumentNode] {
  let folder = file.deletingLastPathComponent()
  let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).sorted()
  var nodes: [String: DocumentNode] = [:]
  for name in names where name.hasSuffix(".yaml") && name != file.lastPathComponent {
    nodes[name] = YAMLFile.read(folder.appending(path: name).path, name: name, log: FindingLog())
  }
  return nodes
}

private func text(of node: DocumentNode, log: FindingLog) -> SchemeText? {
  let quiet = FindingLog()
  defer { quiet.problems.forEach { log.add($0) } }
  return Scheme.read(node, log: quiet).map { SchemeText(document: node, scheme: $0) }
}

/// Two kept runs of the same period.
package struct RunPair {
  package let before: CompletedRun
  package let after: CompletedRun
  package let comparison: SheetComparison
  /// As what they went out, if they are two drafts of one scheme.
  var drafts: [RunStage] = []
}

extension SystemFolders.SchemeFile {
  /// The scheme as one document, with what it extends; nil with the reason in the log.
  func document(log: FindingLog) -> DocumentNode? {
    let folder = path.split(separator: "/").dropLast().joined(separator: "/")
    var files: [String: DocumentNode] = [:]
    for base in bases { files[base.name] = YAMLFile.parse(base.text, name: "\(folder)/\(base.name)", log: log) }
    return Scheme.extended(node, among: files, log: log)?.standingAlone
  }
}

extension DocumentNode {
  /// The same without `extends`: what it extended is in it.
  fileprivate var standingAlone: DocumentNode {
    guard case .mapping(let entries) = content else { return self }
    return DocumentNode(.mapping(entries.filter { $0.key != "extends" }), at: place)
  }
}
