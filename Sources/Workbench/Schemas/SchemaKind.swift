import Charts
import Documents
import Ledgers
import Obligations
import Reports
import Schemes
import Tables

/// The kinds of YAML that the program reads, each with a JSON Schema made from the shapes that its reader uses.
package enum SchemaKind: String, CaseIterable, Sendable {
  case scheme, table, obligations, ledgers, workspace, system, chart, notebook

  /// Where a workspace keeps them.
  package static let folder = "schemas"

  package var fileName: String { "\(rawValue).schema.json" }

  /// The first line of a YAML file by which editors find its schema.
  /// - Parameter path: of the file, inside the workspace.
  package func comment(for path: String) -> String {
    let up = String(repeating: "../", count: path.split(separator: "/").count - 1)
    return "# yaml-language-server: $schema=\(up)\(Self.folder)/\(fileName)"
  }

  package var root: JSONSchema.Root {
    switch self {
    case .scheme:
      JSONSchema.Root(.scheme, hasParameters: true, extensionKey: "extends", extensionNeeds: ["scheme", "version"])
    case .table: JSONSchema.Root(.table)
    case .ledgers: JSONSchema.Root(.ledgers)
    case .obligations: JSONSchema.Root(.obligations)
    case .workspace: JSONSchema.Root(.workspace)
    case .system: JSONSchema.Root(.system)
    case .chart: JSONSchema.Root(.chart.with("data", being: .mapping(.tableData)))
    case .notebook:
      JSONSchema.Root(
        .notebook, othersHaveParameters: true,
        others: [
          .tableCell.with("from", being: .mapping(.tableData)), .chartCell.with("data", being: .mapping(.tableData)),
          .findingCell.with("from", being: .mapping(.sentenceData)),
          .valueCell.with("from", being: .mapping(.tableData)),
        ])
    }
  }

  /// The schema as its file holds it.
  package var text: String { JSONSchema.schema(of: root, title: "qingheng \(rawValue)").text }
}
