/// A scheme as far as it could be read. What keeps it from being used is in the log.
package struct SchemeDraft: Sendable {
  package let scheme: Scheme
  /// Nothing is wrong with it, as far as can be said without tables.
  package let isWhole: Bool
  /// Measures that could be read without a problem.
  package let soundMeasures: Set<String>
  /// Nodes of which something could not be read, or does not fit.
  let unsoundNodes: Set<String>
  let areFactsSound: Bool
  /// Whatever follows the tree could be read, and fits.
  let isOutcomeSound: Bool

  /// The scheme that an example can run on: the whole where only measures are in doubt, since an example gives their
  /// values; else the nodes that it expects values of, alone, where all of these could be read.
  /// - Returns: nil: what the example looks at could not be read, and the findings say why.
  package func scheme(for example: Example) -> Scheme? {
    if isWhole { return scheme }
    let names = example.expect.keys.sorted()
    guard areFactsSound, !names.isEmpty, !scheme.roots.contains(where: \.hasLeafTable),
      example.given.keys.allSatisfy({ scheme.measure($0) != nil })
    else { return nil }
    if isOutcomeSound, scheme.allNodes.allSatisfy(isSound), names.allSatisfy(isKnown(in: example)) { return scheme }
    let parts = names.map { part($0) }
    guard parts.allSatisfy({ $0 != nil }) else { return nil }
    return scheme.alone(parts.compactMap(\.self))
  }

  private func isSound(_ node: Node) -> Bool { !unsoundNodes.contains(node.id) }

  private func isKnown(in example: Example) -> (String) -> Bool {
    { name in
      if case .grade(let grade)? = example.expect[name] { return scheme.grading?.grades.contains(grade) ?? false }
      return scheme.node(name) != nil
    }
  }

  /// A node below the root with all under it, and what it inherits; nil if any of it is in doubt, or it does not apply
  /// to everyone.
  private func part(_ id: String) -> Node? {
    guard var path = scheme.path(to: id), path.count > 1 else { return nil }
    var node = path.removeLast()
    guard node.subtree.allSatisfy(isSound), path.allSatisfy({ $0.applies == nil }) else { return nil }
    node.leavesMissing = node.leavesMissing ?? path.reversed().lazy.compactMap(\.leavesMissing).first
    return node
  }
}

extension Scheme {
  /// The nodes from the root down to one; nil if there is none of that name.
  fileprivate func path(to id: String) -> [Node]? {
    func search(_ node: Node) -> [Node]? {
      if node.id == id { return [node] }
      for child in node.children {
        if let path = search(child) { return [node] + path }
      }
      return nil
    }
    for root in roots {
      if let path = search(root) { return path }
    }
    return nil
  }

  /// Of the whole scheme these nodes alone, without what would follow them. One that stands below another is part of it.
  fileprivate func alone(_ parts: [Node]) -> Scheme {
    var scheme = Scheme(id: id, place: place)
    scheme.defaults = defaults
    scheme.measures = measures
    scheme.facts = facts
    scheme.combination = combination
    scheme.examples = examples
    scheme.roots = parts.filter { part in
      !parts.contains { $0.id != part.id && $0.subtree.contains { $0.id == part.id } }
    }
    return scheme
  }
}
