import Findings
import Testing

@testable import Workbench

/// What commands print about their own work, in both languages.
@Suite struct CommandSentenceTests {
  static let all: [CommandSentence] = [
    .file("a.csv", .imported(batch: 1, table: "表", rows: 2, rejects: 0, rejectFile: nil)),
    .file("a.csv", .imported(batch: 1, table: "表", rows: 2, rejects: 3, rejectFile: "out/rejects/1-a.csv")),
    .file("a.csv", .rehearsed(table: "表", rows: 2, rejects: 3)), .file("a.csv", .alreadyImported(batch: 1, rejects: 0)),
    .file("a.csv", .alreadyImported(batch: 1, rejects: 2)), .deskFile("a.csv", .alreadyImported(batch: 1, rejects: 2)),
    .file("a.csv", .refused), .batchUndone(1, file: "a.csv", rows: 2),
    .linted(specs: 1, schemes: 2, examples: 3, problems: 4, warnings: 5), .workspaceMade("/w"),
    .schemasWritten(6, folder: "/w/schemas"), .workspace("/w"),
    .contents(units: 1, specs: 2, schemes: 3), .databaseWhole, .font("/f.otf"),
    .aliasesTaken(1, open: 2, path: "a.csv", again: nil),
    .aliasesTaken(2, open: 0, path: "a.csv", again: "qingheng import a.csv --replaces 3"),
    .aliasRemoved("内课", codes: ["K1"], path: "b.csv"), .typingsEqual(rows: 3),
    .surveyDrafted(columns: 4, rows: 5, path: "out/a b.xlsx"), .specMade(table: "t", path: "t.yaml"),
    .rejectReason("row-ragged"),
  ]

  @Test(arguments: all)
  func isWordedInBothLanguages(sentence: CommandSentence) {
    #expect(sentence.chinese.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) })
    #expect(!sentence.english.contains { "，。：；（".contains($0) } && sentence.english != sentence.chinese)
    #expect(!sentence.english.contains("Optional(") && !sentence.chinese.contains("Optional("))
  }

  @Test func aReasonWithoutWordsStandsForItself() {
    for language in Language.allCases { #expect(CommandSentence.rejectReason("x-y").text(in: language) == "x-y") }
  }
}
