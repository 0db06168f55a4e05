import Analysis
import Documents
import Findings
import Foundation
import Schemes
import Scoring

extension Session {
  /// Whether a ranking stands when weights move and choices are made otherwise. Rows are not read again: everything is
  /// computed from the measures that the run kept, so that a change of how rows are read cannot be tried here.
  /// - Returns: nil with the reasons in the log: an edit that cannot be made, or that would tell people's answers.
  package func robustness(of run: CompletedRun, _ request: RobustnessRequest) throws -> RobustnessAnswer? {
    guard let variants = try variants(of: run, request.edits) else { return nil }
    let input = run.record.input
    let sheet = Scoring.score(run.scheme, input)
    let question = request.question
    let build: SchemeOfChoices = { alternatives in
      Result { () throws(ChoiceRefusal) in
        let edits = request.edits.indices.filter { alternatives[$0] > 0 }
        if edits.contains(where: variants.rereading.contains) { throw .rereads }
        guard let base = variants.scheme(edits) else { throw .notAScheme }
        return try request.switched(base, alternatives[request.edits.count...])
      }
    }
    return RobustnessAnswer(
      run: run, sheet: sheet,
      robustness: Analysis.robustness(
        of: run.scheme, input, sheet, question, threads: min(16, ProcessInfo.processInfo.activeProcessorCount),
        build: build),
      build: build)
  }

  /// The scheme under any of the edits together. Each alone is held against the run first: one that cannot be made, or that
  /// would read answers otherwise, is refused before anything is drawn.
  private func variants(of run: CompletedRun, _ edits: [SchemeEdit]) throws -> Variants? {
    if edits.isEmpty { return Variants(rereading: [], scheme: { _ in run.scheme }) }
    guard let document = run.loaded.file.document(log: log) else { return nil }
    var isWhole = true
    var rereading: Set<Int> = []
    for (index, edit) in edits.enumerated() {
      guard let changed = document.applying([edit], log: log), let variant = variant(of: run.loaded, document: changed)
      else {
        isWhole = false
        continue
      }
      let scope = scope(of: variant.scheme, period: run.period, asOf: run.record.input.asOf)
      let disclosures = try TrialPrivacy(base: run, variant: variant, loader: loader(of: variant, scope: scope))
        .disclosures()
      for disclosure in disclosures { log.add(WorkbenchFinding.trialDiscloses(.subject(edit.text), disclosure)) }
      if differences(from: document, to: changed).contains(where: \.isOfReading) { rereading.insert(index) }
      if !disclosures.isEmpty { isWhole = false }
    }
    guard isWhole else { return nil }
    let known = KnownSchemes()
    return Variants(rereading: rereading) { chosen in
      if chosen.isEmpty { return run.scheme }
      if let known = known.schemes[chosen] { return known }
      let quiet = FindingLog()
      let scheme = document.applying(chosen.map { edits[$0] }, log: quiet)
        .flatMap { variant(of: run.loaded, document: $0, quiet) }?.scheme
      known.schemes[chosen] = .some(scheme)
      return scheme
    }
  }

  /// The scheme under edits, by their places.
  private struct Variants {
    /// Edits under which rows would have to be read again.
    let rereading: Set<Int>
    /// nil: together they are no scheme.
    let scheme: ([Int]) -> Scheme?
  }

  private final class KnownSchemes {
    var schemes: [[Int]: Scheme?] = [:]
  }
}

extension SchemeDifference {
  /// Whether rows would have to be read again, or other units graded.
  fileprivate var isOfReading: Bool {
    switch subject {
    case .measure: true
    case .setting(let key): ["units", "decisions", "titles", "combine"].contains(key)
    default: false
    }
  }
}
