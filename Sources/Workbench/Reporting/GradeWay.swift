import Schemes
import Scoring
import Statistics

/// What a unit lacks of the points that a grade asks for, in all and in each part, and the losses that would make it up:
/// in the weak parts the greatest first, then the greatest of all. Every sum is held against what is asked.
struct GradeWay {
  /// A part of the total with less than its share of points.
  struct WeakPart {
    let node: Node
    let needed: Double
    let gap: Double
  }

  private let view: UnitInView
  private let line: String
  /// Of the total; 0: it is enough.
  let gap: Double
  let weak: [WeakPart]
  /// Losses each of which alone is enough; empty where parts are weak too.
  let single: [UnitInView.Loss]
  /// Losses that together are enough; nil where none are, or nobody can say.
  let together: [UnitInView.Loss]?

  private var digits: Int { view.tables.run.scheme.defaults.digits }

  /// - Returns: nil where points are not what is lacking.
  init?(_ view: UnitInView, to band: GradeBand) {
    let run = view.tables.run
    let digits = run.scheme.defaults.digits
    self.view = view
    line = view.tables.line(band)
    let score = run.sheet.standing[view.unit].displayedScore
    let bound = band.atLeast?.value(in: run.period.start.year) ?? -.infinity
    gap = max(0, displayed(bound - score, digits: digits))
    weak =
      (band.eachChildShare.map { share in
        view.tables.rankedChildren().compactMap { Self.weakness($0, share, view) }
      }) ?? []
    guard gap > 0 || !weak.isEmpty else { return nil }
    let losses = view.losses()
    let gap = gap
    single = weak.isEmpty ? losses.filter { displayed($0.points, digits: digits) >= gap } : []
    together = Self.enough(losses, gap, weak, digits)
  }

  private static func weakness(_ child: Node, _ share: Double, _ view: UnitInView) -> WeakPart? {
    let run = view.tables.run
    let digits = run.scheme.defaults.digits
    guard let top = child.points, let value = run.sheet.node(child.id)?.value[view.unit], !value.isNaN else {
      return nil
    }
    let found = displayed(value, digits: digits)
    guard snapped(found / top) < share else { return nil }
    return WeakPart(node: child, needed: share * top, gap: displayed(share * top - found, digits: digits))
  }

  private static func enough(
    _ losses: [UnitInView.Loss], _ gap: Double, _ weak: [WeakPart], _ digits: Int
  ) -> [UnitInView.Loss]? {
    var taken: [UnitInView.Loss] = []
    var rest = losses
    func take(from own: (UnitInView.Loss) -> Bool, until isEnough: (Double) -> Bool) -> Bool {
      var sum = 0.0
      while !isEnough(displayed(sum, digits: digits)) {
        guard let next = rest.firstIndex(where: own) else { return false }
        sum += rest[next].points
        taken.append(rest.remove(at: next))
      }
      return true
    }
    for part in weak {
      let inside = Set(part.node.leaves.map(\.id) + [part.node.id])
      // Where points are re-scaled, those of the total are not those of the part.
      let own = losses.filter { loss in loss.node.map { inside.contains($0.id) } ?? false }
      guard own.allSatisfy({ displayed($0.most, digits: digits) == $0.node?.points }) else { return nil }
      guard take(from: { loss in loss.node.map { inside.contains($0.id) } ?? false }, until: { $0 >= part.gap })
      else { return nil }
    }
    let sum = taken.reduce(0) { $0 + $1.points }
    guard take(from: { _ in true }, until: { displayed($0 + sum, digits: digits) >= gap }) else { return nil }
    return taken
  }

  var sentence: String {
    func points(_ value: Double) -> String { fixed(value, digits: digits) }
    var lacking = gap > 0 ? ["总分还差\(points(gap))分"] : []
    lacking += weak.map { "“\($0.node.name)”还差\(points($0.gap))分（须有\(points($0.needed))分）" }
    let start = "要到\(line)，\(lacking.joined(separator: "，"))"
    if single.count > 1 {
      let names = single.prefix(3).map { "“\($0.name)”（失\(points($0.points))分）" }.joined(separator: "、")
      return "\(start)：补回\(names)中任一项即可。"
    }
    guard let together else { return "\(start)。" }
    let sum = together.reduce(0) { $0 + $1.points }
    let names = together.map { "“\($0.name)”" }.joined()
    return together.count == 1
      ? "\(start)：补回\(names)所失的\(points(sum))分即可。" : "\(start)：补回\(names)\(together.count)项所失的\(points(sum))分即可。"
  }
}
