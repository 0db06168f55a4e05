import Foundation

/// One table of the page: what was tried, and what came out.
struct Study {
  let title: String
  /// How it was done, in a sentence or two.
  let design: String
  let head: [String]
  let rows: [[String]]

  var markdown: String {
    let lines =
      [
        "### \(title)", "", design, "", "| \(head.joined(separator: " | ")) |",
        "|---|" + String(repeating: "---:|", count: head.count - 1),
      ]
      + rows.map { "| \($0.joined(separator: " | ")) |" }
    return lines.joined(separator: "\n") + "\n"
  }
}

/// 0.9512 → 95.1.
func percent(_ share: Double) -> String { oneDecimal(100 * share) }

func oneDecimal(_ value: Double) -> String { String(format: "%.1f", value) }

/// Covered intervals among those that were tried.
struct Tally {
  var hits = 0.0
  var weight = 0.0

  mutating func add(_ isHit: Bool, weight: Double = 1) {
    if isHit { hits += weight }
    self.weight += weight
  }

  var share: Double { hits / weight }
}
