/// The findings in order, each once: both halves of a year may report the same, and the year again.
package func withoutRepeats<Told: Equatable>(_ findings: [Told]) -> [Told] {
  var kept: [Told] = []
  for finding in findings where !kept.contains(finding) { kept.append(finding) }
  return kept
}

/// The first of each, in order, in one walk: of names.
package func withoutRepeats<Name: Hashable>(_ names: [Name]) -> [Name] {
  var seen: Set<Name> = []
  return names.filter { seen.insert($0).inserted }
}
