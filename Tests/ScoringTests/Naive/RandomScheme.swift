import Findings
import Register
import Schemes

/// Valid random schemes: what lint would let through, and no more. One seed, one scheme.
struct RandomScheme {
  var dice: SplitMix64
  private(set) var scheme = Scheme(id: "random", place: place)
  /// Measures whose values are never negative: for effects.
  private(set) var counting: [String] = []
  /// Measures that may stand for full points: only leaves with points may read them.
  private var pointsOnly: Set<String> = []
  private var nodeCount = 0

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
    for _ in 0..<(dice.chance(25) ? 2 : 1) { scheme.roots.append(drawRoot()) }
    drawLaterFacts()
    if isYear && dice.chance(80) {
      let weights = dice.pick([(0.5, 0.5), (0.4, 0.6), (1, 3)])
      scheme.combination = YearCombination(
        h1: weights.0, h2: weights.1, oneMissing: dice.pick(MissingPolicy.allCases),
        place: Self.place)
    }
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

  // MARK: Measures

  private mutating func drawMeasure(_ id: String) {
    let table = dice.pick(Self.tables)
    var measure = Measure(id: id, source: .table(table), take: reducer(), place: Self.place)
    if dice.chance(30) { measure.minN = dice.integer(1, 4) }
    if dice.chance(20) { measure.first = Measure.First(by: "who", take: reducer()) }
    let isCount = (measure.first?.take ?? measure.take) == .count
    if !isCount || dice.chance(50) {
      measure.value = PlacedExpression(.column("v"), text: "v", place: Self.place)
    }
    if dice.chance(20) { measure.unique = Measure.Unique(by: "title", keepGreatest: "level") }
    if dice.chance(15) { measure.times = dice.pick([100, 0.5]) }
    if dice.chance(15) {
      measure.denominator = Measure.Denominator(
        table: "beds", predicate: nil, value: PlacedExpression(.column("beds"), text: "beds", place: Self.place),
        take: dice.pick([.last, .sum, .mean]), window: .period)
    }
    switch dice.integer(0, 9) {
    case 0: measure.empty = .missing
    case 1: measure.empty = .notApplicable
    case 2...3:
      measure.empty = .full
      pointsOnly.insert(id)
    case 4: measure.empty = .number(Double(dice.integer(0, 6)))
    default: break
    }
    if dice.chance(10) { measure.range = 0...20.25 }
    scheme.measures.append(measure)
    counting.append(id)
  }

  private mutating func reducer() -> Reducer {
    let simple: [Reducer] = [.mean, .mean, .sum, .count, .min, .max, .median, .last]
    return dice.chance(15)
      ? .trimmed(drop: 1, min: dice.integer(3, 5), otherwise: dice.pick([.mean, .median])) : dice.pick(simple)
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
      node.steps = RandomSteps.forPoints(points, &dice)
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
      node = Node(id: id, share: .points(points), source: .children(children, of: .sum), place: Self.place)
    }
    if dice.chance(10) { node.steps = [RandomSteps.ending(in: points, &dice)] }
    decorate(&node, isRoot: isRoot)
    return node
  }

  /// A node of a tree of weights; with a limit, under a node of so many points.
  private mutating func weightNode(depth: Int, share: Node.Share, isRoot: Bool, limit: Double?) -> Node {
    let id = nextID()
    let plain = scheme.measures.map(\.id).filter { !pointsOnly.contains($0) }
    if !isRoot && !plain.isEmpty && (depth <= 1 || dice.chance(30)) {
      var node = Node(id: id, share: share, source: .measure(dice.pick(plain)), place: Self.place)
      node.steps = limit.map { [RandomSteps.ending(in: $0, &dice)] } ?? RandomSteps.forWeights(&dice, isLeaf: true)
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
    var node = Node(id: id, share: share, source: .children(children, of: .mean), place: Self.place)
    if limit == nil && dice.chance(30) { node.steps = RandomSteps.forWeights(&dice, isLeaf: false) }
    if share.isWeight || isRoot { decorate(&node, isRoot: isRoot) }
    return node
  }

  private mutating func decorate(_ node: inout Node, isRoot: Bool) {
    if dice.chance(15) { node.missing = dice.pick(MissingPolicy.allCases) }
    if !node.isLeaf && dice.chance(20) { node.leavesMissing = dice.pick(MissingPolicy.allCases) }
    if !node.isLeaf && dice.chance(20) {
      node.coverage = Node.CoverageRule(
        atLeast: dice.pick([0.4, 0.5, 0.7]), basis: dice.chance(30) ? .children : .weight)
    }
    if dice.chance(isRoot ? 4 : 12) { node.applies = fact() }
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
  }
}

extension Node.Share {
  fileprivate var isWeight: Bool {
    switch self {
    case .weight, .weightByN: true
    case .points, .none: false
    }
  }
}
