import Charts
import Documents
import Findings

/// Where a report's values, tables, figures and sentences come from; the report itself knows no database.
///
/// Requests come as they are written in the notebook, parameters already put in. What a source cannot answer it says in
/// the log, with the request's place, and answers nil or nothing; the document then shows a visible mark there.
package protocol ReportSource {
  var imprint: Imprint { get }

  /// The value of `{{name}}`, worded for print; nil if there is no such value.
  func value(_ name: String) -> String?

  /// Every name that `value` knows, for near misses.
  var valueNames: [String] { get }

  /// The codes of a list of units, in the order of print; nil if there is no such list.
  func units(_ list: String) -> [String]?

  /// Every list that `units` knows, for near misses.
  var unitLists: [String] { get }

  /// The same source with one unit in view: its values have names too. Asked only for codes that `units` gave.
  func inView(of unit: String) -> Self

  /// - Parameter request: the node under `from:`, such as `{scores: keshi-pingjia}`.
  func table(_ request: DocumentNode, log: FindingLog) -> DataTable?

  /// One figure, or one for each value of the request's `split` column, in the order of print.
  func charts(_ request: ChartRequest, log: FindingLog) -> [ReportFigure]

  /// Whole sentences, computed, each with its numbers and units.
  /// - Parameter request: the node under `from:`, such as `{leaders: keshi-pingjia}`.
  func sentences(_ request: DocumentNode, log: FindingLog) -> [String]

  /// Runs a statement on a connection that can only read.
  func sql(_ request: SQLRequest, log: FindingLog) -> DataTable?
}

package struct ChartRequest: Sendable, Equatable {
  /// The chart spec's path in the workspace: `charts/ranking.yaml`.
  package let chart: String
  /// Replaces the data that the spec names.
  package let data: DocumentNode?
  /// A column of the data: one figure for each of its values.
  package let split: String?
  package let place: Place
}

package struct SQLRequest: Sendable, Equatable {
  package let text: String
  /// For `$name` in the statement.
  package let parameters: [String: Parameters.Value]
  /// The statement's first line.
  package let place: Place
}

/// One picture, drawn.
package struct ReportFigure: Sendable, Equatable {
  package let png: [UInt8]
  /// What the picture says, for those who do not see it.
  package let alt: String
  /// The value of the split column that this figure is of.
  package let facet: String?
  package let widthPx: Int
  package let heightPx: Int

  package init(png: [UInt8], alt: String, facet: String?, widthPx: Int, heightPx: Int) {
    self.png = png
    self.alt = alt
    self.facet = facet
    self.widthPx = widthPx
    self.heightPx = heightPx
  }
}

/// What every document prints at its end, so that any copy can be traced to its run. Texts are as printed.
package struct Imprint: Sendable, Equatable {
  package var institution: String
  /// The evaluation system's title.
  package var system: String
  /// In words: 2026年上半年.
  package var period: String
  package var scheme: String
  package var schemeVersion: String
  /// 文号 and date, or 默认方案（自拟），未经本院审定.
  package var approval: String
  /// 征求意见稿, 报审稿 or 定稿; nil where the run has no such state.
  package var state: String?
  /// The short key of the run.
  package var run: String?
  /// The day up to which the data reach.
  package var asOf: String?
  /// The code by which a copy is checked against the audit chain.
  package var verification: String?

  package init(
    institution: String, system: String, period: String, scheme: String, schemeVersion: String, approval: String,
    state: String? = nil, run: String? = nil, asOf: String? = nil, verification: String? = nil
  ) {
    self.institution = institution
    self.system = system
    self.period = period
    self.scheme = scheme
    self.schemeVersion = schemeVersion
    self.approval = approval
    self.state = state
    self.run = run
    self.asOf = asOf
    self.verification = verification
  }
}
