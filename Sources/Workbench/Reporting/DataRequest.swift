import Charts
import Documents
import Findings
import Ledgers
import Register
import Schemes

/// A request for data as charts and notebooks write it: `{scores: keshi-pingjia, top: 30}`.
struct DataRequest {
  enum Kind: String, CaseIterable {
    case scores, dimensions, compare, below, rejects
    case notGraded = "not_graded"
    case leaders, changes, missing, titles
    case parts, losses, grounds, result, strengths, ways
    case problems, rectification, due, matters

    /// Of whose system, not of which scheme: the value is `true`.
    var isOfSystem: Bool {
      switch self {
      case .rejects, .problems, .rectification, .due, .matters: true
      default: false
      }
    }

    /// Of all units, or of one where it is named.
    var mayBeOfUnit: Bool {
      switch self {
      case .problems, .due, .matters: true
      default: false
      }
    }

    /// Holds single records and people's words.
    var isInternal: Bool {
      switch self {
      case .problems, .grounds, .due: true
      default: false
      }
    }

    /// Says nothing without a unit.
    var isOfUnit: Bool {
      switch self {
      case .parts, .losses, .grounds, .result, .strengths, .ways: true
      default: false
      }
    }
  }
  let kind: Kind
  /// nil: the report's own scheme.
  let scheme: String?
  /// `previous`, `last_year` and `current`, or period ids.
  let periods: [String]
  /// Of scores: another node than the ranked one.
  let node: String?
  /// Only the first rows, in the order of print.
  let top: Int?
  /// The unit that it is about, by code.
  let unit: String?
  /// Which problems: a word of `problems --state`.
  let filter: ProblemFilter?
  let place: Place

  static let current = "current"
  static let previous = "previous"
  static let lastYear = "last_year"

  /// The two periods that a comparison is about.
  var comparedPeriods: [String] { periods.isEmpty ? [Self.previous, Self.current] : Array(periods.prefix(2)) }

  /// - Returns: nil, with the reason in the log, if nothing answers the request.
  static func read(_ request: DocumentNode, log: FindingLog) -> DataRequest? {
    var reader = MappingReader(request, path: "data", shape: .data, log: log)
    let kinds = Kind.allCases.filter { reader.has($0.rawValue) }
    guard kinds.count == 1, let kind = kinds.first else {
      log.add(WorkbenchFinding.dataRequestUnknown(request.place, keys: Kind.allCases.map(\.rawValue)))
      return nil
    }
    let scheme = kind.isOfSystem ? reader.boolean(kind.rawValue).map { _ in "" } : reader.text(kind.rawValue)
    let periods = reader.texts("periods")
    let node = reader.text("node")
    let top = reader.integer("top")
    let unit = reader.text("unit")
    let state = reader.text("state")
    reader.finish()
    let filter = state.flatMap(ProblemFilter.init)
    if let state, filter == nil {
      log.add(
        RequestFinding.stateUnknown(
          reader.place(of: "state"), word: state, known: ProblemFilter.words.map(\.word)))
      return nil
    }
    guard let scheme else { return nil }
    if unit != nil, !kind.isOfUnit, !kind.mayBeOfUnit {
      log.add(RequestFinding.unitUnused(reader.place(of: "unit"), key: kind.rawValue))
      return nil
    }
    if kind.isOfUnit, unit == nil {
      log.add(RequestFinding.unitMissing(request.place, key: kind.rawValue))
      return nil
    }
    return DataRequest(
      kind: kind, scheme: scheme.isEmpty ? nil : scheme, periods: periods, node: node, top: top, unit: unit,
      filter: filter, place: request.place)
  }
}
