import Foundation
import Store
import Tables

/// A batch that was imported into the protected database, as the open one remembers it: never what stands in it.
struct ProtectedMark: Hashable, Codable {
  let system: String
  let table: String
  let sha256: String
}

/// What the open database knows of the batches of the protected one, so that a lost file is not taken for one in which
/// nothing ever stood.
///
/// Every command that writes notes down what is there. Before anything was noted, the manifests of kept runs say what
/// they read.
struct ProtectedMemory {
  let open: Database
  let folders: SystemFolders

  private static let batchesKey = "protected_batches"
  private static let renewedKey = "protected_renewed"

  /// That somebody said that a lost file does not come back.
  struct Renewal: Codable, Equatable {
    let at: String
    let by: String
    /// The table of each batch that was given up.
    let tables: [String]
  }

  /// The batches that are known of and that the file lacks; of a file that is not there: all. A batch that was undone
  /// still stands in its file.
  func missing(in protected: Database?) throws -> [ProtectedMark] {
    let known = try remembered() ?? read()
    guard !known.isEmpty else { return [] }
    let there = Set(try protected?.batches().map(\.mark) ?? [])
    return known.filter { !there.contains($0) }
  }

  /// Notes down what counts in a file that lacks nothing.
  func note(_ protected: Database) throws {
    let marks = try protected.batches().filter(\.isCurrent).map(\.mark)
    let json = try text(marks)
    guard try open.meta(Self.batchesKey) != json else { return }
    try open.setMeta(Self.batchesKey, json)
  }

  func note(_ renewal: Renewal) throws { try open.setMeta(Self.renewedKey, try text(renewal)) }

  func renewal() throws -> Renewal? {
    try open.meta(Self.renewedKey).flatMap { try? JSONDecoder().decode(Renewal.self, from: Data($0.utf8)) }
  }

  private func remembered() throws -> [ProtectedMark]? {
    guard let json = try open.meta(Self.batchesKey) else { return nil }
    return try? JSONDecoder().decode([ProtectedMark].self, from: Data(json.utf8))
  }

  /// What kept runs read of tables that are protected now, but for what they read when those were open.
  private func read() throws -> [ProtectedMark] {
    var found: [ProtectedMark] = []
    for manifest in try open.manifestTexts().compactMap(RunManifest.init(json:)) {
      for table in manifest.tables where folders.isProtected(TableName(system: table.system, table: table.table)) {
        found += table.batches.map { ProtectedMark(system: table.system, table: table.table, sha256: $0.sha256) }
      }
    }
    guard !found.isEmpty else { return [] }
    var seen = Set(try open.batches().map(\.mark))
    return found.filter { seen.insert($0).inserted }
  }

  private func text(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(value), as: UTF8.self)
  }
}

extension BatchRecord {
  fileprivate var mark: ProtectedMark { ProtectedMark(system: table.system, table: table.table, sha256: sha256) }
}
