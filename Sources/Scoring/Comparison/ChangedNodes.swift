import Schemes

/// Which nodes a unit's total differs by: the topmost whose own definition is another or which only one side has, and the
/// leaves whose number is.
/// What only follows – siblings that are re-scaled, nodes above and below – is not told beside its cause.
struct ChangedNodes {
  struct Found {
    let id: String
    /// Points of the total; the node's own value where those above it are no sums or means; NaN where it did not act.
    let before: Double
    let after: Double
    var presence = Presence.both
    var scale = NodeScale.both

    enum Presence { case both, before, after }

    var reason: ComparisonReason {
      func points(_ value: Double) -> Double? { scale != .own && !value.isNaN ? value : nil }
      return switch presence {
      case .both: .node(id, before: before, after: after, scale)
      case .before: .dropped(id, points: points(before))
      case .after: .added(id, points: points(after))
      }
    }
  }

  private struct Side {
    let trace: NodeTrace
    /// What it brought to the total; nil where nothing above it passes points on.
    let points: Double?
    /// Points of the total for one that its children bring to it; nil: its steps or rules make something else of them.
    let factor: Double?

    init(root trace: NodeTrace) {
      self.trace = trace
      points = trace.value
      factor = 1
    }

    private init(_ trace: NodeTrace, below factor: Double?) {
      self.trace = trace
      points = factor.map { $0 * trace.contribution }
      let isPassedOn = trace.value == trace.source && trace.value != 0
      self.factor = isPassedOn ? points.map { $0 / trace.value } : nil
    }

    var children: [String: Side] {
      Dictionary(
        trace.children.map { ($0.node.id, Side($0, below: factor)) }, uniquingKeysWith: { first, _ in first })
    }
  }

  static func between(_ before: NodeTrace?, _ after: NodeTrace?) -> [Found] {
    guard let before, let after else { return [] }
    return found(Side(root: before), Side(root: after))
  }

  private static func found(_ before: Side, _ after: Side) -> [Found] {
    let (a, b) = (before.trace, after.trace)
    let isAnother = !isSame(a.value, b.value) || !isSame(a.contribution, b.contribution)
    if isAnother, !a.node.rulesLike(b.node) { return [told(a.node.id, before, after)] }
    let (first, second) = (before.children, after.children)
    guard !first.isEmpty || !second.isEmpty else {
      return isSame(a.value, b.value) ? [] : [told(a.node.id, before, after)]
    }
    var below: [Found] = []
    for id in Set(first.keys).union(second.keys).sorted() {
      switch (first[id], second[id]) {
      case (let a?, let b?): below += found(a, b)
      case (let one, let other):
        // One without a number is told by the node above it, if that has another number for want of it.
        let node = told(id, one, other)
        if !node.before.isNaN || !node.after.isNaN { below.append(node) }
      }
    }
    // Where a child of both begins or ceases to act, the others are re-scaled: what that comes to is told by their parent.
    let isRescaled = first.contains { id, child in
      second[id].map { child.trace.contribution.isNaN != $0.trace.contribution.isNaN } ?? false
    }
    if isRescaled, !a.contribution.isNaN, !b.contribution.isNaN, !isSame(a.value, b.value) {
      below.insert(told(a.node.id, before, after), at: 0)
    }
    return below.isEmpty && !isSame(a.value, b.value) ? [told(a.node.id, before, after)] : below
  }

  private static func told(_ id: String, _ before: Side?, _ after: Side?) -> Found {
    let sides = [before, after].compactMap(\.self)
    // Under a median and its like nothing is brought that adds up.
    let arePoints = sides.allSatisfy { $0.points != nil } && sides.contains { $0.points?.isNaN == false }
    func number(_ side: Side?) -> Double { (arePoints ? side?.points : side?.trace.value) ?? .nan }
    let isOneNumber = sides.allSatisfy { isSame($0.points, $0.trace.value) || $0.trace.value.isNaN }
    return Found(
      id: id, before: number(before), after: number(after),
      presence: before == nil ? .after : after == nil ? .before : .both,
      scale: !arePoints ? .own : isOneNumber ? .both : .total)
  }
}
