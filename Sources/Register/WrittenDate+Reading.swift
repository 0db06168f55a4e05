extension WrittenDate {
  /// Longer cells are texts, not dates.
  private static let longest = 60

  /// Reads a cell. Full-width signs and space count as narrow ones or not at all; a time behind a day is left out.
  /// - Parameters:
  ///   - period: what the ledger is about: gives the year where none is written.
  ///   - holdsSerialNumbers: the column keeps days as a spreadsheet does, counted from 1899-12-30.
  package init(_ cell: String, within period: Period? = nil, holdsSerialNumbers: Bool = false) {
    var text = cell[...]
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    let words = String(text)
    guard !words.isEmpty else {
      self.init(words: words, reading: .refused(.blank))
      return
    }
    guard words.count <= Self.longest else {
      self.init(words: words, reading: .refused(.unknown))
      return
    }
    var plain = Self.withoutTime(narrowed(words)).filter { !$0.isWhitespace }
    while let last = plain.last, "。.;".contains(last) { plain.removeLast() }
    let years = YearContext(period: period)
    let found = Self.read(plain, years, holdsSerialNumbers: holdsSerialNumbers)
    self.init(words: words, reading: found.reading, isYearInferred: found.isYearInferred)
  }

  typealias Found = (reading: Reading, isYearInferred: Bool)

  private static func read(_ text: String, _ years: YearContext, holdsSerialNumbers: Bool) -> Found {
    if let reading = withoutDay(text) { return (reading, false) }
    if let number = number(text, holdsSerialNumbers: holdsSerialNumbers) { return (number, false) }
    var phrase = DatePhrase(text, years)
    let single = phrase.read()
    if case .refused(.unknown) = single.reading {
      if let range = range(text, years) { return range }
      if isSeveral(text, years) { return (.refused(.several), false) }
    }
    return single
  }

  /// What stands for itself, in the ways that ledgers have it.
  private static func withoutDay(_ text: String) -> Reading? {
    switch text {
    case "立行立改", "立即整改", "立即", "即知即改", "即行即改", "立知立改", "立查立改", "立整立改", "边查边改", "即时整改", "马上整改": .immediate
    case "长期坚持", "长期", "长期整改", "长期推进", "长期执行", "持续推进", "持续整改", "持续坚持", "持续改进", "持续", "常态化", "常态化推进", "常态化开展",
      "长期坚持、持续推进", "长期坚持,持续推进":
      .standing
    case "已完成", "已整改", "已整改完成", "已完成整改", "整改完成", "完成", "已办结", "已到位", "已整改到位": .done
    default: nil
    }
  }

  /// A cell of digits alone, perhaps with one point: never a date as it stands, but for eight digits.
  private static func number(_ text: String, holdsSerialNumbers: Bool) -> Reading? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count <= 2, parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy { $0.isASCII && $0.isNumber } }),
      let whole = Int(parts[0])
    else { return nil }
    if holdsSerialNumbers {
      // Five digits are the years 1927 to 2173. Spreadsheets count a 29 February 1900 that never was; a fraction is a
      // time of the day.
      guard parts[0].count == 5, let first = CalendarDate(year: 1900, month: 1, day: 1),
        let day = first.adding(days: whole - 2)
      else { return .refused(.unknown) }
      return .exact(day)
    }
    if parts.count == 2 {
      // 6.3 and 2025.1 may have been 6.30 and 2025.10; five digits before the point are a day and a time of it.
      if parts[0].count == 5 { return .refused(.serialNumber) }
      let mayLackZero = parts[1].count == 1 && parts[0].count <= 4 && (1...3).contains(Int(parts[1]) ?? 0)
      let isMonthOfYear = parts[0].count == 4
      return mayLackZero && (!isMonthOfYear || parts[1] == "1") ? .refused(.zeroLost) : nil
    }
    switch text.count {
    case 8: return CalendarDate(yyyymmdd: whole).map { .exact($0) } ?? .refused(.impossibleDay)
    case 5: return .refused(.serialNumber)
    default: return .refused(.bareNumber)
    }
  }

  /// Two dates with one sign between; what the second leaves out, it has from the first.
  private static func range(_ text: String, _ years: YearContext) -> Found? {
    var found: [Found] = []
    for separator in ["至", "到", "~", "——", "—", "–", "--", "-"] {
      for position in text.ranges(of: separator) {
        let (left, right) = (String(text[..<position.lowerBound]), String(text[position.upperBound...]))
        if let range = range(from: left, to: right, years) { found.append(range) }
      }
      if !found.isEmpty { break }
    }
    return found.count == 1 ? found[0] : nil
  }

  private static func range(from left: String, to right: String, _ years: YearContext) -> Found? {
    // 11月1日至2026年3月31日 says nothing about the first year, unless the period does.
    var begin = DatePhrase(left, years)
    let from = begin.read()
    if case .deadline = from.reading { return nil }
    guard let first = begin.span else {
      if case .refused(.yearUnknown) = from.reading { return isDate(right, years) ? from : nil }
      return refusal(from.reading, beside: right, years)
    }
    var end = DatePhrase(right, years.following(year: begin.year, month: begin.month))
    let to = end.read()
    guard let last = end.span else { return refusal(to.reading, beside: left, years) }
    guard first.lowerBound <= last.upperBound else { return (.refused(.reversed), false) }
    return (.range(first: first.lowerBound, last: last.upperBound), from.isYearInferred)
  }

  /// 6月1日至6月31日: what is wrong with one half is wrong with the whole.
  private static func refusal(_ reading: Reading, beside other: String, _ years: YearContext) -> Found? {
    guard case .refused(.impossibleDay) = reading, isDate(other, years) else { return nil }
    return (reading, false)
  }

  private static func isDate(_ text: String, _ years: YearContext) -> Bool {
    var phrase = DatePhrase(text, years)
    _ = phrase.read()
    return phrase.span != nil
  }

  /// Whether the parts between commas are each a date, or a class of them.
  private static func isSeveral(_ text: String, _ years: YearContext) -> Bool {
    let parts = text.split { "、,;和或及|".contains($0) }
    return parts.count > 1 && parts.allSatisfy { withoutDay(String($0)) != nil || isDate(String($0), years) }
  }

  /// `2025-06-30 00:00:00` as exports write it: the day alone. What is no time stays.
  private static func withoutTime(_ text: String) -> String {
    guard let gap = text.lastIndex(where: { $0 == " " || $0 == "T" }) else { return text }
    let parts = text[text.index(after: gap)...].split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2 || parts.count == 3 else { return text }
    for (part, limit) in zip(parts, [24, 60, 60]) {
      let digits = part.split(separator: ".", maxSplits: 1).first ?? ""
      guard (1...2).contains(digits.count), digits.allSatisfy({ $0.isASCII && $0.isNumber }),
        let number = Int(digits), number < limit, part.allSatisfy({ $0 == "." || ($0.isASCII && $0.isNumber) })
      else { return text }
    }
    return String(text[..<gap])
  }
}
