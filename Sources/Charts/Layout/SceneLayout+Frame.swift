extension SceneLayout {
  /// The frame that every panel of the picture shares. Margins grow with what stands in them; the picture grows where
  /// the plot would become too narrow to read.
  func frame(words: ChartWords, bands: [Band]) -> Frame {
    var frame = Frame(
      data: data, metrics: metrics, marks: spec.marks, cutoffs: cutoffs, labels: words.labels, fill: fill,
      bands: bands)
    frame.rowHeight = HouseStyle.rowHeight(rows: bands.count)
    frame.xFormat = spec.scales.x.format
    if let mark = spec.marks.first(where: { $0.categoryColumn != nil }), let column = mark.categoryColumn {
      frame.categories = data.groups(by: column).map { $0.value ?? HouseStyle.noValue }
    }

    let widestName = bands.map { metrics.width(of: $0.label, size: frame.textSize, weight: .regular) }.max() ?? 0
    frame.nameWidth = min(widestName, spec.width * HouseStyle.widestName).rounded(.up)
    let axisName = metrics.width(of: words.xLabel, size: HouseStyle.axisSize, weight: .regular) + 40
    let nameSpace = max(frame.nameWidth, range == nil || words.xLabel.isEmpty ? 0 : axisName.rounded(.up))
    frame.plotLeft = HouseStyle.margin + nameSpace + HouseStyle.rowGap

    var columns = marginColumns(frame)
    let columnSpace = columns.reduce(0) { $0 + $1.width + HouseStyle.columnGap }
    let least =
      frame.categories.isEmpty
      ? HouseStyle.narrowestPlot : Double(frame.categories.count) * HouseStyle.narrowestCell
    // Without columns, the last tick label needs some of the margin.
    let right = HouseStyle.margin + columnSpace
    frame.width = max(spec.width, (frame.plotLeft + least + right).rounded(.up))
    frame.plotRight = frame.width - right
    if !frame.categories.isEmpty {
      let isLane = spec.marks.contains { $0 is LaneMark }
      let cell = isLane ? HouseStyle.widestLane : HouseStyle.widestCell
      let widest = frame.plotLeft + Double(frame.categories.count) * cell
      frame.plotRight = min(frame.plotRight, widest)
    }
    var x = frame.plotRight
    for index in columns.indices {
      x += HouseStyle.columnGap
      columns[index].left = x
      x += columns[index].width
    }
    frame.columns = columns

    if let range {
      let scale = LinearScale(
        low: range.low, high: range.high, start: frame.plotLeft + textRoom(frame, left: true),
        end: frame.plotRight - textRoom(frame, left: false))
      frame.x = scale
      frame.tickCount = Axis.tickCount(of: scale, format: spec.scales.x.format, metrics: metrics)
    }
    frame.rowHeight = max(frame.rowHeight, leastRowHeight(frame))
    return frame
  }

  /// The height of a row in which every text of a row fits, if only at the smallest size.
  func leastRowHeight(_ frame: Frame) -> Double {
    let fitter = frame.fitter
    var height = 14.0
    for band in frame.bands { height = max(height, fitter.heightNeeded(by: band.label, width: frame.nameWidth)) }
    for column in frame.columns {
      guard case let mark as TextMark = frame.marks.first(where: { $0.place == column.mark }) else { continue }
      for band in frame.bands {
        guard let words = mark.words(for: band, in: frame) else { continue }
        height = max(height, fitter.heightNeeded(by: words, width: column.width, weight: mark.weight))
      }
    }
    for mark in frame.marks {
      height = max(height, mark.rowHeight(in: frame))
      for (text, width, weight) in mark.rowTexts(in: frame) {
        height = max(height, fitter.heightNeeded(by: text, width: max(20, width), weight: weight))
      }
    }
    return (height + 6).rounded(.up)
  }

  /// The columns right of the plot, not yet placed.
  private func marginColumns(_ frame: Frame) -> [MarginColumn] {
    let limit = (spec.width * HouseStyle.widestColumn).rounded()
    return spec.marks.compactMap { mark -> MarginColumn? in
      guard let mark = mark as? TextMark, mark.x == nil else { return nil }
      let words = frame.bands.map { mark.words(for: $0, in: frame) ?? HouseStyle.noValue }
      let natural =
        words.map { metrics.width(of: $0, size: frame.textSize, weight: mark.weight) }.max() ?? 0
      let label = mark.label.flatMap { frame.labels[$0.text] } ?? ""
      let labelWidth = metrics.width(of: label, size: HouseStyle.axisSize, weight: .regular)
      let width = min(limit, max(natural, labelWidth)).rounded(.up)
      let header =
        label.isEmpty
        ? nil
        : frame.fitter.fit(
          label, width: width, height: 2 * HouseStyle.axisSize * HouseStyle.lineHeight, size: HouseStyle.axisSize)
      return MarginColumn(
        mark: mark.place, left: 0, width: width, isNumeric: data.isNumeric(mark.text),
        numbersWidth: min(natural, width), header: header)
    }
  }

  /// The room that texts beside the marks need at one end of the plot.
  private func textRoom(_ frame: Frame, left: Bool) -> Double {
    let widths = spec.marks.compactMap { $0 as? TextMark }.filter { $0.x != nil }.flatMap { mark in
      frame.bands.filter { mark.isNegative($0, frame) == left }.map { band in
        metrics.width(of: mark.words(for: band, in: frame) ?? "", size: frame.textSize, weight: mark.weight) + 14
      }
    }
    return min(frame.besideWidth + 14, widths.max() ?? 0)
  }
}
