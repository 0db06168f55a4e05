import Findings
import Register
import Schemes
import Scoring

/// What a node rests on in one line: the measured value, and the file and rows to look into. Of answers only the table.
struct BriefEvidence {
  let run: CompletedRun
  let unit: Int
  let rows: RowEvidence
  let minimumCell: Int

  /// Rows named of one file; of more, the number is given.
  private static let rowsShown = 12

  func text(of node: Node) throws -> String {
    let ids = [node.measure].compactMap(\.self) + (node.hands?.all.map(\.measure) ?? [])
    var parts: [String] = []
    for measure in ids.compactMap(run.scheme.measure) {
      for window in windows {
        guard let column = window.columns[measure.id] else { continue }
        let found = try text(of: measure, column[unit], window.period)
        if !found.isEmpty { parts.append(found) }
      }
    }
    return parts.isEmpty ? "见“核对单”" : parts.joined(separator: "；")
  }

  private var windows: [(period: Period, columns: [String: MeasureColumn])] {
    let input = run.record.input
    return input.halves.isEmpty ? [(run.period, input.measures)] : input.halves.map { ($0.period, $0.measures) }
  }

  private func text(of measure: Measure, _ value: MeasureValue, _ period: Period) throws -> String {
    let isHidden =
      value.reason == .belowMinimumCell || run.hidesAnswers(of: measure.id, about: unit, minimumCell: minimumCell)
    let number =
      isHidden || value.value.isNaN
      ? "" : measure.isShare ? OutcomeWords(language: .chinese).percent(value.value) : inFewDigits(value.value)
    if let table = rows.anonymousTable(behind: measure) { return joined(number, "匿名问卷“\(table)”") }
    let files = try rows.places(for: measure, unit: unit, period: period).map { file in
      let named = file.rows.sorted().prefix(Self.rowsShown).map { "\($0)" }.joined(separator: "、")
      let rest = file.rows.count > Self.rowsShown ? "等\(file.rows.count)" : ""
      return "\(file.file)第\(named)\(rest)行"
    }
    if !files.isEmpty { return joined(number, files.joined(separator: "，")) }
    guard let table = measure.table else { return number }
    let isProtected = run.loaded.catalogue.tables[table]?.isProtected == true
    return joined(number, isProtected ? "受保护的数据“\(table)”" : "“\(table)”中没有计入的行")
  }

  private func joined(_ number: String, _ place: String) -> String { number.isEmpty ? place : "\(number)，\(place)" }
}
