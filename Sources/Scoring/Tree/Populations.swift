import Schemes

/// Whom a cross-unit step looks at (R11). Units outside a population are transformed with its parameters.
struct Populations {
  struct Group {
    /// The peers; empty for a population of all units.
    let name: String
    /// Whose values give the parameters.
    let members: [Int]
    /// Whose values are transformed with them.
    let concerned: [Int]
  }
  /// What a step asks that names no population.
  let fallback: Population
  private let all: [Int]
  private let eligible: [Int]
  private let peers: [Group]

  init(_ scheme: Scheme, units: [ScoredUnit], eligible: [Bool]) {
    fallback = scheme.defaults.over
    all = Array(units.indices)
    self.eligible = all.filter { eligible[$0] }
    peers = groupsOfPeers(units).map { Group(name: units[$0[0]].peers, members: $0, concerned: $0) }
  }

  /// Within one period: `frozen` and `periods` look at all units there.
  func groups(_ over: Population) -> [Group] {
    switch over {
    case .frozen, .periods, .reported: [Group(name: "", members: all, concerned: all)]
    case .eligible: [Group(name: "", members: eligible, concerned: all)]
    case .peers: peers
    }
  }
}

/// Indices of the units of each peer group, groups in the order of their first units.
func groupsOfPeers(_ units: [ScoredUnit]) -> [[Int]] {
  var places: [String: Int] = [:]
  var groups: [[Int]] = []
  for (index, unit) in units.enumerated() {
    if let place = places[unit.peers] {
      groups[place].append(index)
    } else {
      places[unit.peers] = groups.count
      groups.append([index])
    }
  }
  return groups
}

/// The units with the peers that a fact gives them: its number, as text, or what the scheme calls it
/// (`units.peers: {fact, names}`).
func withPeers(_ units: [ScoredUnit], _ facts: FactEvaluation, _ scheme: Scheme) -> [ScoredUnit] {
  guard case .fact(let id)? = scheme.units.peers else { return units }
  let numbers = facts.columns[id] ?? Array(repeating: 0, count: units.count)
  return units.indices.map { unit in
    var grouped = units[unit]
    let number = groupName(numbers[unit])
    grouped.peers = scheme.units.peerNames[number] ?? number
    return grouped
  }
}

/// A fact's number as the name of a group: 3, not 3.0.
func groupName(_ number: Double) -> String {
  Int(exactly: number).map { "\($0)" } ?? "\(number)"
}
