import Findings

extension CatalogueCheck {
  /// What a node's value can be after its steps; under points it must be 0…P (R2). nil where something below is unknown
  /// because it was reported, or comes from a table.
  mutating func bounds(of node: Node) -> Bounds? {
    let source: Bounds?
    switch node.source {
    case .measure(let id): source = measureBounds[id]
    case .hands(let hands): source = bounds(of: hands, node)
    case .leaves(_, .copeland): source = .unknown
    case .leaves: source = nil
    case .children(let children, let aggregation): source = bounds(of: children, aggregation, node)
    }
    guard let value = source, !unsoundNodes.contains(node.id) else { return node.points.map { Bounds(0, $0) } }
    return bounds(of: value, after: node.steps, node, measure: node.measure, place: node.place(of: "points"))
  }

  /// Means lie between the least and the greatest of their parts; so do min, max, median, best and trimmed.
  private mutating func bounds(of children: [Node], _ aggregation: Node.Aggregation, _ node: Node) -> Bounds? {
    let all = children.map { bounds(of: $0) }
    switch aggregation {
    case .sum: return Bounds(0, children.compactMap(\.points).reduce(0, +))
    case .copeland: return .unknown
    case .mean, .geometric, .harmonic, .power, .min, .max, .median, .best, .trimmed:
      // Under points, what is joined is value ÷ points, and that is given times the node's own.
      if let points = node.points, children.allSatisfy({ $0.points != nil }) { return Bounds(0, points) }
      let known = all.compactMap { $0 }
      guard known.count == all.count else { return nil }
      return known.dropFirst().reduce(known.first ?? .unknown) { $0.hull($1) }
    }
  }

  /// Each hand is a column with steps of its own, and under points each gives 0…P.
  private func bounds(of hands: Hands, _ node: Node) -> Bounds? {
    let all = hands.all.map { hand in
      measureBounds[hand.measure].map {
        bounds(
          of: $0, after: hand.steps, node, measure: hand.measure, place: node.place(of: "hands.\(hand.id)"))
      }
    }
    let known = all.compactMap { $0 }
    guard known.count == all.count else { return nil }
    return known.dropFirst().reduce(known.first ?? .unknown) { $0.hull($1) }
  }

  /// After the steps; under points 0…P, and a finding where that is not certain.
  private func bounds(
    of raw: Bounds, after steps: [Step], _ node: Node, measure: String?, place: Place
  ) -> Bounds {
    var value = raw
    let warnings = log.count(.warning)
    for step in steps {
      let before = value
      let told = log.count(.warning) + log.count(.problem)
      value = bounds(after: step, of: before, points: node.points, owner: node.id)
      if before.low < before.high, value.low == value.high, value.isFinite, node.points != 0,
        log.count(.warning) + log.count(.problem) == told
      {
        report(.stepConstant(node: node.id, step: step.word, gives: value.low, before), at: step.place)
      }
    }
    guard let points = node.points else { return value }
    let tolerance = 1e-9 * max(1, points)
    if value.low < -tolerance || value.high > points + tolerance {
      let place = steps.last?.place ?? place
      if let measure, !value.isFinite {
        report(
          .rangeMissing(node: node.id, measure: measure, low: raw.low, high: raw.high, points: points), at: place)
      } else {
        report(.pointsInterval(node: node.id, low: value.low, high: value.high, points: points), at: place)
      }
    } else if let last = steps.last, value.high < points - tolerance, log.count(.warning) == warnings {
      report(.pointsUnreachable(node: node.id, most: value.high, points: points), at: last.place)
    }
    return Bounds(0, points)
  }
}
