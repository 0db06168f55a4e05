import Documents
import Findings

/// Dashed lines across the plot with their names on top: the cut-offs that the caller knows, or one number.
struct RuleMark: Mark {
  enum Source: Sendable, Equatable {
    case cutoffs
    case number(Double)
  }
  let kind = MarkKind.rule
  var place: Place
  let y: String? = nil
  var x: Source
  var label: TextTemplate?

  var templates: [TextTemplate?] { [label] }

  init?(_ reader: inout MappingReader) {
    place = reader.place
    guard let node = reader.requiredNode("x") else {
      label = reader.template("label")
      return nil
    }
    if node.content == .scalar("cutoffs", isQuoted: false) {
      x = .cutoffs
      // Of the cut-offs, the label can only be their grade's name.
      if let word = reader.text("label"), word != "grade" {
        reader.log.add(
          DocumentFinding.illegalValue(reader.place(of: "label"), key: "label", value: word, legal: ["grade"]))
      }
    } else {
      x = .number(node.number(called: "x", log: reader.log) ?? .nan)
      label = reader.template("label")
    }
  }

  func fixedValues(cutoffs: [Cutoff]) -> [Double] { lines(cutoffs: cutoffs, labels: [:]).map(\.value) }

  /// The lines from left to right.
  private func lines(cutoffs: [Cutoff], labels: [String: String]) -> [Cutoff] {
    switch x {
    case .cutoffs: cutoffs.filter(\.value.isFinite).sorted { $0.value < $1.value }
    case .number(let value): [Cutoff(value: value, label: label.map { labels[$0.text] ?? "" } ?? "")]
    }
  }

  func draw(in panel: Panel) -> [SceneElement] {
    guard let scale = panel.frame.x else { return [] }
    let lines = lines(cutoffs: panel.frame.cutoffs, labels: panel.frame.labels)
    return lines.flatMap { line -> [SceneElement] in
      let from = ScenePoint(scale(line.value), panel.top - 6)
      let to = ScenePoint(scale(line.value), panel.bottom)
      // White between the dashes, so that the line shows on dark bars, too.
      return [
        .line(from, to, width: 2, HouseStyle.paper, dash: nil),
        .line(from, to, width: 2, HouseStyle.muted, dash: HouseStyle.dash),
      ]
    }
  }

  func heading(in frame: Frame) -> [SceneElement] {
    guard let scale = frame.x else { return [] }
    let size = HouseStyle.axisSize
    let step = size * HouseStyle.lineHeight
    let labels = lines(cutoffs: frame.cutoffs, labels: frame.labels).map { line in
      let words = [drawable(line.label), frame.xFormat?.text(line.value) ?? NumberFormat.plain(line.value)].filter {
        !$0.isEmpty
      }
      let text = words.joined(separator: " ")
      return PlacedLabel(
        text: text, width: frame.metrics.width(of: text, size: size, weight: .regular), line: scale(line.value))
    }
    let placed = PlacedLabel.placed(
      labels, left: HouseStyle.margin, right: frame.plotRight + HouseStyle.columnGap / 2)
    return placed.flatMap { label -> [SceneElement] in
      let baseline = -10 - step * Double(label.level)
      let text = SceneElement.text(
        SceneText(
          text: label.text, x: label.start, baseline: baseline, anchor: .start, size: size, weight: .regular,
          colour: HouseStyle.muted))
      guard label.level > 0 || !label.isOverItsLine else { return [text] }
      let leader = SceneElement.line(
        ScenePoint(label.line, label.isOverItsLine ? baseline + 4 : baseline - size * 0.8),
        ScenePoint(label.line, -6), width: 2, HouseStyle.muted, dash: HouseStyle.dash)
      return [leader, text]
    }
  }
}
