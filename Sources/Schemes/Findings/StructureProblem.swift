/// What can be wrong between the parts of a scheme, without looking at any table.
package enum StructureProblem: Sendable, Equatable {
  case nameUnknown(kind: NameKind, name: String, of: String, known: [String])
  case nodeChildless(node: String)
  case siblingsMixed(parent: String, points: [String], weights: [String], countWeights: [String])
  case shareMissing(node: String, parent: String)
  /// - Parameter open: children whose points are not known: the others alone are too many.
  case pointsSum(node: String, stated: Double, terms: [Term], open: [String] = [])
  case weightUnderSum(parent: String, children: [String])
  case rootWeight(node: String)
  case stepNeedsPoints(node: String, step: String)
  case linearOrder(node: String, x: Double, previous: Double)
  /// Of two-way bands also the bounds of the columns.
  case bandsOrder(node: String, bound: Double, previous: Double, areColumns: Bool = false)
  case dropIfOrder(node: String)
  case rowOutsideLeaves(node: String, column: String)
  case trimmedMinimum(drop: Int, minimum: Int)
  case fullNeedsPoints(measure: String, node: String)
  /// `missing: zero` where there are no points of its own to be zero: it acts as `renormalise` (R7).
  case zeroWithoutEffect(node: String, isLeaf: Bool)
  case windowCombined(node: String, measure: String)
  case effectWindow(effect: String, measure: String, window: String)
  case effectMeasureMissing(effect: String)
  case effectEmpty(effect: String)
  case groupMixed(group: String, adds: [String], deducts: [String])
  /// A count is tested without a number, or a plain fact with one.
  case factKind(fact: String, isCount: Bool)
  case rankMissing(needed: String)
  case rankNotRoot(node: String, roots: [String])
  /// In a year, where cut-offs differ by year.
  case gradeOrder(
    grade: String, floor: Double, previousGrade: String, previousFloor: Double, year: Int? = nil)
  case gradeLast(grade: String)
  /// A band without condition before the last.
  case gradeUnconditional(grade: String)
  case childShareNeedsPoints(node: String, grade: String)
  case combineSum(h1: Double, h2: Double)
  /// `per: peers` or `over: peers`, but nothing says who peers are.
  case peersMissing(used: String)
  case measureUnused(measure: String)
  case factUnused(fact: String)

  package struct Term: Sendable, Equatable {
    package let node: String
    package let points: Double
  }

  package var code: String {
    switch self {
    case .nameUnknown(let kind, _, _, _): "scheme-\(kind.rawValue)-unknown"
    case .nodeChildless: "scheme-node-childless"
    case .siblingsMixed: "scheme-siblings-mixed"
    case .shareMissing: "scheme-share-missing"
    case .pointsSum: "scheme-points-sum"
    case .weightUnderSum: "scheme-weight-under-sum"
    case .rootWeight: "scheme-root-weight"
    case .stepNeedsPoints: "step-needs-points"
    case .linearOrder: "step-linear-order"
    case .bandsOrder: "step-bands-order"
    case .dropIfOrder: "step-drop-if-order"
    case .rowOutsideLeaves: "step-row-outside-leaves"
    case .trimmedMinimum: "measure-trimmed-minimum"
    case .fullNeedsPoints: "measure-full-needs-points"
    case .zeroWithoutEffect: "node-missing-zero"
    case .windowCombined: "measure-window-combined"
    case .effectWindow: "effect-window"
    case .effectMeasureMissing: "effect-measure-missing"
    case .effectEmpty: "effect-empty"
    case .groupMixed: "effect-group-mixed"
    case .factKind: "fact-kind"
    case .rankMissing: "scheme-rank-missing"
    case .rankNotRoot: "scheme-rank-not-root"
    case .gradeOrder: "grade-order"
    case .gradeLast: "grade-last"
    case .gradeUnconditional: "grade-unconditional"
    case .childShareNeedsPoints: "grade-child-share-needs-points"
    case .combineSum: "scheme-combine-sum"
    case .peersMissing: "scheme-peers-missing"
    case .measureUnused: "measure-unused"
    case .factUnused: "fact-unused"
    }
  }
}
