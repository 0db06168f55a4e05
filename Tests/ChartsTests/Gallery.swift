import Findings
import Foundation

@testable import Charts

/// The pictures of `charts/gallery`: a spec, the data beside it as CSV, and what is drawn.
enum Gallery {
  static let folder = TestPlace.repository.appendingPathComponent("charts/gallery")

  static let kinds =
    (try? FileManager.default.contentsOfDirectory(atPath: folder.path))?
    .filter { $0.hasSuffix(".yaml") }.map { String($0.dropLast(5)) }.sorted() ?? []

  /// Columns whose fields are all numbers or empty are numbers.
  static func data(_ kind: String) throws -> DataTable {
    let text = try String(contentsOf: folder.appendingPathComponent("\(kind).csv"), encoding: .utf8)
    let lines = text.split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    let header = lines.first ?? []
    return DataTable(
      header.indices.map { index in
        let fields = lines.dropFirst().map { index < $0.count ? $0[index] : "" }
        let isNumeric = fields.contains { !$0.isEmpty } && fields.allSatisfy { $0.isEmpty || Double($0) != nil }
        return isNumeric
          ? DataColumn(header[index], numbers: fields.map { Double($0) ?? .nan })
          : DataColumn(header[index], texts: fields.map { $0.isEmpty ? nil : $0 })
      })
  }

  static func scenes(_ kind: String, metrics: some TextMetrics, log: FindingLog) throws -> [Scene] {
    guard let spec = shippedSpec("gallery/\(kind)", log: log) else { return [] }
    let cutoffs = kind.hasPrefix("ranking") ? Departments.cutoffs : []
    return drawing(of: spec, data: try data(kind), cutoffs: cutoffs, metrics: metrics, log: log)
  }
}
