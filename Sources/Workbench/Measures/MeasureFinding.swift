import Findings

/// What a reader of a result must know of the rows behind a measure.
package enum MeasureFinding: Finding, Equatable {
  /// Rows of the period without the day by which the measure tells periods, although their table's spec says that they
  /// need it: they count in none.
  case undated(Place, measure: String, table: String, column: String, count: Int)

  package var code: String {
    switch self {
    case .undated: "row-undated"
    }
  }

  package var severity: Severity { .warning }

  package var place: Place {
    switch self {
    case .undated(let place, _, _, _, _): place
    }
  }

  package func wording(in language: Language) -> Wording {
    switch (self, language) {
    case (.undated(_, let measure, let table, let column, let count), .chinese):
      Wording(
        found: "度量“\(measure)”按“\(column)”归期，而“\(table)”本期有\(count)行应填而没有可用的“\(column)”。",
        consequence: "这些行不计入任何一期。", remedy: "请补填或改正后重新导入，再评分；哪几行见导入时的提示。")
    case (.undated(_, let measure, let table, let column, let count), .english):
      Wording(
        found:
          "The measure “\(measure)” is dated by “\(column)”, and \(counted(count, "row")) of “\(table)” in the period \(count == 1 ? "needs" : "need") it and \(count == 1 ? "has" : "have") none.",
        consequence: "They count in no period.",
        remedy: "Fill in or correct the day, import again and score again; the import says which rows.")
    }
  }
}
