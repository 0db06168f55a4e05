import Findings
import Register
import Schemes
import Scoring
import Statistics

/// What a node rests on in one line: the measured value, and the file and rows to look into. Of answers only the table.
struct BriefEvidence {
  let run: CompletedRun
  let unit: Int
  let rows: RowEvidence
  let minimumCell: Int

  /// Rows named of one file; of more, the number is given.
  private static let rowsShown = 12

  func text(of loss: UnitInView.Loss) throws -> String {
    guard let node = loss.node else {
      return try text(of: [loss.firedBy].compactMap(\.self), otherwise: "按“\(loss.name)”的规定")
    }
    return try text(of: [node.measure].compactMap(\.self) + (node.hands?.all.map(\.measure) ?? []), otherwise: "见核对单")
  }

  private func text(of ids: [String], otherwise: String) throws -> String {
    var parts: [String] = []
    for measure in ids.compactMap(run.scheme.measure) {
      for window in windows {
        guard let column = window.columns[measure.id] else { continue }
        let found = try text(of: measure, column[unit], window.period)
        if !found.isEmpty { parts.append(found) }
      }
    }
    return parts.isEmpty ? otherwise : parts.joined(separator: "；")
  }

  private var windows: [(period: Period, columns: [String: MeasureColumn])] {
    let input = run.record.input
    return input.halves.isEmpty ? [(run.period, input.measures)] : input.halves.map { ($0.period, $0.measures) }
  }

  private func text(of measure: Measure, _ value: MeasureValue, _ period: Period) throws -> String {
    let isHidden =
      value.reason == .belowMinimumCell || run.hidesAnswers(of: measure.id, about: unit, minimumCell: minimumCell)
    // A unit could count the few who answered otherwise from the exact number.
    let band = isHidden ? nil : SmallSides(run: run, minimumCell: minimumCell).band(measure, value)
    let number =
      isHidden || value.value.isNaN
      ? ""
      : band.map { "在\(shown($0.lowerBound, measure))至\(shown($0.upperBound, measure))之间" }
        ?? shown(value.value, measure)
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

  private func shown(_ value: Double, _ measure: Measure) -> String {
    measure.isShare
      ? OutcomeWords(language: .chinese).percent(value)
      : inFewDigits(displayed(value, digits: run.scheme.defaults.digits))
  }

  private func joined(_ number: String, _ place: String) -> String { number.isEmpty ? place : "\(number)，\(place)" }
}
