import Register

/// How the day of a written date came about: what `<column>__as` holds.
package enum WrittenDateBasis: String, Sendable, CaseIterable {
  /// A day, written as such.
  case exact
  /// A day read from words, or one whose year is that of the row's period.
  case read
  /// The last day of a span.
  case range
  case immediate, standing, done, refused, blank

  package init(_ date: WrittenDate) {
    switch date.reading {
    case .exact: self = date.isYearInferred ? .read : .exact
    case .deadline: self = .read
    case .range: self = .range
    case .immediate: self = .immediate
    case .standing: self = .standing
    case .done: self = .done
    case .refused(.blank): self = .blank
    case .refused: self = .refused
    }
  }

  package static var words: [String] { allCases.map(\.rawValue) }
}
