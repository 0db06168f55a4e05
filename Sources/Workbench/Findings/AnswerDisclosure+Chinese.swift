import Findings

extension AnswerDisclosure {
  var chinese: Wording {
    func words(_ found: String, _ remedy: String, undone: String = "未作试算") -> Wording {
      Wording(found: found, consequence: "\(undone)：两个结果相减，会露出不予显示的少数答卷。", remedy: remedy)
    }
    let own = "匿名表怎样取数须经审定，审定后按新规则计分，不作试算；试算可改分值、换算、分数线、名额和加减分。"
    let others = "怎样取数须经审定，审定后按新规则计分，不与旧规则逐个单位比较；取数相同的方案可以比较。"
    switch self {
    case .rows(let measure, let table):
      return words("这样改动，度量“\(measure)”取用匿名表“\(table)”的行或取法与原来不同。", own)
    case .windows(let table): return words("这样改动，匿名表“\(table)”会按另外的期间取数。", own)
    case .units(let table, let units):
      return words("这样改动，会有\(units)个单位改变按匿名表“\(table)”计分的范围。", own)
    case .threshold(let measure, let units):
      return words("这样改动，会用到“\(measure)”的份数，其中\(units)个单位的份数不予显示。", "请去掉对份数（min_n、min_base、weight）的改动。")
    case .readings(let first, let second, let table):
      return words(
        "两次评分取用匿名表“\(table)”的行或取法不同：前者的“\(first)”后者没有，后者的“\(second)”前者没有。", others, undone: "未作比较")
    case .halves(let table):
      return words("两次评分中，一次按上下半年取用匿名表“\(table)”，一次按全年。", others, undone: "未作比较")
    case .batches(let table, let least):
      return words(
        "两次评分之间，匿名表“\(table)”至少有一个单位只差不到\(least)份答卷。", "请把两个方案重新评分，使两者取用同样的答卷。", undone: "未作比较")
    case .minimumCells(let first, let second):
      return words(
        "两次评分的最少份数不同：前者\(first)，后者\(second)。", "请按现在的 minimum_cell 把两个方案重新评分。", undone: "未作比较")
    }
  }
}
