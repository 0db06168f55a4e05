import Findings
import Spreadsheets
import Tables

/// Two typings of the same paper sheets, held beside each other row by row.
struct Typings {
  struct Difference: Equatable {
    var key: String
    /// nil: a whole row.
    var column: String?
    /// The rows of the two files; nil where one has no such row.
    var rows: (first: Int?, second: Int?)
    var values: (first: String?, second: String?)

    static func == (a: Difference, b: Difference) -> Bool {
      a.key == b.key && a.column == b.column && a.rows == b.rows && a.values == b.values
    }
  }

  private(set) var differences: [Difference] = []
  private(set) var rowCount = 0

  /// Compares what cells mean: `１` and `1`, `2025/6/30` and `2025-06-30` are the same.
  init(_ first: CollectingSink, _ second: CollectingSink, spec: TableSpec) {
    let one = Typing(first, spec: spec)
    let two = Typing(second, spec: spec)
    rowCount = one.keys.count
    for key in one.keys {
      guard let a = one.rows[key] else { continue }
      guard let b = two.rows[key] else {
        differences.append(
          Difference(key: key, column: nil, rows: (one.sourceRows[a], nil), values: (nil, nil)))
        continue
      }
      for (name, values) in one.columns {
        let other = two.columns.first { $0.name == name }?.values
        if values[a] != other?[b] {
          differences.append(
            Difference(
              key: key, column: name, rows: (one.sourceRows[a], two.sourceRows[b]), values: (values[a], other?[b])))
        }
      }
    }
    for key in two.keys where one.rows[key] == nil {
      differences.append(
        Difference(
          key: key, column: nil, rows: (nil, two.rows[key].map { two.sourceRows[$0] }), values: (nil, nil)))
    }
  }

  /// One of the two.
  private struct Typing {
    var keys: [String] = []
    var rows: [String: Int] = [:]
    let sourceRows: [Int]
    let columns: [(name: String, values: [String?])]

    init(_ sink: CollectingSink, spec: TableSpec) {
      let marks = Set(spec.careless?.stored.map(\.name) ?? [])
      sourceRows = sink.chunks.flatMap(\.sourceRows)
      columns = sink.columns.filter { !marks.contains($0.name) }.map { ($0.name, sink.values($0.name)) }
      let named = spec.key.compactMap { name in columns.first { $0.name == name }?.values }
      for row in sourceRows.indices {
        let key = named.map { $0[row] ?? "" }.joined(separator: " · ")
        rows[key] = row
        keys.append(key)
      }
    }
  }

  /// The list for the person who looks at the paper. Of answers of people and of work secrets only the places are told.
  func list(isReticent: Bool) -> [[String]] {
    [["主键", "列", "第一次的行", "第一次录入", "第二次的行", "第二次录入"]]
      + differences.map { difference in
        func row(_ number: Int?) -> String { number.map { "\($0)" } ?? "没有这一行" }
        return [
          isReticent ? "" : difference.key, difference.column ?? "", row(difference.rows.first),
          isReticent ? "" : difference.values.first ?? "", row(difference.rows.second),
          isReticent ? "" : difference.values.second ?? "",
        ]
      }
  }

  func workbook(isReticent: Bool) -> Workbook {
    let rows = list(isReticent: isReticent)
    var sheet = Sheet(name: "两次录入的不同", columns: [28, 18, 14, 24, 14, 24].map { SheetColumn(width: $0) })
    sheet.rows = rows.enumerated().map { index, row in
      row.enumerated().map { column, text in
        if index > 0, column == 2 || column == 4, let number = Int(text) { return SheetCell(.whole(number)) }
        return .text(text, index == 0 ? .heading : .plain)
      }
    }
    sheet.headerRows = 1
    sheet.pageTitle = sheet.name
    return Workbook(title: sheet.name, sheets: [sheet])
  }
}
