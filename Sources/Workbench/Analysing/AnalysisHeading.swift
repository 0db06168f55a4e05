import Charts
import Findings

/// The columns that the tables of `structure`, `robustness`, `trend` and `compare --periods` have beside the common ones.
enum AnalysisHeading: String, CaseIterable {
  case indicator, title, other
  case nominal = "nominal_weight"
  case effective = "effective_weight"
  case spread = "spread_share"
  case correlation = "r"
  case unitCount = "units"
  case median = "rank_median"
  case low = "rank_p5"
  case high = "rank_p95"
  case kept = "grade_kept"
  case decidedBy = "decided_by"
  case choice, alternative, regraded, reranked
  case shift = "greatest_shift"
  case factor
  case ranked
  case sinceLastYear = "since_last_year"
  case sincePrevious = "since_previous"
  case verdict, part
  case rankFrom = "rank_from"
  case rankTo = "rank_to"
  case inside

  func label(_ language: Language) -> String { language == .chinese ? chinese : english }

  func column(_ language: Language, numbers: [Double], digits: Int) -> DataColumn {
    DataColumn(rawValue, label: label(language), numbers: numbers, digits: digits)
  }

  func column(_ language: Language, texts: [String?]) -> DataColumn {
    DataColumn(rawValue, label: label(language), texts: texts)
  }

  private var chinese: String {
    switch self {
    case .indicator: "指标"
    case .title: "名称"
    case .other: "另一指标"
    case .nominal: "名义权重%"
    case .effective: "实际权重%"
    case .spread: "占差距%"
    case .correlation: "相关"
    case .unitCount: "单位数"
    case .median: "名次中位"
    case .low: "5%名次"
    case .high: "95%名次"
    case .kept: "等级不变%"
    case .decidedBy: "取决于"
    case .choice: "选择"
    case .alternative: "改为"
    case .regraded: "等级变"
    case .reranked: "名次变"
    case .shift: "最大移动"
    case .factor: "权重乘以"
    case .ranked: "参排数"
    case .sinceLastYear: "比上年同期"
    case .sincePrevious: "比上期"
    case .verdict: "判断"
    case .part: "由来"
    case .rankFrom: "名次从"
    case .rankTo: "名次到"
    case .inside: "进名额%"
    }
  }

  private var english: String {
    switch self {
    case .indicator: "indicator"
    case .title: "name"
    case .other: "other"
    case .nominal: "nominal %"
    case .effective: "effective %"
    case .spread: "of spread %"
    case .correlation: "r"
    case .unitCount: "units"
    case .median: "median rank"
    case .low: "5 %"
    case .high: "95 %"
    case .kept: "grade kept %"
    case .decidedBy: "rests on"
    case .choice: "choice"
    case .alternative: "otherwise"
    case .regraded: "regraded"
    case .reranked: "reranked"
    case .shift: "greatest shift"
    case .factor: "weight times"
    case .ranked: "of"
    case .sinceLastYear: "since last year"
    case .sincePrevious: "since previous"
    case .verdict: "verdict"
    case .part: "part"
    case .rankFrom: "rank from"
    case .rankTo: "rank to"
    case .inside: "inside %"
    }
  }
}
