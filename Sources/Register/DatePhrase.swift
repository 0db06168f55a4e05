/// Where the year of a date comes from that names none.
struct YearContext {
  var period: Period?
  /// Of the first half of a range: what the second half leaves out.
  var earlier: (year: Int, month: Int?)?

  init(period: Period?) { self.period = period }

  func following(year: Int?, month: Int?) -> YearContext {
    var context = self
    if let year { context.earlier = (year, month) }
    return context
  }

  /// The year in which a span of days is meant: the period's, or of a period over several years the one year in which
  /// the span's last day lies inside.
  func year(_ lastDay: (Int) -> CalendarDate?) -> Int? {
    if let earlier { return earlier.year }
    guard let period else { return nil }
    guard period.start.year != period.end.year else { return period.start.year }
    let years = (period.start.year...period.end.year).filter { lastDay($0).map(period.contains) ?? false }
    return years.count == 1 ? years[0] : nil
  }
}

/// One date, read from the left: year, then month, quarter or half, then the day or the part, then 前 and its like.
struct DatePhrase {
  private var rest: Substring
  /// What stood between year and month; another sign before the day makes it no date: 2025.6-12.
  private var sign: Character?
  private let years: YearContext
  /// What was read, for the other half of a range.
  private(set) var span: ClosedRange<CalendarDate>?
  private(set) var year: Int?
  private(set) var month: Int?

  init(_ text: String, _ years: YearContext) {
    rest = text[...]
    self.years = years
  }

  /// What stands behind the year.
  private enum Part {
    case wholeYear, months(ClosedRange<Int>)
    case day(month: Int, day: Int)
    case tenDays(month: Int, Int)
  }

  mutating func read() -> WrittenDate.Found {
    let isUpTo = take(["截止到", "截至", "截止"]) != nil
    if take(["明年", "去年", "次年", "来年", "后年", "下年", "本月", "下月", "当月", "次月", "上月", "本周", "下周", "本季度", "下季度"]) != nil {
      return refused(.relative)
    }
    if let early = monthMissing() { return early }
    let written = takeYear()
    if case .refused(let why) = written { return refused(why) }
    guard let part = takePart(hasYear: written != .absent) else { return refused(.unknown) }
    if case .refused(let why) = part { return refused(why) }
    guard case .part(let known) = part else { return refused(.unknown) }
    let ending = takeEnding()
    guard rest.isEmpty else { return refused(.unknown) }
    if ending.isVague { return refused(.vague) }
    // Of a span it is not said whether 前 means its beginning or its end; of 底 it is.
    var isDay = false
    if case .day = known { isDay = true }
    if ending.isBefore, !ending.isEnd, !isDay { return refused(.beforeWhat) }
    let inferred = years.year { Self.span(of: known, year: $0)?.upperBound }
    let stated: Int? = if case .year(let year) = written { year } else { nil }
    guard let year = stated ?? inferred else {
      // 2月30日 is wrong in every year.
      return refused(Self.span(of: known, year: 2000) == nil ? .impossibleDay : .yearUnknown)
    }
    guard let span = Self.span(of: known, year: year) else { return refused(.impossibleDay) }
    self.span = span
    self.year = year
    switch known {
    case .day(let month, _), .tenDays(let month, _): self.month = month
    case .months(let months): month = months.count == 1 ? months.lowerBound : nil
    case .wholeYear: break
    }
    let isInferred = stated == nil && years.earlier == nil
    let isDeadline = ending.isEnd || ending.isBefore || isUpTo
    if isDeadline { return (.deadline(span.upperBound), isInferred) }
    if isDay { return (.exact(span.lowerBound), isInferred) }
    return (.range(first: span.lowerBound, last: span.upperBound), isInferred)
  }

  private func refused(_ why: WrittenDate.Refusal) -> WrittenDate.Found { (.refused(why), false) }

  private static func span(of part: Part, year: Int) -> ClosedRange<CalendarDate>? {
    func days(_ first: (Int, Int), _ last: (Int, Int)) -> ClosedRange<CalendarDate>? {
      guard let from = CalendarDate(year: year, month: first.0, day: first.1),
        let to = CalendarDate(year: year, month: last.0, day: last.1)
      else { return nil }
      return from...to
    }
    switch part {
    case .wholeYear: return days((1, 1), (12, 31))
    case .months(let months):
      let last = months.upperBound
      return days((months.lowerBound, 1), (last, CalendarDate.lastDay(year: year, month: last)))
    case .day(let month, let day): return days((month, day), (month, day))
    case .tenDays(let month, let third):
      return days(
        (month, third * 10 + 1), (month, third == 2 ? CalendarDate.lastDay(year: year, month: month) : third * 10 + 10))
    }
  }

  // MARK: The parts, from the left

  private enum WrittenYear: Equatable { case absent, context, year(Int), refused(WrittenDate.Refusal) }
  private enum FoundPart { case part(Part), refused(WrittenDate.Refusal) }

  /// 月底前, 30日, 中旬: a month is wanting, but for the second half of a range.
  private mutating func monthMissing() -> WrittenDate.Found? {
    var ahead = self
    if ahead.take(["月底", "月末", "月初", "上旬", "中旬", "下旬"]) != nil { return refused(.monthMissing) }
    guard let day = ahead.takeNumber(), ahead.take(["日", "号"]) != nil else { return nil }
    guard let month = years.earlier?.month else {
      _ = ahead.takeEnding()
      return refused(ahead.rest.isEmpty ? .monthMissing : .unknown)
    }
    rest = "\(month)月\(day)日" + ahead.rest
    return nil
  }

  private mutating func takeYear() -> WrittenYear {
    if take(["今年", "本年度", "本年", "当年"]) != nil { return .context }
    // 年底前 and 年内 are read with the year's own part below.
    var ahead = self
    guard let year = ahead.takeNumber() else { return .absent }
    if ahead.take(["年度", "年"]) != nil {
      guard (1900...2199).contains(year) else { return .refused(year < 100 ? .yearShort : .impossibleDay) }
      self = ahead
      return .year(year)
    }
    guard (1900...2199).contains(year), let sign = ahead.rest.first, "-/.QqHh".contains(sign) else { return .absent }
    if "-/.".contains(sign) {
      ahead.rest.removeFirst()
      ahead.sign = sign
    }
    self = ahead
    return .year(year)
  }

  private mutating func takePart(hasYear: Bool) -> FoundPart? {
    if take(["第"]) != nil || startsQuarter { return takeQuarter() }
    if take(["上半年", "H1", "h1"]) != nil { return .part(.months(1...6)) }
    if take(["下半年", "H2", "h2"]) != nil { return .part(.months(7...12)) }
    var ahead = self
    guard let month = ahead.takeNumber() else { return takeWholeYear(hasYear: hasYear) }
    let isNamed = ahead.take(["月份", "月"]) != nil
    if !isNamed {
      guard !ahead.rest.isEmpty || hasYear else { return nil }
      if let next = ahead.rest.first, sign.map({ $0 == next }) ?? "/.".contains(next) {
        ahead.rest.removeFirst()
        guard let day = ahead.takeNumber() else { return nil }
        _ = ahead.take(["日", "号"])
        self = ahead
        return .part(.day(month: month, day: day))
      }
      guard hasYear else { return nil }
    }
    guard (1...12).contains(month) else { return .refused(.impossibleDay) }
    self = ahead
    for (third, words) in [["上旬"], ["中旬"], ["下旬"]].enumerated() where take(words) != nil {
      return .part(.tenDays(month: month, third))
    }
    if let day = takeNumber() {
      _ = take(["日", "号"])
      return .part(.day(month: month, day: day))
    }
    return .part(.months(month...month))
  }

  private var startsQuarter: Bool {
    var ahead = self
    if ahead.take(["Q", "q"]) != nil { return ahead.takeNumber() != nil }
    return ahead.takeNumber() != nil && ahead.take(["季度", "季"]) != nil
  }

  private mutating func takeQuarter() -> FoundPart? {
    let isLetter = take(["Q", "q"]) != nil
    guard let quarter = takeNumber(), isLetter || take(["季度", "季"]) != nil else { return nil }
    guard (1...4).contains(quarter) else { return .refused(.impossibleDay) }
    return .part(.months(quarter * 3 - 2...quarter * 3))
  }

  /// 2025年, 2025年底, 年底前, 年内.
  private mutating func takeWholeYear(hasYear: Bool) -> FoundPart? {
    if hasYear || ["年底", "年末", "年内", "年初", "年中"].contains(where: { rest.starts(with: $0) }) {
      _ = take(["年"])
      return .part(.wholeYear)
    }
    return nil
  }

  private mutating func takeEnding() -> (isEnd: Bool, isBefore: Bool, isVague: Bool) {
    if take(["初", "中"]) != nil {
      _ = takeBefore()
      return (false, false, true)
    }
    let isEnd = take(["底", "末", "内"]) != nil
    return (isEnd, takeBefore(), false)
  }

  private mutating func takeBefore() -> Bool {
    let isBefore = take(["之前", "以前", "前", "截止", "止"]) != nil
    _ = take(["全面完成", "完成整改", "整改完成", "整改到位", "完成"])
    return isBefore
  }

  private mutating func take(_ words: [String]) -> String? {
    guard let word = words.first(where: { rest.starts(with: $0) }) else { return nil }
    rest.removeFirst(word.count)
    return word
  }

  /// A number in digits or in Chinese numerals up to 三十一; years also as 二〇二五.
  private mutating func takeNumber() -> Int? {
    let digits = rest.prefix { $0.isASCII && $0.isNumber }
    if !digits.isEmpty {
      guard digits.count <= 4 else { return nil }
      rest.removeFirst(digits.count)
      return Int(digits)
    }
    let numerals = rest.prefix { Self.numerals[$0] != nil || $0 == "十" }
    guard !numerals.isEmpty, let number = Self.number(numerals) else { return nil }
    rest.removeFirst(numerals.count)
    return number
  }

  private static let numerals: [Character: Int] = [
    "〇": 0, "零": 0, "一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9,
  ]

  private static func number(_ text: Substring) -> Int? {
    guard let ten = text.firstIndex(of: "十") else {
      guard text.count == 1 || text.count == 4 else { return nil }
      return text.reduce(0) { $0 * 10 + (numerals[$1] ?? 0) }
    }
    let (tens, ones) = (text[..<ten], text[text.index(after: ten)...])
    guard tens.count <= 1, ones.count <= 1, !ones.contains("十") else { return nil }
    return (tens.first.flatMap { numerals[$0] } ?? 1) * 10 + (ones.first.flatMap { numerals[$0] } ?? 0)
  }
}
