/// What never makes a difference between units, or acts on all of them.
package enum IdleProblem: Sendable, Equatable {
  /// A test that no value of the measure passes.
  case testNever(owner: String, measure: String, Comparison, Bounds)
  /// A test that every value of the measure passes.
  case testAlways(owner: String, measure: String, Comparison, Bounds)
  /// A step that makes the same of every value.
  case stepConstant(node: String, step: String, gives: Double, Bounds)
  /// An effect whose change is 0 for each.
  case changeZero(effect: String)
  /// A ceiling or veto without `when`: nothing that was confirmed stands behind it (E5).
  case untriggered(effect: String, grade: String, isCeiling: Bool)

  package var code: String {
    switch self {
    case .testNever: "test-never"
    case .testAlways: "test-always"
    case .stepConstant: "step-constant"
    case .changeZero: "effect-each-zero"
    case .untriggered: "effect-untriggered"
    }
  }
}
