import Findings

extension CatalogueCheck {
  /// Kinds and codes of units that no unit has: the scheme would have nobody in scope, or nobody a value.
  func checkRegisteredUnits() {
    guard let units = catalogue.units else { return }
    for (index, kind) in scheme.units.kinds.enumerated() where !units.kinds.contains(kind) {
      report(
        .unitKindUnknown(kind: kind, known: units.kinds.sorted()),
        at: scheme.places["units.kind.\(index)"] ?? scheme.place(of: "units.kind"))
    }
    for node in scheme.allNodes {
      for step in node.ownSteps {
        guard case .distance(.unit(let code), _) = step.action, !units.isOpen, !units.codes.contains(code) else {
          continue
        }
        report(.unitUnknown(node: node.id, unit: code, known: units.codes.sorted()), at: step.place(of: "unit"))
      }
    }
  }
}
