import Findings
import Tabular
import Testing

@Suite("Wording of file findings")
struct TabularWordingTests {
  static let place = Place.line("甲.csv", line: 7, column: 3)
  static let bad = TabularFinding.BadByte(byte: 0xC7, offset: 4711)
  /// Each finding with the facts that its sentences must show.
  static let all: [(TabularFinding, [String])] =
    [
      (.unreadable(place, reason: .absent), ["甲.csv"]), (.unreadable(place, reason: .refused), []),
      (.unreadable(place, reason: .notAFile), []), (.empty(place), []),
      (.damagedUTF16(place, offset: 4711), ["UTF-16", "4711"]),
      (.nulBytes(place, offset: 4711, count: 12), ["4711", "12"]),
      (.readAsGB18030(place, byte: 0xC7, offset: 4711), ["0xC7", "4711", "GB18030"]),
      (.undecodable(place, utf8: bad, gb18030: .init(byte: 0xFF, offset: 99)), ["0xC7", "4711", "0xFF", "99"]),
      (.damagedUTF8(place, first: bad, count: 12), ["0xC7", "4711", "12"]), (.delimiter(place, .tab), []),
      (.headerAbsent(place, headerRow: 3, rowCount: 2), ["3", "2"]), (.noRows(place, headerRow: 3), ["3"]),
      (.quoteUnclosed(place), ["\""]), (.quoteStray(place), ["\""]),
      (.recordTooLong(place, limit: 4711), ["4711"]), (.recordTooWide(place, limit: 4711), ["4711"]),
      (.changed(place), []),
      (.scratch(place, .noRoom(folder: "/var/tmp")), ["/var/tmp", "TMPDIR"]),
      (.scratch(place, .refused(folder: "/var/tmp", reason: "No way")), ["/var/tmp", "No way", "TMPDIR"]),
      (.archive(place, .astray(["../a.csv"])), ["../a.csv"]),
    ] + TabularFinding.FileKind.allCases.map { (.notCSV(place, kind: $0), []) }

  @Test("is whole in both languages and shows the facts", arguments: all.indices)
  func wording(index: Int) {
    let (finding, facts) = Self.all[index]
    for language in Language.allCases {
      let words = finding.wording(in: language)
      #expect(!words.found.isEmpty && !words.consequence.isEmpty && !words.remedy.isEmpty)
      for fact in facts {
        #expect((words.found + words.remedy).contains(fact), "\(finding.code) \(language) does not show \(fact)")
      }
    }
    #expect(finding.place == Self.place)
  }
}
