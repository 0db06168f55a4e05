import Findings

extension StructureProblem {
  var chinese: Wording {
    let unread = "该方案未被载入。"
    func wording(_ found: String, _ remedy: String) -> Wording {
      Wording(found: found, consequence: unread, remedy: remedy)
    }
    func list(_ names: [String]) -> String { names.joined(separator: "、") }
    switch self {
    case .nameUnknown(.column, let name, let owner, let known):
      let names = KnownNames(name: name, known: known)
      return wording(
        "数据表“\(owner)”没有“\(name)”列。\(names.chineseGuess)", "请改正列名，或在表规格里补上这一列。现有：\(names.chineseList)")
    case .nameUnknown(let kind, let name, let owner, let known):
      let names = KnownNames(name: name, known: known)
      return wording(
        "“\(owner)”引用的\(kind.chinese)“\(name)”不存在。\(names.chineseGuess)", "请改正名称，或补上它。现有：\(names.chineseList)")
    case .nodeChildless(let node):
      return wording("指标“\(node)”的 children 是空的。", "请补上下级指标，或改用 measure。")
    case .siblingsMixed(let parent, let points, let weights, let counts):
      let parts = [("分值", points), ("权重", weights), ("按 n 计权", counts)].filter { !$0.1.isEmpty }
      let shown = parts.map { "\($0.0)（\(list($0.1))）" }.joined(separator: "；")
      return wording("“\(parent)”的下级混用了不同的计法：\(shown)。", "请统一用分值，或统一用同一种权重。")
    case .shareMissing(let node, let parent):
      return wording("“\(parent)”之下的“\(node)”既无分值也无权重。", "请给它写上 points 或 weight。")
    case .pointsSum(let node, let stated, let terms, let open):
      let sum = terms.map(\.points).reduce(0, +)
      let shown = list(terms.map { "\($0.node) \(formatted($0.points))" })
      return wording(
        open.isEmpty
          ? "“\(node)”之下的分值合计\(formatted(sum))分，而不是\(formatted(stated))分（\(shown)）。"
          : "“\(node)”之下的分值合计已有\(formatted(sum))分（\(shown)），自己只有\(formatted(stated))分，没有给\(list(open))留下分值。",
        "请改正某个下级的分值，或改正“\(node)”的分值。")
    case .weightUnderSum(let parent, let children):
      let shown = children.isEmpty ? "" : "（\(list(children))）"
      return wording("“\(parent)”取合计，下级却写了权重\(shown)。", "请改为 of: mean，或把下级的权重改为分值。")
    case .rootWeight(let node):
      return wording("“\(node)”是最上级，没有同级，权重没有意义。", "请删去 weight。")
    case .stepNeedsPoints(let node, let step):
      return wording("“\(node)”的 \(step) 要用到该指标的分值，但它没有分值。", "请写上 points，或改用 goalposts、linear、bands。")
    case .linearOrder(let node, let x, let previous):
      return wording(
        "“\(node)”的 linear 中，\(formatted(previous))之后是\(formatted(x))；各点的第一个数必须递增。", "请按第一个数从小到大排列，不要重复。")
    case .bandsOrder(let node, let bound, let previous, true):
      return wording(
        "“\(node)”的 bands 中，columns 的\(formatted(previous))之后是\(formatted(bound))；各列下限必须递减。",
        "请按下限从高到低排列各列，每行的分值随之调整，不要重复。")
    case .bandsOrder(let node, let bound, let previous, false):
      return wording(
        "“\(node)”的 bands 中，\(formatted(previous))之后是\(formatted(bound))；各档下限必须递减。", "请按下限从高到低排列，不要重复。")
    case .dropIfOrder(let node):
      return wording("“\(node)”的 drop_if 必须是末级指标的第一步。", "请把它移到末级指标 steps 的最前面。")
    case .rowOutsideLeaves(let node, let column):
      return wording("“\(node)”用到 row.\(column)，但它不是由数据表生成的指标。", "请改写数字，或把这一步移到 leaves 之下。")
    case .trimmedMinimum(let drop, let minimum):
      return wording(
        "共\(minimum)个值时两端各去掉\(drop)个，就没有值了。", "请把 min 改为\(drop < Int.max / 2 ? "\(2 * drop + 1)" : "drop 的两倍")以上。")
    case .fullNeedsPoints(let measure, let node):
      return wording("度量“\(measure)”写了 empty: full，但“\(node)”没有分值，无从得满分。", "请写上 points，或改用 empty: not_applicable。")
    case .zeroWithoutEffect(let node, let isLeaf):
      return Wording(
        found: "“\(node)”写了 missing: zero，但\(isLeaf ? "它没有分值" : "它不是末级指标")。",
        consequence: "缺失时仍按不计入处理，其余各项重新折算，不计0分。",
        remedy: isLeaf
          ? "请改写 renormalise，或改用分值。" : "请改写 renormalise；下级缺失要计0分的，请在它上面写 leaves_missing: zero。")
    case .windowCombined(let node, let measure):
      return wording("“\(node)”的度量“\(measure)”按全年统计，combine 又把两个半年相加，会重复计算。", "请删去 window: year，或不用 combine。")
    case .effectWindow(let effect, let measure, let window):
      return wording("加减分项“\(effect)”所用的度量“\(measure)”自带统计窗口（\(window)）。", "请删去 window；加减分按所评的期间统计。")
    case .effectMeasureMissing(let effect):
      return wording("加减分项“\(effect)”写了 each，却没有写乘以哪个度量。", "请在 each 旁补上 measure。")
    case .effectEmpty(let effect):
      return wording("加减分项“\(effect)”不产生任何变化。", "请补上 add、deduct、adjust、cap_grade 或 set_grade。")
    case .groupMixed(let group, let adds, let deducts):
      return wording("加减分组“\(group)”里既有加分（\(list(adds))）又有减分（\(list(deducts))）。", "请分成两组：一个上限只管一个方向。")
    case .factKind(let fact, let isCount):
      return isCount
        ? wording("“\(fact)”是个数，这里却当作是或否来用。", "请写明比较：{fact: \(fact), at_least: 1}。")
        : wording("“\(fact)”只有是或否，这里却与数字比较。", "请删去比较。")
    case .rankMissing(let needed):
      return wording("方案写了 \(needed)，却没有写明作用于哪个指标。", "请补上 rank: {node: …}，填最上级指标的 id。")
    case .rankNotRoot(let node, let roots):
      return wording("rank 指定的“\(node)”不是最上级指标。", "请改为最上级指标：\(list(roots))")
    case .gradeOrder(let grade, let floor, let above, let previous, let year):
      return wording(
        "“\(grade)”\(year.map { "在\($0)年" } ?? "")的下限\(formatted(floor))分不低于排在它之上的“\(above)”（\(formatted(previous))分），没有单位能落入该档。",
        "请按下限从高到低排列等级。")
    case .gradeLast(let grade):
      return wording("最后一档“\(grade)”带有条件，会有单位没有等级。", "请删去它的条件，或在最后补一个无条件的等级。")
    case .gradeUnconditional(let grade):
      return wording("“\(grade)”没有条件又不在最后，其下各档都不会用到。", "请补上 at_least，或把它移到最后。")
    case .childShareNeedsPoints(let node, let grade):
      return wording("“\(grade)”要求各下级得分率，但“\(node)”的下级没有分值。", "请删去 each_child_share，或给下级写上分值。")
    case .combineSum(let h1, let h2):
      return wording("两个半年的权重是\(formatted(h1))和\(formatted(h2))，合计\(formatted(h1 + h2))，不是1。", "请改正 H1 或 H2。")
    case .peersMissing(let used):
      return wording("“\(used)”按同组单位计算，方案却没有写明怎样分组。", "请在 units 下用 peers 指明单位名册的列或事实。")
    case .measureUnused(let measure):
      return Wording(
        found: "度量“\(measure)”没有被用到。", consequence: "不会计算它。", remedy: "请删去它，或在指标、事实、加减分项中引用。")
    case .factUnused(let fact):
      return Wording(
        found: "事实“\(fact)”没有被用到。", consequence: "它不影响任何结果。",
        remedy: "请删去它，或在 eligible、deferred、exempt、applies 中引用。")
    }
  }
}
