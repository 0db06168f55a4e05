/// What respondents of 问卷星 do: moods, satisfied clicking, blanks.
struct Answers {
  /// The mean number of points that an answer below the top loses, for `lesser`.
  private static let meanLoss = 24.5
  private static let straightTopShare = 0.05

  let options: [String]
  /// The share of this respondent's answers that are not the top one.
  private let lesserShare: Double

  /// - Parameters:
  ///   - options: the five answers, best first: 100, 80, 60, 30 and 0 points.
  ///   - mean: the expected points of the whole group. A few of it click the top answer throughout; with those who are
  ///     content with everything, about three rows in ten are all-top.
  init(options: [String], mean: Double, _ random: inout SplitMix64) {
    self.options = options
    let isAllTop = random.chance(Self.straightTopShare)
    let mood = random.chance(0.5) ? 1.4 : 0.6
    lesserShare = isAllTop ? 0 : min(0.95, (100 - mean) / (1 - Self.straightTopShare) / Self.meanLoss * mood)
  }

  /// An answer; `strictness` above 1 stands for questions that please less.
  func answer(strictness: Double = 1, _ random: inout SplitMix64) -> String {
    guard random.chance(lesserShare * strictness) else { return options[0] }
    return random.pick(weighted: [(options[1], 85), (options[2], 11), (options[3], 3), (options[4], 1)])
  }

  /// Now and then left blank, as the site exports it.
  static func orBlank(_ answer: String, _ random: inout SplitMix64) -> String {
    let draw = random.unit()
    return draw < 0.008 ? "(空)" : draw < 0.011 ? "" : answer
  }
}

/// The columns that 问卷星 puts before the questions.
struct ResponseMeta {
  static let header = ["序号", "提交答卷时间", "所用时间", "来源", "来源详情", "来自IP"]
  let half: Half
  /// The survey runs from this day on, for so many days.
  let firstDay: Day
  let days: Int

  /// Cells for all but the number.
  func cells(_ random: inout SplitMix64) -> [String] {
    [
      time(&random), duration(&random),
      random.pick(weighted: [("微信", 70), ("手机提交", 22), ("链接", 8)]),
      random.pick(weighted: [("直接提交", 85), ("N/A", 15)]),
      "10.20.\(random.integer(1...12)).\(random.integer(2...9))(本地)",
    ]
  }

  private func time(_ random: inout SplitMix64) -> String {
    let day = firstDay.adding(random.integer(0...days - 1))
    let (hour, minute, second) = (random.integer(7...20), random.integer(0...59), random.integer(0...59))
    switch half.number == 2 ? 1 : 0 {
    case 0: return "\(day.iso) \(two(hour)):\(two(minute)):\(two(second))"
    default: return "\(day.written(.slashes)) \(hour):\(two(minute)):\(two(second))"
    }
  }

  /// Seven in a hundred are faster than one can read.
  private func duration(_ random: inout SplitMix64) -> String {
    let seconds = random.chance(0.07) ? random.integer(6...19) : random.integer(28...260)
    if random.chance(0.05) { return "\(seconds)" }
    return seconds < 60 ? "\(seconds)秒" : "\(seconds / 60)分\(seconds % 60)秒"
  }
}

/// Numbers the responses, and repeats a few: exported twice under one number, or submitted again under a new one.
func numbered(_ responses: [[String]], _ random: inout SplitMix64, mayRepeat: (Int) -> Bool) -> [[String]] {
  var rows: [[String]] = []
  var number = 0
  for (index, response) in responses.enumerated() {
    number += 1
    rows.append(["\(number)"] + response)
    guard mayRepeat(index) else { continue }
    let draw = random.unit()
    if draw < 0.009 {
      rows.append(["\(number)"] + response)
    } else if draw < 0.015 {
      number += 1
      rows.append(["\(number)"] + response)
    }
  }
  return rows
}
