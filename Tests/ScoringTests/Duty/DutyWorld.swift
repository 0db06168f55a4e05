import Documents
import Findings
import Register
import Schemes

@testable import Scoring

/// Rows of a small CSV text without quotes.
private func rows(_ text: String) -> [[String: String]] {
  let lines = text.split(separator: "\n").map {
    $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
  }
  return lines.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(lines[0], $0)) }
}

/// The assessment of ten departments A…J, from YAML and rows to the sheet: what the loader does with a database, done with
/// the evaluator of expressions and `reduce`.
struct DutyWorld {
  let codes = ["A", "B", "C", "D", "E", "F", "G", "H", "I", "J"]
  let log = FindingLog()

  func scheme(tied: String) -> Scheme? {
    YAMLFile.parse(dutyScheme(tied: tied), name: "zerenzhi.yaml", log: log).flatMap { Scheme.read($0, log: log) }
  }

  func sheet(_ scheme: Scheme) -> ScoreSheet {
    let period = Period(parsing: "2026H1") ?? firstHalf
    var input = ScoringInput(
      period: period, asOf: period.end, units: codes.map { ScoredUnit(code: $0, name: $0) },
      measures: Dictionary(uniqueKeysWithValues: scheme.measures.map { ($0.id, column($0)) }))
    input.decisions = rows(dutyDecisions).map { row in
      Decision(
        period: row["period"] ?? "", target: row["node"] ?? "", unit: row["unit"] ?? "",
        value: Double(row["value"] ?? "").map { .number($0) } ?? .none, reason: row["reason"] ?? "",
        role: row["role"] ?? "", date: Int(row["date"] ?? "") ?? 0)
    }
    return score(scheme, input)
  }

  private func column(_ measure: Measure) -> MeasureColumn {
    guard case .table(let table) = measure.source else { return MeasureColumn(missing: codes.count) }
    var kept: [MeasureRow] = []
    for (number, row) in rows(dutyTables[table] ?? "").enumerated() {
      guard let unit = codes.firstIndex(of: row["unit"] ?? "") else { continue }
      // Every measure on a table with `confirmed:` reads confirmed rows only (E5).
      if let confirmed = row["认定"], confirmed != "是" { continue }
      if let predicate = measure.predicate, !predicate.expression.evaluate(row: row).isTrue { continue }
      let value = Double(row["得分"] ?? "") ?? 1
      kept.append(
        MeasureRow(
          unit: unit, from: 20_260_301, to: 20_260_301, value: value, source: RowReference(batch: 1, row: number + 2)))
    }
    let isComplete = ["日常检查", "处分"].contains(table)
    return reduce(kept, as: measure, units: codes.count, context: ReductionContext(isComplete: isComplete))
  }
}
