extension Shape {
  /// This shape and every other that its values reach, each once by its name, in the order of the file.
  package var reachable: [Shape] {
    var found: [Shape] = []
    visit { shape in
      if found.contains(where: { $0.name == shape.name }) { return false }
      found.append(shape)
      return true
    }
    return found
  }

  /// Shows every shape to `see`, itself first; what lies below is visited if it says so.
  package func visit(_ see: (Shape) -> Bool) {
    guard see(self) else { return }
    for key in keys { key.value.visit(see) }
  }
}

extension ShapeValue {
  func visit(_ see: (Shape) -> Bool) {
    switch kind {
    case .text, .quotedText, .pattern, .expression, .number, .integer, .boolean, .words, .nothing, .anything: break
    case .list(let item, _), .map(let item): item.visit(see)
    case .tuple(let items), .alternatives(let items): for item in items { item.visit(see) }
    case .mapping(let shape): shape().visit(see)
    case .named(_, _, let value): value().visit(see)
    }
  }
}
