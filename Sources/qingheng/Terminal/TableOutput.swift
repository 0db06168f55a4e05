import ArgumentParser
import Charts
import Documents
import Findings
import Foundation
import Register
import Workbench

enum OutputFormat: String, ExpressibleByArgument, CaseIterable { case table, csv, json }

struct FormatOption: ParsableArguments {
  @Option(help: "table、csv 或 json · How data are printed.")
  var format: OutputFormat = .table
}

/// Prints a table to standard output.
struct TableOutput {
  let format: OutputFormat

  func print(_ table: DataTable) {
    switch format {
    case .table: write(aligned(table))
    case .csv: write(csv(table))
    case .json: write(json(table))
    }
  }

  /// Columns that hold nothing at all are left out of the printed table (never out of CSV and JSON).
  private func aligned(_ table: DataTable) -> String {
    let shown = table.columns.filter { column in
      switch column.values {
      case .numbers(let numbers): numbers.isEmpty || numbers.contains { !$0.isNaN }
      case .texts(let texts): texts.isEmpty || texts.contains { $0?.isEmpty == false }
      }
    }
    let cells = shown.map { column in
      [terminalSafe(column.label)] + (0..<column.count).map { terminalSafe(printed(column, $0)) }
    }
    let widths = cells.map { $0.map(displayWidth).max() ?? 0 }
    var lines: [String] = []
    for row in 0...table.rowCount {
      var line = ""
      for (index, column) in shown.enumerated() {
        let cell = cells[index][row]
        let padding = String(repeating: " ", count: widths[index] - displayWidth(cell))
        let isLast = index == shown.count - 1
        line += isNumeric(column) ? padding + cell : cell + (isLast ? "" : padding)
        if !isLast { line += "  " }
      }
      lines.append(line)
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func isNumeric(_ column: DataColumn) -> Bool {
    if case .numbers = column.values { true } else { false }
  }

  private func printed(_ column: DataColumn, _ row: Int) -> String {
    switch column.values {
    case .numbers(let numbers):
      if numbers[row].isNaN { return "–" }
      return column.digits.map { fixed(numbers[row], digits: $0) } ?? plain(numbers[row])
    case .texts(let texts): return texts[row] ?? ""
    }
  }

  /// RFC 4180 with `\n`; numbers in full precision; texts as `csvCell` has them.
  private func csv(_ table: DataTable) -> String {
    var lines = [table.columns.map { csvCell($0.name) }.joined(separator: ",")]
    for row in 0..<table.rowCount {
      let cells = table.columns.map { column -> String in
        switch column.values {
        case .numbers(let numbers): numbers[row].isNaN ? "" : plain(numbers[row])
        case .texts(let texts): csvCell(texts[row] ?? "")
        }
      }
      lines.append(cells.joined(separator: ","))
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func json(_ table: DataTable) -> String {
    let rows = (0..<table.rowCount).map { row in
      let pairs = table.columns.map { column -> String in
        let value: String
        switch column.values {
        case .numbers(let numbers): value = numbers[row].isFinite ? plain(numbers[row]) : "null"
        case .texts(let texts): value = texts[row].map(JSONValue.quoted) ?? "null"
        }
        return "\(JSONValue.quoted(column.name)): \(value)"
      }
      return "  {\(pairs.joined(separator: ", "))}"
    }
    return rows.isEmpty ? "[]\n" : "[\n\(rows.joined(separator: ",\n"))\n]\n"
  }
}
