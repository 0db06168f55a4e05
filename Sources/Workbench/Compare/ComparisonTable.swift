import Charts
import Findings
import Register
import Scoring

/// A comparison as a table and a few sentences.
package struct ComparisonTable {
  let comparison: SheetComparison
  let language: Language
  let period: Period
  let isTrial: Bool
  private var isChinese: Bool { language == .chinese }

  /// - Parameter isTrial: one scheme with and without changes, and not two schemes.
  package init(_ comparison: SheetComparison, language: Language, period: Period, isTrial: Bool = false) {
    self.comparison = comparison
    self.language = language
    self.period = period
    self.isTrial = isTrial
  }

  /// - Parameter all: units without any difference too.
  package func table(all: Bool) -> DataTable {
    let words = ComparisonWords(language: language, comparison: comparison, isTrial: isTrial)
    let rows = all ? comparison.units : comparison.changed
    let digits = comparison.after.scheme.defaults.digits
    func numbers(_ value: (UnitComparison) -> Double?) -> [Double] { rows.map { value($0) ?? .nan } }
    return DataTable([
      DataColumn(.unit, language, texts: rows.map(\.unit.code)),
      DataColumn(.name, language, texts: rows.map(\.unit.name)),
      DataColumn(.peers, language, texts: rows.map(\.unit.peers)),
      DataColumn(.scoreBefore, language, numbers: numbers { $0.standingBefore?.score }, digits: digits),
      DataColumn(.scoreAfter, language, numbers: numbers { $0.standingAfter?.score }, digits: digits),
      DataColumn(.rankFirst, language, numbers: numbers { $0.standingBefore?.rank.map(Double.init) }, digits: 0),
      DataColumn(.rankSecond, language, numbers: numbers { $0.standingAfter?.rank.map(Double.init) }, digits: 0),
      DataColumn(.gradeBefore, language, texts: rows.map { $0.standingBefore?.grade }),
      DataColumn(.gradeAfter, language, texts: rows.map { $0.standingAfter?.grade }),
      DataColumn(.reason, language, texts: rows.map(words.reasons)),
    ])
  }

  /// How many grades, ranks and scores differ, and whose grade.
  package func sentences() -> [String] {
    let (units, regraded) = (comparison.units, comparison.regraded)
    let reranked = units.filter { $0.standingBefore?.rank != $0.standingAfter?.rank }
    if comparison.changed.isEmpty {
      return [
        isChinese
          ? "\(units.count)个单位的得分、名次和等级都没有变化。" : "No score, rank or grade of \(counted(units.count, "unit")) differs."
      ]
    }
    var lines = [
      isChinese
        ? "\(units.count)个单位中，等级变化的\(regraded.count)个，名次变化的\(reranked.count)个，得分、名次或等级有变化的\(comparison.changed.count)个。"
        : "\(counted(units.count, "unit")): \(regraded.count) with another grade, \(reranked.count) with another rank, \(comparison.changed.count) with any difference."
    ]
    for unit in regraded.prefix(Self.shown) {
      lines.append(
        "  \(unit.unit.name)\(isChinese ? "：" : ": ")\(grade(unit.standingBefore)) → \(grade(unit.standingAfter))")
    }
    if regraded.count > Self.shown {
      lines.append(isChinese ? "  等\(regraded.count)个，见下表" : "  and \(regraded.count - Self.shown) more, in the table")
    }
    return lines
  }
  private static let shown = 12

  private func grade(_ standing: Standing?) -> String {
    guard let standing else { return isChinese ? "不在范围内" : "not in scope" }
    if let grade = standing.grade { return grade }
    let status = OutcomeWords(language: language).status(standing)
    return status.isEmpty ? (isChinese ? "未定等" : "no grade") : status
  }
}

extension WhatIf {
  /// The lines above the table.
  package func heading(in language: Language) -> [String] {
    let isChinese = language == .chinese
    let scheme = base.scheme
    var lines = [
      isChinese
        ? "试算：\(scheme.title)，\(base.period.chineseName)（与运行 \(base.shortKey) 比较，结果不保存）"
        : "Trial: \(scheme.title), \(base.period.id) (beside run \(base.shortKey); nothing is kept)"
    ]
    lines += changes.map { (isChinese ? "  改动：" : "  change: ") + $0 }
    if isRecomputed {
      lines.append(
        isChinese ? "  该运行之后数据有变化，前后两列都按现有数据计算" : "  the data have changed since; both sides are computed from today's")
    }
    return lines
  }
}

extension RunPair {
  package func heading(in language: Language) -> [String] {
    language == .chinese
      ? [
        "两个方案比较，\(before.period.chineseName)",
        "  前者：\(before.scheme.title)（\(before.scheme.id) \(before.scheme.version)，运行 \(before.shortKey)）",
        "  后者：\(after.scheme.title)（\(after.scheme.id) \(after.scheme.version)，运行 \(after.shortKey)）",
      ]
      : [
        "Two schemes, \(before.period.id)",
        "  first: \(before.scheme.title) (\(before.scheme.id) \(before.scheme.version), run \(before.shortKey))",
        "  second: \(after.scheme.title) (\(after.scheme.id) \(after.scheme.version), run \(after.shortKey))",
      ]
  }
}
