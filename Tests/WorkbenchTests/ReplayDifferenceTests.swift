import Findings
import Scoring
import Testing

@testable import Workbench

/// Whatever can differ is said in the language of the message: the unit by name, the quantity in words.
@Suite struct ReplayDifferenceTests {
  static let unit = ReplayDifference.Unit(code: "K2", name: "外科")
  static let value = of(.node("满意"), .value, .text("30"), .text("3.75"))

  private static func of(
    _ thing: ReplayDifference.Thing, _ quantity: ReplayDifference.Quantity, _ stored: ReplayDifference.Content,
    _ recomputed: ReplayDifference.Content, unit: ReplayDifference.Unit? = unit
  ) -> ReplayDifference {
    ReplayDifference(thing: thing, unit: unit, quantity: quantity, stored: stored, recomputed: recomputed)
  }

  @Test func aNodesValue() {
    #expect(Self.value.chineseFound == "外科（K2）“满意”的值存的是30，重算得到3.75。")
    #expect(Self.value.englishFound == "The value of “满意” for 外科 (K2) is stored as 30, but comes out as 3.75.")
  }

  @Test func aUnitsOwnResult() {
    let score = Self.of(.standing, .displayed, .text("76.11"), .text("76.12"))
    #expect(score.chineseFound == "外科（K2）的显示分存的是76.11，重算得到76.12。")
    #expect(score.englishFound == "The displayed score of 外科 (K2) is stored as 76.11, but comes out as 76.12.")
    let rank = Self.of(.standing, .rank, .rank(2, isTied: true), .absent)
    #expect(rank.chineseFound == "外科（K2）的名次存的是第2名（并列），重算得到无。")
    let status = Self.of(
      .standing, .status, .graded, .notGraded([.coverage(found: "0.5", needed: "0.8", leaves: ["走访"])]))
    #expect(status.chineseFound == "外科（K2）的评定状态存的是已评定，重算得到不予评定（覆盖率0.5，低于0.8，缺少走访）。")
    #expect(
      status.englishFound
        == "The status of 外科 (K2) is stored as graded, but comes out as not graded (coverage 0.5 is below 0.8, for want of 走访)."
    )
  }

  @Test func theRunAsAWhole() {
    let manifest = Self.of(.run, .manifest, .text("aa"), .text("bb"), unit: nil)
    #expect(manifest.chineseFound == "这次运行的依据清单的摘要存的是aa，重算得到bb。")
    #expect(manifest.englishFound == "The manifest's digest of this run is stored as aa, but comes out as bb.")
  }

  /// No word of the program's own names, in either language, whatever differs.
  @Test func everyQuantityAndContentHasWords() {
    let quantities: [ReplayDifference.Quantity] = [
      .manifest, .nodes, .units, .unitCount, .halfCount, .value, .displayed, .coverage, .share, .contribution, .source,
      .step(2), .half(1), .half(2), .state, .rule, .rank, .grade, .effects, .status, .unit, .outcome, .trigger,
      .nominal, .effective, .before, .after, .presence, .base,
    ]
    let things: [ReplayDifference.Thing] = [
      .run, .standing, .node("总"), .measure("度", period: "上半年"), .fact("事"), .effect("效"),
    ]
    var contents: [ReplayDifference.Content] = [
      .list([]), .list(["甲", "乙"]), .outcome(.acted), .outcome(.unverified), .rank(1, isTied: false), .graded,
      .notGraded([.noScore, .node("总"), .ineligible("事")]), .deferred(fact: "事"), .exempt(fact: "事"), .present, .absent,
      .notShown,
    ]
    contents += ValueState.allCases.map { .state($0) } + NodeRule.allCases.map { .rule($0) }
    let plain = ReplayDifference.Unit(code: "1", name: "外科")
    var chinese: Set<String> = []
    for quantity in quantities {
      for thing in things {
        let words = Self.of(thing, quantity, .absent, .present, unit: plain)
        chinese.insert(words.chineseFound)
        #expect(!words.chineseFound.contains { $0.isASCII && $0.isLetter }, "\(words.chineseFound)")
        #expect(!words.englishFound.contains("的") && !words.englishFound.contains("  "), "\(words.englishFound)")
      }
    }
    // The outcome of `value` is 总分 only for the unit itself; nothing else shares its words but the two that name units.
    #expect(chinese.count == (quantities.count - 1) * things.count)
    for content in contents {
      let words = Self.of(.standing, .status, content, .absent, unit: plain)
      #expect(!words.chineseFound.contains { $0.isASCII && $0.isLetter }, "\(words.chineseFound)")
      #expect(!words.englishFound.contains("，"), "\(words.englishFound)")
    }
  }
}
