import Findings

/// Makes a spec's YAML from the sheets of a draft, as a person has filled them in. What the sheets say decides; nothing of
/// the file that they were drafted from is looked at again.
package struct DraftSpec {
  private let cover: [String: String]
  private let columns: [Row]
  private let options: [Row]
  private let log: FindingLog

  /// A row below the header: cells by the header's texts.
  private struct Row {
    let place: Place
    let cells: [String: String]
    subscript(header: String) -> String { cells[header]?.trimmingSpaces ?? "" }
  }

  /// - Parameter sheets: by their names; those that are not a draft's are passed over.
  /// - Returns: nil, with the reasons in the log, if a sheet is missing.
  package init?(_ sheets: [DraftSheet], log: FindingLog) {
    func rows(_ name: String) -> [Row]? {
      guard let sheet = sheets.first(where: { $0.name == name }), let header = sheet.rows.first else {
        log.add(TableFinding.survey(.file(name), .draftSheetMissing(name)))
        return nil
      }
      return sheet.rows.enumerated().dropFirst().compactMap { index, cells in
        guard cells.contains(where: { !$0.trimmingSpaces.isEmpty }) else { return nil }
        return Row(
          place: .row(name, row: index + 1),
          cells: Dictionary(zip(header.map(\.trimmingSpaces), cells), uniquingKeysWith: { first, _ in first }))
      }
    }
    guard let cover = rows(SurveyDraft.coverName), let columns = rows(SurveyDraft.columnsName),
      let options = rows(SurveyDraft.optionsName)
    else { return nil }
    self.cover = Dictionary(cover.map { ($0["项目"], $0["内容"]) }, uniquingKeysWith: { first, _ in first })
    self.columns = columns
    self.options = options
    self.log = log
  }

  /// Whether somebody has signed the cover sheet.
  package var isSigned: Bool {
    ![SurveyDraft.signedBy, SurveyDraft.signedOn].contains { (cover[$0] ?? "").isEmpty }
  }

  package var table: String { cover["表名"] ?? "" }

  /// What the survey's files are called; empty or `*` where nobody said.
  package var filePattern: String { cover["文件名"] ?? "" }

  /// The spec's text. Problems of the sheets are in the log; what the spec itself says is for its reader to judge.
  package func yaml() -> String {
    if !isSigned {
      log.add(TableFinding.survey(.file(SurveyDraft.coverName), .unsigned(file: cover["来源文件"] ?? "")))
    }
    var lines = ["table: \(quote(table))", "version: \"1\""]
    if cover["匿名"] != "否" { lines.append("anonymous: true") }
    if let match = cover["文件名"], !match.isEmpty, match != "*" { lines.append("file: {match: \(quote(match))}") }
    lines.append("survey:")
    lines.append("  form: \(cover["平台"] ?? "")")
    if let zone = cover["时区"], !zone.isEmpty { lines.append("  zone: \(quote(zone))") }
    lines.append(
      "  drafted: {from: \(quote(cover["来源文件"] ?? "")), by: \(quote(cover[SurveyDraft.signedBy] ?? "")), on: "
        + "\(quote(cover[SurveyDraft.signedOn] ?? ""))}")
    if let unit = cover["单位列"], !unit.isEmpty {
      lines.append("unit: {column: \(quote(unit)), kind: \(quote(cover["单位类别"] ?? "")), unmatched: reject}")
    }
    if let period = cover["期间列"], !period.isEmpty {
      lines.append("period: {column: \(quote(period)), grain: \(cover["期间"] ?? "half")}")
    }
    let key = (cover["主键"] ?? "").split { "、,，;；".contains($0) }.map { quote($0.trimmingSpaces) }
    if !key.isEmpty { lines.append("key: [\(key.joined(separator: ", "))]") }
    lines.append("columns:")
    for column in columns { lines.append("  \(quote(column["列名"])): {\(keys(of: column))}") }
    return lines.joined(separator: "\n") + "\n"
  }

  private func keys(of column: Row) -> String {
    let (id, header, type) = (column["列名"], column["表头"], column["类型"])
    let own = options.filter { $0["列名"] == id }
    var keys: [String] = []
    if header != id { keys.append("header: \(quote(header))") }
    switch type {
    case "drop": return (keys + ["drop: true"]).joined(separator: ", ")
    case "choices", "ranking":
      keys.append("choices: {options: \(choices(own))\(type == "ranking" ? ", ranked: true" : "")}")
    default:
      guard let known = ColumnType(rawValue: type) else {
        let legal = ColumnType.allCases.map(\.rawValue) + ["choices", "ranking", "drop"]
        log.add(TableFinding.survey(column.place, .draftType(column: id, type, legal: legal)))
        return keys.joined(separator: ", ")
      }
      keys.append("type: \(type)")
      if !own.isEmpty { keys += labels(own, column: id, isText: known == .text) }
    }
    if column["必填"] == "是" { keys.append("required: true") }
    return keys.joined(separator: ", ")
  }

  /// In the order of the questionnaire where its numbers are told.
  private func choices(_ options: [Row]) -> String {
    let isNumbered = options.allSatisfy { Int($0["序号"]) != nil }
    let ordered = isNumbered ? options.sorted { (Int($0["序号"]) ?? 0) < (Int($1["序号"]) ?? 0) } : options
    var taken: Set<String> = []
    let entries = ordered.map { option in
      var name = SurveyDrafter.name(for: option["选项"])
      while !taken.insert(name.lowercased()).inserted { name += "_" }
      return "\(quote(option["选项"])): \(quote(name))"
    }
    return "{\(entries.joined(separator: ", "))}"
  }

  private func labels(_ options: [Row], column: String, isText: Bool) -> [String] {
    var keys: [String] = []
    if isText {
      keys.append("labels: [\(options.map { quote($0["选项"]) }.joined(separator: ", "))]")
    } else {
      var entries: [String] = []
      for option in options {
        let meaning = option["数值"]
        if ["not_applicable", "missing"].contains(meaning) || Double(meaning)?.isFinite == true {
          entries.append("\(quote(option["选项"])): \(meaning)")
        } else {
          log.add(TableFinding.survey(option.place, .draftMeaning(column: column, option: option["选项"])))
        }
      }
      keys.append("labels: {\(entries.joined(separator: ", "))}")
    }
    for (key, header) in [("coded", "序号"), ("scored", "分数")] {
      let codes = options.filter { !$0[header].isEmpty }
      guard !codes.isEmpty else { continue }
      keys.append("\(key): {\(codes.map { "\(quote($0[header])): \(quote($0["选项"]))" }.joined(separator: ", "))}")
    }
    return keys
  }

  /// A double-quoted scalar: whatever people write into cells stays text.
  private func quote(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\t": quoted += "\\t"
      case let control where control.value < 0x20: continue
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}
