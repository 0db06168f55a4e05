import Schemes
import Scoring

/// Whether a unit that is told a number about what people answered could tell how few of them answered otherwise: “73 ÷ 74”
/// says that one person did. Such a number is told as a band, without n.
struct SmallSides {
  let run: CompletedRun
  let minimumCell: Int
  /// Bands are so wide, as a share of the scale.
  private static let step = 0.05

  /// The band in which the value lies; nil: it may be told as it is.
  func band(_ measure: Measure, _ value: MeasureValue) -> ClosedRange<Double>? {
    guard !run.answerTables[measure.id].isEmpty, !value.value.isNaN, value.n > 0,
      let scale = scale(of: measure), scale.upperBound > scale.lowerBound
    else { return nil }
    let span = scale.upperBound - scale.lowerBound
    let above = (value.value - scale.lowerBound) / span
    // So many people at the other end of the scale would make the value; nobody at all is nobody's secret.
    let sides = [above, 1 - above].map { $0 * Double(value.n) }
    guard sides.contains(where: { $0 > 1e-9 && $0 < Double(minimumCell) - 1e-9 }) else { return nil }
    let low = min(1 - Self.step, max(0, (above / Self.step + 1e-9).rounded(.down) * Self.step))
    return scale.lowerBound + low * span...scale.lowerBound + (low + Self.step) * span
  }

  /// Between which numbers every answer lies; nil: not known, or the value is no mean.
  private func scale(of measure: Measure) -> ClosedRange<Double>? {
    if measure.isShare { return 0...1 }
    guard measure.take == .mean, measure.times == 1, case .column(let name)? = measure.value?.expression,
      let table = measure.table.flatMap({ run.loaded.catalogue.tables[$0] })
    else { return nil }
    return table.columns.first { $0.id == name }?.range
  }
}
