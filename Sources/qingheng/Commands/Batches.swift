import ArgumentParser
import Findings
import Workbench

struct Batches: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "列出导入批次 · List what was imported.", discussion: "例 Example: qingheng batches --format csv")

  @OptionGroup var format: FormatOption
  @OptionGroup var options: GlobalOptions

  func run() throws {
    try Invocation.run(options) { invocation in
      guard let session = try invocation.session(options) else { return .refused }
      TableOutput(format: format.format).print(try session.batches(language: invocation.language))
      return .done
    }
  }
}

struct Undo: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "撤销一个批次（只作标记，不删除）· Take a batch back: marked, never deleted.",
    discussion: "例 Example: qingheng undo 12")

  @Argument(help: "批次号；受保护的写 P1 · The batch's number; P1 of the protected ones.") var batch: String
  @OptionGroup var options: GlobalOptions

  func validate() throws {
    if batchName(batch) == nil {
      throw ValidationError(
        "批次号写作 12 或 P3，不能是“\(terminalSafe(batch))” · A batch is called 12 or P3, not “\(terminalSafe(batch))”.")
    }
  }

  func run() throws {
    try Invocation.run(options) { invocation in
      guard let batch = batchName(batch), let session = try invocation.session(options, .writing),
        let sentence = try session.undo(batch: batch, language: invocation.language)
      else { return .refused }
      write(terminalSafe(sentence) + "\n")
      return .done
    }
  }
}

struct Units: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "列出单位 · List the register.", discussion: "例 Example: qingheng units --format csv")

  @OptionGroup var format: TableFormatOption
  @OptionGroup var options: GlobalOptions

  func run() throws {
    try Invocation.run(options) { invocation in
      guard let session = try invocation.session(options, .writing) else { return .refused }
      let table = session.units(language: invocation.language)
      let name = invocation.language == .chinese ? "单位名册" : "units"
      if let done = try invocation.writeWorkbook(format, { TableWorkbook(name, [.init(name, table)]) }) { return done }
      TableOutput(format: format.printed).print(table)
      return .done
    }
  }
}
