import Charts
import Findings

/// The columns of printed and exported tables: a stable id for scripts, a heading in each language.
enum Heading: String, CaseIterable {
  case unit, name, peers, score, rank, grade, lo, hi, n, coverage, status, note
  case share, reason, total, before, after, change
  case rankBefore = "rank_before"
  case rankAfter = "rank_after"
  case line, missing, dimension
  case batch, table, file, rows, rejected, period, importedAt = "imported_at", importedBy = "imported_by", undoneAt =
    "undone_at"
  case replacedBy = "replaced_by", amendedBy = "amended_by"
  case code, kind, parent, validFrom = "valid_from", validTo = "valid_to", aliases
  case reasons
  case item, member, due, filed, state, daysOver = "working_days_over", daysLeft = "days_left"
  case reminded, remindedLast = "reminded_last"
  case stage, day, role, run
  case careless, others
  case withCareless = "with_careless"
  case withoutCareless = "without_careless"
  case units, waived, held, granted, withdrawn, kept, failed, needed, places, short
  case fullIn = "full_in"
  case indicator, points, lost, evidence, median, place
  case found, verified, open, overdue, longest, repeats

  func label(_ language: Language) -> String {
    switch language {
    case .chinese: chinese
    case .english: english
    }
  }

  private var chinese: String {
    switch self {
    case .indicator: "指标"
    case .points: "满分"
    case .lost: "失分"
    case .evidence: "依据"
    case .median: "本组中位"
    case .place: "本组位次"
    case .found: "查出"
    case .verified: "已销号"
    case .open: "未销号"
    case .overdue: "已超时限"
    case .longest: "最长超期天数"
    case .repeats: "重复问题"
    case .careless: "粗答数"
    case .others: "其余份数"
    case .withCareless: "计入粗答"
    case .withoutCareless: "不计粗答"
    case .units: "应评"
    case .waived: "暂缓免评"
    case .held: "持有"
    case .granted: "授予"
    case .withdrawn: "撤销"
    case .kept: "复核保持"
    case .failed: "复核未过"
    case .needed: "还差"
    case .places: "名额可授"
    case .short: "仍缺"
    case .fullIn: "按名额何时全部达到"
    case .stage: "稿次"
    case .day: "日期"
    case .role: "角色"
    case .run: "运行"
    case .unit: "编码"
    case .name: "单位"
    case .peers: "组别"
    case .score: "得分"
    case .rank: "名次"
    case .grade: "等级"
    case .lo: "下限"
    case .hi: "上限"
    case .n: "答卷数"
    case .coverage: "覆盖率"
    case .status: "状态"
    case .note: "说明"
    case .share: "得分率"
    case .reason: "原因"
    case .total: "总分"
    case .before: "上期"
    case .after: "本期"
    case .change: "增减"
    case .rankBefore: "上期名次"
    case .rankAfter: "本期名次"
    case .line: "未达到"
    case .missing: "缺少"
    case .dimension: "维度"
    case .batch: "批次"
    case .table: "表"
    case .file: "文件"
    case .rows: "入库行数"
    case .rejected: "搁置行数"
    case .period: "期间"
    case .importedAt: "导入时间"
    case .importedBy: "导入人"
    case .undoneAt: "撤销时间"
    case .replacedBy: "取代它的批次"
    case .amendedBy: "更正它的批次"
    case .code: "编码"
    case .kind: "类别"
    case .parent: "上级"
    case .validFrom: "起始"
    case .validTo: "截止"
    case .aliases: "别名"
    case .reasons: "原因"
    case .item: "事项"
    case .member: "成员"
    case .due: "应报日"
    case .filed: "收到日"
    case .state: "状态"
    case .daysOver: "逾期工作日"
    case .daysLeft: "剩余天数"
    case .reminded: "已催办次数"
    case .remindedLast: "最近催办"
    }
  }

  private var english: String {
    switch self {
    case .indicator: "indicator"
    case .points: "points"
    case .lost: "lost"
    case .evidence: "evidence"
    case .median: "group median"
    case .place: "place in group"
    case .found: "found"
    case .verified: "verified"
    case .open: "open"
    case .overdue: "overdue"
    case .longest: "longest overdue, days"
    case .repeats: "repeats"
    case .careless: "careless"
    case .others: "others"
    case .withCareless: "with careless"
    case .withoutCareless: "without"
    case .units: "in scope"
    case .waived: "waived"
    case .held: "held"
    case .granted: "granted"
    case .withdrawn: "withdrawn"
    case .kept: "kept"
    case .failed: "failed"
    case .needed: "needed"
    case .places: "places"
    case .short: "short"
    case .fullIn: "all by places"
    case .stage: "stage"
    case .day: "day"
    case .role: "role"
    case .run: "run"
    case .unit: "unit"
    case .name: "name"
    case .peers: "peers"
    case .score: "score"
    case .rank: "rank"
    case .grade: "grade"
    case .lo: "low"
    case .hi: "high"
    case .n: "answers"
    case .coverage: "coverage"
    case .status: "status"
    case .note: "note"
    case .share: "share"
    case .reason: "reason"
    case .total: "total"
    case .before: "before"
    case .after: "after"
    case .change: "change"
    case .rankBefore: "rank before"
    case .rankAfter: "rank after"
    case .line: "missed line"
    case .missing: "missing"
    case .dimension: "dimension"
    case .batch: "batch"
    case .table: "table"
    case .file: "file"
    case .rows: "rows"
    case .rejected: "set aside"
    case .period: "period"
    case .importedAt: "imported"
    case .importedBy: "by"
    case .undoneAt: "undone"
    case .replacedBy: "replaced by"
    case .amendedBy: "amended by"
    case .code: "code"
    case .kind: "kind"
    case .parent: "parent"
    case .validFrom: "from"
    case .validTo: "to"
    case .aliases: "aliases"
    case .reasons: "reasons"
    case .item: "obligation"
    case .member: "member"
    case .due: "due"
    case .filed: "filed"
    case .state: "state"
    case .daysOver: "working days over"
    case .daysLeft: "days left"
    case .reminded: "reminded"
    case .remindedLast: "last reminded"
    }
  }
}

extension Heading {
  /// The two sides of a comparison: `score_before` and `score_after`.
  enum Side: String { case before, after }

  private func name(_ side: Side) -> String { "\(rawValue)_\(side)" }

  /// The second side stands beside the first: 得分, →得分.
  private func label(_ side: Side, _ language: Language) -> String {
    guard side == .after else { return label(language) }
    return language == .chinese ? "→\(label(language))" : "→ \(label(language))"
  }

  fileprivate func column(_ side: Side, _ language: Language) -> (name: String, label: String) {
    (name(side), label(side, language))
  }
}

extension DataColumn {
  init(_ heading: Heading, _ language: Language, numbers: [Double], digits: Int? = nil) {
    self.init(heading.rawValue, label: heading.label(language), numbers: numbers, digits: digits)
  }
  init(_ heading: Heading, _ language: Language, texts: [String?]) {
    self.init(heading.rawValue, label: heading.label(language), texts: texts)
  }
  init(_ heading: Heading, _ side: Heading.Side, _ language: Language, numbers: [Double], digits: Int) {
    let column = heading.column(side, language)
    self.init(column.name, label: column.label, numbers: numbers, digits: digits)
  }
  init(_ heading: Heading, _ side: Heading.Side, _ language: Language, texts: [String?]) {
    let column = heading.column(side, language)
    self.init(column.name, label: column.label, texts: texts)
  }
}
