import Findings
import Register

/// A grading method as a value: what `scheme.md` calls one file. Every value here has its defaults filled in and its
/// `$params` replaced; every named thing carries its place for findings.
package struct Scheme: Sendable {
  package var id: String
  package var title: String
  package var basis: String
  package var version: String
  /// nil: a proposal, and every report says so.
  package var approval: Approval?
  package var units: UnitSelection
  /// 暂缓 and 免评: neither is ranked or graded.
  package var deferred: [Comparison.OnFact]
  package var exempt: [Comparison.OnFact]
  package var titles: Titles?
  /// The table of recorded decisions; nil: none are read.
  package var decisions: String?
  package var params: [String: Parameter]
  package var defaults: Defaults
  /// In the order of the file.
  package var measures: [Measure]
  package var facts: [Fact]
  package var roots: [Node]
  package var combination: YearCombination?
  package var effectGroups: [EffectGroup]
  package var effects: [Effect]
  package var eligible: [Comparison.OnFact]
  package var ranking: Ranking?
  package var grading: Grading?
  package var examples: [Example]
  package var place: Place
  /// Where the values of keys stand (`units.peers`), for findings; empty where nobody wrote them.
  package var places: [String: Place] = [:]

  package struct Approval: Sendable, Hashable {
    /// 文号.
    package let documentNumber: String
    package let date: String
    package init(documentNumber: String, date: String) {
      self.documentNumber = documentNumber
      self.date = date
    }
  }

  package struct UnitSelection: Sendable {
    /// Empty: every kind.
    package var kinds: [String]
    /// Over the columns of the register (all of them text).
    package var predicate: PlacedExpression?
    /// The register column, or the fact, that groups peers; nil: one group.
    package var peers: Peers?
    /// What the groups of a fact are called, by its number as text: 1 and 0 of one that holds or not. A group that is
    /// not named goes by the number.
    package var peerNames: [String: String] = [:]
    package var peerColumn: String? { if case .column(let column)? = peers { column } else { nil } }
    package enum Peers: Sendable, Hashable {
      case column(String)
      case fact(String)
    }
    package init(kinds: [String] = [], predicate: PlacedExpression? = nil, peers: Peers? = nil) {
      self.kinds = kinds
      self.predicate = predicate
      self.peers = peers
    }
  }

  package enum Parameter: Sendable, Hashable {
    case number(Double)
    case boolean(Bool)
    case text(String)
  }

  package struct Defaults: Sendable {
    /// What leaves do when they are missing (R7).
    package var leavesMissing: MissingPolicy = .renormalise
    /// The least coverage at a root (R6).
    package var coverage: Double = 0
    package var over: Population = .reported
    /// Decimal places of displayed values (K1).
    package var digits: Int = 2
    package init() {}
  }

  package init(id: String, place: Place) {
    self.id = id
    title = id
    basis = ""
    version = ""
    units = UnitSelection()
    deferred = []
    exempt = []
    params = [:]
    defaults = Defaults()
    measures = []
    facts = []
    roots = []
    effectGroups = []
    effects = []
    eligible = []
    examples = []
    self.place = place
  }

  /// Where a key's value stands, or the scheme.
  package func place(of key: String) -> Place { places[key] ?? place }

  package func measure(_ id: String) -> Measure? { measures.first { $0.id == id } }

  /// Every node, parents before children, in the order of the file.
  package var allNodes: [Node] { roots.flatMap(\.subtree) }

  package func node(_ id: String) -> Node? { allNodes.first { $0.id == id } }
}

/// What a unit is when a value is missing under it (R7).
package enum MissingPolicy: String, Sendable, CaseIterable {
  case renormalise, zero
  case notGraded = "not_graded"
  case propagate
}

/// Which units a cross-unit step looks at (R11).
package enum Population: Sendable, Hashable {
  case reported, eligible, peers
  /// The parameters of the scheme's run for that period.
  case frozen(String)
  /// The units' values of these periods too, together with those of this one.
  case periods([String])

  package static let words = ["reported", "eligible", "peers"]
}

/// A worked example inside the scheme, run by lint: unstated measures are missing.
package struct Example: Sendable {
  package var name: String
  package var period: String
  package var given: [String: Double]
  package var expect: [String: Expectation]
  package var place: Place
  /// Where the values of keys stand (`given.住院满意`, `expect.住院`), for findings; empty where nobody wrote them.
  package var places: [String: Place] = [:]

  package enum Expectation: Sendable, Hashable {
    case value(Double)
    /// 不予评定 or a missing node.
    case missing
    case grade(String)
  }

  package init(
    name: String, period: String, given: [String: Double], expect: [String: Expectation], place: Place
  ) {
    self.name = name
    self.period = period
    self.given = given
    self.expect = expect
    self.place = place
  }
}
