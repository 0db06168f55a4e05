/// What a value from a closed list is called where people read Chinese; names, numbers and texts stay as they are.
struct ValueWords {
  private let words: [String: String]

  /// - Parameters:
  ///   - key: whose value it is; empty where the part is nothing but its value.
  ///   - id: of a default, its key.
  init(_ subject: SchemeDifference.Subject, _ key: String, id: String) {
    words = Self.words(subject, subject == .default ? id : key)
  }

  /// nil: no such word.
  func chinese(_ text: String) -> String? {
    if let word = words[text] ?? Self.always[text] { return word }
    // `{years: 3}`: a word of the list with one number or name.
    guard text.hasPrefix("{"), text.hasSuffix("}"), let colon = text.firstIndex(of: ":"),
      let form = words[String(text[text.index(after: text.startIndex)..<colon]) + ":"]
    else { return nil }
    let rest = text[text.index(after: colon)...].dropLast().drop { $0 == " " }
    guard !rest.contains(":") else { return nil }
    return form.replacing("…", with: rest.filter { !"[]\"'".contains($0) }.replacing(", ", with: "、"))
  }

  private static func words(_ subject: SchemeDifference.Subject, _ key: String) -> [String: String] {
    switch (subject, key) {
    case (.node, "missing"), (.node, "leaves_missing"), (.default, "leaves_missing"), (_, "one_missing"): policies
    case (.node, "weights"): ["equal": "都相等", "shares": "按份额"]
    case (.default, "over"): populations
    case (.measure, "include"):
      ["own": "只计本单位", "descendants": "计入下级单位", "membership": "计入成员单位", "joint": "共同完成的也计入"]
    case (.measure, "window"):
      [
        "period": "本期", "year": "全年", "to_date": "截至期末的全部", "covering": "覆盖本期的", "years:": "最近…年",
      ]
    case (.measure, "empty"): ["missing": "缺失", "not_applicable": "不适用", "full": "满分"]
    case (.measure, "period"): ["same": "同一期间", "year": "所在年度", "latest": "最近一期", "last:": "最近…期"]
    case (.measure, "of"): ["own": "本单位", "members": "成员单位", "descendants": "下级单位"]
    case (.measure, "weight"): ["share": "按份额"]
    case (.measure, "take"): obligationTakes
    case (.setting("rank"), "basis"): ["raw": "未四舍五入的分", "displayed": "显示的分"]
    case (.setting("rank"), "ties"): ["min": "并列取靠前的名次"]
    case (.setting("rank"), "per"): ["all": "一起排", "peers": "各组分别排"]
    case (.setting("titles"), "current_at"): ["period_start": "期初", "period_end": "期末", "as_of": "截至日"]
    case (.setting("combine"), "year"): ["best": "取总分较高的半年", "last": "取下半年"]
    case (.setting("grades.only"), _): ["year": "只在年度定等"]
    case (.setting("grades.kmeans"), "start"): ["quintile_medians": "五等分的中位数"]
    default: [:]
    }
  }

  private static let always = ["true": "是", "false": "否", "~": "无", "null": "无"]
  private static let policies = [
    "renormalise": "按有数据的折算", "zero": "计0分", "not_graded": "不予评定", "propagate": "上级也缺失",
  ]
  private static let populations = [
    "reported": "有数据的单位", "eligible": "符合参评条件的单位", "peers": "同组单位", "frozen:": "…的参数",
    "periods:": "…各期一起",
  ]
  private static let obligationTakes = [
    "on_time": "按时的个数", "late": "迟报的个数", "missing": "未报的个数", "excused": "免报的个数", "on_time_share": "按时率",
    "days_late": "迟报天数",
  ]
}
