import Documents
import Findings

// Steps that give points, and bands in two directions.

extension SchemeReading {
  /// Steps that need the node's own points.
  func pointsAction(_ word: String, _ value: DocumentNode) -> Step.Action? {
    var reader = MappingReader(value, path: word, shape: Self.shape(ofPoints: word), log: log)
    let action: Step.Action?
    switch word {
    case "pass": action = comparison(in: &reader, isRequired: true).map { .pass($0) }
    case "proportional":
      action = reader.requiredNode("full").flatMap { operand($0, called: "full", .positive) }.map {
        .proportional(full: $0)
      }
    case "required": action = required(&reader)
    default: action = each(word, &reader)
    }
    reader.finish()
    return action
  }

  private static func shape(ofPoints word: String) -> Shape {
    switch word {
    case "pass": .comparison
    case "proportional": .proportional
    case "required": .requiredTimes
    default: .each
    }
  }

  /// `deduct` and `add`: so much for each, within a limit.
  private func each(_ word: String, _ reader: inout MappingReader) -> Step.Action? {
    let isDeduction = word == "deduct"
    let each = reader.requiredNode("each").flatMap { operand($0, called: "each", isDeduction ? .notNegative : nil) }
    let atMost = reader.node("at_most").map { operand($0, called: "at_most", .notNegative) }
    guard let each, atMost != .some(.none) else { return nil }
    return isDeduction ? .deduct(each: each, atMost: atMost ?? nil) : .add(each: each, atMost: atMost ?? nil)
  }

  private func required(_ reader: inout MappingReader) -> Step.Action? {
    let times = reader.requiredNode("times").flatMap { operand($0, called: "times", .positive) }
    let each = reader.requiredNode("each").flatMap { operand($0, called: "each", .notNegative) }
    let further = reader.node("further").map { operand($0, called: "further", .notNegative) }
    let atMost = reader.node("at_most").map { operand($0, called: "at_most", .notNegative) }
    guard let times, let each, further != .some(.none), atMost != .some(.none) else { return nil }
    return .required(times: times, each: each, further: (further ?? nil) ?? .number(0), atMost: atMost ?? nil)
  }

  /// `bands: {across: measure, columns: [3, 2, 1], rows: [[90, [10, 8, 6]], …]}`.
  func matrix(_ node: DocumentNode) -> Step.Action? {
    var reader = MappingReader(node, path: "bands", shape: .matrix, log: log)
    let across = reader.requiredText("across")
    let columns = reader.requiredNode("columns").flatMap { operands($0, called: "columns") }
    let written = reader.requiredNode("rows")
    reader.finish()
    guard let written, let items = written.list(called: "rows", log: log) else { return nil }
    if items.isEmpty { report(.listLength(key: "rows", needed: 1, found: 0), at: written.place) }
    let rows = items.compactMap { item -> Step.Matrix.Row? in
      guard let pair = tuple(item, called: "rows", 2) else { return nil }
      let bound = operand(pair[0], called: "rows")
      guard let gives = operands(pair[1], called: "rows") else { return nil }
      if let columns, gives.count != columns.count {
        report(.listLength(key: "rows", needed: columns.count, found: gives.count), at: pair[1].place)
        return nil
      }
      return bound.map { .init(atLeast: $0, gives: gives) }
    }
    guard let across, let columns, rows.count == items.count, !rows.isEmpty else { return nil }
    return .matrix(.init(across: across, columns: columns, rows: rows))
  }

  /// One or more numbers or `row.column`s.
  private func operands(_ node: DocumentNode, called key: String) -> [Step.Operand]? {
    guard let items = node.list(called: key, log: log) else { return nil }
    if items.isEmpty {
      report(.listLength(key: key, needed: 1, found: 0), at: node.place)
      return nil
    }
    let operands = items.compactMap { operand($0, called: key) }
    return operands.count == items.count ? operands : nil
  }
}
