/// Collects all findings of one pass, so that every problem is reported at once.
///
/// A million bad rows must not fill the memory: of each code the first `kept` findings are kept and the rest counted.
/// Not thread-safe; each pass has its own.
package final class FindingLog {
  private let kept: Int
  package private(set) var findings: [any Finding] = []
  package private(set) var countByCode: [String: Int] = [:]
  private var countBySeverity: [Severity: Int] = [:]

  package init(kept: Int = 1000) { self.kept = kept }

  package func add(_ finding: some Finding) {
    let count = (countByCode[finding.code] ?? 0) + 1
    countByCode[finding.code] = count
    countBySeverity[finding.severity, default: 0] += 1
    if count <= kept { findings.append(finding) }
  }

  package func add(contentsOf other: FindingLog) {
    for finding in other.findings { findings.append(finding) }
    countByCode.merge(other.countByCode, uniquingKeysWith: +)
    countBySeverity.merge(other.countBySeverity, uniquingKeysWith: +)
  }

  /// The findings for which something was not accepted, as far as they are kept.
  package var problems: [any Finding] { findings.filter { $0.severity == .problem } }

  package func count(_ severity: Severity) -> Int { countBySeverity[severity] ?? 0 }

  /// Whether anything was not accepted.
  package var hasProblems: Bool { count(.problem) > 0 }
  package var isEmpty: Bool { countByCode.isEmpty }
}

/// Findings thrown where a pass cannot go on at all.
package struct FindingError: Error {
  package let finding: any Finding
  package init(_ finding: any Finding) { self.finding = finding }
}
