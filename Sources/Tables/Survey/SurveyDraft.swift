import Findings
import Register
import Tabular

/// A table of texts that a person looks at and fills in; the first row is the header.
package struct DraftSheet: Sendable, Equatable {
  package var name: String
  package var rows: [[String]]
  package init(name: String, rows: [[String]]) {
    self.name = name
    self.rows = rows
  }
}

/// What a spec for a survey's file could be: every proposal with what it rests on, for a person to check and sign.
package struct SurveyDraft: Sendable {
  package enum Kind: String, Sendable, CaseIterable {
    case metadata = "平台列"
    case unit = "单位"
    case options = "单选"
    case scale = "量表"
    case choices = "多选"
    case ranking = "排序"
    case number = "数字"
    case text = "文字"
  }

  package struct Option: Sendable {
    package var text: String
    package var count: Int
    /// `100`, `not_applicable`, or empty where nobody can tell.
    package var meaning: String
    package var basis: String
  }

  package struct Column: Sendable {
    package var header: String
    package var id: String
    package var kind: Kind
    /// A `ColumnType`, `choices`, `ranking` or `drop`.
    package var type: String
    package var isRequired = false
    package var options: [Option] = []
    package var basis: String
  }

  package var file: String
  package var form: SurveyRule.Form?
  package var formBasis: String
  package var columns: [Column]
  package var rowCount: Int
  /// Texts of the unit column, with how many rows say so.
  package var unitTexts: [(text: String, count: Int)] = []

  package var unitColumn: Column? { columns.first { $0.kind == .unit } }
}

/// Drafts a spec from an export by text.
package struct SurveyDrafter {
  private let sample: SurveySample
  private let file: String
  private let register: UnitRegister
  private static let personal = ["姓名", "名字", "电话", "手机", "身份证", "联系方式", "微信号", "住院号", "工号"]
  private static let departments = ["科室", "病区", "部门", "支部", "处室"]
  private static let mostOptions = 15
  /// What is longer than an option usually is, and written by fewer people, is somebody's own words.
  private static let (longestRareOption, fewestOfLong) = (15, 5)

  /// - Parameter name: what the draft calls the file.
  /// - Returns: nil if it has no header row.
  package init?(_ file: any RecordFile, called name: String, headerRow: Int, register: UnitRegister) {
    var reader = file.records()
    while reader.row < headerRow { guard reader.advance() else { return nil } }
    sample = SurveySample(&reader)
    self.file = name
    self.register = register
  }

  /// Whether the headers or the name are those of an export by number or by score, from which no words can be read.
  package var isCoded: Bool {
    let named = SurveyRule.export(namedIn: file)
    return named != nil && named != .text
      || SurveyHeaders(sample.columns.map(\.header), form: .wjx).isCoded
  }

  package func draft() -> SurveyDraft {
    let (form, basis) = form()
    var taken: Set<String> = Set(TableSpec.engineColumns)
    var columns: [SurveyDraft.Column] = []
    var hasUnit = false
    for column in sample.columns where !column.header.isEmpty {
      var drafted = draft(column, form: form, mayBeUnit: !hasUnit)
      hasUnit = hasUnit || drafted.kind == .unit
      drafted.id = Self.free(Self.name(for: column.header), &taken)
      columns.append(drafted)
    }
    var draft = SurveyDraft(
      file: file, form: form, formBasis: basis, columns: columns, rowCount: sample.rowCount)
    if let unit = draft.unitColumn, let column = sample.columns.first(where: { $0.header == unit.header }) {
      draft.unitTexts = column.values
    }
    return draft
  }

  /// The product, by the columns of its own.
  private func form() -> (SurveyRule.Form?, String) {
    let headers = Set(sample.columns.map { headerForm($0.header) })
    let marks: [(SurveyRule.Form, [String])] = [
      (.wjx, ["序号", "提交答卷时间"]), (.odk, ["SubmissionDate", "KEY"]), (.kobo, ["_uuid", "_submission_time"]),
      (.limesurvey, ["submitdate", "lastpage"]),
    ]
    for (form, names) in marks where names.allSatisfy(headers.contains) {
      return (form, "有\(names.joined(separator: "、"))这两列")
    }
    return (nil, "没有认出平台的列，请填写")
  }

  private func draft(_ column: SurveySample.Column, form: SurveyRule.Form?, mayBeUnit: Bool) -> SurveyDraft.Column {
    func made(
      _ kind: SurveyDraft.Kind, _ type: String, _ basis: String, isRequired: Bool = false,
      _ options: [SurveyDraft.Option] = []
    ) -> SurveyDraft.Column {
      SurveyDraft.Column(
        header: column.header, id: "", kind: kind, type: type, isRequired: isRequired, options: options, basis: basis)
    }
    if let form, form.isPersonal(column.header) { return made(.metadata, "drop", "能看出是谁、从哪里答的") }
    if let form, form.isMetadata(column.header) {
      switch headerForm(column.header) {
      case "序号", "id", "_id": return made(.metadata, "integer", "平台给每份答卷的编号", isRequired: true)
      case "KEY": return made(.metadata, "text", "平台给每份答卷的编号", isRequired: true)
      case "提交答卷时间", "SubmissionDate", "_submission_time", "submitdate":
        return made(.metadata, "datetime", "平台记下的提交时间", isRequired: true)
      case "所用时间": return made(.metadata, "duration_s", "平台记下的用时")
      case "interviewtime": return made(.metadata, "number", "平台记下的用时（秒）")
      default: return made(.metadata, "drop", "平台列，评分不用")
      }
    }
    if let word = Self.personal.first(where: column.header.contains) { return made(.text, "drop", "表头有“\(word)”") }
    if mayBeUnit, let basis = unitBasis(column) { return made(.unit, "text", basis, isRequired: true) }
    if column.answered == 0 { return made(.text, "drop", "没有人填写") }
    if let (options, count) = parts(column, separator: "┋") {
      return made(.choices, "choices", "\(count)格有“┋”", options)
    }
    if let (options, count) = parts(column, separator: "→") {
      return made(.ranking, "ranking", "\(count)格有“→”", options)
    }
    let whole = column.values.allSatisfy { Int($0.text) != nil }
    if whole, !column.isWide { return made(.number, "integer", "\(column.answered)格都是整数") }
    return optionsOrText(column, made)
  }

  private func optionsOrText(
    _ column: SurveySample.Column,
    _ made: (SurveyDraft.Kind, String, String, Bool, [SurveyDraft.Option]) -> SurveyDraft.Column
  ) -> SurveyDraft.Column {
    var counts: [(text: String, count: Int)] = []
    for value in column.values {
      let text = withoutAddedText(value.text)
      if let index = counts.firstIndex(where: { $0.text == text }) {
        counts[index].count += value.count
      } else {
        counts.append((text, value.count))
      }
    }
    guard !column.isWide, counts.count <= Self.mostOptions, column.answered >= 2 * counts.count else {
      return made(.text, "drop", "\(counts.count)\(column.isWide ? "种以上" : "种")写法，当作自由文字；要入库请改类型", false, [])
    }
    let texts = counts.map(\.text)
    let hasRemark = counts.contains { option in
      option.count < Self.fewestOfLong && option.text.count > Self.longestRareOption
        && !KnownScales.notApplicable.contains(option.text)
    }
    if hasRemark, KnownScales.scale(of: texts) == nil {
      return made(.text, "drop", "有少数人写的长句，当作自由文字；要入库请改类型", false, [])
    }
    if texts.contains(where: { KnownScales.points($0) != nil }) {
      let options = counts.map { option in
        let points = KnownScales.points(option.text)
        return Self.option(option, points.map { "\($0)" }, points == nil ? "" : "选项写明的分数")
      }
      return made(.scale, "number", "\(counts.count)个选项，写作几分", false, options)
    }
    guard let scale = KnownScales.scale(of: texts) else {
      let options = counts.map { Self.option($0, nil, "先后不明，请填写；不计分则类型保持text、数值空着") }
      return made(.options, "text", "\(column.answered)格只有\(counts.count)种写法", false, options)
    }
    let step = 100 / Double(scale.count - 1)
    let options = counts.map { option in
      let place = scale.firstIndex(of: option.text)
      let points = place.map { plain(((100 - Double($0) * step) * 100).rounded() / 100) }
      return Self.option(option, points, "已知的先后：\(scale.joined(separator: "＞"))，等距")
    }
    return made(.scale, "number", "\(counts.count)个选项都在已知的先后里", false, options)
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

  /// Options between separators, and how many cells have one; nil if none has.
  private func parts(
    _ column: SurveySample.Column, separator: Character
  ) -> (options: [SurveyDraft.Option], cells: Int)? {
    var cells = 0
    var counts: [(text: String, count: Int)] = []
    for value in column.values {
      let parts = Self.split(value.text, separator)
      if parts.count > 1 { cells += value.count }
      for part in parts {
        if let index = counts.firstIndex(where: { $0.text == part }) {
          counts[index].count += value.count
        } else {
          counts.append((part, value.count))
        }
      }
    }
    guard cells > 0, counts.count <= 2 * Self.mostOptions else { return nil }
    return (counts.map { .init(text: $0.text, count: $0.count, meaning: "", basis: "出现过的选项，没有人选的请补上") }, cells)
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

  /// Why a column could name the unit: what its header says, or that most of its texts are units of the register.
  private func unitBasis(_ column: SurveySample.Column) -> String? {
    guard column.answered > 0 else { return nil }
    let known = column.values.filter { value in
      if case .unit = register.match(value.text) { true } else { false }
    }
    let share = Double(known.reduce(0) { $0 + $1.count }) / Double(column.answered)
    if share >= 0.5 { return "\(column.answered)格中\(known.reduce(0) { $0 + $1.count })格是名册里的单位" }
    // A department that people name themselves, not one question about it.
    let options = column.values.count
    if let word = Self.departments.first(where: column.header.contains), options > 2,
      column.header.contains("所在") || column.header.contains("名称")
    {
      return "表头有“\(word)”，写法请核对"
    }
    return nil
  }

  /// A short name for a column: the text behind the number and the stem, letters and digits only.
  static func name(for header: String) -> String {
    let text = SurveyHeaders.Question(header: header)?.texts.last ?? header
    let letters = String(text.filter { $0.isLetter || $0.isNumber || $0 == "_" }.prefix(12))
    return letters.isEmpty ? "列" : letters.first?.isNumber == true ? "题" + letters : letters
  }

  private static func free(_ name: String, _ taken: inout Set<String>) -> String {
    var candidate = name
    var number = 2
    while !taken.insert(candidate.lowercased()).inserted {
      candidate = "\(name)\(number)"
      number += 1
    }
    return candidate
  }
}
