import Findings
import Register
import Schemes
import Scoring

/// One number to try out in place of what the data say: `肾病内科:住院满意=95`, `D014:通报数=missing`, and for one half of a
/// year `D014:住院满意@2025H1=95`.
package struct GivenValue: Sendable, Equatable {
  package let unit: String
  package let measure: String
  /// nil: everywhere.
  package let period: String?
  /// nil: missing.
  package let value: Double?
  package let text: String

  /// nil if the text is not written so.
  package init?(_ text: String) {
    guard let sign = text.lastIndex(of: "="), let colon = text.firstIndex(where: { $0 == ":" || $0 == "：" }),
      colon < sign
    else { return nil }
    let unit = String(text[..<colon])
    let written = text[text.index(after: colon)..<sign]
    let parts = written.split(separator: "@", maxSplits: 1).map(String.init)
    let word = String(text[text.index(after: sign)...])
    guard !unit.isEmpty, let measure = parts.first, !measure.isEmpty else { return nil }
    if ["missing", "缺失"].contains(word) {
      value = nil
    } else {
      guard let number = Double(word), number.isFinite else { return nil }
      value = number
    }
    self.unit = unit
    self.measure = measure
    period = parts.count > 1 ? parts[1] : nil
    self.text = text
  }
}

extension ScoringInput {
  /// The input with the number in place; n stays. One that is hidden takes no part: the number then rests on as many
  /// answers as a number that may be shown rests on at least.
  mutating func set(_ given: GivenValue, unit: Int, minimumCell: Int) {
    func set(_ measures: inout [String: MeasureColumn]) {
      guard var column = measures[given.measure] else { return }
      if let value = given.value {
        let n = column.reason[unit] == .belowMinimumCell ? minimumCell : column.n[unit]
        column[unit] = MeasureValue(value: value, state: .value, n: n, sd: column.sd[unit])
      } else {
        column[unit] = MeasureValue(reason: .noRows)
      }
      measures[given.measure] = column
    }
    if given.period == nil || given.period == period.id { set(&measures) }
    for index in halves.indices where given.period == nil || given.period == halves[index].period.id {
      set(&halves[index].measures)
    }
  }
}
