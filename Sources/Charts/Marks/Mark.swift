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
  func fixedValues(cutoffs: [Cutoff]) -> [Double] { [] }
  func rowTexts(in frame: Frame) -> [(text: String, width: Double, weight: FontWeight)] { [] }
  func heading(in frame: Frame) -> [SceneElement] { [] }
  func annotate(in panel: Panel) -> [SceneElement] { [] }
}

/// The marks, as specifications name them.
enum MarkKind: String, Sendable, CaseIterable {
  case bar, interval, rule, text, cell

  func read(_ reader: inout MappingReader) -> (any Mark)? {
    switch self {
    case .bar: BarMark(&reader)
    case .interval: IntervalMark(&reader)
    case .rule: RuleMark(&reader)
    case .text: TextMark(&reader)
    case .cell: CellMark(&reader)
    }
  }
}
