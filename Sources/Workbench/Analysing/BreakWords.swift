import Analysis
import Findings

/// Why no difference is taken between two runs.
struct BreakWords {
  let language: Language

  func text(_ found: ComparisonBreak) -> String { language == .chinese ? chinese(found) : english(found) }

  private func chinese(_ found: ComparisonBreak) -> String {
    switch found {
    case .scheme: "方案不同"
    case .engine(let before, let after): "程序版本不同（\(before)、\(after)）"
    case .relativeScale(let nodes): "\(quoted(some(nodes), in: .chinese))按当期各单位折算，不能跨期比"
    case .frozenBounds(let period): "\(period)的固定上下限取自不同的运行"
    case .questionnaire(let table): "“\(table)”的题目、选项或方式改过"
    case .tableSpec(let table): "“\(table)”的规格改过"
    case .minimumCell(let before, let after): "最小显示人数不同（\(before)、\(after)）"
    }
  }

  private func english(_ found: ComparisonBreak) -> String {
    switch found {
    case .scheme: "another scheme"
    case .engine(let before, let after): "another program (\(before), \(after))"
    case .relativeScale(let nodes): "\(quoted(some(nodes), in: .english)) stand among the units of their own period"
    case .frozenBounds(let period): "bounds of \(period) from another run"
    case .questionnaire(let table): "another questionnaire (\(table))"
    case .tableSpec(let table): "another spec of \(table)"
    case .minimumCell(let before, let after): "another minimum cell (\(before), \(after))"
    }
  }

  private func some(_ nodes: [String]) -> [String] { Array(nodes.prefix(3)) }
}
