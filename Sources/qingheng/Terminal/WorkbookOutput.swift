import ArgumentParser
import Charts
import Findings
import Workbench

/// `--format` of commands that print, or write a workbook.
struct TableFormatOption: ParsableArguments {
  @Option(help: "table、csv、json 或 xlsx · How data are printed; xlsx is written to --out.")
  var format: TableFormat = .table
  @Option(help: "写成工作簿：文件名.xlsx · Write a workbook of this name instead.", completion: .file())
  var out: String?

  enum TableFormat: String, ExpressibleByArgument, CaseIterable { case table, csv, json, xlsx }

  func validate() throws {
    switch (format, out) {
    case (.xlsx, nil):
      throw ValidationError("--format xlsx 要写 --out 文件名.xlsx · --format xlsx needs --out FILE.xlsx")
    case (.csv, _?), (.json, _?):
      throw ValidationError(
        "--out 写的是工作簿，不能与 --format \(format.rawValue) 同用 · --out writes a workbook; it does not go with --format \(format.rawValue)"
      )
    default: break
    }
    if let out, !out.lowercased().hasSuffix(".xlsx") {
      throw ValidationError("--out 应以 .xlsx 结尾 · --out ends in .xlsx")
    }
  }

  /// Whether people read the table on the terminal, with sentences around it.
  var isForPeople: Bool { format == .table && out == nil }

  /// How tables are printed that no workbook is made of.
  var printed: OutputFormat { OutputFormat(rawValue: format.rawValue) ?? .table }
}

extension Invocation {
  /// Writes the workbook that the command names.
  /// - Returns: nil where none was asked for.
  func writeWorkbook(_ format: TableFormatOption, _ book: () throws -> TableWorkbook) throws -> Result? {
    guard let out = format.out else { return nil }
    guard try save(book().workbook(), to: out, replaces: true, log: log) else { return .refused }
    write((language == .chinese ? "已写入 \(terminalSafe(out))" : "wrote \(terminalSafe(out))") + "\n")
    return .done
  }
}
