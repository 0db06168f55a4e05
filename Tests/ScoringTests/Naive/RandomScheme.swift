import Findings
import Register
import Schemes

/// Valid random schemes: what lint would let through, and no more. One seed, one scheme.
struct RandomScheme {
  var dice: SplitMix64
  var scheme = Scheme(id: "random", place: place)
  /// Measures whose values are never negative: for effects.
  var counting: [String] = []
  /// Measures that may stand for full points: only leaves with points may read them.
  var pointsOnly: Set<String> = []
  private var nodeCount = 0
  private(set) var steps = RandomSteps(measures: [])

  static let place = Place.subject("random case")
  static let grades = ["A", "B", "C", "D"]
  /// Table ids and what they are; see `RandomRows`.
  static let tables = ["plain", "complete", "covered", "anonymous"]

  init(dice: SplitMix64) { self.dice = dice }

  mutating func draw(isYear: Bool) -> Scheme {
    scheme.defaults.leavesMissing = dice.chance(70) ? .renormalise : dice.pick(MissingPolicy.allCases)
    scheme.defaults.coverage = dice.pick([0, 0, 0, 0.5, 0.6, 0.75])
    scheme.defaults.over = dice.pick([.reported, .reported, .eligible, .peers])
    scheme.defaults.digits = dice.integer(0, 3)
    for index in 0..<dice.integer(2, 7) { drawMeasure("m\(index)") }
    scheme.facts = [
      Fact(id: "f0", test: .measure(measure(), comparison()), place: Self.place),
      Fact(
        id: "f1", test: .registerDate(column: "since", order: dice.pick([.after, .before]), dateBound()),
        place: Self.place),
      Fact(id: "f2", test: .registerText(column: "sort", isOneOf: ["x"]), place: Self.place),
    ]
    let isCombined = isYear && dice.chance(80)
    steps.measures = scheme.measures.map(\.id)
    steps.hasHistory = !isYear && dice.chance(20)
    // A run of an earlier half, one that is not there, and the run itself.
    if dice.chance(20) { steps.frozen = ["2023H1", "2023H1", "2019H1"] + (isYear ? [] : ["2025H1"]) }
    for _ in 0..<(dice.chance(25) ? 2 : 1) { scheme.roots.append(drawRoot()) }
    drawLaterFacts()
    if isCombined {
      let weights = dice.pick([(0.5, 0.5), (0.4, 0.6), (1, 3)])
      scheme.combination = YearCombination(
        h1: weights.0, h2: weights.1, oneMissing: dice.pick(MissingPolicy.allCases),
        place: Self.place)
      if dice.chance(25) && !scheme.allNodes.contains(where: { $0.share.isByN }) {
        scheme.combination?.mode = dice.pick([.best, .last])
      }
    }
    if dice.chance(12) { scheme.units.peers = .fact("f5") }
    drawOutcome()
    return scheme
  }

  mutating func measure() -> String { dice.pick(scheme.measures.map(\.id)) }

  mutating func comparison() -> Comparison {
    Comparison(dice.pick(Comparison.Relation.allCases), Double(dice.integer(0, 12)) / 2)
  }

  private mutating func dateBound() -> Fact.DateBound {
    switch dice.integer(0, 3) {
    case 0: .date(20250101)
    case 1: .moment(dice.pick([.periodStart, .periodEnd, .asOf]))
    default: .monthsBefore(dice.pick([.periodStart, .periodEnd, .asOf]), dice.integer(0, 7))
    }
  }

  private mutating func fact() -> Comparison.OnFact {
    let known = scheme.facts.map(\.id)
    let id = dice.pick(known)
    let isCount = id == "f5" || id == "f6"
    return Comparison.OnFact(
      fact: id, comparison: isCount ? Comparison(.atLeast, Double(dice.integer(1, 3))) : nil, place: Self.place)
  }

  // MARK: Nodes

  private mutating func drawRoot() -> Node {
    let depth = dice.integer(1, 4)
    if dice.chance(60) {
      var root = pointsNode(points: Double(dice.pick([10, 20, 100])), depth: depth, isRoot: true)
      if !root.isLeaf, case .children(_, of: .sum) = root.source, dice.chance(50) { root.share = .none }
      return root
    }
    return weightNode(depth: depth, share: .none, isRoot: true, limit: nil)
  }

  private mutating func nextID() -> String {
    nodeCount += 1
    return "n\(nodeCount)"
  }

  /// A node worth so many points: a leaf, a sum of such nodes, or a mean of weighted leaves.
  private mutating func pointsNode(points: Double, depth: Int, isRoot: Bool) -> Node {
    let id = nextID()
    if depth <= 1 || (!isRoot && dice.chance(30)) {
      var node = Node(id: id, share: .points(points), source: .measure(measure()), place: Self.place)
      if dice.chance(12), let hands = hands({ $0.forPoints(points, &$1) }) {
        node.source = .hands(hands)
        if dice.chance(30) { node.steps = [steps.ending(in: points, &dice)] }
      } else {
        node.steps = steps.forPoints(points, &dice)
      }
      decorate(&node, isRoot: isRoot)
      return node
    }
    var node: Node
    if !isRoot && dice.chance(35) {
      node = weightNode(depth: 2, share: .points(points), isRoot: false, limit: points)
    } else {
      let count = dice.integer(1, 4)
      let unit = points / Double(count * 2)
      var children: [Node] = []
      for index in 0..<count {
        // Equal parts, or every other one larger by half a part and its neighbour smaller.
        let isPaired = index / 2 * 2 + 1 < count
        let share = !isPaired ? 2 * unit : index % 2 == 0 ? 3 * unit : unit
        children.append(pointsNode(points: share, depth: depth - 1, isRoot: false))
      }
      fillFromSiblings(&children)
      // Attainments need not add up.
      let aggregation = dice.chance(20) ? self.aggregation(ofPoints: true) : .sum
      node = Node(id: id, share: .points(points), source: .children(children, of: aggregation), place: Self.place)
    }
    if dice.chance(10) { node.steps = [steps.ending(in: points, &dice)] }
    decorate(&node, isRoot: isRoot)
    return node
  }

  /// A node of a tree of weights; with a limit, under a node of so many points.
  private mutating func weightNode(depth: Int, share: Node.Share, isRoot: Bool, limit: Double?) -> Node {
    let id = nextID()
    let plain = scheme.measures.map(\.id).filter { !pointsOnly.contains($0) }
    if !isRoot && !plain.isEmpty && (depth <= 1 || dice.chance(30)) {
      var node = Node(id: id, share: share, source: .measure(dice.pick(plain)), place: Self.place)
      if limit == nil, dice.chance(12), let hands = hands({ $0.forWeights(&$1, isLeaf: true) }) {
        node.source = .hands(hands)
      } else {
        node.steps = limit.map { [steps.ending(in: $0, &dice)] } ?? steps.forWeights(&dice, isLeaf: true)
      }
      decorate(&node, isRoot: false)
      return node
    }
    if plain.isEmpty {
      // Nothing may stand here without points: a measure of its own that is never full.
      var own = Measure(id: "own\(id)", source: .table("plain"), take: .mean, place: Self.place)
      own.value = PlacedExpression(.column("v"), text: "v", place: Self.place)
      scheme.measures.append(own)
    }
    let byCount = dice.chance(30)
    var children: [Node] = []
    for _ in 0..<dice.integer(1, 4) {
      var child = weightNode(
        depth: depth - 1, share: .weight(Double(dice.integer(1, 4)) / 2), isRoot: false, limit: limit)
      if byCount { child.share = .weightByN(of: child.measure ?? measure()) }
      children.append(child)
    }
    fillFromSiblings(&children)
    var aggregation = dice.chance(65) ? Node.Aggregation.mean : self.aggregation(ofPoints: limit != nil)
    let isByN = children.flatMap(\.subtree).contains { $0.share.isByN }
    if limit == nil && !isByN && dice.chance(10) { aggregation = .copeland(overLeaves: dice.chance(40)) }
    var node = Node(id: id, share: share, source: .children(children, of: aggregation), place: Self.place)
    if limit == nil && dice.chance(30) { node.steps = steps.forWeights(&dice, isLeaf: false) }
    if share.isWeight || isRoot { decorate(&node, isRoot: isRoot) }
    return node
  }

  private mutating func aggregation(ofPoints: Bool) -> Node.Aggregation {
    dice.pick([
      .mean, .geometric, .harmonic, .power(dice.pick([2, 3, -1, 0.5])), .min, .max, .median, .best(dice.integer(1, 3)),
      .trimmed(dice.integer(1, 2)),
    ])
  }

  private mutating func fillFromSiblings(_ children: inout [Node]) {
    guard children.count > 1, dice.chance(12) else { return }
    for index in children.indices where children[index].measure != nil {
      RandomSteps.fillFromSiblings(&children[index], &dice)
    }
  }

  /// Two or three hands on measures that are never full; nil where there are none.
  private mutating func hands(_ steps: (RandomSteps, inout SplitMix64) -> [Step]) -> Hands? {
    let plain = scheme.measures.map(\.id).filter { !pointsOnly.contains($0) }
    guard !plain.isEmpty else { return nil }
    let all = (0..<dice.integer(2, 3)).map { index in
      let own = steps(self.steps, &dice).filter { step in
        switch step.action {
        case .dropIf, .impute: false
        default: true
        }
      }
      return Hands.Hand(id: "h\(index)", measure: dice.pick(plain), steps: own, weight: Double(dice.integer(1, 3)))
    }
    let order = dice.pick([["h1", "h0"], ["h0", "h1"], ["h1"]])
    return Hands(
      all: all, combination: dice.chance(50) ? .mean : .prevail(order),
      difference: dice.chance(40) ? .init(over: 2, needsReason: dice.chance(50)) : nil)
  }

  private mutating func decorate(_ node: inout Node, isRoot: Bool) {
    if dice.chance(15) { node.missing = dice.pick(MissingPolicy.allCases) }
    if !node.isLeaf && dice.chance(20) { node.leavesMissing = dice.pick(MissingPolicy.allCases) }
    if !node.isLeaf && dice.chance(20) {
      node.coverage = Node.CoverageRule(
        atLeast: dice.pick([0.4, 0.5, 0.7]), basis: dice.chance(30) ? .children : .weight)
      if dice.chance(25) { node.coverage = Node.CoverageRule(atLeast: dice.pick([1, 2]), basis: .count) }
    }
    if dice.chance(isRoot ? 4 : 12) { node.applies = fact() }
    if dice.chance(12) {
      node.override = Node.OverrideRule(role: dice.pick([nil, "lead"]), needsReason: dice.chance(50))
    }
    if dice.chance(10) { node.zeroWhen = Node.ZeroRule(measure: measure(), comparison: comparison()) }
  }

  // MARK: Facts on presence, and what comes after the tree

  private mutating func drawLaterFacts() {
    let nodes = scheme.allNodes.map(\.id)
    let tests: [Fact.Test] = [
      .presence(node: dice.pick(nodes), measuresAtLeast: dice.integer(1, 2)),
      .any([.fact("f0", nil), .none([.fact("f2", nil)]), .measure(measure(), comparison())]),
      .count([.fact("f0", nil), .fact("f1", nil), .measure(measure(), comparison())]),
      .countOfChildren(node: dice.pick(nodes), measuresAtLeast: dice.integer(1, 2)),
      .all([.fact("f1", nil), .fact("f5", comparison())]),
      .presenceShare(node: dice.pick(nodes), isNonZero: false, Comparison(.atLeast, dice.pick([0.5, 0.66, 1]))),
      .presenceShare(node: dice.pick(nodes), isNonZero: true, Comparison(.atLeast, dice.pick([0.5, 0.66, 1]))),
    ]
    for test in tests {
      scheme.facts.append(Fact(id: "f\(scheme.facts.count)", test: test, place: Self.place))
    }
  }

  private mutating func drawOutcome() {
    if dice.chance(12) { scheme.deferred = [fact()] }
    if dice.chance(8) { scheme.exempt = [fact()] }
    if dice.chance(20) { scheme.eligible = [fact()] }
    scheme.effects = RandomOutcome.effects(scheme, counting, &dice)
    scheme.effectGroups = [EffectGroup(id: "g", atMost: Double(dice.integer(1, 6)) / 2)]
    scheme.ranking = RandomOutcome.ranking(scheme, &dice)
    scheme.grading = RandomOutcome.grading(scheme, &dice)
    let grades = scheme.grading?.grades ?? []
    for index in scheme.effects.indices {
      // The ones drawn may be more than the clusters have names for.
      if let cap = scheme.effects[index].capGrade, !grades.contains(cap) {
        scheme.effects[index].capGrade = grades.last
      }
      if let set = scheme.effects[index].setGrade, !grades.contains(set) {
        scheme.effects[index].setGrade = grades.last
      }
    }
    scheme.titles = Titles(
      table: "titles", currentAt: dice.pick([.periodStart, .periodEnd, .asOf]), place: Self.place)
  }
}

extension Node.Share {
  fileprivate var isByN: Bool { if case .weightByN = self { true } else { false } }
  fileprivate var isWeight: Bool {
    switch self {
    case .weight, .weightByN: true
    case .points, .none: false
    }
  }
}
