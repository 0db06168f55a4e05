import Findings

/// Differences between two schemes in words: what was written and is written now, and what the rule says then and now.
package struct DifferenceWords {
  let language: Language
  let old: Scheme
  let new: Scheme
  private var isChinese: Bool { language == .chinese }

  package init(language: Language, old: Scheme, new: Scheme) {
    self.language = language
    self.old = old
    self.new = new
  }

  /// One heading line and, for rules, the sentence before and after.
  package func lines(_ difference: SchemeDifference) -> [String] {
    let name = subject(difference)
    switch difference.kind {
    case .added:
      return [isChinese ? "新增\(name)" : "New: \(name)"] + (sentence(difference, in: new).map { ["  " + $0] } ?? [])
    case .removed:
      return [isChinese ? "删去\(name)" : "Gone: \(name)"] + (sentence(difference, in: old).map { ["  " + $0] } ?? [])
    case .moved(let from, let to):
      if difference.subject == .node {
        let (from, to) = (from.isEmpty ? top : "“\(from)”", to.isEmpty ? top : "“\(to)”")
        return [isChinese ? "\(name)由\(from)移到\(to)之下" : "\(name) moved from \(from) to \(to)"]
      }
      return [
        isChinese
          ? "\(orderName(difference.subject))的先后：\(from) 改为 \(to)"
          : "Order of \(orderName(difference.subject)): \(from) is now \(to)"
      ]
    case .changed(let changes):
      let written = changes.map { change -> String in
        let before = said(change.before, change.key, of: difference, in: old)
        let after = said(change.after, change.key, of: difference, in: new)
        let key = change.key.isEmpty ? "" : keyWord(change.key, of: difference.subject) + " "
        return "\(key)\(before) → \(after)"
      }
      var lines = ["\(name)\(isChinese ? "：" : ": ")\(written.joined(separator: isChinese ? "；" : "; "))"]
      if let before = sentence(difference, in: old), let after = sentence(difference, in: new), before != after {
        lines.append("  \(isChinese ? "原：" : "was: ")\(before)")
        lines.append("  \(isChinese ? "现：" : "now: ")\(after)")
      }
      return lines
    }
  }

  /// What a key says: a rule in words, a number or name as it stands.
  private func said(
    _ text: String?, _ key: String, of difference: SchemeDifference, in scheme: Scheme
  ) -> String {
    guard let text else { return unwritten }
    if let words = RuleWords(language: language, scheme: scheme).words(for: key, of: difference) { return words }
    guard isChinese else { return text }
    return ValueWords(difference.subject, key, id: difference.id).chinese(text) ?? text
  }

  private var unwritten: String { isChinese ? "（未写）" : "(not written)" }
  private var top: String { isChinese ? "最上级" : "the top" }

  private func orderName(_ subject: SchemeDifference.Subject) -> String {
    switch subject {
    case .grade: isChinese ? "等级" : "grades"
    default: isChinese ? "加减分与等级调整" : "effects"
    }
  }

  private func subject(_ difference: SchemeDifference) -> String {
    let id = difference.id
    switch difference.subject {
    case .setting(let key): return keyWord(key)
    case .parameter: return isChinese ? "参数“\(id)”" : "parameter “\(id)”"
    case .default: return isChinese ? "默认“\(keyWord(id))”" : "default “\(id)”"
    case .measure: return isChinese ? "度量“\(id)”" : "measure “\(id)”"
    case .fact: return isChinese ? "事实“\(id)”" : "fact “\(id)”"
    case .node: return isChinese ? "指标“\(name(of: id))”" : "node “\(name(of: id))”"
    case .effect: return isChinese ? "加减分与等级调整“\(id)”" : "effect “\(id)”"
    case .effectGroup: return isChinese ? "合并上限“\(id)”" : "effect group “\(id)”"
    case .grade: return isChinese ? "等级“\(id)”" : "grade “\(id)”"
    case .example: return isChinese ? "算例“\(id)”" : "example “\(id)”"
    case .condition(let key): return isChinese ? "\(keyWord(key))“\(id)”" : "\(key) “\(id)”"
    }
  }

  private func name(of node: String) -> String { (new.node(node) ?? old.node(node))?.name ?? node }

  /// The rule in words; nil where the part has none.
  private func sentence(_ difference: SchemeDifference, in scheme: Scheme) -> String? {
    switch difference.subject {
    case .node: scheme.node(difference.id)?.sentence(in: language, of: scheme)
    case .measure: scheme.measure(difference.id)?.sentence(in: language)
    case .fact: scheme.facts.first { $0.id == difference.id }?.sentence(in: language, of: scheme)
    case .effect: scheme.effects.first { $0.id == difference.id }?.sentence(in: language)
    case .grade: scheme.grading?.bands.first { $0.grade == difference.id }?.sentence(in: language)
    default: nil
    }
  }

  /// What a key is called where people read; in English the key itself. Some mean something else elsewhere.
  private func keyWord(_ key: String, of subject: SchemeDifference.Subject? = nil) -> String {
    guard isChinese else { return key }
    let own: String? =
      switch subject {
      case .setting("rank")?: Self.chineseOfRank[key]
      case .setting("grades.kmeans")?: Self.chineseOfClusters[key]
      case .measure?: Self.chineseOfMeasures[key]
      case .fact?: Self.chineseOfFacts[key]
      default: nil
      }
    return own ?? Self.chinese[key] ?? key
  }

  private static let chineseOfRank: [String: String] = [
    "node": "按哪一项", "per": "按组排名", "basis": "依据", "ties": "并列", "tie_break": "同分时依次比较", "min_units": "最少单位数",
    "min_base": "最小基数",
  ]
  private static let chineseOfClusters: [String: String] = [
    "node": "按哪一项", "per": "分组依据", "k": "类数", "names": "各类名称", "start": "起点", "refine": "再算",
  ]

  private static let chineseOfMeasures: [String: String] = [
    "scheme": "取自方案", "node": "取哪一项", "of": "取谁的结果", "weight": "成员权重", "obligations": "应办事项",
  ]
  private static let chineseOfFacts: [String: String] = [
    "any": "任一成立", "all": "全部成立", "none": "都不成立", "count": "成立的个数", "node": "看哪一项",
    "measures_at_least": "至少几项有数据", "share_with_value": "有数据的占比", "share_not_zero": "不为零的占比", "register": "名册的列",
    "is": "等于", "in": "是其中之一", "after": "晚于", "before": "早于", "fact": "另一事实", "member_of": "是其成员", "above": "高于",
    "below": "低于",
  ]

  private static let chinese: [String: String] = [
    "title": "名称", "basis": "依据", "version": "版本", "approval": "批准", "units": "参评单位", "extends": "所据方案",
    "combine": "半年合成", "rank": "排名", "titles": "称号", "decisions": "决定", "deferred": "暂缓", "exempt": "免评",
    "eligible": "参评条件", "scheme": "代号", "grades.only": "定等的期间", "grades.kmeans": "聚类定等",
    "points": "分值", "weight": "权重", "weights": "权重", "steps": "换算", "measure": "度量", "of": "合成方式",
    "missing": "缺失时", "leaves_missing": "末级缺失时", "coverage": "覆盖率", "over": "比较范围", "digits": "小数位数",
    "name": "名称", "applies": "适用条件", "zero_when": "计零条件", "hands": "各方评分", "hand_steps": "各方换算",
    "prevail": "以谁为准", "difference": "差异界限", "override": "改定", "tags": "标签", "own": "自拟", "leaves": "末级来源",
    "table": "数据表", "where": "选行条件", "value": "取值", "take": "取法", "first": "先合成", "unique": "去重",
    "dated_by": "定期间的日期", "window": "时间范围", "min_n": "最少份数", "empty": "没有记录时", "covered_by": "查报依据",
    "range": "范围", "per": "除以", "times": "乘以", "like": "照抄", "include": "包含下级", "view": "视图",
    "when": "条件", "add": "加分", "deduct": "扣分", "adjust": "调整", "group": "合并上限组", "cap_grade": "等级封顶",
    "set_grade": "等级定为", "at_least": "不低于", "at_most": "不高于", "each_child_share": "各项得分率",
    "child_at_least": "各项底线", "percentile": "百分位", "quota": "名额", "given": "给定", "expect": "应得", "period": "期间",
    "year": "全年", "one_missing": "缺一个半年时", "current_at": "何日持有算持有", "full_by": "何年年底全部达到", "kind": "类别",
    "peers": "分组", "date": "日期",
  ]
}
