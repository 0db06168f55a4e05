import Findings
import Store
import Tables

/// Files that stay in the in-box.
extension DeskRound {
  /// What is told of a file that was not taken, and what can be done with it.
  func openFile(
    _ name: String, _ mark: String, _ findings: [any Finding], _ results: [ImportedFile]
  ) -> ReviewList.OpenFile {
    let isProtected = results.contains { $0.comparison?.isProtected == true }
    var choices = [FileAnswers.leave]
    var changes: [String] = []
    // In an archive one answer would be given for several files.
    if results.count == 1, let comparison = results[0].comparison {
      let batches = comparison.difference.batches.map { "\(BatchName($0, isProtected: isProtected))" }
      choices.insert(FileAnswers.replace + batches.joined(separator: "、"), at: 0)
      if !comparison.spec.isAnonymous, !comparison.spec.key.isEmpty { choices.insert(FileAnswers.amend, at: 1) }
      changes = comparison.sentences(in: .chinese).map { $0.replacing("；全部见 --format csv", with: "") }
    }
    if results.count == 1, ReviewList.isAboutRows(findings) { choices.insert(FileAnswers.rest, at: 0) }
    var tables: [String] = []
    var asksPeriod = false
    for finding in findings {
      switch finding {
      case WorkbenchFinding.fileMatchesNone, WorkbenchFinding.fileMatchesSeveral: tables = tableNames
      case TableFinding.file(_, .periodOptionAbsent): asksPeriod = true
      default: break
      }
    }
    if !tables.isEmpty || asksPeriod { choices.insert(FileAnswers.take, at: 0) }
    let shown = findings.filter { $0.severity != .note }.prefix(8)
    var found = shown.map { Self.words($0, withRemedy: changes.isEmpty) }
    let rest = findings.count { $0.severity != .note } - shown.count
    if rest > 0 { found.append("另有\(rest)处。") }
    return ReviewList.OpenFile(
      name: name, mark: mark, found: found, changes: changes, choices: choices, tables: tables,
      asksPeriod: asksPeriod || !tables.isEmpty)
  }

  /// A finding as somebody without a command line can use it.
  private static func words(_ finding: any Finding, withRemedy: Bool) -> String {
    let wording = finding.wording(in: .chinese)
    let place = if case .file = finding.place { "" } else { "\(finding.place.text)：" }
    let remedy =
      switch finding {
      case WorkbenchFinding.fileMatchesNone, WorkbenchFinding.fileMatchesSeveral: "请在右边选它是哪张表。"
      case TableFinding.file(_, .periodOptionAbsent): "请在右边写期间，如2026H1。"
      default: wording.remedy
      }
    return place + wording.found + (withRemedy ? remedy : "")
  }

  private var tableNames: [String] {
    let specs = session.folders.specs.map(\.spec)
    return specs.map { spec in
      specs.count { $0.id == spec.id } == 1 ? spec.id : "\(spec.system)/\(spec.id)"
    }
  }
}
