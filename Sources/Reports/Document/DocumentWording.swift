/// The words that a document says of itself. Reports are Chinese whatever the language of the terminal.
enum DocumentWording {
  static let dash = "—"
  static let internalEdition = "内部资料"
  static let imprintHeading = "编制说明"
  static let contentsHeading = "目录"
  static let emptyTable = "没有符合条件的记录。"
  /// Under the answer of a statement, which sees every row.
  static let unprotectedQuery = "〔内部查询，未作小样本遮蔽〕"

  static func noValue(_ name: String) -> String { "〔无此值：\(name)〕" }

  static func refused(_ kind: CellKind) -> String { "〔此处应有\(kind.noun)，未能生成，原因见运行时的提示〕" }

  /// In place of a part that should have been printed once for each unit of a list.
  static func noList(_ name: String) -> String { "〔此处应逐个单位印出，没有单位清单“\(name)”〕" }

  /// In place of a part whose condition asks words for an order.
  static func noOrder(_ name: String) -> String { "〔此处取决于“\(name)”的大小，而它不是数〕" }

  static func missing(_ reason: String) -> String { "\(dash)（\(reason)）" }

  static func figure(_ number: Int) -> String { "图\(number)" }

  static func table(_ number: Int) -> String { "表\(number)" }

  static func cut(rows: Int, of all: Int) -> String { "（共\(all)行，列出前\(rows)行）" }

  static func facet(_ facet: String, after caption: Bool) -> String { caption ? "：\(facet)" : facet }
}

extension CellKind {
  fileprivate var noun: String {
    switch self {
    case .table: "一张表"
    case .chart: "一幅图"
    case .sql: "一项查询结果"
    case .finding: "一段计算得出的结论"
    case .value: "一个数"
    }
  }
}

extension Imprint {
  /// The lines of the imprint: heading and text, those that are known.
  var lines: [(heading: String, text: String)] {
    let all: [(String, String?)] = [
      ("单位", institution), ("评价体系", system), ("评价期", period), ("方案", "\(scheme)，版本 \(schemeVersion)"),
      ("审定", approval), ("状态", state), ("数据截至", asOf), ("评分运行", run), ("核验码", verification),
    ]
    return all.compactMap { heading, text in text.flatMap { $0.isEmpty ? nil : (heading, $0) } }
  }
}
