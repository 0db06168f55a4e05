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
        .line(from, to, width: 2, HouseStyle.ink, dash: HouseStyle.dash),
      ]
    }
  }

  func heading(in frame: Frame) -> [SceneElement] {
    guard let scale = frame.x else { return [] }
    let size = HouseStyle.axisSize
    let step = size * HouseStyle.lineHeight
    var placed: [PlacedLabel] = []
    for line in lines(cutoffs: frame.cutoffs, labels: frame.labels) {
      let words = [drawable(line.label), NumberFormat.plain(line.value)].filter { !$0.isEmpty }
      let text = words.joined(separator: " ")
      let width = frame.metrics.width(of: text, size: size, weight: .regular)
      placed.append(
        PlacedLabel.placed(
          text, width: width, at: scale(line.value), among: placed, left: HouseStyle.margin,
          right: frame.plotRight + HouseStyle.columnGap / 2))
    }
    return placed.flatMap { label -> [SceneElement] in
      let baseline = -10 - step * Double(label.level)
      let text = SceneElement.text(
        SceneText(
          text: label.text, x: label.start, baseline: baseline, anchor: .start, size: size, weight: .regular,
          colour: HouseStyle.muted))
      guard label.level > 0 || !label.isOverItsLine else { return [text] }
      let leader = SceneElement.line(
        ScenePoint(label.line, label.isOverItsLine ? baseline + 4 : baseline - size * 0.8),
        ScenePoint(label.line, -6), width: 2, HouseStyle.ink, dash: HouseStyle.dash)
      return [leader, text]
    }
  }
}

/// A cut-off's name above the plot: over its line, or beside it, or a level higher where there is no room.
struct PlacedLabel: Sendable, Equatable {
  var text: String
  var line: Double
  var start: Double
  var end: Double
  var level: Int

  var isOverItsLine: Bool { start < line && line < end }

  static func placed(
    _ text: String, width: Double, at line: Double, among others: [PlacedLabel], left: Double, right: Double
  ) -> PlacedLabel {
    let starts = [line - width / 2, line - width - 6, line + 6].map { max(left, min($0, right - width)) }
    for level in 0...others.count {
      for start in starts {
        let label = PlacedLabel(text: text, line: line, start: start, end: start + width, level: level)
        if others.allSatisfy({ !label.collides(with: $0) }) { return label }
      }
    }
    // A level of its own is always free of other names.
    let top = (others.map(\.level).max() ?? -1) + 1
    return PlacedLabel(text: text, line: line, start: starts[0], end: starts[0] + width, level: top)
  }

  private func collides(with other: PlacedLabel) -> Bool {
    if level == other.level { return start < other.end + 12 && other.start < end + 12 }
    let (low, high) = level < other.level ? (self, other) : (other, self)
    return low.start - 4 < high.line && high.line < low.end + 4
  }
}
