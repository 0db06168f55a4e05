import Schemes

extension Session {
  /// What to say of a `min_base` that asks for an n which is hidden: every threshold up to the minimum cell acts as the
  /// cell itself.
  func baseUnderMinimumCell(_ scheme: Scheme, _ loader: MeasureLoader) throws -> WorkbenchFinding? {
    let cell = workspace.settings.minimumCell
    guard let ranking = scheme.ranking, let base = ranking.minBase, base.atLeast < Double(cell),
      let measure = scheme.measure(base.measure), try !loader.answerTables(behind: measure).isEmpty
    else { return nil }
    let place = ranking.places["min_base.at_least"] ?? ranking.places["min_base.measure"] ?? ranking.place
    return .baseUnderMinimumCell(place, measure: measure.id, atLeast: base.atLeast, minimumCell: cell)
  }
}
