import Charts
import Findings
import Foundation
import Register
import Store
import Tables

/// What `history` prints: a sentence, and one line for each version.
package struct RowHistory {
  package let sentences: [String]
  package let table: DataTable
}

extension Session {
  /// Every version of a row through all batches: when, by whom, from where, what changed, and what became of it.
  ///
  /// Of an anonymous table no row is looked for; its batches and their numbers of rows are told.
  /// - Parameters:
  ///   - table: a table's id, or system/id.
  ///   - key: the cells of the table's key, in its order, as people write them.
  /// - Returns: nil with the reason in the log.
  package func history(table: String, key: [String], language: Language) throws -> RowHistory? {
    let choice = FileChoice(workspace: workspace, folders: folders, log: log)
    guard let spec = choice.spec(for: URL(filePath: table), named: table)?.spec else { return nil }
    let name = TableName(system: spec.system, table: spec.id)
    guard let store = store(of: name) else {
      _ = try listedSecrets { _ in true }
      if secrets.reason == .absent { log.add(CorrectionFinding.noSuchRow(.subject(table), table: spec.id)) }
      return nil
    }
    if spec.isAnonymous { return try batchHistory(of: spec, in: store, language) }
    guard !spec.key.isEmpty, key.count == spec.key.count else {
      log.add(CorrectionFinding.keyParts(.subject(table), columns: spec.key, given: key.count))
      return nil
    }
    let versions = try store.versions(of: name, key: Array(zip(spec.key, key)).map { (column: $0.0, text: $0.1) })
    if versions.isEmpty {
      log.add(CorrectionFinding.noSuchRow(.subject(table), table: spec.id))
      return nil
    }
    let words = HistoryWords(
      spec: spec, isProtected: store.isProtected, language: language,
      names: Dictionary(register.units.map { ($0.code, $0.name) }, uniquingKeysWith: { first, _ in first }))
    return RowHistory(
      sentences: [words.sentence(versions, key: key.joined(separator: " "))], table: words.table(versions))
  }

  private func batchHistory(of spec: TableSpec, in store: Database, _ language: Language) throws -> RowHistory {
    let batches = try store.batches().filter { $0.table == TableName(system: spec.system, table: spec.id) }
    let words = HistoryWords(spec: spec, isProtected: store.isProtected, language: language, names: [:])
    let sentence =
      language == .chinese
      ? "\(spec.id)是匿名表，不查单份答卷；以下是各批次。" : "\(spec.id) is anonymous: single answers are not looked for. Its batches:"
    return RowHistory(
      sentences: [sentence],
      table: DataTable([
        DataColumn(.batch, language, texts: batches.map { words.name($0.id) }),
        DataColumn(.importedAt, language, texts: batches.map(\.importedAt)),
        DataColumn(.importedBy, language, texts: batches.map(\.importedBy)),
        DataColumn(.file, language, texts: batches.map(\.file)),
        DataColumn(.rows, language, numbers: batches.map { Double($0.rowCount) }, digits: 0),
        DataColumn(.state, language, texts: batches.map { words.state(of: $0, amendedBy: nil) }),
      ]))
  }
}

/// Versions of a row in words.
private struct HistoryWords {
  let spec: TableSpec
  let isProtected: Bool
  let language: Language
  let names: [String: String]

  private var isChinese: Bool { language == .chinese }

  func name(_ batch: Int) -> String { "\(BatchName(batch, isProtected: isProtected))" }

  func sentence(_ versions: [RowVersion], key: String) -> String {
    let isThere = versions.contains(where: \.isCurrent)
    let count = versions.count
    if isChinese { return "\(spec.id) \(key)：\(count)次入库，\(isThere ? "现行数据中有此行" : "现行数据中没有此行")" }
    return
      "\(spec.id) \(key): \(counted(count, "version")), \(isThere ? "among the current rows" : "none of them current")"
  }

  func table(_ versions: [RowVersion]) -> DataTable {
    DataTable([
      DataColumn(.batch, language, texts: versions.map { name($0.batch.id) }),
      DataColumn(.importedAt, language, texts: versions.map(\.batch.importedAt)),
      DataColumn(.importedBy, language, texts: versions.map(\.batch.importedBy)),
      DataColumn(.file, language, texts: versions.map(source)),
      DataColumn(.unit, language, texts: versions.map { $0.unit ?? "" }),
      DataColumn(.name, language, texts: versions.map { $0.unit.map { names[$0] ?? $0 } ?? "" }),
      DataColumn(.change, language, texts: versions.indices.map { change(versions, at: $0) }),
      DataColumn(.state, language, texts: versions.map { state(of: $0.batch, amendedBy: $0.amendedBy) }),
    ])
  }

  private func source(_ version: RowVersion) -> String {
    let place = SheetRow(in: version.batch.sheet, row: version.sourceRow)
    return "\(version.batch.file):\(place.sheet.isEmpty ? "" : "\(place.sheet)!")\(place.row)"
  }

  func state(of batch: BatchRecord, amendedBy: Int?) -> String {
    if let at = batch.undoneAt {
      return isChinese ? "\(at)由\(batch.undoneBy ?? "")撤销" : "undone at \(at) by \(batch.undoneBy ?? "")"
    }
    if let by = batch.replacedBy { return isChinese ? "被批次\(name(by))取代" : "replaced by batch \(name(by))" }
    if let by = amendedBy { return isChinese ? "被批次\(name(by))更正" : "amended by batch \(name(by))" }
    return isChinese ? "现行" : "current"
  }

  /// Against the version whose place it took; else the one before it that had not been undone by then.
  private func change(_ versions: [RowVersion], at index: Int) -> String {
    let own = versions[index]
    let before =
      versions[..<index].last { $0.correctedBy.contains(own.batch.id) }
      ?? versions[..<index].last {
        $0.batch.id != own.batch.id && ($0.batch.undoneAt.map { $0 > own.batch.importedAt } ?? true)
      }
    guard let before else { return isChinese ? "首次入库" : "first" }
    let cells = CellWords(spec: spec, language: language)
    var changes: [String] = []
    if before.unit != own.unit {
      changes.append(arrow(isChinese ? "单位" : "unit", names[before.unit ?? ""] ?? "", names[own.unit ?? ""] ?? ""))
    }
    for column in spec.columns.filter({ !$0.isDropped }).map(\.id) {
      let (old, new) = (before.cells[column] ?? .null, own.cells[column] ?? .null)
      if old == new || column == spec.unit?.column { continue }
      changes.append(
        cells.mayTell(column) ? arrow(column, cells.text(column, old), cells.text(column, new)) : column)
    }
    if changes.isEmpty { return isChinese ? "未变" : "unchanged" }
    return changes.joined(separator: isChinese ? "；" : "; ")
  }

  private func arrow(_ column: String, _ before: String, _ after: String) -> String {
    isChinese ? "\(column)：\(before) → \(after)" : "\(column): \(before) → \(after)"
  }
}
