/// The five truths that are planted in the last half and listed in `datasets/qinglian/README.md`. Tests look for them
/// in the results; nothing else in the generator may touch these departments' facts.
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

  static func quality(of department: Department, in half: Half, drawn: Double) -> Double {
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
