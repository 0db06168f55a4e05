import Findings

extension ComparisonSentence {
  var chinese: String {
    switch self {
    case .trial(let title, let period, let run): "试算：\(title)，\(period.chineseName)（与运行 \(run) 比较，结果不保存）"
    case .change(let text): "  改动：\(text)"
    case .recomputed: "  该运行之后数据有变化，前后两列都按现有数据计算"
    case .twoSchemes(let period): "两个方案比较，\(period.chineseName)"
    case .twoDrafts(let title, let period): "\(title)，\(period.chineseName)，两稿比较"
    case .draft(let stage, let isAfter, let run):
      "  \(isAfter ? "后者" : "前者")：\(stage.line(in: .chinese))，运行 \(run)"
    case .scheme(let name, let isAfter, let run):
      "  \(isAfter ? "后者" : "前者")：\(name.title)（\(name.id) \(name.version)，运行 \(run)）"
    case .differences(let old, let new, let count):
      "\(chinese(old)) 与 \(chinese(new))：\(count == 0 ? "没有差别" : "\(count)处差别")"
    case .nothingDiffers(let units): "\(units)个单位的得分、名次和等级都没有变化。"
    case .counts(let units, let regraded, let reranked, let changed):
      "\(units)个单位中，等级变化的\(regraded)个，名次变化的\(reranked)个，得分、名次或等级有变化的\(changed)个。"
    case .regraded(let unit, let before, let after): "  \(unit)：\(before) → \(after)"
    case .furtherUnits(let all, _): "  等\(all)个，见下表"
    case .notInScope: "不在范围内"
    case .noGrade: "未定等"
    case .onlyIn(let isAfter): isAfter ? "只在后者的评价范围内" : "只在前者的评价范围内"
    case .graded: "已评定"
    case .deferred(let fact): "暂缓（\(fact)）"
    case .exempt(let fact): "免评（\(fact)）"
    case .notGraded(let why): "不予评定（\(why.joined(separator: "、"))）"
    case .turned(let before, let after): "\(before) → \(after)"
    case .verdict(let before, let after):
      "定等的情形：\(quotedOrNone(before.map { [$0] } ?? [])) → \(quotedOrNone(after.map { [$0] } ?? []))"
    case .ceiling(let before, let after): "等级封顶：\(quotedOrNone(before)) → \(quotedOrNone(after))"
    case .missedLine(let grade, let side, let why): "\(chinese(side))未得“\(grade)”：\(why)"
    case .effect(let id, let before, let after): "“\(id)” \(before) → \(after)"
    case .node(let name, let before, let after, .both): "\(name) \(before) → \(after)"
    case .node(let name, let before, let after, .total): "\(name)折入总分 \(before) → \(after)"
    case .node(let name, let before, let after, .own): "\(name)本身的值 \(before) → \(after)"
    case .dropped(let name, let change): "取消“\(name)”" + (change.map { " \($0)" } ?? "")
    case .added(let name, let change): "新增“\(name)”" + (change.map { " \($0)" } ?? "")
    case .rivals(let passedBy, let passed):
      "本单位得分未变"
        + (passedBy.isEmpty ? "" : "，被\(few(passedBy))超过") + (passed.isEmpty ? "" : "，超过\(few(passed))")
    case .ranking(let isRanked): isRanked ? "本单位得分未变，改为列入名次" : "本单位得分未变，改为不列名次"
    case .reasons(let parts): parts.joined(separator: "；")
    }
  }

  private func chinese(_ name: SchemeName) -> String { "\(name.title)（\(name.id) \(name.version)）" }

  private func chinese(_ side: Side) -> String {
    switch (side.isTrial, side.isAfter) {
    case (true, true): "改后"
    case (true, false): "改前"
    case (false, true): "后者"
    case (false, false): "前者"
    }
  }

  private func quotedOrNone(_ names: [String]) -> String { names.isEmpty ? "无" : quoted(names, in: .chinese) }

  private func few(_ names: [String]) -> String {
    names.count <= 3 ? names.joined(separator: "、") : names.prefix(3).joined(separator: "、") + "等\(names.count)个单位"
  }
}
