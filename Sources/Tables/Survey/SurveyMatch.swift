import Findings
import Tabular

/// Finds the columns of a survey's spec in the header of one of its exports, and remembers what had to be said about it.
struct SurveyMatch {
  private let rule: SurveyRule
  private let spec: TableSpec
  private let headers: [String]
  private let survey: SurveyHeaders
  private let export: SurveyRule.Export
  private let basis: SurveyProblem.ExportBasis?
  /// Cells that belong to columns of the spec, besides those that have its header.
  private(set) var claimed: Set<Int> = []
  private var inexact: [(spec: String, found: String, cell: Int)] = []
  private var absent: [String] = []
  private var choices: [String: ChoiceCells.Source] = [:]

  init(_ rule: SurveyRule, _ headers: [String], file: String, spec: TableSpec) {
    self.rule = rule
    self.spec = spec
    self.headers = headers
    survey = SurveyHeaders(headers, form: rule.form)
    if rule.form == .wjx, let named = SurveyRule.export(namedIn: file) {
      (export, basis) = (named, .name)
    } else if let written = rule.export {
      (export, basis) = (written, .spec)
    } else {
      (export, basis) = (.text, nil)
    }
  }

  /// The cells of a column, the absent one among them; more than one if they are not to be told apart.
  /// - Parameter named: those with exactly its header.
  mutating func cells(of column: ColumnSpec, named: [Int]) -> [Int] {
    if let options = column.choices?.options.map(\.text) {
      if let split = survey.cells(of: column.header, options: options), named.isEmpty {
        choices[column.id] = .split(split)
        claimed.formUnion(headers.indices.filter { survey.belongs($0, to: column.header) })
        return [split[0]]
      }
      claimed.formUnion(headers.indices.filter { survey.belongs($0, to: column.header) })
    }
    let found = named.isEmpty ? survey.cells(of: column.header).filter { !claimed.contains($0) } : named
    if found.isEmpty, rule.form.isMetadata(column.header), !spec.needs(column) {
      absent.append(column.header)
      return [HeaderMatch.absent]
    }
    guard found.count == 1 else { return found }
    if column.choices != nil { choices[column.id] = .whole(found[0]) }
    claimed.insert(found[0])
    if headers[found[0]] != column.header { inexact.append((column.header, headers[found[0]], found[0])) }
    return found
  }

  /// Hands over what was found, and says it.
  func finish(_ match: inout HeaderMatch, _ reader: inout RecordReader, log: FindingLog) {
    match.export = export
    match.choices = choices
    if let first = inexact.first {
      let problem = SurveyProblem.headersTolerated(
        count: inexact.count, spec: first.spec, found: spec.isProtected ? nil : first.found)
      log.add(TableFinding.survey(reader.place(ofCell: first.cell), problem))
    }
    if !absent.isEmpty { log.add(TableFinding.survey(reader.place, .columnsAbsent(absent))) }
    guard rule.form == .wjx else { return }
    if basis == nil, survey.isCoded {
      log.add(TableFinding.survey(reader.place, .exportUnknown))
      return
    }
    guard export != .text else { return }
    log.add(TableFinding.survey(reader.place, .exportRead(export, basis ?? .spec)))
    let codeless = spec.columns.filter { $0.labels != nil && $0.codes(in: export).isEmpty && !$0.isDropped }
      .filter { !rule.form.isMetadata($0.header) }
    if !codeless.isEmpty {
      log.add(TableFinding.survey(reader.place, .codesAbsent(export, columns: codeless.map(\.id))))
    }
  }
}

extension TableSpec {
  /// Whether rows cannot do without the column.
  fileprivate func needs(_ column: ColumnSpec) -> Bool {
    if case .column(column.id, _) = period { return true }
    return column.isRequired || unit?.column == column.id || key.contains(column.id)
  }
}

extension ColumnSpec {
  /// What an export writes for the labels.
  func codes(in export: SurveyRule.Export) -> [(code: String, label: String)] {
    switch export {
    case .text: []
    case .number: coded
    case .score: scored
    }
  }
}
