import Findings

/// What the answers to one question could be: options, steps of a scale, or people's own words.
///
/// Own words are nobody's option: one of them can say who did what to whom. What fewer people wrote than the smallest
/// count that is shown is not proposed, unless it is an answer that everybody knows.
struct DraftAnswers {
  typealias Proposal = (kind: SurveyDraft.Kind, type: String, basis: String, options: [SurveyDraft.Option])

  private static let mostOptions = 15
  /// What is longer than an option usually is, and written by fewer people, is somebody's own words.
  private static let (longestRareOption, fewestOfLong) = (15, 5)
  /// Questions that ask for own words.
  private static let open = ["意见", "建议", "说明", "反映", "留言", "补充", "备注", "评语", "想说"]

  private let column: SurveySample.Column
  private let minimumCell: Int

  init(_ column: SurveySample.Column, minimumCell: Int) {
    self.column = column
    self.minimumCell = minimumCell
  }

  private typealias Counts = [(text: String, count: Int)]

  private static func add(_ text: String, _ count: Int, to counts: inout Counts) {
    if let index = counts.firstIndex(where: { $0.text == text }) {
      counts[index].count += count
    } else {
      counts.append((text, count))
    }
  }

  /// The options that may be written down, and how many kinds of texts may not.
  private func listed(_ counts: Counts) -> (options: Counts, hidden: Int) {
    if KnownScales.scale(of: counts.map(\.text)) != nil { return (counts, 0) }
    let common = counts.filter { $0.count >= minimumCell }
    let scale = KnownScales.scale(of: common.map(\.text)) ?? []
    let kept = counts.filter { option in
      option.count >= minimumCell || scale.contains(option.text) || KnownScales.notApplicable.contains(option.text)
        || KnownScales.points(option.text) != nil
    }
    return (kept, counts.count - kept.count)
  }

  private func note(_ hidden: Int) -> String {
    hidden == 0 ? "" : "；另有\(hidden)种写法各少于\(minimumCell)份，没有列出，请对照问卷补上选项"
  }

  var optionsOrText: Proposal {
    var counts: Counts = []
    for value in column.values { Self.add(withoutAddedText(value.text), value.count, to: &counts) }
    func text(_ basis: String) -> Proposal { (.text, "drop", "\(basis)，当作自由文字；要入库请改类型", []) }
    guard !column.isWide, counts.count <= Self.mostOptions, column.answered >= 2 * counts.count else {
      return text("\(counts.count)\(column.isWide ? "种以上" : "种")写法")
    }
    let isKnown = KnownScales.scale(of: counts.map(\.text)) != nil
    let hasPoints = counts.contains { KnownScales.points($0.text) != nil }
    if let word = Self.open.first(where: column.header.contains), !isKnown, !hasPoints {
      return text("表头有“\(word)”")
    }
    let hasRemark = counts.contains { option in
      option.count < Self.fewestOfLong && option.text.count > Self.longestRareOption
        && !KnownScales.notApplicable.contains(option.text)
    }
    if hasRemark, !isKnown { return text("有少数人写的长句") }
    let (shown, hidden) = listed(counts)
    guard shown.count > 1 else { return text("只有\(shown.count)种写法不少于\(minimumCell)份") }
    return proposal(shown, note(hidden), hasPoints: hasPoints)
  }

  private func proposal(_ counts: Counts, _ note: String, hasPoints: Bool) -> Proposal {
    if hasPoints {
      let options = counts.map { option in
        let points = KnownScales.points(option.text)
        return Self.option(option, points.map { "\($0)" }, points == nil ? "" : "选项写明的分数")
      }
      return (.scale, "number", "\(counts.count)个选项，写作几分\(note)", options)
    }
    guard let scale = KnownScales.scale(of: counts.map(\.text)) else {
      let options = counts.map { Self.option($0, nil, "先后不明，请填写；不计分则类型保持text、数值空着") }
      return (.options, "text", "\(column.answered)格有\(counts.count)种写法\(note)", options)
    }
    let step = 100 / Double(scale.count - 1)
    let options = counts.map { option in
      let place = scale.firstIndex(of: option.text)
      let points = place.map { plain(((100 - Double($0) * step) * 100).rounded() / 100) }
      return Self.option(option, points, "已知的先后：\(scale.joined(separator: "＞"))，等距")
    }
    return (.scale, "number", "\(counts.count)个选项都在已知的先后里\(note)", options)
  }

  private static func option(
    _ option: (text: String, count: Int), _ meaning: String?, _ basis: String
  ) -> SurveyDraft.Option {
    if KnownScales.notApplicable.contains(option.text) {
      return .init(text: option.text, count: option.count, meaning: "not_applicable", basis: "已知的“不适用”说法")
    }
    return .init(
      text: option.text, count: option.count, meaning: meaning ?? "",
      basis: meaning == nil && basis.isEmpty ? "请填写" : basis)
  }

  /// Options between separators, how many cells have one, and a note on what is left out; nil if these are no options.
  func parts(separator: Character) -> (options: [SurveyDraft.Option], cells: Int, unlisted: String)? {
    var cells = 0
    var counts: Counts = []
    for value in column.values {
      let parts = Self.split(value.text, separator)
      if parts.count > 1 { cells += value.count }
      for part in parts { Self.add(part, value.count, to: &counts) }
    }
    let (shown, hidden) = listed(counts)
    guard cells > 0, counts.count <= 2 * Self.mostOptions, shown.count > 1 else { return nil }
    let options = shown.map { option in
      SurveyDraft.Option(text: option.text, count: option.count, meaning: "", basis: "出现过的选项，没有人选的请补上")
    }
    return (options, cells, note(hidden))
  }

  /// Parts between separators outside 〖〗, without what respondents added.
  private static func split(_ text: String, _ separator: Character) -> [String] {
    var parts = [""]
    var isInside = false
    for sign in text {
      switch sign {
      case "〖": isInside = true
      case "〗": isInside = false
      case separator where !isInside: parts.append("")
      default: if !isInside { parts[parts.count - 1].append(sign) }
      }
    }
    return parts.map { String($0.drop { $0.isWhitespace }) }.filter { !$0.isEmpty }
  }
}
