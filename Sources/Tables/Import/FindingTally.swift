import Findings

/// Findings that many cells share: told once, with the place of the first and how many there are.
struct FindingTally {
  private struct Key: Hashable {
    var column: String
    /// nil: all texts of the column are told together, since none of them may be shown.
    var text: String?
    var isUnit: Bool
  }
  private var order: [Key] = []
  private var entries: [Key: (count: Int, finding: (Int, Int) -> TableFinding)] = [:]
  private var hiddenTexts: [Key: Set<String>] = [:]

  /// - Parameters:
  ///   - isHidden: the text is only counted, with all others of the column.
  ///   - finding: makes the finding from the count of cells and that of different texts; asked for only the first time.
  mutating func add(
    column: String, text: String, isUnit: Bool, isHidden: Bool = false, finding: () -> ((Int, Int) -> TableFinding)
  ) {
    let key = Key(column: column, text: isHidden ? nil : text, isUnit: isUnit)
    if isHidden { hiddenTexts[key, default: []].insert(text) }
    if entries[key] != nil {
      entries[key]?.count += 1
    } else {
      order.append(key)
      entries[key] = (1, finding())
    }
  }

  /// In the order of first appearance.
  func report(to log: FindingLog) {
    for key in order {
      if let entry = entries[key] { log.add(entry.finding(entry.count, hiddenTexts[key]?.count ?? 1)) }
    }
  }
}
