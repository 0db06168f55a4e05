import Foundation

/// The double nearest to the value's whole number of billionths. Two computations of what is the same decimal differ by
/// less than a billionth, so that comparisons with written numbers are made on snapped values.
///
/// Beyond 2⁵³ billionths (about nine million) doubles are coarser than that, and the value is returned as it is.
package func snapped(_ value: Double) -> Double {
  let billionths = value * 1e9
  guard abs(billionths) < 0x1p53 else { return value }
  return billionths.rounded(.toNearestOrAwayFromZero) / 1e9
}

/// The value as it is printed: half away from zero at `digits` places, after snapping to a billionth (GB/T 8170 calls
/// plain half-up rounding 四舍五入). The rounding is done on whole billionths, so that 1.005, which no double holds, still
/// gives 1.01.
/// - Parameter digits: 0…9; more change nothing, fewer count as 0.
package func displayed(_ value: Double, digits: Int) -> Double {
  guard digits < 9 else { return snapped(value) }
  let places = max(0, digits)
  let billionths = value * 1e9
  guard abs(billionths) < 0x1p53 else {
    let scale = pow(10, Double(places))
    let scaled = value * scale
    return scaled.isFinite ? scaled.rounded(.toNearestOrAwayFromZero) / scale : value
  }
  var step: Int64 = 1
  for _ in places..<9 { step *= 10 }
  let whole = Int64(billionths.rounded(.toNearestOrAwayFromZero))
  let rounded = (whole.magnitude + UInt64(step) / 2) / UInt64(step)
  let shown = Double(rounded) / Double(1_000_000_000 / step)
  return whole < 0 && rounded > 0 ? -shown : shown
}
