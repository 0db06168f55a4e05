import Schemes

/// K1 by the book: a double stands for the nearest multiple of 1e-9, counted in whole numbers, so that 1.005 is
/// exactly between 1.00 and 1.01. Beyond nine millions a double has no digit there to lose.
private func billionths(_ x: Double) -> Int? {
  abs(x) < 9e6 ? Int((x * 1e9).rounded(.toNearestOrAwayFromZero)) : nil
}

/// −1, 0 or 1 on snapped values; nil where there is nothing to compare.
func snappedOrder(_ a: Double, _ b: Double) -> Int? {
  if a.isNaN || b.isNaN { return nil }
  if let i = billionths(a), let j = billionths(b) { return i < j ? -1 : i > j ? 1 : 0 }
  return a < b ? -1 : a > b ? 1 : 0
}

func naiveHolds(_ x: Double, _ comparison: Comparison) -> Bool {
  guard let order = snappedOrder(x, comparison.bound) else { return false }
  switch comparison.relation {
  case .atLeast: return order >= 0
  case .atMost: return order <= 0
  case .above: return order > 0
  case .below: return order < 0
  case .equals: return order == 0
  }
}

/// Half away from zero at so many digits (K1).
func naiveDisplayed(_ x: Double, digits: Int) -> Double {
  if x.isNaN { return .nan }
  var scale = 1.0
  for _ in 0..<digits { scale *= 10 }
  guard let count = billionths(x), digits <= 9 else { return (x * scale).rounded(.toNearestOrAwayFromZero) / scale }
  var unit = 1
  for _ in digits..<9 { unit *= 10 }
  let size = count < 0 ? -count : count
  let whole = size / unit + (2 * (size % unit) >= unit ? 1 : 0)
  return Double(count < 0 ? -whole : whole) / scale
}

func naiveMean(_ values: [Double]) -> Double { values.reduce(0, +) / Double(values.count) }

/// n − 1; NaN under two values.
func naiveDeviation(_ values: [Double]) -> Double {
  guard values.count >= 2 else { return .nan }
  let mean = naiveMean(values)
  var squares = 0.0
  for value in values { squares += (value - mean) * (value - mean) }
  return (squares / Double(values.count - 1)).squareRoot()
}

func naiveMedian(_ values: [Double]) -> Double {
  let sorted = values.sorted()
  let middle = sorted.count / 2
  return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
}

/// R10: nothing to tell units apart by.
func naiveIsConstant(_ values: [Double]) -> Bool {
  guard values.count >= 2, let low = values.min(), let high = values.max() else { return true }
  return high - low <= 1e-12 * max(1, abs(high))
}
