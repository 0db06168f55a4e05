import Documents
import Findings

/// A value printed in each row: in a column of its own right of the plot, or, with `x`, beside the mark that ends there.
struct TextMark: Mark {
  let kind = MarkKind.text
  var place: Place
  var y: String?
  var text: String
  /// nil: a column of its own.
  var x: String?
  var format: NumberFormat?
  var weight: FontWeight
  /// The heading of the column.
  var label: TextTemplate?

  var templates: [TextTemplate?] { [label] }

  init?(_ reader: inout MappingReader) {
    place = reader.place
    y = reader.requiredText("y")
    let text = reader.requiredText("text")
    x = reader.text("x")
    format = reader.format("format")
    weight = reader.choice("weight", FontWeight.self) ?? .regular
    label = reader.template("label")
    guard y != nil, let text else { return nil }
    self.text = text
  }

  var valueColumns: [String] { x.map { [$0] } ?? [] }
  var otherColumns: [String] { [text] }

  /// What a row prints. The value that the bar would have shown is not printed for a unit without a grade.
  func words(for band: Band, in frame: Frame) -> String? {
    if !band.isGraded, frame.barColumns.contains(text) { return nil }
    return frame.data.text(text, band.first, format: format)
  }

  func rowTexts(in frame: Frame) -> [(text: String, width: Double, weight: FontWeight)] {
    guard x != nil else { return [] }
    return frame.bands.compactMap { band in words(for: band, in: frame).map { ($0, frame.besideWidth, weight) } }
  }

  private func fitBeside(_ words: String, _ frame: Frame) -> FittedText {
    frame.fitter.fit(
      words, width: frame.besideWidth, height: frame.rowHeight - 4, size: frame.textSize, weight: weight)
  }

  /// The room that the text takes right of the mark beside which it stands.
  func roomBeside(_ band: Band, _ frame: Frame) -> Double {
    guard x != nil, !isNegative(band, frame), let words = words(for: band, in: frame) else { return 0 }
    return fitBeside(words, frame).width + 16
  }

  func isNegative(_ band: Band, _ frame: Frame) -> Bool {
    x.map { frame.data.number($0, band.first) < 0 } ?? false
  }

  var colour: Colour { weight == .bold ? HouseStyle.ink : HouseStyle.muted }

  func draw(in panel: Panel) -> [SceneElement] {
    let frame = panel.frame
    guard let column = frame.columns.first(where: { $0.mark == place }) else { return [] }
    return panel.rows.flatMap { band, middle -> [SceneElement] in
      guard let words = words(for: band, in: frame) else {
        return column.fit(HouseStyle.noValue, .regular, frame).elements(
          x: column.middle, middle: middle, anchor: .middle, colour: HouseStyle.muted)
      }
      return column.fit(words, weight, frame).elements(
        x: column.isNumeric ? column.numbersEnd : column.middle, middle: middle,
        anchor: column.isNumeric ? .end : .middle, colour: colour)
    }
  }

  func annotate(in panel: Panel) -> [SceneElement] {
    let frame = panel.frame
    guard x != nil else { return [] }
    return panel.rows.flatMap { band, middle -> [SceneElement] in
      guard band.isGraded, let words = words(for: band, in: frame) else { return [] }
      let reach = frame.reach(of: band)
      guard reach.high.isFinite else { return [] }
      let text = fitBeside(words, frame)
      // Beyond the end that the mark reaches to: left of it for what is negative.
      let isLeft = isNegative(band, frame)
      let start = isLeft ? reach.low - 10 - text.width : reach.high + 10
      let ground = SceneBox(
        left: start - 4, top: middle - text.height / 2, right: start + text.width + 4,
        bottom: middle + text.height / 2)
      return [.rect(ground, HouseStyle.paper)]
        + text.elements(x: start, middle: middle, anchor: .start, colour: colour)
    }
  }
}

/// A column of text right of the plot.
struct MarginColumn: Sendable, Equatable {
  /// The place of the mark that it belongs to.
  var mark: Place
  var left: Double
  var width: Double
  var isNumeric: Bool
  /// The width of the widest number, which is centred under the heading; the others end where it ends.
  var numbersWidth: Double
  var header: FittedText?

  var middle: Double { left + width / 2 }
  var numbersEnd: Double { middle + numbersWidth / 2 }

  func fit(_ text: String, _ weight: FontWeight, _ frame: Frame) -> FittedText {
    frame.fitter.fit(text, width: width, height: frame.rowHeight - 4, size: frame.textSize, weight: weight)
  }
}
