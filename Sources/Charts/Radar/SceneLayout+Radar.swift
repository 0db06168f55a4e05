import Foundation

/// Radars, one for each group, side by side on one scale from zero.
extension SceneLayout {
  func composeRadars(_ words: ChartWords, at start: Double, extra: Double) -> Composed {
    var composed = Composed(bottom: start)
    guard let mark = spec.marks.compactMap({ $0 as? RadarMark }).first else { return composed }
    let columns = max(1, min(spec.facet?.columns ?? 1, groups.count))
    let cell = (spec.width - 2 * HouseStyle.margin - Double(columns - 1) * HouseStyle.facetGap) / Double(columns)
    let values = mark.numberColumns.flatMap { column in (0..<data.rowCount).map { data.number(column, $0) } }
    let range = LinearScale.range(
      of: values.filter { $0 >= 0 }, wish: spec.scales.x.domain.map { 0...max($0.upperBound, 0.001) }, holdsZero: true)
    var y = start
    for first in stride(from: 0, to: groups.count, by: columns) {
      var bottom = y
      for (column, index) in (first..<min(groups.count, first + columns)).enumerated() {
        let left = HouseStyle.margin + Double(column) * (cell + HouseStyle.facetGap)
        bottom = max(
          bottom,
          radar(
            mark, groups[index], high: range.high, left: left, top: y, width: cell, extra: extra, into: &composed))
      }
      y = bottom + 24
    }
    composed.bottom = y - 24
    composed.panelRows = (groups.count + columns - 1) / max(1, columns)
    return composed
  }

  private func radar(
    _ mark: RadarMark, _ group: (name: String?, rows: [Int]), high: Double, left: Double, top: Double, width: Double,
    extra: Double, into composed: inout Composed
  ) -> Double {
    let fitter = TextFitter(metrics: metrics)
    var y = top
    if let name = group.name {
      let text = fitter.fit(
        name, width: width, height: 2 * HouseStyle.textSize * HouseStyle.lineHeight, size: HouseStyle.textSize,
        weight: .bold)
      composed.elements += text.elements(x: left + width / 2, top: y, anchor: .middle, colour: HouseStyle.ink)
      y += text.height
    }
    // The order of the spokes is that of the whole data, so that all shapes can be compared.
    let names = data.groups(by: mark.axis).compactMap(\.value)
    guard !names.isEmpty else { return y }
    let rows = names.map { name in group.rows.first { data.text(mark.axis, $0) == name } }
    let texts = zip(names, rows).map { name, row -> FittedText in
      let value = row.flatMap { data.text(mark.value, $0, format: mark.format) }
      let why = row.flatMap { row in mark.reason.flatMap { data.text($0, row) } } ?? HouseStyle.noData
      var text = fitter.fit(name, width: width * 0.3, height: 2 * 25, size: HouseStyle.noteSize)
      let line = value ?? why
      text.lines.append(line)
      text.width = max(text.width, metrics.width(of: line, size: text.size, weight: .regular))
      return text
    }
    let widest = texts.map(\.width).max() ?? 0
    let highest = texts.map(\.height).max() ?? 0
    let radius = max(60, min(HouseStyle.widestRadar / 2, (width / 2 - widest - 16), width * 0.26)) + extra / 2
    let middle = ScenePoint((left + width / 2).rounded(), (y + highest + 14 + radius).rounded())
    func point(_ index: Int, _ share: Double) -> ScenePoint {
      let angle = 2 * Double.pi * Double(index) / Double(names.count)
      // To hundredths, so that no mathematics library decides a digit that anyone sees.
      let (across, up) = ((sin(angle) * 1e6).rounded() / 1e6, (cos(angle) * 1e6).rounded() / 1e6)
      return ScenePoint(middle.x + across * radius * share, middle.y - up * radius * share)
    }
    func ring(_ share: Double) -> [ScenePoint] { (0...names.count).map { point($0 % names.count, share) } }
    func number(_ column: String, _ row: Int?) -> Double {
      let value = row.map { data.number(column, $0) } ?? .nan
      return value >= 0 ? value : .nan
    }
    if let reference = mark.reference {
      let numbers = rows.map { number(reference, $0) }
      if numbers.allSatisfy(\.isFinite) {
        composed.elements.append(
          .polygon(numbers.enumerated().map { point($0.offset, $0.element / high) }, HouseStyle.range))
      }
    }
    for share in [0.25, 0.5, 0.75, 1] { composed.elements.append(.polyline(ring(share), width: 1.5, HouseStyle.grid)) }
    for index in names.indices {
      composed.elements.append(.line(middle, point(index, 1), width: 1.5, HouseStyle.grid, dash: nil))
    }
    let numbers = rows.map { number(mark.value, $0) }
    for index in names.indices where names.count > 1 {
      let next = (index + 1) % names.count
      guard numbers[index].isFinite, numbers[next].isFinite else { continue }
      composed.elements.append(
        .polyline(
          [point(index, numbers[index] / high), point(next, numbers[next] / high)], width: 3, HouseStyle.accent))
    }
    for (index, value) in numbers.enumerated() where value.isFinite {
      composed.elements.append(.disc(point(index, value / high), radius: 6, HouseStyle.accent, inside: nil))
    }
    for (index, text) in texts.enumerated() {
      let end = point(index, 1)
      let (dx, dy) = (end.x - middle.x, end.y - middle.y)
      let anchor: SceneText.Anchor = abs(dx) < radius * 0.2 ? .middle : dx > 0 ? .start : .end
      let x = end.x + (anchor == .middle ? 0 : dx > 0 ? 12 : -12)
      let top = anchor == .middle ? (dy < 0 ? end.y - text.height - 8 : end.y + 8) : end.y - text.height / 2
      var elements = text.elements(x: x, top: top, anchor: anchor, colour: HouseStyle.muted)
      if numbers[index].isFinite, case .text(var last)? = elements.last {
        last.colour = HouseStyle.ink
        last.weight = .bold
        elements[elements.count - 1] = .text(last)
      }
      composed.elements += elements
    }
    return middle.y + radius + highest + 16
  }
}
