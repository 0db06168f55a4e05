/// Values in classes that adjoin, on both sides of the line that matters; each class has one colour.
///
/// A value belongs to the class of the number that is printed for it, so that equal numbers never have two colours. A
/// class holds its lower bound. The outermost classes take what lies beyond the domain; their words then say so.
struct DivergingClasses: Sendable, Equatable {
  /// As many as an eye tells apart beside each other.
  private static let most = 10.0

  /// Bounds in printed units (per cent, where the format is one), from the midpoint outwards; none where nothing lies.
  private let midpoint: Double
  private let lower: [Double]
  private let upper: [Double]
  private let isOpenBelow: Bool
  private let isOpenAbove: Bool
  private let tolerance: Double
  private let format: NumberFormat

  /// - Parameters:
  ///   - midpoint: nil: the median of the values.
  ///   - domain: where the outermost classes end; nil: as far from the midpoint as the values reach.
  init(values: [Double], midpoint wish: Double?, domain: ClosedRange<Double>?, format: NumberFormat?) {
    let format = format ?? NumberFormat(digits: 6)
    let shown = values.map(format.shown).filter(\.isFinite)
    let factor = format.isPercent ? 100.0 : 1
    let midpoint = wish.map { $0 * factor } ?? shown.sorted().dropFirst(shown.count / 2).first ?? 0
    let reach = shown.map { abs($0 - midpoint) }.max() ?? 1
    let low = domain.map { min($0.lowerBound * factor, midpoint) } ?? midpoint - reach
    let high = domain.map { max($0.upperBound * factor, midpoint) } ?? midpoint + reach
    let step = LinearScale.tickStep(low: low, high: high, count: Int(Self.most))
    tolerance = step * 1e-9
    func bounds(to end: Double, _ sign: Double) -> [Double] {
      let count = (abs(end - midpoint) / step - 1e-9).rounded(.up)
      guard count.isFinite, count >= 1 else { return [] }
      let steps = Int(min(count, 2 * Self.most))
      return (1...steps).map { index in
        // A domain's end is kept; without a domain the classes end on whole steps.
        index == steps && domain != nil ? end : midpoint + sign * step * Double(index)
      }
    }
    var (lower, upper) = (bounds(to: low, -1), bounds(to: high, 1))
    if lower.isEmpty, shown.contains(where: { $0 < midpoint }) { lower = [midpoint] }
    if upper.isEmpty, lower.isEmpty || shown.contains(where: { $0 >= midpoint }) { upper = [midpoint] }
    let (bottom, top, tolerance) = (lower.last ?? midpoint, upper.last ?? midpoint, tolerance)
    isOpenBelow = !lower.isEmpty && (bottom == midpoint || shown.contains { $0 < bottom - tolerance })
    isOpenAbove = !upper.isEmpty && (top == midpoint || shown.contains { $0 > top + tolerance })
    self.midpoint = midpoint
    self.lower = lower
    self.upper = upper
    self.format = format
  }

  func colour(of value: Double) -> Colour {
    let shown = format.shown(value)
    if shown >= midpoint - tolerance, !upper.isEmpty || lower.isEmpty {
      let index = upper.firstIndex { shown < $0 - tolerance } ?? upper.count - 1
      return Self.colour(index, of: upper.count, HouseStyle.above)
    }
    let index = lower.firstIndex { shown >= $0 - tolerance } ?? lower.count - 1
    return Self.colour(index, of: lower.count, HouseStyle.below)
  }

  /// The classes from the lowest to the highest, each in words with its colour.
  var keys: [Legend.Key] {
    let below = lower.indices.reversed().map { index in
      let (low, high) = (lower[index], index == 0 ? midpoint : lower[index - 1])
      let isOpen = isOpenBelow && index == lower.count - 1
      return Legend.Key(
        label: isOpen ? HouseStyle.below(text(high)) : range(low, high),
        fill: .solid(Self.colour(index, of: lower.count, HouseStyle.below)))
    }
    let above = upper.indices.map { index in
      let (low, high) = (index == 0 ? midpoint : upper[index - 1], upper[index])
      let isOpen = isOpenAbove && index == upper.count - 1
      return Legend.Key(
        label: isOpen
          ? HouseStyle.atLeast(text(low))
          : index < upper.count - 1 && isWhole(low, high) ? text(low) : range(low, high),
        fill: .solid(Self.colour(index, of: upper.count, HouseStyle.above)))
    }
    return below + above
  }

  private func text(_ shown: Double) -> String { NumberFormat.plain(shown) + (format.isPercent ? "%" : "") }

  /// Of whole numbers, a class one wide is a number.
  private func isWhole(_ low: Double, _ high: Double) -> Bool {
    format.digits == 0 && !format.isPercent && lower.isEmpty && abs(high - low - 1) < tolerance
  }

  private func range(_ low: Double, _ high: Double) -> String {
    low < 0 ? "\(text(low))至\(text(high))" : "\(NumberFormat.plain(low))–\(text(high))"
  }

  /// Light steps of equal distance, and the dark end for the outermost class: none lies where dark and light text would
  /// read equally well, so that the colour of the text never turns between neighbours that look alike.
  static func colour(_ index: Int, of count: Int, _ ramp: HouseStyle.Ramp) -> Colour {
    if count > 1, index == count - 1 { return ramp.dark }
    return HouseStyle.paper.mixed(with: ramp.light, share: Double(index + 1) / Double(max(1, count - 1)))
  }
}
