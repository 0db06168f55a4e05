import ArgumentParser
import Findings
import Foundation
import Workbench

struct Schema: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "输出供编辑器用的 JSON Schema · Print JSON Schemas, by which editors check and complete YAML.",
    discussion: "例 Example: qingheng schema --out schemas")

  @Argument(help: ArgumentHelp("种类 · Which: \(Self.kinds)."))
  var kind: String?
  @Option(help: "写入文件夹；不写种类则全部 · Write into this folder (all, if none is named).") var out: String?
  @OptionGroup var options: GlobalOptions

  private static let kinds = SchemaKind.allCases.map(\.rawValue).joined(separator: ", ")

  func validate() throws {
    if let kind, SchemaKind(rawValue: kind) == nil {
      let guess = nearMiss(to: kind, among: SchemaKind.allCases.map(\.rawValue))
      throw ValidationError(
        """
        没有“\(terminalSafe(kind))”这一种。\(guess.map { "是否即“\($0)”？" } ?? "")可用：\(Self.kinds) · \
        There is no kind “\(terminalSafe(kind))”.\(guess.map { " Did you mean “\($0)”?" } ?? "") Legal: \(Self.kinds)
        """)
    }
    if kind == nil, out == nil {
      throw ValidationError(
        "请写一个种类，或用 --out 写出全部。种类：\(Self.kinds) · Name a kind, or write all with --out. Kinds: \(Self.kinds)")
    }
  }

  func run() throws {
    try Invocation.run(options) { invocation in
      let named = kind.flatMap(SchemaKind.init(rawValue:))
      guard let out else {
        write(named?.text ?? "")
        return .done
      }
      let sentence = writeSchemas(
        named.map { [$0] } ?? SchemaKind.allCases, to: URL(filePath: out), language: invocation.language,
        log: invocation.log)
      guard let sentence else { return .refused }
      write(sentence + "\n")
      return .done
    }
  }
}
