import Charts
import Findings
import Workbench

/// What an analysis prints: first the finding, then tables, then the method; to scripts the tables alone.
struct AnalysisOutput {
  let title: String
  let findings: [String]
  let method: [String]
  let tables: [(name: String, table: DataTable)]
}

extension Invocation {
  func show(_ output: AnalysisOutput, _ format: TableFormatOption) throws -> Result {
    if let done = try writeWorkbook(
      format,
      {
        TableWorkbook(
          output.title,
          output.tables.enumerated().map { index, part in
            .init(
              part.name, part.table,
              lines: index == 0 ? [output.title] + output.findings + output.method : [output.title])
          })
      })
    {
      return done
    }
    func say(_ lines: [String]) { write(lines.map { terminalSafe($0) + "\n" }.joined()) }
    if format.isForPeople {
      say([output.title])
      say(output.findings)
    }
    for (index, part) in output.tables.enumerated() {
      if format.isForPeople || index > 0 { write("\n") }
      TableOutput(format: format.printed).print(part.table)
    }
    if format.isForPeople, !output.method.isEmpty {
      write("\n")
      say(output.method)
    }
    return .done
  }
}
