import Findings

/// Rows that name a unit before its time, by the unit of that time.
struct Forerunners {
  struct Carried {
    /// Index in the register.
    let unit: Int
    let written: String
    /// The first of the rows.
    let place: Place
    var count: Int
  }

  private var byUnit: [Int: Carried] = [:]

  mutating func add(_ unit: Int, _ written: String, _ place: Place) {
    byUnit[unit, default: Carried(unit: unit, written: written, place: place, count: 0)].count += 1
  }

  /// In the order of the register.
  var all: [Carried] { byUnit.values.sorted { $0.unit < $1.unit } }
}
