import Findings
import Schemes

/// The node of another scheme that a measure reads.
struct UpstreamNode: Equatable {
  /// It is the one that the other scheme ranks.
  var isScore: Bool
  /// Its points, where it has some: what the measure can be (R2).
  var points: Double?
}

/// Looks up the schemes that a scheme reads, and those that they read.
struct UpstreamCheck {
  let folders: SystemFolders
  let log: FindingLog

  /// The nodes behind a scheme's `scheme:` measures, by measure. What does not exist, or reads back, is reported.
  /// - Parameter measures: Those that could be read; nil: all.
  func nodes(of scheme: Scheme, measures: Set<String>? = nil) -> [String: UpstreamNode] {
    var nodes: [String: UpstreamNode] = [:]
    for measure in scheme.measures where measures?.contains(measure.id) ?? true {
      guard case .scheme(let reference) = measure.source else { continue }
      if let circle = circle(from: scheme.id, over: reference.scheme) {
        log.add(WorkbenchFinding.upstreamCycle(measure.place(of: "scheme"), schemes: circle))
        continue
      }
      guard let other = read(reference.scheme) else {
        if !folders.schemes.contains(where: { $0.id == reference.scheme }) {
          log.add(
            WorkbenchFinding.upstreamUnknown(
              measure.place(of: "scheme"), measure: measure.id, scheme: reference.scheme,
              known: folders.schemes.map(\.id).filter { $0 != scheme.id }))
        }
        continue
      }
      let known = other.allNodes
      // Leaves from a table are not expanded here: their names are not known.
      let isOpen = known.contains { if case .leaves = $0.source { true } else { false } }
      guard let node = known.first(where: { $0.id == reference.node }) else {
        if !isOpen {
          log.add(
            WorkbenchFinding.upstreamNodeUnknown(
              measure.place(of: "node"), measure: measure.id, scheme: reference.scheme, node: reference.node,
              known: known.map(\.id)))
        }
        nodes[measure.id] = UpstreamNode(isScore: false, points: nil)
        continue
      }
      let ranked = other.ranking?.node ?? other.roots.first?.id
      nodes[measure.id] = UpstreamNode(isScore: node.id == ranked, points: node.points ?? sum(of: node))
    }
    return nodes
  }

  private func sum(of node: Node) -> Double? {
    guard node.aggregation == .sum else { return nil }
    let points = node.children.compactMap { $0.points ?? sum(of: $0) }
    return points.count == node.children.count ? points.reduce(0, +) : nil
  }

  /// The scheme as its file says; nil, without a word, if it cannot be read: that file's own findings tell.
  private func read(_ id: String) -> Scheme? {
    folders.schemes.first { $0.id == id }.flatMap {
      Scheme.read($0.node, among: folders.schemeNodes[$0.system] ?? [:], log: FindingLog())
    }
  }

  /// The schemes that lead back to `start`, itself at both ends; nil: none do.
  private func circle(from start: String, over next: String) -> [String]? {
    var known: Set<String> = []
    func search(_ path: [String]) -> [String]? {
      guard let last = path.last else { return nil }
      if last == start { return path }
      guard known.insert(last).inserted, let scheme = read(last) else { return nil }
      for measure in scheme.measures {
        if case .scheme(let reference) = measure.source, let circle = search(path + [reference.scheme]) {
          return circle
        }
      }
      return nil
    }
    return search([start, next])
  }
}

extension Scheme {
  /// With the range of each node that a `scheme:` measure reads, where the measure states none (R2).
  func withUpstreamRanges(_ nodes: [String: UpstreamNode]) -> Scheme {
    var scheme = self
    for index in scheme.measures.indices where scheme.measures[index].range == nil {
      let measure = scheme.measures[index]
      guard case .scheme = measure.source, let points = nodes[measure.id]?.points, points > 0, measure.picksOneNumber
      else { continue }
      scheme.measures[index].range = 0...(points * Swift.max(0, measure.times))
    }
    return scheme
  }
}

extension Measure {
  /// The reduced number lies between the least and the greatest of its rows, and nothing divides it.
  fileprivate var picksOneNumber: Bool {
    if denominator != nil || times < 0 { return false }
    switch take {
    case .mean, .min, .max, .median, .last: return true
    case .share, .sum, .count, .trimmed: return false
    }
  }
}
