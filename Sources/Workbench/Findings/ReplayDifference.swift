import Scoring

/// One quantity in which a kept run and its replay differ. Worded beside the findings, one file per language.
package struct ReplayDifference: Sendable, Equatable {
  package struct Unit: Sendable, Equatable {
    let code: String
    let name: String
    package init(code: String, name: String) {
      self.code = code
      self.name = name
    }
  }

  /// What the quantity belongs to, apart from a unit.
  package enum Thing: Sendable, Equatable {
    case run
    case standing
    case node(String)
    case measure(String, period: String)
    case fact(String)
    case effect(String)
    /// The contest for a grade in a group.
    case contest(String, group: String)
  }

  package enum Quantity: Sendable, Equatable {
    case manifest, nodes, units, unitCount, halfCount, otherPeriods, decisions, titles
    /// The rows of the tables that leaves come from.
    case leafRows
    case value, displayed, coverage, share, contribution, source
    /// From 1.
    case step(Int)
    case half(Int)
    /// By its id.
    case hand(String)
    case computed, decision, isImputed, peers
    case state, rule, rank, grade, effects, status
    /// What became of every line of the grades; the title; what a tied block did.
    case attempts, title, tie
    case unit, outcome, trigger, nominal, effective, before, after
    /// Whether it is there at all.
    case presence
    /// How many values a measure rests on and how they spread: never told, an anonymous table's may be secret.
    case base
  }

  package enum Content: Sendable, Equatable {
    case text(String)
    case list([String])
    case unit(Unit)
    case state(ValueState)
    case rule(NodeRule)
    case outcome(EffectRecord.Outcome)
    case rank(Int, isTied: Bool)
    case graded
    case notGraded([Reason])
    case deferred(fact: String)
    case exempt(fact: String)
    case present, absent
    case notShown
  }

  /// Why a unit has no grade, with numbers as they are compared.
  package enum Reason: Sendable, Equatable {
    case noScore
    case coverage(found: String, needed: String, leaves: [String])
    case node(String)
    case ineligible(String)
  }

  let thing: Thing
  /// nil: of the run as a whole.
  let unit: Unit?
  let quantity: Quantity
  let stored: Content
  let recomputed: Content

  package init(thing: Thing, unit: Unit?, quantity: Quantity, stored: Content, recomputed: Content) {
    self.thing = thing
    self.unit = unit
    self.quantity = quantity
    self.stored = stored
    self.recomputed = recomputed
  }
}

/// An input of a kept run that is no longer what it was.
package enum ChangedInput: Sendable, Equatable {
  case scheme(String)
  case register
  case memberships
  case calendar
  case minimumCell
  case table(system: String, table: String)
  /// The file that says what a table's rows mean, or how they are worked out.
  case definition(system: String, table: String)
  /// Runs of a scheme that the run reads: there are later ones.
  case runs(scheme: String)
}
