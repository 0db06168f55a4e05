import Findings

extension TableProblem {
  var chinese: Wording {
    func wording(_ found: String, _ remedy: String) -> Wording {
      Wording(found: found, consequence: "该方案未被载入。", remedy: remedy)
    }
    func interval(_ low: Double, _ high: Double) -> String { "\(formatted(low))至\(formatted(high))" }
    switch self {
    case .withoutUnits(let table): return wording("数据表“\(table)”的行不属于任何单位。", "请在表规格里补上 unit，或改用别的表。")
    case .withoutPeriods(let table):
      return wording("数据表“\(table)”的行不属于任何期间。", "请在表规格里补上 period，或在此写 dated_by。")
    case .withoutObligations(let table):
      return wording("数据表“\(table)”不是应报清单。", "请删去 table，或改写成应报清单的名称（见 obligations.yaml 的 table）。")
    case .notDate(let column, let kind):
      return wording("dated_by 指定的“\(column)”是\(kind.chinese)，不是日期。", "请改用日期列。")
    case .notOrdered(let column, let kind):
      return wording("“max \(column)”无从比较大小：该列是\(kind.chinese)。", "请改用数字列或日期列。")
    case .shareValues(let measure, let low, let high):
      return wording(
        "“\(measure)”取比率，但取值可能为\(interval(low, high))，不只是0和1。", "请写 CASE WHEN … THEN 1 ELSE 0 END，或改为 take: mean。")
    case .rangeMissing(let node, let measure, let low, let high, let points):
      return wording(
        "“\(node)”应得0至\(formatted(points))分，但度量“\(measure)”可能取\(interval(low, high))，缺少取值范围。",
        "请在表规格的列上或度量上写明 range，或加一步把结果限定在0至\(formatted(points))分。")
    case .pointsInterval(let node, let low, let high, let points):
      return wording(
        "“\(node)”的结果可能为\(interval(low, high))，超出0至\(formatted(points))分。", "请改正 steps 或分值。")
    case .pointsUnreachable(let node, let most, let points):
      return Wording(
        found: "“\(node)”满分\(formatted(points))分，而最好的结果也只得\(formatted(most))分。",
        consequence: "任何单位都得不到满分。", remedy: "请核对 steps 与分值，以及取值是比率（0.9）还是百分数（90）。")
    case .bandsStopShort(let node, let last, let minimum):
      return wording(
        "“\(node)”的分档到\(formatted(last))为止，而取值可低至\(formatted(minimum))。",
        minimum.isFinite ? "请在最后补一档 [\(formatted(minimum)), …]。" : "请写明列或度量的 range，并为最小值补上最后一档。")
    case .bandUnreachable(let node, let bound, let limit):
      let why = bound > limit ? "取值最高为\(formatted(limit))" : "取值最低为\(formatted(limit))，已归入上面一档"
      return Wording(
        found: "“\(node)”没有取值会落入下限为\(formatted(bound))的一档：\(why)。",
        consequence: "这一档永远用不到。", remedy: "请核对下限是比率（0.9）还是百分数（90）。")
    case .emptyUncovered(let measure, let table):
      return wording(
        "“\(measure)”在“\(table)”没有行时也给出取值，但没有依据证明已经核查过。",
        "请用 covered_by 指明能证明的表，或删去 empty；表规格写了 complete: true 的表，full 和 not_applicable 不需要证明。")
    case .effectUnconfirmed(let effect, let measure, let table):
      return wording(
        "加减分项“\(effect)”按“\(measure)”决定等级，但“\(table)”的行不需要认定。",
        "请在“\(table)”的表规格里用 confirmed 指明认定列，或用 confirmation 写明触发、核实、认定、生效。")
    case .protectedTake(let measure, let table, let take):
      return wording(
        "“\(measure)”对受保护的表“\(table)”取 \(take)，只有计数和标志可以出来。",
        "请改为 take: count，或对只可能为0和1的式子取 sum 或 share：CASE WHEN … THEN 1 ELSE 0 END。")
    case .protectedView(let measure, let table):
      return wording("“\(measure)”的 SELECT 读取受保护的表“\(table)”。", "请改为对这张表计数的度量：{table: \(table), take: count}。")
    case .protectedUse(let table, let use):
      return wording("受保护的表“\(table)”不能用作\(use.chinese)：其内容会离开受保护的数据库。", "请改用不受保护的表。")
    case .anonymousColumn(let measure, let table, let column, let kind):
      return wording("“\(measure)”用到匿名表“\(table)”的“\(column)”：\(kind.chinese)，可以据此挑出某一份答卷。", kind.chineseRemedy)
    case .anonymousTake(let measure, let table, let take):
      return wording(
        "“\(measure)”对匿名表“\(table)”取 \(take)，结果就是某一份答卷的回答。", "请改为 mean、share、sum、count、median 或 trimmed。")
    case .unitKindUnknown(let kind, let known):
      let names = KnownNames(name: kind, known: known)
      return Wording(
        found: "units 里的类别“\(kind)”在单位名册中一个单位也没有。\(names.chineseGuess)", consequence: "按它选不到任何单位。",
        remedy: "请改正类别。现有：\(names.chineseList)")
    case .unitUnknown(let node, let unit, let known):
      let names = KnownNames(name: unit, known: known)
      return Wording(
        found: "“\(node)”以单位“\(unit)”为准计算距离，名册里没有这个代码。\(names.chineseGuess)", consequence: "所有单位在该指标上都缺失。",
        remedy: "请改正代码。现有：\(names.chineseList)")
    case .carelessMixed(let measure, let other, let table):
      return wording(
        "“\(measure)”和“\(other)”问的是匿名表“\(table)”的同一些回答，对粗答的取舍却不同：两者相减就是那几份粗答的回答。",
        "请在两处写同样的条件；要看粗答的影响，用qingheng survey careless \(table)。")
    }
  }
}

extension ProtectedUse {
  fileprivate var chinese: String {
    switch self {
    case .leaves: "指标的来源（leaves）"
    case .roster: "名单（first.over）"
    case .decisions: "决定（decisions）"
    case .titles: "称号（titles）"
    }
  }
}

extension AnonymousColumn {
  fileprivate var chinese: String {
    switch self {
    case .key: "这一列属于主键"
    case .day: "这一列是日期或时间"
    case .freeText: "这一列的文字没有列出选项"
    case .unboundedInteger: "这一列整数没有取值范围，可能是编号"
    case .duration: "这一列是用时"
    }
  }

  fileprivate var chineseRemedy: String {
    switch self {
    case .key: "请改用打分或选项的列。"
    case .day: "请删去；答卷属于哪个期间，由表规格的 period 决定。"
    case .freeText: "请改用写有 labels 的列。"
    case .unboundedInteger: "是打分的，请在表规格里写明 range 或 labels；是编号的，请删去。"
    case .duration: "用时只能在 where 里与一个数比大小，如 coalesce(用时, 0) >= 30。"
    }
  }
}
