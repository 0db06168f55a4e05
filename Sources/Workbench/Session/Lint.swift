import Findings
import Register
import Schemes
import Scoring

/// Checks table specs and schemes without a database, and runs the schemes' examples.
/// - Parameter schemes: empty: all of them.
/// - Returns: one line; nil if a scheme that was named does not exist.
package func lint(
  _ workspace: Workspace, schemes ids: [String], language: Language, log: FindingLog
) throws -> String? {
  let folders = SystemFolders.read(workspace)
  folders.tell(log, of: ids.isEmpty ? nil : folders.names)
  let register = Session.readRegister(workspace, log: log) ?? UnitRegister([])
  _ = readCalendar(workspace, log: log)
  // Units that tables register are not known here: what the file names wrongly is told when it is taken over.
  Session.readMemberships(workspace, units: register, log: FindingLog())?
    .tellOfShares(at: .file(workspace.settings.memberships), units: register, log: log)
  var files = folders.schemes
  if !ids.isEmpty {
    for id in ids { folders.tellUnread(id, log) }
    let named = ids.compactMap { folders.scheme($0, log: log) }
    for file in named { folders.tellUnreadBase(of: file, log) }
    guard named.count == ids.count else { return nil }
    files = named
  }
  for source in folders.obligationSources {
    let catalogue = folders.specCatalogue(for: source.system, registerColumns: register.units.flatMap(\.columns.keys))
    source.book.check(against: catalogue, log: log)
  }
  var examples = 0
  // A file that others extend is read with each of them; what is wrong with it is told once.
  var told: Set<String> = []
  for file in files {
    let found = FindingLog()
    let loaded = try LoadedScheme.load(file, folders: folders, register: register, database: nil, log: found)
    // A table whose spec is broken is not unknown; the spec's own findings say what to do.
    let isBroken = !folders.brokenSystems.isDisjoint(with: [file.system, SystemFolders.shared])
    for finding in found.findings where !(isBroken && finding.code == "scheme-table-unknown") {
      let words = "\(finding.place.text)\u{0}\(finding.code)\u{0}\(finding.wording(in: .english).found)"
      if told.insert(words).inserted { add(finding, to: log) }
    }
    for (example, scheme) in runnable(of: file, loaded, folders) {
      let phases = workspace.settings.phases.map(\.id)
      guard Period(parsing: example.period) != nil || phases.contains(example.period) else {
        log.add(
          WorkbenchFinding.examplePeriodUnknown(
            example.places["period"] ?? example.place, example: example.name, period: example.period, phases: phases))
        continue
      }
      examples += 1
      for mismatch in Scoring.run(example, of: scheme).mismatches {
        log.add(finding(for: mismatch, of: example, digits: scheme.defaults.digits))
      }
    }
  }
  return CommandSentence.linted(
    specs: folders.specs.count, schemes: files.count, examples: examples, problems: log.count(.problem),
    warnings: log.count(.warning)
  ).text(in: language)
}

/// The examples of a scheme, each with what it runs on: of one that has problems, what could be read.
private func runnable(
  of file: SystemFolders.SchemeFile, _ loaded: LoadedScheme?, _ folders: SystemFolders
) -> [(Example, Scheme)] {
  if let loaded { return loaded.scheme.examples.map { ($0, loaded.scheme) } }
  let files = folders.schemeNodes[file.system] ?? [:]
  // What is wrong with it has been told.
  guard let draft = Scheme.draft(file.node, among: files, log: FindingLog()) else { return [] }
  return draft.scheme.examples.compactMap { example in draft.scheme(for: example).map { (example, $0) } }
}

private func finding(
  for mismatch: ExampleOutcome.Mismatch, of example: Example, digits: Int
) -> WorkbenchFinding {
  if case .noSuchNode = mismatch.found {
    return .exampleNodeUnknown(example.place, example: example.name, node: mismatch.name)
  }
  let expected =
    switch mismatch.expected {
    case .value(let value): fixed(value, digits: digits)
    case .missing: "missing"
    case .grade(let grade): grade
    }
  let got =
    switch mismatch.found {
    case .value(let value): fixed(value, digits: digits)
    case .missing, .noSuchNode: "missing"
    case .notApplicable: "not applicable"
    case .notGraded: "not graded"
    case .grade(let grade): grade ?? "–"
    }
  return .exampleFailed(
    example.place, example: example.name, node: mismatch.name, expected: expected, got: got)
}

private func add(_ finding: some Finding, to log: FindingLog) { log.add(finding) }
