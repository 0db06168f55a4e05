import Foundation
import Testing

/// `docs/commands.md` is the program's own help, so that no command or option can be missing in it.
@Suite("The page of commands")
struct CommandPageTests {
  static let path = "docs/commands.md"

  static func subcommands() throws -> [String] {
    let help = try Repository.shell("qingheng --help").text
    let lines = help.split(separator: "\n").drop { !$0.hasPrefix("SUBCOMMANDS") }.dropFirst()
    return lines.prefix { $0.hasPrefix("  ") }.compactMap { line in
      guard line.hasPrefix("  "), let word = line.dropFirst(2).split(separator: " ").first, !line.hasPrefix("   ")
      else { return nil }
      return String(word)
    }.filter { $0 != "See" }
  }

  @Test func isWhatTheProgramSays() throws {
    let names = try Self.subcommands()
    #expect(names.count > 10)
    var page = """
      # 命令 Commands

      由 `qingheng --help` 生成，文档与程序不会不一致。Made from `qingheng --help`.

      例中的方案都叫 `keshi-pingjia`；在演示工作区里请换成 `qinglian-keshi`（年度评选是 `qinglian-keshi-niandu`）。The scheme of the examples is `keshi-pingjia`; in the demo workspace it is `qinglian-keshi`.

      ## qingheng

      ```text
      \(try help("").trimmed)
      ```

      """
    for name in names {
      page += "\n## qingheng \(name)\n\n```text\n\(try help(name).trimmed)\n```\n"
    }
    try Repository.expectCurrent(Self.path, is: page)
  }

  private func help(_ name: String) throws -> String {
    let output = try Repository.shell("qingheng help \(name)")
    #expect(output.code == 0)
    return output.text
  }

  /// What a newcomer meets first names every verb once.
  @Test(arguments: ["README.md", "README.zh-CN.md"])
  func theReadmeLeadsToThePage(readme: String) throws {
    #expect(try Repository.text(readme).contains("docs/commands.md"))
  }
}

extension String {
  var trimmed: String { trimmingCharacters(in: .whitespacesAndNewlines) }
}
