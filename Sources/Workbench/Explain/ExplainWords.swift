import Findings
import Register
import Schemes
import Scoring
import Statistics

/// The sentences of `explain`, in both languages.
struct ExplainWords {
  let language: Language
  var digits: Int
  /// File and row of each decision, as far as its row can still be found.
  var sources: [Decision: String] = [:]
  private var isChinese: Bool { language == .chinese }

  func list(_ parts: [String]) -> String { parts.joined(separator: isChinese ? "，" : ", ") }

  func number(_ value: Double) -> String { fixed(value, digits: digits) }

  /// A number between which close decisions fall: two decimals more than scores are printed with.
  func finely(_ value: Double) -> String { fixed(value, digits: digits + 2) }

  /// 2025年上半年, 2025H1.
  func name(of period: Period) -> String { isChinese ? period.chineseName : period.id }

  /// The same of a period that is known by its id alone.
  func periodName(_ id: String) -> String { Period(parsing: id).map(name) ?? id }

  /// - Parameter missed: the line above the unit's grade, and what kept the unit below it.
  func standing(
    _ standing: Standing, group: String, missed: (line: String, reason: String)?, contests: [String], approval: String
  ) -> [String] {
    let words = OutcomeWords(language: language)
    var parts = [isChinese ? "得分 \(number(standing.score)) 分" : "score \(number(standing.score))"]
    if let rank = standing.rank {
      let place = group.isEmpty ? "" : isChinese ? "\(group)" : " of \(group)"
      parts.append(isChinese ? "\(place)第 \(rank) 名" : "rank \(rank)\(place)")
    }
    if let grade = standing.grade { parts.append(isChinese ? "等级 \(grade)" : "grade \(grade)") }
    parts.append((isChinese ? "覆盖率 " : "coverage ") + words.percent(standing.coverage))
    let note = words.note(standing)
    var lines = [list(parts)] + (note.isEmpty ? [] : [note])
    if let missed {
      lines.append(isChinese ? "未达到 \(missed.line)：\(missed.reason)" : "missed \(missed.line): \(missed.reason)")
    }
    lines += contests
    return lines + [approval]
  }

  /// 10 分中得 8.42; the bare value where there are no points.
  func value(_ trace: NodeTrace, missing: String) -> String {
    guard !trace.value.isNaN else { return missing }
    if let points = trace.node.points { return "\(number(trace.value)) / \(inFewDigits(points))" }
    return number(trace.value)
  }

  /// What a node counts for in its parent, where that is not simply its own points.
  func share(_ trace: NodeTrace, under parent: Node?) -> String {
    switch parent?.aggregation {
    case .min?, .max?, .best?, .trimmed?:
      guard trace.share.isNaN else { break }
      return trace.value.isNaN ? "" : isChinese ? "未取用" : "not among those that count"
    default: break
    }
    guard !trace.share.isNaN else { return "" }
    if trace.node.points == nil {
      let share = "\(fixed(trace.share * 100, digits: 1))%"
      return isChinese ? "占 \(share)" : "share \(share)"
    }
    let isRescaled = displayed(trace.contribution, digits: digits) != displayed(trace.value, digits: digits)
    guard !trace.contribution.isNaN, isRescaled else { return "" }
    let points = number(trace.contribution)
    switch parent?.aggregation {
    case .min?, .max?, .best?, .trimmed?: return isChinese ? "取用，计 \(points) 分" : "counts \(points)"
    default: return isChinese ? "按有数据的项折算后计 \(points) 分" : "counts \(points) after re-scaling"
    }
  }

  func halves(_ values: [Double]) -> String {
    let texts = values.map(number)
    guard texts.count == 2 else { return "" }
    return isChinese ? "上半年 \(texts[0])，下半年 \(texts[1])" : "H1 \(texts[0]), H2 \(texts[1])"
  }

  var halfNames: [String] { isChinese ? ["上半年", "下半年"] : ["H1", "H2"] }

  /// A share in per cent, with as many decimals as it needs.
  func percent(_ share: Double, digits: ClosedRange<Int>) -> String {
    var text = fixed(share * 100, digits: digits.upperBound)
    guard digits.upperBound > 0 else { return "\(text)%" }
    for _ in 0..<digits.upperBound - digits.lowerBound where text.hasSuffix("0") { text.removeLast() }
    if text.hasSuffix(".") { text.removeLast() }
    return "\(text)%"
  }

  /// A number as it is printed, to add up what a reader sees.
  func shown(_ value: Double) -> Double { displayed(value, digits: digits) }

  /// Whether what printed numbers come to is printed as the true one.
  func isShown(_ sum: Double, as value: Double) -> Bool { displayed(sum, digits: digits) == shown(value) }

  func plainly(_ value: Double, _ isShare: Bool) -> String {
    if value.isNaN { return isChinese ? "缺失" : "missing" }
    return isShare ? percent(value, digits: 0...2) : inFewDigits(value)
  }

  /// The number that went into the only step, and what it made of it.
  func change(_ before: Double, _ after: Double, _ isShare: Bool, beside other: String?) -> String {
    "\(list([plainly(before, isShare), other].compactMap { $0 })) → \(plainly(after, false))"
  }

  /// 人工：16.00（80 → 16），比“系统”低2.00分.
  func hand(_ trace: HandTrace, first: String, withholdsSource: Bool) -> String {
    var parts = [trace.value.isNaN ? (isChinese ? "没有评分" : "nothing") : number(trace.value)]
    if !trace.afterStep.isEmpty, !trace.source.isNaN, !withholdsSource {
      let steps = ([trace.source] + trace.afterStep).map { inFewDigits($0) }.joined(separator: " → ")
      parts[0] += isChinese ? "（\(steps)）" : " (\(steps))"
    }
    if !trace.difference.isNaN {
      let gap = number(abs(trace.difference))
      let isEqual = displayed(trace.difference, digits: digits) == 0
      let isBelow = trace.difference > 0
      parts.append(
        isEqual
          ? (isChinese ? "与“\(first)”相同" : "the same as “\(first)”")
          : isChinese ? "比“\(first)”\(isBelow ? "低" : "高") \(gap)" : "\(gap) \(isBelow ? "below" : "above") “\(first)”")
    }
    return "\(trace.hand.id)\(isChinese ? "：" : ": ")\(list(parts))"
  }

  /// Who decided what, when and why, and what had been computed.
  func override(_ override: Override, in period: Period) -> String {
    let computed = override.computed.isNaN ? (isChinese ? "缺失" : "missing") : number(override.computed)
    return decision(override.decision, in: period) + (isChinese ? "；计算值 \(computed)" : "; computed \(computed)")
  }

  /// - Parameter period: the run's; a decision on another one, a half of the year, names it.
  func decision(_ decision: Decision, in period: Period) -> String {
    let value =
      switch decision.value {
      case .number(let value): number(value)
      case .notApplicable: isChinese ? "不适用" : "not applicable"
      case .none: ""
      case .granted: isChinese ? "授予" : "granted"
      case .refused: isChinese ? "不授予" : "refused"
      }
    let day = CalendarDate(yyyymmdd: decision.date).map { "\($0)" } ?? "\(decision.date)"
    let role = decision.role.isEmpty ? (isChinese ? "（未写何人）" : "(nobody named)") : decision.role
    let reason = decision.reason.isEmpty ? (isChinese ? "未写理由" : "no reason given") : decision.reason
    let source = sources[decision].map { (isChinese ? "；" : "; ") + $0 } ?? ""
    if case .none = decision.value {
      return (isChinese ? "\(role) \(day)：\(reason)" : "\(role), \(day): \(reason)") + source
    }
    let about = Period(parsing: decision.period)
    let half = about.map { $0 == period ? "" : isChinese ? "就\($0.chineseName)" : " on \($0.id)" } ?? ""
    return
      (isChinese
      ? "\(role) \(day) \(half)决定：\(value)（\(reason)）" : "\(role), \(day)\(half): \(value) (\(reason))") + source
  }

  func rule(_ rule: NodeRule) -> String {
    switch rule {
    case .computed: ""
    case .zeroForMissing: isChinese ? "缺失计 0 分" : "missing counts 0"
    case .zeroWhen: isChinese ? "触发计零规则" : "set to 0 by zero_when"
    case .full: isChinese ? "无事项，计满分" : "nothing due: full points"
    case .doesNotApply: isChinese ? "不适用" : "does not apply"
    case .dropped: isChinese ? "全体剔除" : "dropped for all"
    case .stepFailed: isChinese ? "无法换算" : "the step gave nothing"
    case .overridden: isChinese ? "按记录的决定" : "by a recorded decision"
    case .imputed: isChinese ? "插补" : "imputed"
    case .coverageTooLow: isChinese ? "本项覆盖率不足" : "its own coverage is too low"
    }
  }

  /// Of a year: the decision was on one of its halves.
  func decided(on half: Period) -> String {
    isChinese ? "其中\(half.chineseName)按记录的决定" : "\(half.id) by a recorded decision"
  }

  /// - Parameter hidden: the minimum cell, if n may not be printed.
  func measure(_ value: MeasureValue, of measure: Measure, hiddenUnder hidden: Int?) -> String {
    let isShare = measure.isShare
    let isRate = measure.denominator != nil
    var parts: [String] = []
    if let hidden, value.n >= hidden {
      // With the others of its table and those who answered before, the value would give n away.
      return isChinese
        ? "值和 n 不显示，以免推算出少于 \(hidden) 的部分" : "value and n not shown, because one under \(hidden) would follow from them"
    }
    if !value.value.isNaN {
      let text = isShare ? "\(fixed(value.value * 100, digits: 2))%" : inFewDigits(value.value)
      parts.append((isChinese ? "值 " : "value ") + text)
    }
    if let hidden {
      parts.append(isChinese ? "n 少于 \(hidden)，不予显示" : "n under \(hidden), not shown")
    } else {
      parts.append("n = \(value.n)")
    }
    if isShare || isRate, hidden == nil, !value.numerator.isNaN, !value.denominator.isNaN {
      let times = isRate && measure.times != 1 ? " × \(inFewDigits(measure.times))" : ""
      parts.append("\(inFewDigits(value.numerator)) ÷ \(inFewDigits(value.denominator))\(times)")
    }
    if !value.sd.isNaN, hidden == nil, value.n > 1 {
      parts.append((isChinese ? "标准差 " : "sd ") + fixed(value.sd, digits: 2))
    }
    return parts.joined(separator: isChinese ? "，" : ", ")
  }

  /// A number that lies in a band, and no n: few people answered otherwise.
  func measure(within band: ClosedRange<Double>, of measure: Measure, under cell: Int) -> String {
    func shown(_ value: Double) -> String { measure.isShare ? "\(fixed(value * 100, digits: 0))%" : inFewDigits(value) }
    let (low, high) = (shown(band.lowerBound), shown(band.upperBound))
    return isChinese
      ? "值在 \(low) 至 \(high) 之间（少于 \(cell) 人的一方不显示，n 也不显示）"
      : "value between \(low) and \(high) (a side of under \(cell) people is not shown, nor n)"
  }

  func anonymous(table: String) -> String {
    isChinese ? "匿名数据（\(table)）：只说明到表和份数，不列到行" : "anonymous (\(table)): explained to table and n, never to a row"
  }

  /// Of answers about members: whose few do not count in their group.
  func smallMembersOut(under cell: Int) -> String {
    isChinese
      ? "成员单位的份数少于 \(cell)、合起来仍少于 \(cell) 的，不计入本单位，以免由本单位推算出来"
      : "answers about members with under \(cell), if together under \(cell), do not count here: they would follow from the rest"
  }

  func noRows(table: String) -> String { isChinese ? "“\(table)”中没有计入的行" : "no row of “\(table)” counts" }

  func moreRows(_ count: Int) -> String { isChinese ? "另有 \(count) 行" : counted(count, "more row") }

  func use(_ use: RowUse.Use) -> String {
    switch use {
    case .counted: isChinese ? "计入" : "counted"
    case .droppedByUnique: isChinese ? "同一事项已按另一行计" : "the same thing counts by another row"
    case .heldByAnother: isChinese ? "同一事项由另一单位计" : "the same thing counts for another unit"
    case .trimmed: isChinese ? "去掉的高低分" : "trimmed"
    case .empty: isChinese ? "空值，不计" : "blank"
    case .notApplicable: isChinese ? "不适用，不计" : "not applicable"
    case .superseded: isChinese ? "被另一行取代" : "another row decides"
    }
  }

  func share(_ weight: Double) -> String { isChinese ? "份额 \(inFewDigits(weight))" : "share \(inFewDigits(weight))" }

  /// Members of a roster without rows.
  func absent(_ members: [String]) -> String {
    let names = list(Array(members.prefix(20))) + (members.count > 20 ? "…" : "")
    return isChinese ? "名册内没有记录，计 0：\(names)" : "on the roster without a row, 0: \(names)"
  }

  /// The same of an anonymous roster, which names nobody.
  func absent(count: Int) -> String {
    isChinese ? "名册内没有记录，计 0：\(count) 人" : "on the roster without a row, 0: \(count)"
  }

  var untraceable: String { isChinese ? "不可追溯" : "not traceable" }

  /// A row of a view: its days and value.
  func span(_ from: Int, _ to: Int) -> String {
    let days = [from, to].map { CalendarDate(yyyymmdd: $0).map { "\($0)" } ?? "\($0)" }
    return from == to ? days[0] : days.joined(separator: isChinese ? " 至 " : " to ")
  }

  var noViewRows: String { isChinese ? "查询没有给出计入的行" : "no row of the SELECT counts" }

  func upstream(_ scheme: String, _ node: String, _ period: String, _ key: String) -> String {
    isChinese
      ? "方案 \(scheme) \(periodName(period))“\(node)”，评分运行 \(key.prefix(12))"
      : "\(scheme) \(period), “\(node)”, run \(key.prefix(12))"
  }

  func noRun(_ scheme: String) -> String {
    isChinese ? "方案 \(scheme) 没有可用的评分运行" : "no final run of \(scheme)"
  }

  func row(_ number: Int) -> String { isChinese ? "第 \(number) 行" : "row \(number)" }

  func effect(_ record: EffectRecord, in period: Period) -> String {
    let words = OutcomeWords(language: language)
    let change = record.effective == 0 ? "" : " (\(number(record.before)) → \(number(record.after)))"
    let fired = record.firedBy.map { $0 == record.effect ? "" : "·\($0)" } ?? ""
    let decided = record.decision.map { (isChinese ? "；" : "; ") + decision($0, in: period) } ?? ""
    // Nothing was left of it within its limits.
    let isIdle = record.outcome == .acted && record.effective == 0 && record.nominal != 0
    let points = isIdle ? number(0) + (isChinese ? "分" : "") : words.effect(record)
    return "\(record.effect)\(fired)\(isChinese ? "：" : ": ")\(points)\(change)\(decided)"
  }
}
