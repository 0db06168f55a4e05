import Documents
import Findings
import Foundation
import Register
import Schemes
import Scoring
import Testing

/// COINr's ASEM example and its sensitivity analysis (reference/asem, COINr 1.1.14), as schemes and inputs.
struct SensitivityReplay {
  static let folder = ProcessInfo.processInfo.environment["QINGHENG_REFERENCE"]

  let scheme: Scheme
  let input: ScoringInput

  init() throws {
    let text = """
      scheme: asem
      version: "1"
      approval: {文号: COINr, date: "2023-01-01"}
      nodes:
        id: Index
        of: mean
        leaves: {from: 框架表, id: iCode, where: "Type = 'Indicator'", parent: Parent, weight: Weight,
                 measure: {column_of: 指标表, per: row.Denominator},
                 steps: [{impute: {mean: EurAsia_group}}, {treat: {skew: 2, kurtosis: 3.5, winmax: 5, then: log_ct}},
                         {times: row.Direction}, {minmax: {to: [0, 100], bounds: observed}}]}
      rank: {node: Index}
      """
    let log = FindingLog()
    let frame = try Self.table("asem_input_frame").map { row in
      row.mapValues { $0.isEmpty ? SchemeCell.empty : Double($0).map(SchemeCell.number) ?? .text($0) }
    }
    let read = YAMLFile.parse(text, name: "asem.yaml", log: log).flatMap { Scheme.read($0, log: log) }
    scheme = try #require(read.flatMap { $0.expanding(from: ["框架表": frame], log: log) })
    // The replay has countries in the order of their codes.
    let rows = try Self.table("asem_input_units").sorted { ($0["uCode"] ?? "") < ($1["uCode"] ?? "") }
    let units = rows.map {
      ScoredUnit(
        code: $0["uCode"] ?? "", name: $0["uCode"] ?? "", register: ["EurAsia_group": $0["EurAsia_group"] ?? ""])
    }
    var measures: [String: MeasureColumn] = [:]
    for measure in scheme.measures {
      guard case .column(let name)? = measure.value?.expression else { continue }
      var divisor: String?
      if case .column(let other)? = measure.denominator?.value?.expression { divisor = other }
      measures[measure.id] = column(
        rows.map { row in
          guard let value = Double(row[name] ?? "") else { return nil }
          guard let divisor else { return value }
          return Double(row[divisor] ?? "").map { value / $0 }
        })
    }
    let period = period("2018")
    input = ScoringInput(period: period, asOf: period.end, units: units, measures: measures)
  }

  /// By row, cells by their headers.
  static func table(_ name: String) throws -> [[String: String]] {
    let url = URL(fileURLWithPath: try #require(folder)).appending(path: "asem/\(name).csv")
    let lines = try String(contentsOf: url, encoding: .utf8).split(whereSeparator: \.isNewline).map(cells)
    let header = try #require(lines.first)
    return lines.dropFirst().map { Dictionary(zip(header, $0), uniquingKeysWith: { first, _ in first }) }
  }

  private static func cells(_ line: Substring) -> [String] {
    var cells = [""]
    var isQuoted = false
    for character in line {
      switch character {
      case "\"": isQuoted.toggle()
      case "," where !isQuoted: cells.append("")
      default: cells[cells.count - 1].append(character)
      }
    }
    return cells
  }

  static func numbers(_ rows: [[String: String]], _ column: String) throws -> [Double] {
    try rows.map { try #require(Double($0[column] ?? "")) }
  }
}
