import Findings

/// What can be wrong with a chart: its specification, its data, its fonts, or its size.
package enum ChartFinding: Finding, Equatable {
  case noMarks(Place)
  case unknownMark(Place, mark: String, known: [String])
  case marksDoNotCompose(Place, mark: String, other: String)
  case plotsDiffer(Place, mark: String, other: String)
  case rowsDiffer(Place, column: String, other: String)
  case unknownColumn(Place, mark: String, column: String, known: [String])
  case columnNotNumbers(Place, mark: String, column: String)
  case unknownPlaceholder(Place, name: String, known: [String])
  case unknownFormat(Place, pattern: String)
  case domainNotRising(Place, values: [Double])
  case tooManyGrades(Place, count: Int, most: Int)
  case valueOutsideDomain(Place, column: String, values: [String], domain: [String])
  case barsFromZero(Place, low: Double, high: Double)
  case cellTwice(Place, row: String, column: String)
  case sizeOutOfRange(Place, key: String, value: Double, legal: ClosedRange<Double>)
  case sizeGrown(Place, key: String, asked: Double, drawn: Double)
  case tooHigh(Place, rows: Int, height: Double, limit: Double)
  case glyphsMissing(Place, characters: [String], text: String, font: String)
  case noChineseFont(Place, found: String?)
  case fontFamilyAbsent(Place, asked: String, used: String)
  case fontUnreadable(Place)
  case noMemory(Place, width: Int, height: Int)
  case libraryAbsent(Place, file: String)

  package var code: String {
    switch self {
    case .noMarks: "chart-no-marks"
    case .unknownMark: "mark-unknown"
    case .marksDoNotCompose: "mark-does-not-compose"
    case .plotsDiffer: "mark-plots-differ"
    case .rowsDiffer: "mark-rows-differ"
    case .unknownColumn: "mark-unknown-column"
    case .columnNotNumbers: "mark-column-not-numbers"
    case .unknownPlaceholder: "text-unknown-placeholder"
    case .unknownFormat: "mark-unknown-format"
    case .domainNotRising: "scale-domain-not-rising"
    case .tooManyGrades: "scale-too-many-grades"
    case .valueOutsideDomain: "scale-value-unknown"
    case .barsFromZero: "scale-bars-from-zero"
    case .cellTwice: "cell-twice"
    case .sizeOutOfRange: "chart-size-out-of-range"
    case .sizeGrown: "chart-size-grown"
    case .tooHigh: "chart-too-high"
    case .glyphsMissing: "font-glyph-missing"
    case .noChineseFont: "font-no-chinese"
    case .fontFamilyAbsent: "font-family-absent"
    case .fontUnreadable: "font-unreadable"
    case .noMemory: "chart-no-memory"
    case .libraryAbsent: "chart-no-library"
    }
  }

  package var severity: Severity {
    switch self {
    case .valueOutsideDomain, .cellTwice, .fontFamilyAbsent: .warning
    case .barsFromZero, .sizeGrown: .note
    default: .problem
    }
  }

  package var place: Place {
    switch self {
    case .noMarks(let place), .unknownMark(let place, _, _), .marksDoNotCompose(let place, _, _),
      .plotsDiffer(let place, _, _),
      .rowsDiffer(let place, _, _), .unknownColumn(let place, _, _, _), .columnNotNumbers(let place, _, _),
      .unknownPlaceholder(let place, _, _), .unknownFormat(let place, _), .domainNotRising(let place, _),
      .tooManyGrades(let place, _, _), .valueOutsideDomain(let place, _, _, _), .barsFromZero(let place, _, _),
      .cellTwice(let place, _, _), .sizeOutOfRange(let place, _, _, _), .sizeGrown(let place, _, _, _),
      .tooHigh(let place, _, _, _), .glyphsMissing(let place, _, _, _), .noChineseFont(let place, _),
      .fontFamilyAbsent(let place, _, _), .fontUnreadable(let place), .noMemory(let place, _, _),
      .libraryAbsent(let place, _):
      place
    }
  }

  package func wording(in language: Language) -> Wording {
    switch language {
    case .chinese: chinese
    case .english: english
    }
  }
}

/// Numbers as findings show them: no needless decimals.
func shownNumber(_ value: Double) -> String { NumberFormat.plain(value) }

/// `U+9AA8`.
func codePoint(_ scalar: Unicode.Scalar) -> String {
  let digits = String(scalar.value, radix: 16, uppercase: true)
  return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
}

/// Up to five names, then how many more there are.
func firstFew(_ names: [String], separator: String, more: (Int) -> String) -> String {
  guard names.count > 8 else { return names.joined(separator: separator) }
  return names.prefix(5).joined(separator: separator) + more(names.count - 5)
}
