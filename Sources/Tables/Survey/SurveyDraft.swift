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

  /// - Parameter minimumCell: what fewer people wrote is not written down, unless it is an answer that everybody knows.
  package func draft(minimumCell: Int) -> SurveyDraft {
    let (form, basis) = form()
    var taken: Set<String> = Set(TableSpec.engineColumns)
    var columns: [SurveyDraft.Column] = []
    var hasUnit = false
    for column in sample.columns where !column.header.isEmpty {
      var drafted = draft(column, form: form, mayBeUnit: !hasUnit, minimumCell)
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

  private func draft(
    _ column: SurveySample.Column, form: SurveyRule.Form?, mayBeUnit: Bool, _ minimumCell: Int
  ) -> SurveyDraft.Column {
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
    let answers = DraftAnswers(column, minimumCell: minimumCell)
    for (sign, kind, type) in [("┋", SurveyDraft.Kind.choices, "choices"), ("→", .ranking, "ranking")] {
      guard let parts = answers.parts(separator: Character(sign)) else { continue }
      return made(kind, type, "\(parts.cells)格有“\(sign)”\(parts.unlisted)", parts.options)
    }
    let whole = column.values.allSatisfy { Int($0.text) != nil }
    if whole, !column.isWide { return made(.number, "integer", "\(column.answered)格都是整数") }
    let (kind, type, basis, options) = answers.optionsOrText
    return made(kind, type, basis, options)
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
