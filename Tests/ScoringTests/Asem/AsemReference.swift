import Foundation
import Schemes
import Testing

/// COINr's ASEM example (reference/asem, COINr 1.1.14): inputs, every intermediate table, results, and variations of one
/// setting each. Skipped where QINGHENG_REFERENCE does not name the folder of reference data; fails where it names one
/// without the files.
enum Asem {
  static let folder = ProcessInfo.processInfo.environment["QINGHENG_REFERENCE"]
  static let isThere = folder != nil

  /// A CSV file of the folder; every cell as text.
  struct Table {
    let headers: [String]
    let rows: [[String]]

    init(_ name: String) throws {
      let url = URL(fileURLWithPath: try #require(Asem.folder)).appending(path: "asem/\(name).csv")
      let cells = try String(contentsOf: url, encoding: .utf8).split(whereSeparator: \.isNewline).map(Self.cells)
      headers = try #require(cells.first)
      rows = cells.dropFirst().filter { $0.count == cells[0].count }
    }

    private init(headers: [String], rows: [[String]]) {
      self.headers = headers
      self.rows = rows
    }

    private static func cells(_ line: Substring) -> [String] {
      var cells = [""]
      var isQuoted = false
      for character in line {
        switch character {
        case "\"": isQuoted.toggle()
        case "," where !isQuoted: cells.append("")
        default: cells[cells.count - 1].append(character)
        }
      }
      return cells
    }

    func texts(_ column: String) throws -> [String] {
      let place = try #require(headers.firstIndex(of: column), "\(column)")
      return rows.map { $0[place] }
    }

    /// NaN: empty, or no number.
    func numbers(_ column: String) throws -> [Double] { try texts(column).map { Double($0) ?? .nan } }

    /// The column in the order of other keys; NaN for one that is not there.
    func numbers(_ column: String, for keys: [String], by key: String = "uCode") throws -> [Double] {
      let own = Dictionary(zip(try texts(key), try numbers(column)), uniquingKeysWith: { first, _ in first })
      return keys.map { own[$0] ?? .nan }
    }

    func texts(_ column: String, for keys: [String], by key: String = "uCode") throws -> [String] {
      let own = Dictionary(zip(try texts(key), try texts(column)), uniquingKeysWith: { first, _ in first })
      return keys.map { own[$0] ?? "" }
    }

    func filtered(_ column: String, _ value: String) throws -> Table {
      let place = try #require(headers.firstIndex(of: column))
      return Table(headers: headers, rows: rows.filter { $0[place] == value })
    }

    /// As the rows of a table that leaves come from.
    var cells: [[String: SchemeCell]] {
      rows.map { row in
        Dictionary(
          zip(headers, row.map { $0.isEmpty ? .empty : Double($0).map(SchemeCell.number) ?? .text($0) }),
          uniquingKeysWith: { first, _ in first })
      }
    }
  }

  static let pillars = ["Physical", "ConEcFin", "Political", "Instit", "P2P", "Environ", "Social", "SusEcFin"]
  static let levels = pillars + ["Conn", "Sust", "Index"]

  /// Equal to 1e-9 of the size, or of 1 where that is smaller; missing in the same places.
  static func expect(
    _ ours: [Double]?, _ theirs: [Double], _ name: String, location: SourceLocation = #_sourceLocation
  ) {
    guard let ours, ours.count == theirs.count else {
      Issue.record("\(name): no column", sourceLocation: location)
      return
    }
    var worst = 0.0
    for (a, b) in zip(ours, theirs) where !(a.isNaN && b.isNaN) {
      let gap = abs(a - b) / max(1, abs(b))
      worst = gap.isNaN ? .infinity : max(worst, gap)
    }
    #expect(worst < 1e-9, "\(name)", sourceLocation: location)
  }
}
