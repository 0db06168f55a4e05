/// What a surface is filled with.
enum Fill: Sendable, Hashable {
  case solid(Colour)
  /// Missing, or not graded.
  case hatched
}

/// Data to fills. Colour means one thing in a picture: the grade, or the distance from the line that matters.
enum FillScale: Sendable, Equatable {
  case plain
  /// - Parameter domain: the graded values, best first; then those that only the data has
  /// - Parameter steps: which of the house's grade colours stand for the graded ones
  case grades(domain: [String], steps: [Int], hatched: String?)
  case diverging(DivergingClasses)

  func fill(of value: String?) -> Fill {
    guard case .grades(let domain, let steps, let hatched) = self else { return .solid(HouseStyle.accent) }
    guard let value, value != hatched else { return .hatched }
    guard let position = domain.firstIndex(of: value), position < steps.count,
      HouseStyle.grades.indices.contains(steps[position])
    else { return .solid(HouseStyle.unknown) }
    return .solid(HouseStyle.grades[steps[position]])
  }

  func fill(of value: Double) -> Fill {
    guard value.isFinite else { return .hatched }
    guard case .diverging(let classes) = self else { return .solid(HouseStyle.accent) }
    return .solid(classes.colour(of: value))
  }
}

extension FillScale {
  /// The values that have a colour of their own, in their order; those without are last.
  var domain: [String] {
    guard case .grades(let domain, _, let hatched) = self else { return [] }
    return domain + (hatched.map { [$0] } ?? [])
  }
}
