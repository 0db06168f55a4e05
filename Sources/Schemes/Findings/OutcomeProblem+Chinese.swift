import Findings

extension OutcomeProblem {
  var chinese: Wording {
    func wording(_ found: String, _ remedy: String) -> Wording {
      Wording(found: found, consequence: "该方案未被载入。", remedy: remedy)
    }
    switch self {
    case .keysExclude(let owner, let first, let second):
      return wording("“\(owner)”里，\(first) 与 \(second) 不能同时写。", "请保留其中一项。")
    case .quotaBasis(let grade):
      return wording("“\(grade)”有名额限制，而名次按未四舍五入的分排列：显示分数相同的单位会被分开。", "请在 rank 下写 basis: displayed。")
    case .quotaGroups(let grade, let per):
      return Wording(
        found: "“\(grade)”的名额按 \(per) 计算，而名次是在同组单位之内排的。", consequence: "名额按得分高低给，不看各组之内的名次。",
        remedy: "如果不是这个意思，请在 quota 里写 per: peers，或在 rank 下写 per: all。")
    case .titlesMissing(let used):
      return wording("“\(used)”要看谁已有称号，方案却没有写明记载称号的表。", "请补上 titles: {table: …, current_at: period_start}。")
    case .gradeUnreachable(let grade, let above):
      return wording(
        "符合“\(grade)”条件的单位也都符合排在它之上的“\(above)”，没有单位能落入该档。", "请从严到宽排列等级，或给“\(above)”补上别的条件。")
    case .floorBeyondPoints(let grade, let node, let floor, let points):
      return Wording(
        found: "“\(grade)”要求“\(node)”不低于\(formatted(floor))分，而它满分\(formatted(points))分。", consequence: "没有单位能得到该等级。",
        remedy: "请改正这个下限，或改正分值。")
    case .clusterNames(let k, let names):
      return wording("kmeans 分\(k)类，却写了\(names)个名称。", "请写\(k)个名称，从低到高。")
    case .clusterFact(let fact):
      return wording("kmeans 按事实的个数分组，而“\(fact)”只有是或否。", "请改用写了 count 的事实，或删去 per。")
    case .decisionsMissing(let used):
      return wording("“\(used.joined(separator: "、"))”允许由决定改变，方案却没有写明记载决定的表。", "请用 decisions 写明表名。")
    case .targetAmbiguous(let id):
      return wording("“\(id)”既是指标又是加减分项，决定写到它时无法分辨。", "请给其中一个改名。")
    case .columnKind(let table, let column, let needed, let found):
      return wording(
        "数据表“\(table)”的“\(column)”列是\(found.chinese)，应是\(needed.map(\.chinese).joined(separator: "或"))。",
        "请在表规格里改正它的类型。")
    }
  }
}
