import Register
import Schemes
import Scoring
import Store

/// Where counted rows stand, without what they say: for letters, which send the reader to the file.
extension RowEvidence {
  /// Rows of one file, in the order in which they count.
  struct FileRows: Equatable {
    /// The file's name with the folder that it lies in.
    let file: String
    var rows: [Int]
  }

  /// - Returns: nothing of anonymous and protected tables, nor of measures that read no rows of their own.
  func places(for measure: Measure, unit: Int, period: Period) throws -> [FileRows] {
    guard anonymousTable(behind: measure) == nil, case .table(let id) = measure.source,
      run.loaded.catalogue.tables[id]?.isProtected == false, let found = try found(measure, unit: unit, period: period)
    else { return [] }
    let rows = try found.loader.rows(of: measure, period: period, asOf: found.lastDay)
    let context = try found.loader.context(of: measure, period: period, asOf: found.lastDay)
    let sources = contributions(of: rows, to: measure, unit: found.unit, context: context).map(\.source)
    var files: [FileRows] = []
    for (file, row) in try places(of: sources, table: id, found) {
      let name = file.split(separator: "/").suffix(2).joined(separator: "/")
      if let index = files.firstIndex(where: { $0.file == name }) {
        files[index].rows.append(row)
      } else {
        files.append(FileRows(file: name, rows: [row]))
      }
    }
    return files
  }

  private func places(of sources: [RowReference], table id: String, _ found: Found) throws -> [(String, Int)] {
    if let derived = session.folders.derivedTable(id, for: run.loaded.system) {
      let span = RowSpan(found.measure.window, of: found.period, asOf: found.lastDay)
      let all = try found.loader.derived(of: derived, asOf: found.lastDay, for: [span]).rows
      return try sources.compactMap { source in
        guard all.indices.contains(source.row - 1), let kept = all[source.row - 1].source,
          let batch = try session.database.batch(kept.batch)
        else { return nil }
        return (batch.source, kept.row)
      }
    }
    guard let store = found.loader.store(of: id), let name = found.loader.tableName(id) else { return [] }
    let cells = try store.cells(name, references: sources, columns: [])
    let files = Dictionary(cells.map { ($0.reference, $0.source) }, uniquingKeysWith: { first, _ in first })
    return sources.compactMap { source in files[source].map { ($0, source.row) } }
  }
}
