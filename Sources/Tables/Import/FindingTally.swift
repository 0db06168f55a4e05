import Findings

/// Findings that many cells share: told once, with the place of the first and how many there are.
struct FindingTally {
  private struct Key: Hashable {
    var column: String
    var text: String
    var isUnit: Bool
  }
  private var order: [Key] = []
  private var entries: [Key: (count: Int, finding: (Int) -> TableFinding)] = [:]

  /// - Parameter finding: makes the finding from the count; asked for only the first time.
  mutating func add(column: String, text: String, isUnit: Bool, finding: () -> ((Int) -> TableFinding)) {
    let key = Key(column: column, text: text, isUnit: isUnit)
    if entries[key] != nil {
      entries[key]?.count += 1
    } else {
      order.append(key)
      entries[key] = (1, finding())
    }
  }

  /// In the order of first appearance.
  func report(to log: FindingLog) {
    for key in order { if let entry = entries[key] { log.add(entry.finding(entry.count)) } }
  }
}
