import Findings
import Schemes
import Scoring

extension RunTables {
  /// One line for each quota and group: who competed for how many places, and who would have had one.
  package func contests() -> [String] { run.sheet.contests.map(sentence) }

  /// The contests in which the unit took part, with its position.
  func contests(of unit: Int) -> [String] {
    run.sheet.contests.compactMap { contest in
      guard let position = contest.candidates.firstIndex(of: unit) else { return nil }
      let line = sentence(contest)
      return language == .chinese
        ? "\(line)本单位在竞争名额的单位中列第\(position + 1)。" : "\(line) This unit is number \(position + 1) of those who compete."
    }
  }

  private func sentence(_ contest: Contest) -> String {
    let isChinese = language == .chinese
    let separator = isChinese ? "、" : ", "
    func names(_ units: [Int]) -> String {
      let shown = units.prefix(Self.shown).map { run.sheet.units[$0].name }.joined(separator: separator)
      guard units.count > Self.shown else { return shown }
      return isChinese ? "\(shown)等\(units.count)个" : "\(shown) and \(units.count - Self.shown) more"
    }
    let group = contest.group.isEmpty ? "" : isChinese ? "（\(contest.group)）" : " (\(contest.group))"
    let used =
      contest.placesUsed == 0
      ? "" : isChinese ? "，当年已授\(contest.placesUsed)个" : ", \(contest.placesUsed) given before in the year"
    var line =
      isChinese
      ? "“\(contest.grade)”名额\(group)：基数\(contest.base)个，名额\(contest.places)个\(used)，符合条件\(contest.candidates.count)个，授予\(contest.winners.count)个。"
      : "Places for “\(contest.grade)”\(group): base \(contest.base), places \(contest.places)\(used), \(contest.candidates.count) meet the conditions, \(contest.winners.count) get it."
    for displaced in contest.displaced {
      let causes = displaced.effects.map { "“\($0)”" }.joined(separator: separator)
      let name = names([displaced.unit])
      line +=
        isChinese
        ? "\(name)按名次本可进入，因\(causes)退出，由后面的单位递补。" : " \(name) would have had a place by rank but for \(causes)."
    }
    return line
  }
  private static let shown = 8
}

extension GradeAttempt.Outcome {
  /// Decided by comparison with other units, or for want of a line, and not by the unit's own points.
  var isAboutPlaces: Bool {
    switch self {
    case .noPlace, .tiedOut, .tiedForCommittee, .percentileBelow, .noRanks, .noCutOff: true
    case .granted, .kept, .below, .childBelow, .capped: false
    }
  }
}
