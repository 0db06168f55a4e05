import Findings
import Register

/// What a person said about names that the register does not know, read from the cells of a sheet. Every answer is
/// untrusted: what does not fit is told, and nothing is taken from it.
package struct UnitAnswers: Equatable {
  package struct Alias: Equatable, Sendable {
    /// As the files write it.
    package let text: String
    /// The unit's code.
    package let unit: String
  }
  package enum Problem: Equatable, Sendable {
    case columnMissing(String)
    case unitUnknown(String, nearest: String?)
    /// Several units of the register have the name.
    case unitAmbiguous(String, units: [String])
    /// The name was given to two units.
    case contradiction(text: String, units: [String])
    /// It is another unit's name already, so that the two could no longer be told apart.
    case taken(text: String, by: String)
  }
  package struct PlacedProblem: Equatable, Sendable {
    /// From 1, the header included.
    package let row: Int
    package let problem: Problem
  }

  /// In the order of the sheet, each once.
  package private(set) var aliases: [Alias] = []
  package private(set) var problems: [PlacedProblem] = []
  /// Names that the person said are no units, and rows without an answer.
  package private(set) var noUnits: [String] = []
  package var unanswered: Int { open.count }
  /// Rows without an answer, and rows whose answer could not be taken, from 1, the header included.
  package private(set) var open: [Int] = []

  static let columns = ["写法", "表", "行数", "最相近的", answer, "备注"]
  static let answer = "是哪个单位"
  static let noUnit = "不是名册中的单位"

  /// - Parameter sheet: its rows as text, the header first.
  package static func read(_ sheet: [[String]], register: UnitRegister) -> UnitAnswers {
    var answers = UnitAnswers()
    let header = (sheet.first ?? []).map(\.trimmingSpaces)
    guard let text = header.firstIndex(of: columns[0]), let answer = header.firstIndex(of: Self.answer) else {
      let missing = [columns[0], Self.answer].first { !header.contains($0) } ?? columns[0]
      answers.problems = [PlacedProblem(row: 1, problem: .columnMissing(missing))]
      return answers
    }
    for (index, row) in sheet.enumerated().dropFirst() {
      func cell(_ column: Int) -> String { column < row.count ? row[column].trimmingSpaces : "" }
      guard !cell(text).isEmpty else { continue }
      answers.take(cell(text), answer: cell(answer), row: index + 1, register)
    }
    return answers
  }

  /// Takes one answer.
  /// - Parameter row: where it stands, from 1.
  mutating func take(_ text: String, answer: String, row: Int, _ register: UnitRegister) {
    if answer.isEmpty {
      open.append(row)
      return
    }
    if answer == Self.noUnit {
      if !noUnits.contains(text) { noUnits.append(text) }
      return
    }
    func refuse(_ problem: Problem) {
      problems.append(PlacedProblem(row: row, problem: problem))
      open.append(row)
    }
    guard let unit = unit(answer, register, refuse) else { return }
    let form = UnitRegister.normalised(text)
    if let earlier = aliases.first(where: { UnitRegister.normalised($0.text) == form }) {
      if earlier.unit != unit.code { refuse(.contradiction(text: text, units: [earlier.unit, unit.code])) }
      return
    }
    switch register.match(text, kinds: [unit.kind]) {
    // Known by now; nothing is left to add.
    case .unit(unit): return
    case .unit(let other): return refuse(.taken(text: text, by: other.code))
    case .ambiguous(let others): return refuse(.taken(text: text, by: others[0].code))
    case .none, .notThen: aliases.append(Alias(text: text, unit: unit.code))
    }
  }

  private func unit(_ answer: String, _ register: UnitRegister, _ refuse: (Problem) -> Void) -> OrgUnit? {
    if let unit = register.unit(code: answer) ?? proposed(answer, register) { return unit }
    switch register.match(answer) {
    case .unit(let unit): return unit
    case .ambiguous(let units), .notThen(let units):
      refuse(.unitAmbiguous(answer, units: units.map(\.code)))
    case .none(let nearest): refuse(.unitUnknown(answer, nearest: nearest))
    }
    return nil
  }

  /// An answer as the program writes its proposals: `肾病内科（D014）`, where both mean the same unit.
  private func proposed(_ answer: String, _ register: UnitRegister) -> OrgUnit? {
    guard let last = answer.last, "）)".contains(last), let open = answer.lastIndex(where: { "（(".contains($0) })
    else { return nil }
    let code = String(answer[answer.index(after: open)...].dropLast()).trimmingSpaces
    let name = String(answer[..<open]).trimmingSpaces
    guard let unit = register.unit(code: code) else { return nil }
    let names = ([unit.name] + unit.aliases).map(UnitRegister.normalised)
    return names.contains(UnitRegister.normalised(name)) ? unit : nil
  }
}
