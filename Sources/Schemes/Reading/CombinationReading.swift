import Documents
import Findings

extension SchemeReading {
  /// `combine: {year: {H1, H2} | best | last, one_missing}` (E3).
  func combination(_ reader: inout MappingReader) -> YearCombination? {
    guard let node = reader.node("combine") else { return nil }
    var inner = MappingReader(node, path: "combine", shape: .combine, log: log)
    let policy = inner.choice("one_missing", MissingPolicy.self)
    let year = inner.requiredNode("year")
    defer { inner.finish() }
    guard let year else { return nil }
    guard year.isMapping else {
      guard let word = inner.choice("year", OneHalf.self) else { return nil }
      var combination = YearCombination(
        h1: 0.5, h2: 0.5, oneMissing: policy ?? .renormalise, place: year.place)
      combination.mode = word == .best ? .best : .last
      return combination
    }
    var halves = MappingReader(year, path: "combine.year", shape: .halves, log: log)
    let h1 = requiredNumber("H1", in: &halves, .positive)
    let h2 = requiredNumber("H2", in: &halves, .positive)
    halves.finish()
    guard let h1, let h2 else { return nil }
    return YearCombination(h1: h1, h2: h2, oneMissing: policy ?? .renormalise, place: year.place)
  }
  private enum OneHalf: String, CaseIterable { case best, last }
}
