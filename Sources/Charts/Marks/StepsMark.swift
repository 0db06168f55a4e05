import Documents
import Findings

/// A waterfall: each row's bar begins where the one above it ended; rows that `total` marks begin at zero.
struct StepsMark: Mark {
  let kind = MarkKind.steps
  var place: Place
  var y: String?
  var x: String
  /// A column that is not empty where the row states the sum so far.
  var total: String?
  /// Whether a rise is good news; a list of lost points has only bad.
  var fill: String?
  var format: NumberFormat?
  var reason: String?

  init?(_ reader: inout MappingReader) {
    place = reader.place
    y = reader.requiredText("y")
    let x = reader.requiredText("x")
    total = reader.text("total")
    fill = reader.text("fill")
    format = reader.format("format")
    reason = reader.text("reason")
    guard y != nil, let x else { return nil }
    self.x = x
  }

  var numberColumns: [String] { [x] }
  var otherColumns: [String] { [total, fill, reason].compactMap { $0 } }
  var fillColumn: String? { fill }
  var startsAtZero: Bool { true }

  func isMissing(_ row: Int, in data: DataTable, fill: FillScale) -> Bool {
    data.number(x, row).isNaN && !isTotal(row, data)
  }

  private func isTotal(_ row: Int, _ data: DataTable) -> Bool { total.map { data.text($0, row) != nil } ?? false }

  private struct Step {
    var from: Double
    var to: Double
    var isTotal: Bool
    /// A total that the data states otherwise.
    var stated: Double?
  }

  private func steps(of bands: [Band], in data: DataTable) -> [Step] {
    var sum = 0.0
    return bands.map { band in
      let value = data.number(x, band.first)
      if isTotal(band.first, data) {
        let differs = value.isFinite && abs(value - sum) > 0.005 + 1e-9 * abs(sum)
        return Step(from: 0, to: value.isFinite ? value : sum, isTotal: true, stated: differs ? sum : nil)
      }
      defer { sum += value.isFinite ? value : 0 }
      return Step(from: sum, to: sum + (value.isFinite ? value : 0), isTotal: false)
    }
  }

  func axisValues(of bands: [Band], in data: DataTable, fill: FillScale) -> [Double] {
    steps(of: bands, in: data).flatMap { [$0.from, $0.to] }
  }

  func draw(in panel: Panel) -> [SceneElement] {
    let frame = panel.frame
    guard let scale = frame.x else { return [] }
    let half = (frame.rowHeight * HouseStyle.barShare / 2).rounded()
    let steps = steps(of: panel.bands, in: frame.data)
    var elements: [SceneElement] = []
    for (index, (band, middle)) in panel.rows.enumerated() {
      let step = steps[index]
      if index + 1 < steps.count {
        let end = scale(step.to)
        elements.append(
          .line(
            ScenePoint(end, middle + half), ScenePoint(end, middle + frame.rowHeight - half), width: 2,
            HouseStyle.quiet, dash: nil))
      }
      guard band.isGraded else {
        let words = reason.flatMap { frame.data.text($0, band.first) }
        elements += MissingRow(words: words).elements(middle: middle, in: frame)
        continue
      }
      let ends = [scale(step.from), scale(step.to)].sorted()
      let colour =
        fill != nil && !step.isTotal
        ? frame.colour(of: fill, row: band.first)
        : step.isTotal ? HouseStyle.unknown : step.to < step.from ? HouseStyle.grades[4] : HouseStyle.accent
      elements.append(
        .rect(
          SceneBox(left: ends[0], top: middle - half, right: max(ends[1], ends[0] + 3), bottom: middle + half), colour))
    }
    return elements
  }

  func remarks(in panel: Panel) -> [String] {
    zip(panel.bands, steps(of: panel.bands, in: panel.frame.data)).compactMap { band, step in
      step.stated.map { sum in
        let format = format ?? NumberFormat(digits: 2)
        return HouseStyle.sumDiffers(band.label, stated: format.text(step.to), sum: format.text(sum))
      }
    }
  }
}
