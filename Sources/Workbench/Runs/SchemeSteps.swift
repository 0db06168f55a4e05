import Schemes

/// Which other periods a scheme's steps look at.
struct HistoryWish: Equatable {
  /// As `over: {periods: …}` writes them.
  var named: [String] = []
  /// A step imputes over periods, the last or the nearest.
  var looksBack = false
  /// Later periods count too.
  var looksAhead = false
  /// At most so many periods back, whether or not they have rows; nil: as many as there are.
  var mostBack: Int?
  /// The measures of the nodes with such steps.
  var measures: Set<String> = []
}

extension Scheme {
  /// The steps of every node and hand, with the measures that stand behind the node.
  private var stepsAndMeasures: [(step: Step, measures: [String])] {
    allNodes.flatMap { node -> [(step: Step, measures: [String])] in
      // A parent's steps act on what its leaves' measures became.
      let measures = node.leaves.flatMap(\.sourceMeasures)
      let hands = node.hands?.all.flatMap { hand in hand.steps.map { (step: $0, measures: [hand.measure]) } } ?? []
      return node.steps.map { (step: $0, measures: measures) } + hands
    }
  }

  /// The periods of the runs that frozen steps read, as the scheme writes them, each with the first step that does.
  var frozenPeriods: [(name: String, step: Step)] {
    var found: [(name: String, step: Step)] = []
    for (step, _) in stepsAndMeasures {
      guard case .frozen(let name)? = step.population(default: defaults.over),
        !found.contains(where: { $0.name == name })
      else { continue }
      found.append((name, step))
    }
    return found
  }

  var historyWish: HistoryWish {
    var wish = HistoryWish()
    var isOpen = false
    for (step, measures) in stepsAndMeasures {
      if case .periods(let names)? = step.population(default: defaults.over) {
        wish.named += names.filter { !wish.named.contains($0) }
        wish.measures.formUnion(measures)
      }
      guard case .impute(let imputation) = step.action else { continue }
      switch imputation {
      case .latestPeriod(let atMost):
        wish.looksBack = true
        if let atMost { wish.mostBack = max(wish.mostBack ?? 0, atMost) } else { isOpen = true }
      case .betweenPeriods:
        wish.looksBack = true
        wish.looksAhead = true
        isOpen = true
      case .units, .siblings: continue
      }
      wish.measures.formUnion(measures)
    }
    if isOpen { wish.mostBack = nil }
    return wish
  }
}
