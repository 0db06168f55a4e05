import Findings

extension Step.Operand {
  var columns: [String] {
    switch self {
    case .number: []
    case .rowColumn(let column): [column]
    case .rowProduct(let columns): columns
    }
  }
}

extension Step {
  /// The step with each number or column that may stand in a row replaced.
  func replacingOperands(_ replace: (Operand) -> Operand) -> Step {
    let replaced: Action =
      switch action {
      case .linear(let knots): .linear(knots.map { Knot(replace($0.x), replace($0.y)) })
      case .bands(let bands):
        .bands(bands.map { Band(atLeast: replace($0.atLeast), gives: replace($0.gives)) })
      case .proportional(let full): .proportional(full: replace(full))
      case .deduct(let each, let atMost): .deduct(each: replace(each), atMost: atMost.map(replace))
      case .add(let each, let atMost): .add(each: replace(each), atMost: atMost.map(replace))
      case .goalposts(let low, let high, let isLogarithmic, let to):
        .goalposts(low: replace(low), high: replace(high), isLogarithmic: isLogarithmic, to: to)
      case .times(let factor): .times(replace(factor))
      case .matrix(let matrix):
        .matrix(
          Matrix(
            across: matrix.across, columns: matrix.columns.map(replace),
            rows: matrix.rows.map { .init(atLeast: replace($0.atLeast), gives: $0.gives.map(replace)) }))
      case .required(let times, let each, let further, let atMost):
        .required(
          times: replace(times), each: replace(each), further: replace(further), atMost: atMost.map(replace))
      case .minMax(let to, .fixed(let low, let high), let over):
        .minMax(to: to, bounds: .fixed(replace(low), replace(high)), over: over)
      case .distance(.target(let target, let isCapped), let over):
        .distance(.target(replace(target), isCapped: isCapped), over: over)
      case .impute(.siblings(let center, let direction)):
        .impute(.siblings(center, direction: direction.map(replace)))
      case .clamp(let low, let high): .clamp(low: low.map(replace), high: high.map(replace))
      case .pass, .zScore, .dropIf, .minMax, .rank, .borda, .percentile, .distance, .shareOfBest, .impute, .treat,
        .round:
        action
      }
    var step = Step(replaced, place: place)
    step.rowPlaces = rowPlaces
    step.columnPlaces = columnPlaces
    step.places = places
    return step
  }
}
