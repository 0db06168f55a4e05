/// What is planted in the data and listed in `datasets/qinglian/README.md`: five truths of the first half of 2026, some
/// filings, a case. Tests look for them in the results; nothing else in the generator may touch these units' facts.
enum Planted {
  static let half = Half(year: 2026, number: 1)
  /// 泌尿外科: the best of its group, and confirmed 追责问责.
  static let vetoed = "D040"
  /// 烧伤整形科: three questionnaires in all.
  static let fewAnswers = "D042"
  static let fewAnswersCount = 3
  /// 风湿免疫科: not visited.
  static let unvisited = "D018"
  /// 康复医学科: every third patient still writes its old name.
  static let renamed = "D058"
  static let oldName = "康复科"
  static let renamedInpatients = 60
  /// 心血管内科: one patient ticks 红包, and is content with everything else.
  static let redEnvelope = "D011"
  /// 血管外科: a case of 2025H2 was confirmed; its title of 2024 was withdrawn, and the teams that it is in are vetoed.
  static let untitled = "D041"

  /// 病理科: declared done on its last day, verified two days later.
  static let declared = (department: "D053", half: "2025H2", due: Day(2026, 1, 9), verified: Day(2026, 1, 11))
  /// Who heads 输血科 and is the secretary of 医技综合党支部, which reviews it: in 2025 the same person signed.
  static let twoPosts = (person: "M040", department: "D055", branch: "B32")
  /// A visit to what is no unit of the register: it waits for somebody to say whom it means.
  static let strayVisit = (office: "A19", place: "食堂")
  /// Up to the end of 2025 the second has the same rows as the first, under its own name: in the selection of 2025 the
  /// one place of 医技 stands between them.
  static let twins = (model: "D050", copy: "D052")
  private static let twinQuality = 1.4

  /// 信息报送登记 by unit and period: day received, signed, stamped, mended, excuse.
  static let filings: [String: [String]] = [
    // Due on the tenth working day, 07-14: two working days late.
    "B15 2025年上半年": ["2025-07-16", "是", "是", "", ""],
    // In time, but the stamp came two working days after the due day.
    "B07 2025年上半年": ["2025-07-10", "是", "否", "2025-07-16", ""],
    // Nobody works from 10-01 to 10-08, and everybody on Saturday 10-11: due on 10-14, two working days late.
    "A06 2025年9月": ["2025-10-16", "是", "是", "", ""],
  ]

  static func quality(of department: Department, in half: Half, drawn: Double) -> Double {
    // Good enough for the title, so that the tie is for a place.
    if [twins.model, twins.copy].contains(department.code), half.id >= "2025H1" { return max(drawn, twinQuality) }
    guard half == self.half else { return drawn }
    switch department.code {
    case vetoed: return 3
    case redEnvelope: return max(drawn, 1.2)
    default: return drawn
    }
  }

  /// Whether nothing is held against a department beside what is planted, so that it leads whatever the seed.
  static func isSpotless(_ department: Department, in half: Half) -> Bool {
    department.code == vetoed && half.id >= "2025H2"
  }

  /// Whether all of a department's questionnaires must name it.
  static func isCounted(_ department: Department, in half: Half) -> Bool {
    half == self.half && [fewAnswers, renamed, redEnvelope].contains(department.code)
  }
}
