/// Reading columns for drawing; a row that a column does not have is missing.
extension DataTable {
  func number(_ column: String, _ row: Int) -> Double {
    guard case .numbers(let numbers)? = self[column]?.values, row < numbers.count else { return .nan }
    return numbers[row].isFinite ? numbers[row] : .nan
  }

  /// The value as it is printed; nil where it is missing or empty.
  func text(_ column: String, _ row: Int, format: NumberFormat? = nil) -> String? {
    guard let column = self[column], row < column.count else { return nil }
    switch column.values {
    case .texts(let texts):
      let text = drawable(texts[row] ?? "")
      return text.isEmpty ? nil : text
    case .numbers(let numbers):
      guard numbers[row].isFinite else { return nil }
      if let format = format ?? column.digits.map({ NumberFormat(digits: $0) }) { return format.text(numbers[row]) }
      return NumberFormat.plain(numbers[row])
    }
  }

  func isNumeric(_ column: String) -> Bool {
    if case .numbers? = self[column]?.values { true } else { false }
  }

  /// The values of a column in the order of their first appearance, with their rows; missing values are one of them.
  func groups(by column: String) -> [(value: String?, rows: [Int])] {
    var groups: [(value: String?, rows: [Int])] = []
    var position: [String?: Int] = [:]
    for row in 0..<rowCount {
      let value = text(column, row)
      if let known = position[value] {
        groups[known].rows.append(row)
      } else {
        position[value] = groups.count
        groups.append((value, [row]))
      }
    }
    return groups
  }
}

/// `score`, or `-score` for the largest first.
struct SortKey: Sendable, Equatable {
  var column: String
  var isDescending: Bool

  init(_ text: String) {
    isDescending = text.hasPrefix("-")
    column = isDescending ? String(text.dropFirst()) : text
  }

  /// Whether a row comes before another; missing values come last. Equal rows keep their order.
  func comesBefore(_ a: Int, _ b: Int, in data: DataTable) -> Bool {
    if data.isNumeric(column) {
      let (x, y) = (data.number(column, a), data.number(column, b))
      if x.isNaN || y.isNaN { return !x.isNaN && y.isNaN }
      return isDescending ? x > y : x < y
    }
    guard let x = data.text(column, a) else { return false }
    guard let y = data.text(column, b) else { return true }
    return isDescending ? x > y : x < y
  }
}
