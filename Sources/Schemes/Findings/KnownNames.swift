import Findings

/// How findings propose a name and list the legal ones.
struct KnownNames {
  let name: String
  let known: [String]

  var englishGuess: String { guess.map { " Did you mean “\($0)”?" } ?? "" }
  var chineseGuess: String { guess.map { "是否想写“\($0)”？" } ?? "" }

  /// A file's name without its ending is far from it by letters, and means it.
  private var guess: String? { known.first { $0 == "\(name).yaml" } ?? nearMiss(to: name, among: known) }

  /// Up to eight names, then how many more there are.
  var englishList: String {
    if known.isEmpty { return "none" }
    let rest = known.count - 8
    return known.prefix(8).joined(separator: ", ") + (rest > 0 ? " and \(rest) more" : "")
  }
  var chineseList: String {
    if known.isEmpty { return "无" }
    return known.prefix(8).joined(separator: "、") + (known.count > 8 ? "等\(known.count)个" : "")
  }
}

extension NameKind {
  var english: String {
    switch self {
    case .measure: "measure"
    case .fact: "fact"
    case .node: "node"
    case .hand: "hand"
    case .grade: "grade"
    case .group: "effect group"
    case .effect: "effect"
    case .example: "example"
    case .table: "table"
    case .obligation: "obligation"
    case .column: "column"
    case .registerColumn: "register column"
    }
  }

  var chinese: String {
    switch self {
    case .measure: "度量"
    case .fact: "事实"
    case .node: "指标"
    case .hand: "评分来源"
    case .grade: "等级"
    case .group: "加减分组"
    case .effect: "加减分项"
    case .example: "算例"
    case .table: "数据表"
    case .obligation: "应报应办事项"
    case .column: "列"
    case .registerColumn: "单位名册的列"
    }
  }
}

extension CatalogueColumn.Kind {
  /// With its article.
  package var english: String {
    switch self {
    case .text: "text"
    case .integer: "a whole number"
    case .number: "a number"
    case .date: "a date"
    case .datetime: "a date and time"
    case .boolean: "yes or no"
    }
  }

  package var chinese: String {
    switch self {
    case .text: "文字"
    case .integer: "整数"
    case .number: "数字"
    case .date: "日期"
    case .datetime: "日期时间"
    case .boolean: "是或否"
    }
  }
}
