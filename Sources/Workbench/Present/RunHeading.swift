import Findings
import Scoring

extension RunTables {
  /// The line above a printed table: what, when, how many.
  package func heading() -> String {
    let graded = run.sheet.standing.count { $0.status == .graded }
    let total = run.sheet.standing.count
    switch language {
    case .chinese:
      return "\(run.scheme.title)，\(run.period.chineseName)：\(total)个单位，\(graded)个已评定，\(total - graded)个未评定"
    case .english:
      return
        "\(run.scheme.title), \(run.period.id): \(counted(total, "unit")), \(graded) graded, \(total - graded) not graded"
    }
  }

  /// The lines below it: scheme version, approval, data state, run.
  package func footing() -> String {
    let version = run.scheme.version
    switch language {
    case .chinese:
      return "方案 \(run.scheme.id) \(version)；\(approval())；数据截至 \(run.record.input.asOf)；运行 \(run.shortKey)"
    case .english:
      return
        "scheme \(run.scheme.id) \(version); \(approval()); data up to \(run.record.input.asOf); run \(run.shortKey)"
    }
  }

  /// Who has decided that this is the rule; every document says if nobody has.
  package func approval() -> String {
    guard let approval = run.scheme.approval else {
      return language == .chinese ? "默认方案（自拟），未经本院审定" : "a proposal of ours, not approved by the institution"
    }
    return language == .chinese
      ? "\(approval.documentNumber)（\(approval.date)）审定" : "approved by \(approval.documentNumber), \(approval.date)"
  }
}

extension Session.Verification {
  package func sentence(in language: Language) -> String {
    let name = "\(run.scheme.id) \(run.period.id)"
    if differences > 0 {
      return language == .chinese
        ? "\(name)（运行 \(run.shortKey)）：\(differences)处与存下的结果不符"
        : "\(name) (run \(run.shortKey)): \(counted(differences, "difference"))"
    }
    let reach: String
    switch (language, reachesRows) {
    case (.chinese, true): reach = "从原始数据行起逐项重算"
    case (.chinese, false): reach = "从存下的度量起逐项重算"
    case (.english, true): reach = "recomputed from the rows"
    case (.english, false): reach = "recomputed from the stored measures"
    }
    return language == .chinese
      ? "\(name)（运行 \(run.shortKey)）：\(reach)，完全一致" : "\(name) (run \(run.shortKey)): \(reach), identical"
  }
}
