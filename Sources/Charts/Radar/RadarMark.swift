import Documents
import Findings

/// A closed line over spokes, one for each value of `axis`: few values of one unit, beside those of its group.
struct RadarMark: Mark {
  let kind = MarkKind.radar
  var place: Place
  let y: String? = nil
  var axis: String
  var value: String
  /// The column of the values to compare with.
  var reference: String?
  var format: NumberFormat?
  var reason: String?
  /// What the legend calls the two lines.
  var label: TextTemplate?
  var referenceLabel: TextTemplate?

  var templates: [TextTemplate?] { [label, referenceLabel] }

  init?(_ reader: inout MappingReader) {
    place = reader.place
    let axis = reader.requiredText("axis")
    let value = reader.requiredText("value")
    reference = reader.text("reference")
    format = reader.format("format")
    reason = reader.text("reason")
    label = reader.template("label")
    referenceLabel = reader.template("reference_label")
    guard let axis, let value else { return nil }
    self.axis = axis
    self.value = value
  }

  var numberColumns: [String] { [value] + (reference.map { [$0] } ?? []) }
  var otherColumns: [String] { [axis, reason].compactMap { $0 } }

  func symbols(labels: [String: String]) -> [Legend.Key] {
    let words = [label, referenceLabel].map { $0.flatMap { labels[$0.text] } }
    return [
      words[0].map { Legend.Key(label: $0, fill: .solid(HouseStyle.accent), symbol: .line) },
      words[1].map { Legend.Key(label: $0, fill: .solid(HouseStyle.range)) },
    ].compactMap { $0 }
  }
}
