import Findings
import Store

/// Why rows of a kept run were not checked.
package enum UncheckedRows: Sendable, Equatable {
  /// What decides the meaning of all rows is not what it was.
  case inputs([ChangedInput])
  /// A SELECT reads current rows, and its tables have other batches now; rows of other measures were checked.
  case views(measures: [String], tables: [TableName])

  var chinese: Wording {
    switch self {
    case .inputs(let changed):
      Wording(
        found: "以下依据已不是评分时的样子：\(changed.map(\.chinese).joined(separator: "、"))。",
        consequence: "数据行没有核对，只从存下的度量起重算了一遍。",
        remedy: "要核对数据行，请恢复当时的文件，或在当时的备份上运行 qingheng verify。")
    case .views(let measures, let tables):
      Wording(
        found:
          "\(measures.map { "“\($0)”" }.joined(separator: "、"))取自查询，所读的数据表在评分之后有增减：\(tables.map { "“\($0.table)”（\($0.system)）" }.joined(separator: "、"))。",
        consequence: "这些度量的数据行没有核对，其余的已经核对。", remedy: "要核对这些度量，请在当时的备份上运行 qingheng verify。")
    }
  }

  var english: Wording {
    switch self {
    case .inputs(let changed):
      Wording(
        found: "Not what they were when the run was scored: \(changed.map(\.english).joined(separator: ", ")).",
        consequence: "The rows were not checked; the scores were computed again from the stored measures alone.",
        remedy: "To check the rows, restore the files of that day, or run qingheng verify on a backup of that day.")
    case .views(let measures, let tables):
      Wording(
        found:
          "\(measures.map { "“\($0)”" }.joined(separator: ", ")) come from a SELECT, and the tables that it reads have other batches now: \(tables.map { "\($0.system)/\($0.table)" }.joined(separator: ", ")).",
        consequence: "The rows of these measures were not checked; all others were.",
        remedy: "To check these measures, run qingheng verify on a backup of that day.")
    }
  }
}

/// What a kept run rests on and is not in the database any more.
package enum LostRows: Sendable, Equatable {
  case batch(table: TableName, sha256: String)
  /// `kept` rows were imported, and `found` are there.
  case rows(table: TableName, batch: BatchName, file: String, kept: Int, found: Int)

  /// Without it nothing can be computed again from rows.
  var isWholeBatch: Bool { if case .batch = self { true } else { false } }

  var chinese: Wording {
    let remedy = "请从备份恢复数据库，并查明是谁改动的。"
    return switch self {
    case .batch(let table, let digest):
      Wording(
        found: "这次评分所读的一批“\(table.table)”（\(table.system)）已不在数据库中，其文件的摘要是\(digest.prefix(12))。",
        consequence: "数据行没有核对，只从存下的度量起重算了一遍。", remedy: remedy)
    case .rows(let table, let batch, let file, let kept, let found):
      Wording(
        found: "批次\(batch)（“\(table.table)”，\(file)）入库\(kept)行，现有\(found)行。", consequence: "这次评分的依据已不完整。",
        remedy: remedy)
    }
  }

  var english: Wording {
    let remedy = "Restore the database from a backup, and find out who changed it."
    return switch self {
    case .batch(let table, let digest):
      Wording(
        found:
          "A batch of \(table.system)/\(table.table) that the run read is not in the database any more; its file's digest is \(digest.prefix(12)).",
        consequence: "The rows were not checked; the scores were computed again from the stored measures alone.",
        remedy: remedy)
    case .rows(let table, let batch, let file, let kept, let found):
      Wording(
        found:
          "Batch \(batch) (\(table.system)/\(table.table), \(file)) brought in \(counted(kept, "row")); \(counted(found, "row")) are there.",
        consequence: "What the run rests on is not whole.", remedy: remedy)
    }
  }
}
