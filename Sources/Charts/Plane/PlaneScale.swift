/// The horizontal axis of a plane: numbers, names one after the other, or days at their true distances.
enum PlaneScale: Sendable {
  case linear(LinearScale)
  case names([String], LinearScale)
  case time(LinearScale)

  /// The axis over all rows; places are filled in for each plane by `between`.
  init(data: DataTable, column: String?, isTime: Bool, wish: ClosedRange<Double>?, fixed: [Double], holdsZero: Bool) {
    guard let column else {
      self = .linear(LinearScale(low: 0, high: 1, start: 0, end: 1))
      return
    }
    let rows = 0..<data.rowCount
    if isTime {
      let days = rows.compactMap { data.text(column, $0).flatMap { TimeStep($0)?.middle } }
      let (low, high) = (days.min() ?? 0, days.max() ?? 1)
      self = .time(LinearScale(low: low, high: high > low ? high : low + 1, start: 0, end: 1))
    } else if data.isNumeric(column) {
      let values = rows.map { data.number(column, $0) } + fixed
      let range = LinearScale.range(of: values, wish: wish, holdsZero: holdsZero)
      self = .linear(LinearScale(low: range.low, high: range.high, start: 0, end: 1))
    } else {
      let names = data.groups(by: column).compactMap(\.value)
      self = .names(names, LinearScale(low: 0, high: Double(max(1, names.count - 1)), start: 0, end: 1))
    }
  }

  /// The same axis between two places. Names keep half a step from the edges if there are more than two.
  func between(_ left: Double, _ right: Double) -> PlaneScale {
    switch self {
    case .linear(var scale):
      (scale.start, scale.end) = (left, right)
      return .linear(scale)
    case .time(var scale):
      (scale.start, scale.end) = (left + 24, right - 24)
      return .time(scale)
    case .names(let names, var scale):
      let inset =
        names.count == 2 ? 0 : names.count < 2 ? (right - left) / 2 : min(60, (right - left) / Double(names.count) / 2)
      (scale.start, scale.end) = (left + inset, right - inset)
      return .names(names, scale)
    }
  }

  func place(of row: Int, _ column: String, in data: DataTable) -> Double? {
    switch self {
    case .linear(let scale):
      let value = data.number(column, row)
      return value.isFinite ? scale(value) : nil
    case .names(let names, let scale):
      return data.text(column, row).flatMap { names.firstIndex(of: $0) }.map { scale(Double($0)) }
    case .time(let scale): return data.text(column, row).flatMap { TimeStep($0)?.middle }.map { scale($0) }
    }
  }

  func place(of value: Double) -> Double? {
    if case .linear(let scale) = self { scale(value) } else { nil }
  }
}

/// A stretch of time as data name it: `2026`, `2026H1`, `2026Q3`, `2026-05`, `2026-05-17`.
struct TimeStep: Sendable, Equatable {
  enum Grain: Sendable { case year, half, quarter, month, day }
  var grain: Grain
  var year: Int
  /// Of the year: the half, the quarter, the month; from 1.
  var part: Int
  var day = 1

  init?(_ text: String) {
    let characters = Array(text)
    guard characters.count >= 4, let year = Int(String(characters.prefix(4))), (1900...2200).contains(year) else {
      return nil
    }
    self.year = year
    let rest = String(characters.dropFirst(4))
    let numbers = rest.dropFirst().split(separator: "-", omittingEmptySubsequences: false).compactMap { Int($0) }
    switch (rest.first, numbers.count) {
    case (nil, _): (grain, part) = (.year, 1)
    case ("H", 1) where (1...2).contains(numbers[0]): (grain, part) = (.half, numbers[0])
    case ("Q", 1) where (1...4).contains(numbers[0]): (grain, part) = (.quarter, numbers[0])
    case ("-", 1) where (1...12).contains(numbers[0]): (grain, part) = (.month, numbers[0])
    case ("-", 2) where (1...12).contains(numbers[0]) && (1...31).contains(numbers[1]):
      (grain, part, day) = (.day, numbers[0], numbers[1])
    default: return nil
    }
  }

  /// The middle of the stretch in years, months counted as equal.
  var middle: Double {
    switch grain {
    case .year: Double(year) + 0.5
    case .half: Double(year) + (Double(part) - 0.5) / 2
    case .quarter: Double(year) + (Double(part) - 0.5) / 4
    case .month: Double(year) + (Double(part) - 0.5) / 12
    case .day: Double(year) + (Double(part - 1) + (Double(day) - 0.5) / 31) / 12
    }
  }

  /// What stands under the axis, without the year.
  var shortName: String {
    switch grain {
    case .year: "\(year)年"
    case .half: part == 1 ? "上半年" : "下半年"
    case .quarter: "\(part)季度"
    case .month: "\(part)月"
    case .day: "\(part)月\(day)日"
    }
  }

  var fullName: String { grain == .year ? shortName : "\(year)年\(shortName)" }
}
