import Findings

// Frames: rows that name their parent row, so that the table holds the whole tree (R13).

extension LeafExpansion {
  /// Rows that became one tree; ids → indices of rows.
  private struct Frame {
    let rows: [Row]
    var ids: [String] = []
    var index: [String: Int] = [:]
    /// The parent's name as it is written; empty for none.
    var parents: [String] = []
    /// Rows below a row, in the order of the file; the node's own under `top`.
    var below: [Int: [Int]] = [:]
    static let top = -1
  }

  /// The children of a node from a table whose rows name their parents, and how they are joined. Leaves are the rows that
  /// pass `where` (without one: those that no row names as its parent), rows above them inner nodes; other rows are no part
  /// of the tree. The row without a parent, or the parent that is named like the node, is the node itself.
  mutating func frameSource(
    of table: LeafTable, parent: String, of aggregation: Node.Aggregation, node: String
  ) -> Node.Source {
    guard let rows = self.frame(of: table), var frame = indexed(rows, table, parent: parent) else {
      return .children([], of: aggregation)
    }
    let leaves = leafRows(of: frame, table)
    if leaves.isEmpty { report(.noLeaf(table: table.table), table, at: "where") }
    guard let inner = link(leaves, in: &frame, table, node: node) else { return .children([], of: aggregation) }
    let tops = inner.filter { frame.parents[$0].isEmpty }
    if tops.count > 1 { report(.severalTops(table: table.table, ids: tops.map { frame.ids[$0] }), table, at: "parent") }
    let names = inner.map { frame.ids[$0] }
    let known = names.contains(node) ? names : names + [node]
    for id in table.aggregations.keys.sorted() where !known.contains(id) {
      report(.innerUnknown(key: "of", table: table.table, id: id, known: known), table, at: "of")
    }
    checkInner(of: table, known: inner.filter { !tops.contains($0) }.map { frame.ids[$0] })
    let own = tops.first.flatMap { table.aggregations[frame.ids[$0]] } ?? table.aggregations[node] ?? aggregation
    let top = tops.first ?? Frame.top
    if top != Frame.top, let named = frame.below[Frame.top] {
      // Both the top row and the node's own name may stand as parent.
      frame.below[top] = ((frame.below[top] ?? []) + named).sorted()
    }
    return .children(children(of: top, in: frame, leaves: Set(leaves), table, of: aggregation, depth: 0), of: own)
  }

  /// nil where ids are empty or doubled.
  private func indexed(_ rows: [Row], _ table: LeafTable, parent: String) -> Frame? {
    let before = log.count(.problem)
    var frame = Frame(rows: rows)
    for (index, row) in rows.enumerated() {
      let id = (row[table.id] ?? .empty).name
      frame.ids.append(id)
      frame.parents.append((row[parent] ?? .empty).name)
      if id.isEmpty {
        report(.idEmpty(table: table.table, row: index + 1), table, at: "id")
      } else if frame.index.updateValue(frame.index[id] ?? index, forKey: id) != nil {
        report(.idDuplicate(table: table.table, id: id), table, at: "id")
      }
    }
    return log.count(.problem) == before ? frame : nil
  }

  private func leafRows(of frame: Frame, _ table: LeafTable) -> [Int] {
    let named = Set(frame.parents)
    return frame.rows.indices.filter { index in
      table.predicate == nil ? !named.contains(frame.ids[index]) : isLeaf(frame.rows[index], table)
    }
  }

  /// Follows each leaf upwards and hangs every row on the way below its parent.
  /// - Returns: the rows above leaves, in the order of the file; nil if any way up is broken.
  private func link(_ leaves: [Int], in frame: inout Frame, _ table: LeafTable, node: String) -> [Int]? {
    let before = log.count(.problem)
    let isLeaf = Set(leaves)
    var reached: Set<Int> = []
    var isBroken: Set<Int> = []
    var isUnknown: Set<String> = []
    let above = frame.ids.indices.filter { !isLeaf.contains($0) }.map { frame.ids[$0] }
    for leaf in leaves {
      if frame.parents[leaf].isEmpty {
        report(.parentEmpty(table: table.table, leaf: frame.ids[leaf]), table, at: "parent")
        continue
      }
      var path: [Int] = []
      var isOnPath: Set<Int> = []
      var current = leaf
      while reached.insert(current).inserted {
        path.append(current)
        isOnPath.insert(current)
        let name = frame.parents[current]
        guard !name.isEmpty else { break }
        guard let next = frame.index[name] else {
          if name != node, isUnknown.insert(name).inserted {
            report(
              .parentUnknown(table: table.table, id: frame.ids[current], parent: name, known: above), table,
              at: "parent")
          }
          break
        }
        if isOnPath.contains(next), let start = path.firstIndex(of: next) {
          var chain = path[start...].map { frame.ids[$0] } + [frame.ids[next]]
          if chain.count > 10 { chain.replaceSubrange(5..<(chain.count - 4), with: ["…"]) }
          report(.parentCycle(table: table.table, chain: chain), table, at: "parent")
          break
        }
        if isLeaf.contains(next), isBroken.insert(next).inserted {
          report(
            .leafAbove(table: table.table, leaf: frame.ids[next], below: frame.ids[current]), table, at: "where")
        }
        current = next
      }
    }
    guard log.count(.problem) == before else { return nil }
    for row in frame.rows.indices where reached.contains(row) && !frame.parents[row].isEmpty {
      frame.below[frame.index[frame.parents[row]] ?? Frame.top, default: []].append(row)
    }
    return frame.rows.indices.filter { reached.contains($0) && !isLeaf.contains($0) }
  }

  /// Deeper frames are a mistake, and could overflow the stack.
  private static let depthLimit = 50

  private mutating func children(
    of row: Int, in frame: Frame, leaves: Set<Int>, _ table: LeafTable, of aggregation: Node.Aggregation, depth: Int
  ) -> [Node] {
    if depth == Self.depthLimit {
      report(.tooDeep(table: table.table, limit: depth), table, at: "parent")
      return []
    }
    var nodes: [Node] = []
    for child in frame.below[row] ?? [] {
      let id = frame.ids[child]
      if leaves.contains(child) {
        nodes.append(leaf(frame.rows[child], id, table))
      } else {
        let children = children(of: child, in: frame, leaves: leaves, table, of: aggregation, depth: depth + 1)
        nodes.append(
          table.ruled(
            Node(
              id: id, share: .weight(weight(frame.rows[child], id, table)),
              source: .children(children, of: table.aggregations[id] ?? aggregation), place: table.place)))
      }
    }
    return nodes
  }
}
