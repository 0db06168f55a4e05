import Findings

/// What can be wrong with the form of a scheme, beside what `DocumentFinding` says of any file.
package enum ReadingProblem: Sendable, Equatable {
  case parameterUnknown(name: String, known: [String])
  case duplicateId(kind: NameKind, id: String, first: Place)
  /// Measures that are `like` each other, facts that name each other: the chain, its first member again at the end.
  case cycle(kind: NameKind, chain: [String])
  /// Exactly one of several keys is due.
  case oneOf(owner: String, legal: [String], found: [String])
  case listLength(key: String, needed: Int, found: Int)
  case numberOutside(key: String, value: Double, rule: NumberRule)
  case dateUnreadable(key: String, value: String)
  /// Every reducer but `count` needs a value.
  case valueMissing(measure: String, take: String)
  /// A key that means something only beside another.
  case keyNeeds(key: String, needed: String)
  /// Something else than a period's name.
  case periodUnreadable(key: String, value: String)
  case approvalAbsent
  /// Nothing says `$name`.
  case parameterUnused(name: String)

  /// Which numbers a key takes.
  package enum NumberRule: Sendable, Equatable {
    case positive, notNegative, share, notZero
    case whole(ClosedRange<Int>)
    case between(Double, Double)
    case above(Double)

    package func accepts(_ value: Double) -> Bool {
      switch self {
      case .positive: value > 0
      case .notNegative: value >= 0
      case .share: (0...1).contains(value)
      case .notZero: value != 0
      case .whole(let range):
        value.rounded() == value && Double(range.lowerBound) <= value && value <= Double(range.upperBound)
      case .between(let low, let high): low <= value && value <= high
      case .above(let bound): value > bound
      }
    }
  }

  package var code: String {
    switch self {
    case .parameterUnknown: "scheme-parameter-unknown"
    case .duplicateId: "scheme-id-duplicate"
    case .cycle: "scheme-cycle"
    case .oneOf: "scheme-one-of"
    case .listLength: "scheme-list-length"
    case .numberOutside: "scheme-number-out-of-range"
    case .dateUnreadable: "scheme-date-unreadable"
    case .valueMissing: "measure-value-missing"
    case .keyNeeds: "scheme-key-needs"
    case .periodUnreadable: "scheme-period-unreadable"
    case .approvalAbsent: "scheme-approval-absent"
    case .parameterUnused: "scheme-parameter-unused"
    }
  }
}
