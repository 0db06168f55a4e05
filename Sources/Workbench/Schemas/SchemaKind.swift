import Charts
import Documents
import Reports
import Schemes
import Tables

/// The kinds of YAML that the program reads, each with a JSON Schema made from the shapes that its reader uses.
package enum SchemaKind: String, CaseIterable, Sendable {
  case scheme, table, workspace, system, chart, notebook

  package var fileName: String { "\(rawValue).schema.json" }

  package var root: JSONSchema.Root {
    switch self {
    case .scheme: JSONSchema.Root(.scheme)
    case .table: JSONSchema.Root(.table)
    case .workspace: JSONSchema.Root(.workspace)
    case .system: JSONSchema.Root(.system)
    case .chart: JSONSchema.Root(.chart.with("data", being: .mapping(.tableData)))
    case .notebook:
      JSONSchema.Root(
        .notebook, hasParameters: true,
        others: [
          .tableCell.with("from", being: .mapping(.tableData)), .chartCell.with("data", being: .mapping(.tableData)),
          .findingCell.with("from", being: .mapping(.sentenceData)),
        ])
    }
  }

  /// The schema as its file holds it.
  package var text: String { JSONSchema.schema(of: root, id: fileName).text }
}
