import Findings

@testable import Schemes

/// A table with a column of every kind, empty and not.
let columnsOfAllKinds = table(
  "t", CatalogueColumn(id: "a", kind: .integer, isNullable: false, range: 0...10),
  CatalogueColumn(id: "b", kind: .integer, isNullable: true),
  CatalogueColumn(id: "x", kind: .number, isNullable: false, range: -1...1),
  CatalogueColumn(id: "y", kind: .number, isNullable: true),
  CatalogueColumn(id: "类型", kind: .text, isNullable: false, values: ["住院", "门诊"]),
  CatalogueColumn(id: "备注", kind: .text, isNullable: true),
  CatalogueColumn(id: "期限", kind: .date, isNullable: false),
  CatalogueColumn(id: "销号", kind: .date, isNullable: true),
  CatalogueColumn(id: "提交", kind: .datetime, isNullable: false),
  CatalogueColumn(id: "认定", kind: .boolean, isNullable: false),
  CatalogueColumn(id: "a\"b", kind: .text, isNullable: false))

/// The expression, parsed and checked; nil with the findings in the log.
func checked(
  _ text: String, as use: ExpressionUse = .anything, log: FindingLog
) -> (expression: PlacedExpression, type: ExpressionType)? {
  let place = Place.line("e", line: 1, column: 1)
  guard
    let expression = parseExpression(text, at: place, parameters: ["下限": .number(85), "开": .boolean(true)], log: log),
    let type = check(expression, over: columnsOfAllKinds, as: use, log: log)
  else { return nil }
  return (expression, type)
}
