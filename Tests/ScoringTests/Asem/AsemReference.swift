import Foundation
import Testing

@testable import Scoring

/// COINr's ASEM example (reference/asem; COINr 1.1.14, bluefoxr/COINr): inputs, every intermediate table, results, and
/// variations of one setting each. Skipped where QINGHENG_REFERENCE does not name the folder of reference data; fails
/// where it names one without the files.
enum Asem {
  static let folder = ProcessInfo.processInfo.environment["QINGHENG_REFERENCE"]

  /// A CSV file of the folder by its headers; every cell as text.
  struct Table {
    let headers: [String]
    let rows: [[String]]

    init(_ name: String) throws {
      let url = URL(fileURLWithPath: try #require(Asem.folder)).appending(path: "asem/\(name).csv")
      let lines = try String(contentsOf: url, encoding: .utf8).split(whereSeparator: \.isNewline)
      let cells = lines.map { Self.cells(String($0)) }
      headers = try #require(cells.first)
      rows = cells.dropFirst().filter { $0.count == cells[0].count }
    }

    private static func cells(_ line: String) -> [String] {
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

    /// The column in the order of other codes; NaN for a code that is not there.
    func numbers(_ column: String, for codes: [String], key: String = "uCode") throws -> [Double] {
      let own = Dictionary(
        zip(try texts(key), try numbers(column)), uniquingKeysWith: { first, _ in first })
      return codes.map { own[$0] ?? .nan }
    }

    func filtered(_ column: String, _ value: String) throws -> Table {
      let place = try #require(headers.firstIndex(of: column))
      return Table(headers: headers, rows: rows.filter { $0[place] == value })
    }

    private init(headers: [String], rows: [[String]]) {
      self.headers = headers
      self.rows = rows
    }
  }

  /// The largest difference, as a share of the size where that is above 1; both must be missing in the same places.
  static func difference(_ ours: [Double]?, _ theirs: [Double], _ name: String) -> Double {
    guard let ours, ours.count == theirs.count else { return .infinity }
    var worst = 0.0
    for (a, b) in zip(ours, theirs) {
      if a.isNaN && b.isNaN { continue }
      let gap = abs(a - b) / max(1, abs(b))
      worst = gap.isNaN ? .infinity : max(worst, gap)
    }
    return worst
  }

  static func expect(
    _ ours: [Double]?, _ theirs: [Double], _ name: String, location: SourceLocation = #_sourceLocation
  ) {
    let gap = difference(ours, theirs, name)
    #expect(gap < 1e-9, "\(name)", sourceLocation: location)
  }
}
