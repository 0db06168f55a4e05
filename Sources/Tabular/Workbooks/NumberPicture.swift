/// What a number format lets a person see where that is more, or other, than the plain number: `"QX"0000` shows 12 as
/// QX0012. For columns of texts; numbers are read as they are.
///
/// Formats are split at `;`: for positive numbers, negative ones, zero, and texts (ECMA-376, 18.8.31). What cannot be
/// shown without guessing – conditions, fractions, exponents, Chinese numerals, hidden values – has no picture.
struct NumberPicture: Sendable {
  private enum Section: Sendable {
    case number(NumberSection)
    /// `@` with what stands around it.
    case text(before: String, after: String)
    /// Nobody can say what is seen.
    case unknown
  }

  private let sections: [Section]
  /// What texts look like; nil: as they are.
  private let texts: Section?

  /// Formats that have a number and no code, as far as they show more than the number (ECMA-376 18.8.30); signs of
  /// money differ from country to country, and nobody can say which is seen.
  init?(builtIn id: Int) {
    let codes = [
      1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 37: "#,##0;-#,##0", 38: "#,##0;-#,##0",
      39: "#,##0.00;-#,##0.00", 40: "#,##0.00;-#,##0.00",
    ]
    if let code = codes[id] {
      self.init(code: code)
    } else if (5...8).contains(id) || (11...13).contains(id) || (41...44).contains(id) || id == 48 {
      self = .unreadable
    } else {
      return nil
    }
  }

  /// Of a format whose numbers nobody can say how they are seen.
  static let unreadable = NumberPicture()

  private init() { (sections, texts) = ([.unknown], nil) }

  /// Days and times are read as such; nobody can say what words among them mean that are no units of time.
  /// - Returns: nil for formats that show a day or a time and nothing else.
  init?(ofTimes code: String) {
    let units = "年月日号时分秒点上下午星期周至 -/.,:()（）T~"
    let words = FormatParts(code).sections.first?.compactMap { part in
      if case .literal(let text) = part { text } else { nil }
    }
    guard words?.joined().allSatisfy(units.contains) == false else { return nil }
    self = .unreadable
  }

  /// - Returns: nil for formats that show numbers and texts as they are.
  init?(code: String) {
    let parts = FormatParts(code)
    guard !parts.arePlain else { return nil }
    let all = parts.sections.map(Self.section)
    let last = parts.sections.last.map { $0.contains(.text) } == true ? all.last : nil
    texts = all.count == 4 ? all[3] : last
    sections = Array(all.count == 4 ? all[..<3] : all.count > 1 && last != nil ? all.dropLast() : all[...])
  }

  private static func section(_ parts: [FormatParts.Part]) -> Section {
    if parts.isEmpty || parts.contains(.unknown) { return .unknown }
    guard let text = parts.firstIndex(of: .text) else {
      return NumberSection(parts).map { .number($0) } ?? .unknown
    }
    let around = [parts[..<text], parts[(text + 1)...]].map { side in
      side.compactMap { if case .literal(let text) = $0 { text } else { nil } }
    }
    guard around[0].count + around[1].count == parts.count - 1 else { return .unknown }
    return .text(before: around[0].joined(), after: around[1].joined())
  }

  /// Whether texts are seen otherwise than they stand.
  var changesTexts: Bool {
    switch texts {
    case nil, .text("", ""): false
    default: true
    }
  }

  /// What is seen of a text; nil: nobody can say.
  func seen(text: String) -> String? {
    switch texts {
    case nil: text
    case .text(let before, let after): before + text + after
    default: nil
    }
  }

  /// What is seen of a number; nil: nobody can say.
  func seen(_ value: Double) -> String? {
    let isNegative = value < 0
    let index = sections.count > 2 && value == 0 ? 2 : sections.count > 1 && isNegative ? 1 : 0
    // A format with a section for texts alone shows numbers as they are, between its words.
    guard sections.indices.contains(index) else { return nil }
    switch sections[index] {
    case .unknown: return nil
    case .text(let before, let after): return before + NumberText.text(value) + after
    case .number(let section):
      guard let seen = section.seen(abs(value)) else { return nil }
      // A section of its own for negative numbers brings its own sign.
      return isNegative && index == 0 && seen.contains(where: { "123456789".contains($0) }) ? "-" + seen : seen
    }
  }
}
