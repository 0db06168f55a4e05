import Testing

@testable import Tables

@Suite("Cells of several options")
struct ChoiceTextTests {
  let plain = ChoiceText(options: ["甲", "乙", "丙", "其他", "其他（请注明）"], separator: "┋")

  @Test(
    "takes options apart at the separator, but not inside 〖〗",
    arguments: [
      ("甲", [0], false), ("甲┋丙", [0, 2], false), (" 甲 ┋ 丙 ", [0, 2], false), ("其他〖乙┋丙〗", [3], false),
      ("其他〖乙┋丙〗┋甲", [3, 0], false), ("其他（请注明）〖x〗┋乙", [4, 1], false), ("其他(请注明)", [4], false),
      ("其他〖〗", [3], false), ("其他〖a〗b〗┋甲", [3, 0], false), ("其他〖没写完", [3], true), ("其他〖没写完┋丙", [3, 2], true),
      ("其他〖没┋写完┋丙", [3, 2], true), ("甲┋其他〖x┋y", [0, 3], true),
    ])
  func apart(_ text: String, _ options: [Int], _ isOpen: Bool) {
    #expect(plain.read(text) == .options(options, isOpen: isOpen))
  }

  @Test(
    "names what is no option",
    arguments: [
      ("丁", "丁"), ("甲┋丁", "丁"), ("甲乙", "甲乙"), ("甲┋", "甲┋"), ("丁〖x〗┋甲", "丁〖x〗"),
    ])
  func unknown(_ text: String, _ part: String) {
    #expect(plain.read(text) == .unknown(part))
  }

  @Test("reads blanks, arrows and semicolons between options")
  func separators() {
    let codes = ChoiceText(options: ["R", "G", "R G"], separator: ";")
    #expect(codes.read("R;R G") == .options([0, 2], isOpen: false))
    #expect(ChoiceText(options: ["R", "G"], separator: " ").read("R G") == .options([0, 1], isOpen: false))
    #expect(ChoiceText(options: ["甲", "乙"], separator: "→").read("乙→甲") == .options([1, 0], isOpen: false))
  }

  /// Any option texts, the signs among them, joined as the product joins them, come apart again; as documented, unless an
  /// option reads like several others, and as long as what a respondent adds does not hold 〗 before a separator or 〖.
  @Test("any options come apart again as they were joined")
  func roundTrip() {
    var state: UInt64 = 0x9E37
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    let signs = ["甲", "乙", "丙", "┋", "〖", "〗", "→", "a", "（", " "]
    func word(_ alphabet: [String], _ most: Int) -> String {
      (0..<1 + next(most)).map { _ in alphabet[next(alphabet.count)] }.joined()
    }
    var tried = 0
    for _ in 0..<20_000 {
      // Each option begins and ends with a mark of its own, so that no list of options reads in two ways.
      let options = (0..<1 + next(4)).map { "\($0)" + word(signs, 4) + "#\($0)" }
      let chosen = options.indices.filter { _ in next(2) == 0 }
      guard !chosen.isEmpty else { continue }
      let cell = chosen.map { index in
        options[index] + (next(3) == 0 ? "〖" + word(["甲", "┋", "→", "x", "，"], 5) + "〗" : "")
      }.joined(separator: "┋")
      tried += 1
      #expect(
        ChoiceText(options: options, separator: "┋").read(cell) == .options(chosen, isOpen: false), "\(options) \(cell)"
      )
    }
    #expect(tried > 10_000)
  }

  @Test("takes no longer than it must for a long cell of nothing")
  func bounded() {
    let long = String(repeating: "甲〖┋", count: 2_000) + "?"
    _ = ChoiceText(options: ["甲", "甲〖"], separator: "┋").read(long)
  }
}
