import Findings

extension MeasureFinding {
  var chinese: Wording {
    switch self {
    case .undated(_, let measure, let table, let column, let count):
      Wording(
        found: "度量“\(measure)”按“\(column)”归期，而“\(table)”本期有\(count)行应填而没有可用的“\(column)”。",
        consequence: "这些行不计入任何一期。", remedy: "请补填或改正后重新导入，再评分；哪几行见导入时的提示。")
    }
  }
}
