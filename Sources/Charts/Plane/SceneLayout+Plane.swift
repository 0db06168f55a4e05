/// Pictures on planes: one, or several side by side with the same axes.
extension SceneLayout {
  private var planes: [any PlaneMark] { spec.marks.compactMap { $0 as? any PlaneMark } }

  private struct PlaneFrame {
    var x: PlaneScale
    var yRange: (low: Double, high: Double)
    var columns: Int
    var cellWidth: Double
    var height: Double
    var leftRoom: Double
    var rightRoom: Double
    var hidesY: Bool
  }

  /// - Parameter extra: pixels that each plane is higher than it would be of itself, to meet a wished height.
  func composePlanes(_ words: ChartWords, at start: Double, extra: Double) -> Composed {
    var composed = Composed(bottom: start)
    let frame = planeFrame(words, extra: extra)
    var y = start
    for first in stride(from: 0, to: groups.count, by: frame.columns) {
      var bottom = y
      for (column, index) in (first..<min(groups.count, first + frame.columns)).enumerated() {
        let left = HouseStyle.margin + Double(column) * (frame.cellWidth + HouseStyle.facetGap)
        bottom = max(bottom, compose(groups[index], frame, words, left: left, top: y, into: &composed))
      }
      y = bottom + 28
    }
    composed.bottom = y - 28
    composed.panelRows = (groups.count + frame.columns - 1) / max(1, frame.columns)
    return composed
  }

  private func planeFrame(_ words: ChartWords, extra: Double) -> PlaneFrame {
    let columns = max(1, min(spec.facet?.columns ?? 1, groups.count))
    let cell =
      (spec.width - 2 * HouseStyle.margin - Double(columns - 1) * HouseStyle.facetGap) / Double(columns)
    let scale = PlaneScale(
      data: data, column: planes.compactMap(\.across).first, isTime: spec.scales.x.isTime, wish: spec.scales.x.domain,
      fixed: planes.flatMap(\.fixedAcross), holdsZero: spec.scales.x.holdsZero)
    let values =
      planes.flatMap { mark in mark.upright.flatMap { column in (0..<data.rowCount).map { data.number(column, $0) } } }
      + planes.flatMap(\.fixedUpright)
    let range = LinearScale.range(
      of: values, wish: spec.scales.y.domain, holdsZero: spec.scales.y.holdsZero)
    var frame = PlaneFrame(
      x: scale, yRange: range, columns: columns, cellWidth: cell.rounded(.down),
      height: groups.count == 1 ? HouseStyle.planeHeight : HouseStyle.facetHeight, leftRoom: 0, rightRoom: 20,
      hidesY: planes.contains { ($0 as? LineMark)?.ends == .both })
    let y = LinearScale(low: range.low, high: range.high, start: frame.height, end: 0)
    let ticks = PlaneAxes.ticks(of: y, format: spec.scales.y.format)
    frame.leftRoom =
      frame.hidesY
      ? 0 : (ticks.map { metrics.width(of: $0.text, size: HouseStyle.axisSize, weight: .regular) }.max() ?? 0) + 14
    // Names at the edges, measured on a plane of the first guess.
    let limit = cell * 0.3
    let labels = groups.map { group in
      let box = SceneBox(left: 0, top: 0, right: 400, bottom: frame.height)
      return planes.flatMap { $0.edgeLabels(in: panel(group.rows, frame, words, box: box)) }
    }
    for labels in labels {
      for label in labels {
        let width =
          metrics.width(of: label.text, size: EdgeLabels.size, weight: label.weight) + EdgeLabels.gap + 6
        if label.isLeft {
          frame.leftRoom = max(frame.leftRoom, min(width, limit))
        } else {
          frame.rightRoom = max(frame.rightRoom, min(width, limit))
        }
      }
    }
    // Of two names, each stands under an edge and reaches half beyond it.
    if case .names(let names, _) = scale, names.count == 2 {
      let half = names.map { metrics.width(of: $0, size: HouseStyle.axisSize, weight: .regular) }.max() ?? 0
      frame.leftRoom = max(frame.leftRoom, min(half / 2 + 4, limit))
      frame.rightRoom = max(frame.rightRoom, min(half / 2 + 4, limit))
    }
    let edges = EdgeLabels(
      metrics: metrics, box: SceneBox(left: 0, top: 0, right: 0, bottom: 0), right: frame.rightRoom.rounded(.up),
      left: frame.leftRoom.rounded(.up))
    for labels in labels { frame.height = max(frame.height, edges.heightNeeded(by: labels).rounded(.up)) }
    frame.height = max(HouseStyle.leastPlaneHeight, (frame.height + extra).rounded(.down))
    (frame.leftRoom, frame.rightRoom) = (frame.leftRoom.rounded(.up), frame.rightRoom.rounded(.up))
    return frame
  }

  private func panel(_ rows: [Int], _ frame: PlaneFrame, _ words: ChartWords, box: SceneBox) -> PlanePanel {
    PlanePanel(
      data: data, rows: rows, metrics: metrics, fill: fill, labels: words.labels, box: box,
      x: frame.x.between(box.left, box.right),
      y: LinearScale(low: frame.yRange.low, high: frame.yRange.high, start: box.bottom, end: box.top))
  }

  /// One plane: its name, surfaces, grid, marks, names. Returns its lower edge.
  private func compose(
    _ group: (name: String?, rows: [Int]), _ frame: PlaneFrame, _ words: ChartWords, left: Double, top: Double,
    into composed: inout Composed
  ) -> Double {
    var y = top
    let fitter = TextFitter(metrics: metrics)
    if let name = group.name {
      let text = fitter.fit(
        name, width: frame.cellWidth, height: 2 * HouseStyle.textSize * HouseStyle.lineHeight,
        size: HouseStyle.textSize,
        weight: .bold)
      composed.elements += text.elements(x: left, top: y, anchor: .start, colour: HouseStyle.ink)
      y += text.height
    }
    y += words.yLabel.isEmpty ? 14 : 20 + PlaneAxes.lineHeight
    let box = SceneBox(
      left: left + frame.leftRoom, top: y.rounded(), right: left + frame.cellWidth - frame.rightRoom,
      bottom: y.rounded() + frame.height)
    let panel = panel(group.rows, frame, words, box: box)
    let axes = PlaneAxes(
      panel: panel, across: planes.compactMap(\.across).first, xFormat: spec.scales.x.format,
      yFormat: spec.scales.y.format, xName: words.xLabel, yName: words.yLabel, hidesY: frame.hidesY)
    composed.elements += planes.flatMap { $0.ground(in: panel) } + axes.grid()
    composed.elements += planes.flatMap { $0.draw(in: panel) } + axes.labels()
    composed.elements += EdgeLabels(metrics: metrics, box: box, right: frame.rightRoom, left: frame.leftRoom)
      .elements(planes.flatMap { $0.edgeLabels(in: panel) })
    var placer = LabelPlacer(metrics: metrics, bounds: box)
    for mark in planes { mark.avoid(in: panel, placer: &placer) }
    for mark in planes { mark.label(in: panel, placer: &placer) }
    composed.elements += placer.elements
    composed.remarks += planes.flatMap { $0.remarks(in: panel) } + Remark.notNamed(placer.unplaced)
    return box.bottom + axes.height
  }
}
