/// How many answers sit at the lowest and the highest value that a scale has (floor and ceiling): from 15 % on the scale no
/// longer tells those people apart (Terwee et al., Journal of Clinical Epidemiology 60, 2007).
package struct EndShares: Sendable, Equatable {
  package let floor: Share
  package let ceiling: Share

  /// - Parameters:
  ///   - values: NaN is missing.
  ///   - scale: the values that can be given, not those that were.
  /// - Returns: nil without values.
  package init?(of values: [Double], scale: ClosedRange<Double>) {
    let present = values.filter { !$0.isNaN }
    guard !present.isEmpty else { return nil }
    let n = Double(present.count)
    floor = Share(successes: Double(present.filter { $0 <= scale.lowerBound }.count), of: n)
    ceiling = Share(successes: Double(present.filter { $0 >= scale.upperBound }.count), of: n)
  }

  package static let limit = 0.15

  package var isFloored: Bool { floor.value >= Self.limit }
  package var isCeiled: Bool { ceiling.value >= Self.limit }
}
