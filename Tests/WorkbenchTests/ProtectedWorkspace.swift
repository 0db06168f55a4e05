import Charts
import Findings
import Foundation
import Testing

@testable import Workbench

/// The small workspace with a table of work secrets beside it, and a scheme that reads it.
final class ProtectedWorkspace {
  /// What stands in cells that never leave the file.
  static let secrets = ["石竹青", "柚子", "吃请", "777777", "推荐药店"]
  static let ledger = "备用/线索台账.csv"

  let small: SmallWorkspace
  var path: String { small.folder.appending(path: "protected.sqlite").path }

  init() throws {
    small = try SmallWorkspace()
    let folder = small.folder
    let manager = FileManager.default
    try manager.copyItem(
      at: folder.appending(path: "备用/tables/线索.yaml"), to: folder.appending(path: "datasets/pingjia/tables/leads.yaml"))
    try manager.copyItem(
      at: folder.appending(path: "备用/schemes/xiansuo.yaml"),
      to: folder.appending(path: "datasets/pingjia/schemes/xiansuo.yaml"))
  }

  func session(log: FindingLog = FindingLog()) throws -> Session { try small.session(log: log) }

  /// Everything of the first half, and the ledger.
  func filled(log: FindingLog = FindingLog()) throws -> Session {
    var session = try session(log: log)
    try session.take("收件箱/2025H1", period: "2025H1")
    #expect(try session.take(Self.ledger).summary == .withRejects)
    return session
  }

  /// As for an account without rights: administrators may read everything, so that a folder stands in its place.
  func closed<Value>(_ body: () throws -> Value) throws -> Value {
    let manager = FileManager.default
    try manager.moveItem(atPath: path, toPath: path + ".aside")
    try manager.createDirectory(atPath: path, withIntermediateDirectories: false)
    defer {
      try? manager.removeItem(atPath: path)
      try? manager.moveItem(atPath: path + ".aside", toPath: path)
    }
    return try body()
  }

  var exists: Bool { FileManager.default.fileExists(atPath: path) }

  func rights(of name: String) throws -> Int {
    let attributes = try FileManager.default.attributesOfItem(atPath: small.folder.appending(path: name).path)
    return (attributes[.posixPermissions] as? NSNumber)?.intValue ?? -1
  }

  /// The files under the workspace whose bytes hold one of the secrets, but for those that may.
  func leaks() throws -> [String] {
    let needles = Self.secrets.map { Data($0.utf8) }
    let all = FileManager.default.enumerator(atPath: small.folder.path)?.compactMap { $0 as? String } ?? []
    return try all.filter { name in
      guard !name.hasPrefix("备用"), !name.hasPrefix("protected.sqlite") else { return false }
      let url = small.folder.appending(path: name)
      guard try url.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile == true else { return false }
      let bytes = try Data(contentsOf: url)
      return needles.contains { bytes.range(of: $0) != nil }
    }.sorted()
  }
}

extension DataTable {
  func texts(_ column: String) -> [String] {
    if case .texts(let texts)? = self[column]?.values { texts.map { $0 ?? "" } } else { [] }
  }
  func numbers(_ column: String) -> [Double] {
    if case .numbers(let numbers)? = self[column]?.values { numbers } else { [] }
  }
}
