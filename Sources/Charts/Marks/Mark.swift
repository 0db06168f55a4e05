import Documents
import Findings

/// A kind of thing that a chart draws for its data: channels name columns, and drawing turns scaled values into
/// elements. A new kind of chart is a new mark, or a new composition of these.
protocol Mark: Sendable {
  var kind: MarkKind { get }
  var place: Place { get }
  /// The column that tells the rows apart; nil for marks that belong to the whole plot.
  var y: String? { get }
  /// Columns of numbers that lie on the value axis.
  var valueColumns: [String] { get }
  /// Further columns of numbers.
  var numberColumns: [String] { get }
  /// Further columns of any kind.
  var otherColumns: [String] { get }
  /// The column whose values are the categories of the horizontal axis.
  var categoryColumn: String? { get }
  var sort: SortKey? { get }
  /// The column whose values decide the colours.
  var fillColumn: String? { get }
  /// Whether all rows of the data that agree in `y` make one row of the picture.
  var joinsRows: Bool { get }
  /// Lengths are only comparable from zero.
  var startsAtZero: Bool { get }
  /// Whether a row of the data has nothing that this mark could draw, so that the whole row is drawn as missing.
  func isMissing(_ row: Int, in data: DataTable, fill: FillScale) -> Bool
  /// What of the value axis the mark needs for some rows of the picture.
  func axisValues(of bands: [Band], in data: DataTable, fill: FillScale) -> [Double]
  /// Words of the mark that hold `{name}`.
  var templates: [TextTemplate?] { get }
  /// What the legend says of the mark's own form.
  func symbols(labels: [String: String]) -> [Legend.Key]
  /// Sentences for the foot of the picture about what it could not draw.
  func remarks(in panel: Panel) -> [String]
  /// The least height of a row.
  func rowHeight(in frame: Frame) -> Double
  /// Numbers on the value axis that do not come from the data.
  func fixedValues(cutoffs: [Cutoff]) -> [Double]
  /// Texts that must fit into a row, with the room they have.
  func rowTexts(in frame: Frame) -> [(text: String, width: Double, weight: FontWeight)]
  /// What stands above the plot, whose top is 0.
  func heading(in frame: Frame) -> [SceneElement]
  func draw(in panel: Panel) -> [SceneElement]
  /// Words that lie over all marks, so that no line runs through them.
  func annotate(in panel: Panel) -> [SceneElement]
}

extension Mark {
  var valueColumns: [String] { [] }
  var numberColumns: [String] { [] }
  var otherColumns: [String] { [] }
  var categoryColumn: String? { nil }
  var sort: SortKey? { nil }
  var fillColumn: String? { nil }
  var joinsRows: Bool { categoryColumn != nil }
  var startsAtZero: Bool { false }
  var plot: Plot { kind.plot }
  func isMissing(_ row: Int, in data: DataTable, fill: FillScale) -> Bool { false }
  func axisValues(of bands: [Band], in data: DataTable, fill: FillScale) -> [Double] {
    bands.filter(\.isGraded).flatMap { band in
      band.rows.flatMap { row in valueColumns.map { data.number($0, row) } }
    }
  }
  var templates: [TextTemplate?] { [] }
  func symbols(labels: [String: String]) -> [Legend.Key] { [] }
  func remarks(in panel: Panel) -> [String] { [] }
  func rowHeight(in frame: Frame) -> Double { 0 }
  func draw(in panel: Panel) -> [SceneElement] { [] }
  func fixedValues(cutoffs: [Cutoff]) -> [Double] { [] }
  func rowTexts(in frame: Frame) -> [(text: String, width: Double, weight: FontWeight)] { [] }
  func heading(in frame: Frame) -> [SceneElement] { [] }
  func annotate(in panel: Panel) -> [SceneElement] { [] }
}

/// What a picture is laid out on: rows of units over a value axis, a plane of two axes, or spokes.
enum Plot: Sendable { case rows, plane, radar, rowsOrPlane }

/// The marks, as specifications name them.
enum MarkKind: String, Sendable, CaseIterable {
  case bar, interval, rule, text, cell
  case point, range, tick, stack, steps, path, lane
  case line, area, dot, level, quadrants
  case radar

  /// Where the mark can stand.
  var plot: Plot {
    switch self {
    case .bar, .interval, .text, .cell, .point, .range, .tick, .stack, .steps, .path, .lane: .rows
    case .line, .area, .dot, .level, .quadrants: .plane
    case .radar: .radar
    case .rule: .rowsOrPlane
    }
  }

  func read(_ reader: inout MappingReader) -> (any Mark)? {
    switch self {
    case .bar: BarMark(&reader)
    case .interval: IntervalMark(&reader)
    case .rule: RuleMark(&reader)
    case .text: TextMark(&reader)
    case .cell: CellMark(&reader)
    case .point: PointMark(&reader)
    case .range: RangeMark(&reader)
    case .tick: TickMark(&reader)
    case .stack: StackMark(&reader)
    case .steps: StepsMark(&reader)
    case .path: PathMark(&reader)
    case .lane: LaneMark(&reader)
    case .line: LineMark(&reader)
    case .area: AreaMark(&reader)
    case .dot: DotMark(&reader)
    case .level: LevelMark(&reader)
    case .quadrants: QuadrantsMark(&reader)
    case .radar: RadarMark(&reader)
    }
  }
}
