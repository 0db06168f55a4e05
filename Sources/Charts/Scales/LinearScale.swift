/// Numbers to places along a straight line.
struct LinearScale: Sendable, Equatable {
  var low: Double
  var high: Double
  var start: Double
  var end: Double

  func callAsFunction(_ value: Double) -> Double {
    start + (value - low) / (high - low) * (end - start)
  }

  /// The range that holds all values: what a spec asks for, widened so that nothing is cut off. Without a wish, the
  /// range ends on round numbers.
  /// - Parameter holdsZero: bars and whoever asks for it begin at zero.
  static func range(of values: [Double], wish: ClosedRange<Double>?, holdsZero: Bool) -> (low: Double, high: Double) {
    let finite = values.filter(\.isFinite)
    var low = finite.min() ?? 0
    var high = finite.max() ?? 1
    if let wish {
      low = min(low, wish.lowerBound)
      high = max(high, wish.upperBound)
      if finite.isEmpty { (low, high) = (wish.lowerBound, wish.upperBound) }
    }
    if holdsZero {
      low = min(low, 0)
      high = max(high, 0)
    }
    if low == high {
      high += low == 0 ? 1 : abs(low) * 0.1
      if !holdsZero { low -= abs(low) * 0.1 }
    }
    guard wish == nil else { return (low, high) }
    let step = tickStep(low: low, high: high, count: 5)
    return ((low / step).rounded(.down) * step, (high / step).rounded(.up) * step)
  }

  /// Round numbers inside the range, at most `count` steps apart.
  func ticks(count: Int) -> [Double] {
    let step = Self.tickStep(low: low, high: high, count: count)
    guard step.isFinite, step > 0 else { return [] }
    let first = (low / step - 1e-9).rounded(.up)
    let last = (high / step + 1e-9).rounded(.down)
    guard last >= first, last - first < 1000 else { return [] }
    return (0...Int(last - first)).map { (first + Double($0)) * step }
  }

  /// Decimal places that tell the ticks apart.
  func tickDigits(count: Int) -> Int {
    var step = Self.tickStep(low: low, high: high, count: count)
    guard step.isFinite, step > 0 else { return 0 }
    var digits = 0
    while digits < 9, abs(step - step.rounded()) > 1e-6 * step {
      step *= 10
      digits += 1
    }
    return digits
  }

  /// The most steps that fit; rather fewer, if then the scale ends on ticks.
  func tickCount(most: Int, fits: (Int) -> Bool) -> Int {
    let counts = stride(from: max(1, most), through: 1, by: -1).filter { $0 == 1 || fits($0) }
    func endsOnTicks(_ count: Int) -> Bool {
      let step = Self.tickStep(low: low, high: high, count: count)
      return [low, high].allSatisfy { abs($0 / step - ($0 / step).rounded()) < 1e-6 }
    }
    return counts.first { $0 > 2 && endsOnTicks($0) } ?? counts.first ?? 1
  }

  /// As many digits as tell the ticks apart, in the unit and with the sign that a specification asks for.
  func tickFormat(count: Int, _ wish: NumberFormat?) -> NumberFormat {
    let digits = tickDigits(count: count)
    guard let wish else { return NumberFormat(digits: digits) }
    return NumberFormat(
      digits: wish.isPercent ? max(0, digits - 2) : digits, isPercent: wish.isPercent, showsSign: wish.showsSign)
  }

  /// The smallest of 1, 2, 5, 10, 20, 50, … that needs no more than `count` steps: the numbers that a person takes.
  static func tickStep(low: Double, high: Double, count: Int) -> Double {
    let rough = (high - low) / Double(max(1, count))
    guard rough.isFinite, rough > 0 else { return 1 }
    var power = 1.0
    while power > rough { power /= 10 }
    while power * 10 <= rough { power *= 10 }
    for factor in [1.0, 2, 5] where power * factor >= rough * (1 - 1e-9) { return power * factor }
    return power * 10
  }
}
