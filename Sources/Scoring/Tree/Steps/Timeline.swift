import Register

/// A node's columns in order of time.
struct Timeline {
  private let columns: [[Double]]
  /// When each is, in periods.
  private let times: [Int]
  private let places: [Int]

  /// - Parameters: the columns and their periods, in any order.
  init(_ values: [[Double]], _ periods: [Period]) {
    let order = periods.indices.sorted { (periods[$0].start, $0) < (periods[$1].start, $1) }
    columns = order.map { values[$0] }
    // Phases have no grain to count by: one after the other.
    times = order.enumerated().map { periods[$0.element].ordinal ?? $0.offset }
    var places = Array(repeating: 0, count: order.count)
    for (place, period) in order.enumerated() { places[period] = place }
    self.places = places
  }

  func place(of period: Int) -> Int { places[period] }

  /// The unit's last value of an earlier period, at most so many periods back; NaN: none.
  func latest(_ unit: Int, before place: Int, atMost most: Int?) -> Double {
    for earlier in (0..<place).reversed() where !columns[earlier][unit].isNaN {
      return times[place] - times[earlier] <= most ?? .max ? columns[earlier][unit] : .nan
    }
    return .nan
  }

  /// On the straight line between the unit's nearest values before and after; the nearest one where there is only one
  /// side.
  func between(_ unit: Int, at place: Int) -> Double {
    let before = (0..<place).last { !columns[$0][unit].isNaN }
    let after = columns.indices.dropFirst(place + 1).first { !columns[$0][unit].isNaN }
    guard let before else { return after.map { columns[$0][unit] } ?? .nan }
    guard let after else { return columns[before][unit] }
    let (a, b) = (columns[before][unit], columns[after][unit])
    return a + (b - a) * Double(times[place] - times[before]) / Double(times[after] - times[before])
  }
}
