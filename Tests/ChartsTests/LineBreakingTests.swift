import Testing

@testable import Charts

@Suite struct LineBreakingTests {
  private let breaker = LineBreaker(metrics: FixedTextMetrics())

  /// At size 10 a Chinese character is 10 wide, another one 5.5.
  private func lines(_ text: String, _ width: Double) -> [String] {
    breaker.lines(of: text, width: width, size: 10, weight: .regular)
  }

  @Test func shortTextStaysWhole() {
    #expect(lines("", 50) == [])
    #expect(lines("骨科", 50) == ["骨科"])
    #expect(lines("一二三四五", 50) == ["一二三四五"])
    #expect(lines("一二三四五六", 50) == ["一二三四五", "六"])
  }

  @Test func noLineBeginsWithAClosingMarkOrEndsWithAnOpeningOne() {
    #expect(lines("一二三四五，六七", 50) == ["一二三四", "五，六七"])
    #expect(lines("一二三四（五六）", 50) == ["一二三四", "（五六）"])
    #expect(lines("一二三四）”。六", 50) == ["一二三", "四）”。六"])
  }

  @Test func wordsAndNumbersStayWholeWhereTheyFit() {
    #expect(lines("得分为 94.62% 左右", 50) == ["得分为", "94.62% 左", "右"])
    #expect(lines("critical care", 50) == ["critical", "care"])
    // A word longer than a line is broken; nothing is lost.
    #expect(lines("abcdefghijkl", 33) == ["abcdef", "ghijkl"])
  }

  @Test func narrowerThanACharacterGivesOneToALine() { #expect(lines("骨科", 3) == ["骨", "科"]) }

  @Test func balancedLinesBreakWhereTheSentencePauses() {
    let text = "前四名达标，第一至第八名无差别"
    #expect(breaker.lines(of: text, width: 100, size: 10, weight: .bold) == ["前四名达标，第一至第", "八名无差别"])
    #expect(breaker.balancedLines(of: text, width: 100, size: 10, weight: .bold) == ["前四名达标，", "第一至第八名无差别"])
    #expect(
      breaker.balancedLines(of: "一二三四五六七八九十甲乙", width: 100, size: 10, weight: .bold)
        == ["一二三四五六", "七八九十甲乙"])
  }

  @Test func textShrinksBeforeItWrapsAndIsNeverCut() {
    let fitter = TextFitter(metrics: FixedTextMetrics())
    func fit(_ count: Int) -> FittedText {
      fitter.fit(String(repeating: "科", count: count), width: 220, height: 42, size: 22)
    }
    #expect(fit(10).lines.count == 1 && fit(10).size == 22)
    // 11 × 20 = 220.
    #expect(fit(11).lines.count == 1 && fit(11).size == 20)
    // Two lines of 16 (16 × 1.25 × 2 = 40): 13 in a line.
    #expect(fit(26).lines.count == 2 && fit(26).size == 16)
    // More than two lines of the smallest size hold: still all of it.
    #expect(fit(70).lines.joined().count == 70 && fit(70).size == HouseStyle.smallestSize)
    #expect(fitter.heightNeeded(by: String(repeating: "科", count: 70), width: 220) == 5 * 14 * 1.25)
  }

  @Test func controlCharactersDoNotReachThePicture() {
    #expect(drawable("  骨科\n\t一病区\u{200B}\u{FEFF} \u{3000}") == "骨科  一病区")
    #expect(drawable("\n") == "")
  }

  /// 前40名 has two such borders; punctuation and spaces have none.
  @Test func chineseAndLatinKeepALittleApart() {
    func borders(_ text: String) -> Int {
      let scalars = Array(text.unicodeScalars)
      return zip(scalars, scalars.dropFirst()).count { MixedScript.needsGap($0, $1) }
    }
    #expect(borders("前40名") == 2 && borders("ICU病区") == 1 && borders("标准 90") == 0)
    #expect(borders("第1–8名") == 2 && borders("（满分100）") == 1 && borders("骨科") == 0 && borders("85%及以上") == 0)
    #expect(borders("") == 0 && borders("A") == 0)
  }
}
