/// What all panels of one picture share: scales, the columns of names and numbers, the height of a row.
struct Frame {
  var data: DataTable
  var metrics: any TextMetrics
  var marks: [any Mark]
  var cutoffs: [Cutoff]
  /// The filled texts of labels, by their templates.
  var labels: [String: String]
  var fill: FillScale
  /// All bands of the picture.
  var bands: [Band]

  var width = 0.0
  var nameWidth = 0.0
  var plotLeft = 0.0
  var plotRight = 0.0
  /// The value axis; nil if the horizontal axis has categories, or nothing.
  var x: LinearScale?
  var tickCount = 0
  var xFormat: NumberFormat?
  /// Whether both sides of zero count the same way.
  var isTwoSided: Bool { marks.contains { ($0 as? StackMark)?.middle != nil } }
  var categories: [String] = []
  var columns: [MarginColumn] = []
  var rowHeight = 0.0

  var fitter: TextFitter { TextFitter(metrics: metrics) }
  var plotWidth: Double { plotRight - plotLeft }
  /// The most that a text beside a mark may take of the plot's width.
  var besideWidth: Double { (plotWidth * 0.25).rounded() }
  var textSize: Double { min(HouseStyle.textSize, (rowHeight * 0.6).rounded(.down)) }
  var categoryWidth: Double { categories.isEmpty ? 0 : plotWidth / Double(categories.count) }
  var barColumns: [String] { marks.compactMap { ($0 as? BarMark)?.x } }

  /// The names of the categories above their columns.
  func categoryHeadings(isLeft: Bool) -> [SceneElement] {
    categories.enumerated().flatMap { index, category -> [SceneElement] in
      let text = fitter.fit(
        category, width: categoryWidth - 16, height: 3 * HouseStyle.axisSize * HouseStyle.lineHeight,
        size: HouseStyle.axisSize)
      return text.elements(
        x: isLeft ? plotLeft + categoryWidth * Double(index) : categoryMiddle(index), top: -10 - text.height,
        anchor: isLeft ? .start : .middle, colour: HouseStyle.muted)
    }
  }

  func categoryMiddle(_ index: Int) -> Double { plotLeft + categoryWidth * (Double(index) + 0.5) }

  func name(_ band: Band) -> FittedText {
    fitter.fit(band.label, width: nameWidth, height: rowHeight - 4, size: textSize)
  }

  /// Between which places the marks of a row reach; infinite where there are none.
  func reach(of band: Band) -> (low: Double, high: Double) {
    guard let x else { return (.infinity, -.infinity) }
    let places = marks.flatMap(\.valueColumns).map { data.number($0, band.first) }.filter(\.isFinite).map { x($0) }
    return (places.min() ?? .infinity, places.max() ?? -.infinity)
  }

  func colour(of column: String?, row: Int) -> Colour {
    guard let column else { return HouseStyle.accent }
    let fill =
      switch self.fill {
      case .diverging: self.fill.fill(of: data.number(column, row))
      default: self.fill.fill(of: data.text(column, row))
      }
    if case .solid(let colour) = fill { return colour }
    return HouseStyle.unknown
  }
}

/// A group of rows at its place in the picture.
struct Panel {
  var frame: Frame
  var bands: [Band]
  var top: Double

  var bottom: Double { top + frame.rowHeight * Double(bands.count) }

  /// The bands with the heights of their middles.
  var rows: [(band: Band, middle: Double)] {
    // On whole pixels, so that edges are sharp.
    bands.enumerated().map { ($1, (top + frame.rowHeight * (Double($0) + 0.5)).rounded(.down)) }
  }
}
