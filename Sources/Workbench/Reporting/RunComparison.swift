import Charts
import Findings
import Scoring
import Statistics

/// Two runs of one scheme side by side: differences, never a trend.
struct RunComparison {
  let before: CompletedRun
  let after: CompletedRun
  let language: Language

  struct Row {
    let name: String
    let peers: String
    let before: Double
    let after: Double
    let rankBefore: Int?
    let rankAfter: Int?
    let grade: String?
    /// How much of the points has evidence, in the earlier and the later run.
    let coverage: (before: Double, after: Double)
    var change: Double { after - before }
  }

  /// Units that both runs graded, in the order of the later run: a score that rests on too little evidence for a grade
  /// is no measure of change either.
  var rows: [Row] {
    let earlier = Dictionary(
      before.sheet.units.enumerated().map { ($1.code, before.sheet.standing[$0]) },
      uniquingKeysWith: { first, _ in first })
    return after.sheet.units.enumerated().compactMap { index, unit in
      let now = after.sheet.standing[index]
      guard let then = earlier[unit.code], then.status == .graded, now.status == .graded else { return nil }
      return Row(
        name: unit.name, peers: unit.peers, before: then.displayedScore, after: now.displayedScore,
        rankBefore: then.rank, rankAfter: now.rank, grade: now.grade, coverage: (then.coverage, now.coverage))
    }
  }

  /// Whether the rules are the same in both runs; differences across rules are not the units' doing.
  var hasSameRules: Bool {
    let (a, b) = (RunManifest(json: before.record.manifest), RunManifest(json: after.record.manifest))
    return a?.schemeHash == b?.schemeHash && a?.engine == b?.engine
  }

  func table() -> DataTable { Self.table(rows, digits: after.scheme.defaults.digits, language) }

  static func table(_ rows: [Row], digits: Int, _ language: Language) -> DataTable {
    DataTable([
      DataColumn(.name, language, texts: rows.map(\.name)),
      DataColumn(.peers, language, texts: rows.map(\.peers)),
      DataColumn(.before, language, numbers: rows.map(\.before), digits: digits),
      DataColumn(.after, language, numbers: rows.map(\.after), digits: digits),
      DataColumn(.change, language, numbers: rows.map { displayed($0.change, digits: digits) }, digits: digits),
      DataColumn(.rankBefore, language, numbers: rows.map { $0.rankBefore.map(Double.init) ?? .nan }, digits: 0),
      DataColumn(.rankAfter, language, numbers: rows.map { $0.rankAfter.map(Double.init) ?? .nan }, digits: 0),
      DataColumn(.grade, language, texts: rows.map(\.grade)),
    ])
  }

  /// Two scores that rest on different evidence are not simply comparable.
  private func caveat(_ row: Row) -> String {
    let (before, after) = (fixed(row.coverage.before * 100, digits: 0), fixed(row.coverage.after * 100, digits: 0))
    return before == after ? "" : "；两期依据不同，覆盖率\(before)%→\(after)%，不宜直接比较"
  }

  /// How many rose and fell, and who most. Says when the rules differ.
  func sentences() -> [String] {
    let (earlier, later) = (before.period.chineseName, after.period.chineseName)
    let digits = after.scheme.defaults.digits
    var sentences: [String] = []
    if !hasSameRules { sentences.append("两期所用方案不同，以下差异含规则变化，不全是单位自身的变化。") }
    let rows = rows
    guard !rows.isEmpty else { return sentences + ["没有两期都评定了的单位，无从比较。"] }
    func changed(_ row: Row) -> Double { displayed(row.change, digits: digits) }
    let (up, down) = (rows.filter { changed($0) > 0 }, rows.filter { changed($0) < 0 })
    sentences.append(
      "\(rows.count)个单位两期都评定了：\(later)比\(earlier)高的\(up.count)个，低的\(down.count)个，相同的\(rows.count - up.count - down.count)个。"
    )
    sentences += most("增加", up, changed) { $0 > $1 } + most("减少", down, changed) { $0 < $1 }
    return sentences
  }

  /// Who changed most, all of them if several changed by the same as it is printed. Names listed at most three.
  private func most(
    _ word: String, _ rows: [Row], _ changed: (Row) -> Double, before: (Double, Double) -> Bool
  ) -> [String] {
    guard let extreme = rows.map(changed).min(by: before) else { return [] }
    let digits = after.scheme.defaults.digits
    let equals = rows.filter { changed($0) == extreme }
    let change = signed(extreme, digits: digits)
    func span(_ row: Row) -> String { "\(fixed(row.before, digits: digits))→\(fixed(row.after, digits: digits))" }
    if equals.count == 1 {
      return ["\(word)最多的是\(equals[0].name)（\(span(equals[0]))，\(change)分\(caveat(equals[0]))）。"]
    }
    let names = equals.prefix(3).map { "\($0.name)（\(span($0))\(caveat($0))）" }.joined(separator: "、")
    let more = equals.count > 3 ? "等\(equals.count)个" : ""
    return ["\(word)最多的是\(names)\(more)，均为\(change)分。"]
  }
}
