import Tabular

/// What stands in each column of a survey's file, counted: enough to draft a spec from.
struct SurveySample {
  struct Column {
    var header: String
    /// Different cells with their counts, in the order of their first appearance; blank ones left out.
    var values: [(text: String, count: Int)] = []
    var answered = 0
    var blank = 0
    /// More different cells than are kept.
    var isWide = false
    fileprivate var indices: [String: Int] = [:]

    fileprivate mutating func add(_ text: String) {
      answered += 1
      if let index = indices[text] {
        values[index].count += 1
      } else if values.count < SurveySample.mostValues {
        indices[text] = values.count
        values.append((text, 1))
      } else {
        isWide = true
      }
    }
  }

  fileprivate static let mostValues = 400
  private(set) var columns: [Column]
  private(set) var rowCount = 0

  /// - Parameter reader: stands on the header.
  init(_ reader: inout RecordReader) {
    columns = (0..<reader.count).map { Column(header: string(trimmed(reader.cell($0)))) }
    while reader.advance() {
      rowCount += 1
      for index in 0..<min(reader.count, columns.count) {
        let cell = trimmed(reader.cell(index))
        if cell.isEmpty || isBlankMark(cell) { columns[index].blank += 1 } else { columns[index].add(string(cell)) }
      }
    }
  }
}
