import Register
import Schemes

/// The derived table of a ledger, one row per problem, as schemes read it.
///
/// Columns are in Chinese, as all names in schemes. Flags are booleans; one that nobody can tell yet is NULL.
extension LedgerSpec {
  /// The tables that the ledger derives: problems, and suggestions if it has any.
  /// - Parameter tables: those that the ledger reads; from them come the values of kinds and whether no row is no problem.
  package func catalogueTables(among tables: [CatalogueTable]) -> [CatalogueTable] {
    func base(_ name: String) -> CatalogueTable? { tables.first { $0.id == name } }
    var derived = [problemTable(base(problems.table.name))]
    if let suggestions { derived.append(suggestions.catalogueTable(base(suggestions.table.name))) }
    return derived
  }

  private func problemTable(_ base: CatalogueTable?) -> CatalogueTable {
    func text(_ id: String, as column: Column?) -> CatalogueColumn {
      let known = column.flatMap { base?.column($0.name) }
      return CatalogueColumn(id: id, kind: .text, isNullable: known?.isNullable ?? true, values: known?.values)
    }
    func words(_ id: String, _ values: [String]) -> CatalogueColumn {
      CatalogueColumn(id: id, kind: .text, isNullable: false, values: values)
    }
    func day(_ id: String) -> CatalogueColumn { CatalogueColumn(id: id, kind: .date, isNullable: true) }
    func count(_ id: String, isNullable: Bool = false) -> CatalogueColumn {
      CatalogueColumn(id: id, kind: .integer, isNullable: isNullable, range: 0...(.infinity))
    }
    func flag(_ id: String, isNullable: Bool = false) -> CatalogueColumn {
      CatalogueColumn(id: id, kind: .boolean, isNullable: isNullable)
    }
    let found = CatalogueColumn(
      id: "查出日", kind: .date, isNullable: base?.column(problems.found.name)?.isNullable ?? true)
    return CatalogueTable(
      id: id,
      columns: [
        text("编号", as: problems.id), text("类别", as: problems.kind), text("来源", as: problems.source), found,
        day("下达日"), day("时限"), text("时限原文", as: nil), words("时限性质", Problem.Deadline.Basis.allCases.map(\.rawValue)),
        day("完成日"),
        day("销号日"), day("回头看日"), text("回头看结果", as: nil),
        words("状态", Problem.State.allCases.map(\.rawValue)), words("时限状态", timingWords),
        count("超期天数", isNullable: true), flag("按期销号", isNullable: true), flag("重复"), count("措施数"),
        count("措施完成数"), count("措施超期数"), count("进展数"), day("最近进展日"), flag("回头看应办"),
        flag("回头看已办"), flag("存疑"),
      ],
      hasPeriods: true, isComplete: base?.isComplete ?? false, coveredBy: base?.coveredBy)
  }

  /// The words of 时限状态, in the order of urgency.
  package var timingWords: [String] {
    [Problem.Timing.overdue(days: 1)].map(\.word) + soon.map { Problem.Timing.remaining($0).word }
      + [.ahead, .standing, .unknown, .closed].map(\Problem.Timing.word)
  }
}

extension Problem.Timing {
  /// As the derived table has it.
  package var word: String {
    switch self {
    case .overdue: "已超时限"
    case .remaining(let days): "剩余\(days)天"
    case .ahead: "时限内"
    case .standing: "无时限"
    case .unknown: "时限不明"
    case .closed: "已销号"
    }
  }
}

extension LedgerState {
  /// The rows of the derived table of problems, in the order of its columns.
  package var problemRows: [LedgerTableRow] { problems.map(\.tableRow) }

  /// The rows of the derived table of suggestions.
  package var suggestionRows: [LedgerTableRow] { suggestions.map(\.tableRow) }
}

extension Problem {
  fileprivate var tableRow: LedgerTableRow {
    let day = found?.yyyymmdd ?? 0
    return LedgerTableRow(
      unit: unit, from: row.from == 0 ? day : row.from, to: row.to == 0 ? day : row.to,
      cells: [
        .init(id), .init(kind), .init(source), .init(found), .init(notified), .init(deadline.day),
        .init(deadline.words),
        .text(deadline.basis.rawValue), .init(done), .init(verified), .init(revisited), .init(revisitResult),
        .text(state.rawValue), .text(timing.word), .init(daysOverdue), .init(isVerifiedOnTime), .init(isRepeat),
        .integer(measureCount), .integer(measuresDone), .integer(measuresOverdue), .integer(stepCount),
        .init(lastStep), .init(owesRevisit), .init(hasRevisit), .init(!doubts.isEmpty),
      ],
      batch: row.batch, sourceRow: row.sourceRow)
  }
}

extension LedgerSpec.Suggestions {
  fileprivate func catalogueTable(_ base: CatalogueTable?) -> CatalogueTable {
    func day(_ id: String) -> CatalogueColumn { CatalogueColumn(id: id, kind: .date, isNullable: true) }
    return CatalogueTable(
      id: name,
      columns: [
        CatalogueColumn(
          id: "编号", kind: .text, isNullable: base?.column(id.name)?.isNullable ?? true),
        day("提出日"), day("答复时限"), day("答复日"),
        CatalogueColumn(
          id: "采纳情况", kind: .text, isNullable: false, values: Suggestion.Answer.allCases.map(\.rawValue)),
        CatalogueColumn(id: "已采纳", kind: .boolean, isNullable: true),
        CatalogueColumn(id: "按期答复", kind: .boolean, isNullable: true),
      ],
      hasPeriods: base?.hasPeriods ?? true, isComplete: base?.isComplete ?? false, coveredBy: base?.coveredBy)
  }
}

extension Suggestion {
  /// Whether it was adopted, in whole or in part; nil while there is no answer that says so.
  package var isAdopted: Bool? {
    switch answer {
    case .adopted, .partly: true
    case .declined: false
    case .unanswered, .unknown: nil
    }
  }

  fileprivate var tableRow: LedgerTableRow {
    let day = made?.yyyymmdd ?? 0
    return LedgerTableRow(
      unit: unit, from: row.from == 0 ? day : row.from, to: row.to == 0 ? day : row.to,
      cells: [
        .init(id), .init(made), .init(due), .init(answered), .text(answer.rawValue), .init(isAdopted),
        .init(isAnsweredOnTime),
      ],
      batch: row.batch, sourceRow: row.sourceRow)
  }
}
