import Findings
import Foundation
import Register
import Tables
import Tabular

/// The sheet on which a person says which units the names of a file mean that nobody carries.
enum NameSheet {
  static let text = "写法"
  static let unit = "单位"
  static let by = "核对人"
  static let on = "日期"
  static let headers = [text, "行数", "建议", "依据", unit, by, on]

  /// A line for each name, with up to three proposals and on what they rest; what the person answers is left blank.
  static func rows(_ names: [UnmatchedName], kinds: [String], register: UnitRegister) -> [[String]] {
    [headers]
      + names.map { name in
        let proposals = register.proposals(for: name.text, kinds: kinds)
        return [
          name.text, "\(name.count)", proposals.map { "\($0.unit.name)（\($0.unit.code)）" }.joined(separator: "；"),
          proposals.map(\.basis.chinese).joined(separator: "；"), "", "", "",
        ]
      }
  }

  /// Cells that a spreadsheet would take for a formula are texts of people all the same.
  static func csv(_ rows: [[String]]) -> Data {
    let text = rows.map { $0.map(csvCell).joined(separator: ",") + "\r\n" }.joined()
    return Data(("\u{FEFF}" + text).utf8)
  }
}

extension UnitProposal.Basis {
  var chinese: String {
    switch self {
    case .spelling: "写法相近"
    case .part: "一个包含另一个"
    case .characters: "字都在名称里"
    }
  }
}

extension Session {
  /// Writes down the names of a file that no unit carries; nil: none, or it could not be written.
  func writeNames(_ names: [UnmatchedName], file: String, spec: TableSpec) throws -> String? {
    guard !names.isEmpty, let unit = spec.unit, unit.unmatched != .register else { return nil }
    let stem = ((file as NSString).lastPathComponent as NSString).deletingPathExtension
    let path = "out/names/\(stem).csv"
    let rows = NameSheet.rows(names, kinds: unit.kinds, register: register)
    guard try write(NameSheet.csv(rows), to: path, isPrivate: true) else { return nil }
    log.add(IntakeFinding.namesCollected(.file(file), count: names.count, sheet: path))
    return path
  }

  /// Takes the answers of a person from such a sheet: all of them, or none if one is not whole.
  /// - Returns: one line; nil with the reasons in the log.
  package func takeAliases(from path: String, language: Language) throws -> String? {
    let path = self.path(path)
    let name = workspace.relative(path)
    guard let file = DelimitedFile.open(path, name: name, log: log),
      let table = TableRows.read(file, required: NameSheet.headers, log: log)
    else { return nil }
    let before = log.count(.problem)
    var aliases: [UnitAlias] = []
    var open = 0
    for row in table.rows {
      guard !row[NameSheet.unit].isEmpty else {
        open += 1
        continue
      }
      guard let code = code(of: row[NameSheet.unit], at: row.place) else { continue }
      let alias = UnitAlias(
        name: unmarked(row[NameSheet.text]), code: code, by: row[NameSheet.by], on: row[NameSheet.on])
      if register.check(alias, at: row.place, log: log) { aliases.append(alias) }
    }
    guard log.count(.problem) == before else { return nil }
    if !aliases.isEmpty { guard try keep(aliases) else { return nil } }
    return CommandSentence.aliasesTaken(aliases.count, open: open, path: workspace.settings.aliases).text(in: language)
  }

  private func code(of text: String, at place: Place) -> String? {
    switch register.match(text) {
    case .unit(let unit): return unit.code
    case .ambiguous(let units), .notThen(let units):
      log.add(WorkbenchFinding.unitAmbiguous(place, units: units.map { "\($0.name) (\($0.code))" }))
    case .none(let nearest): log.add(WorkbenchFinding.unitUnknown(place, nearest: nearest))
    }
    return nil
  }

  /// Adds lines to the file of aliases; those that stand there already are left out.
  func keep(_ aliases: [UnitAlias]) throws -> Bool {
    let path = workspace.settings.aliases
    let old = FileManager.default.contents(atPath: workspace.absolute(path)).map { String(decoding: $0, as: UTF8.self) }
    var text = old ?? UnitAlias.headers.joined(separator: ",") + "\n"
    if !text.hasSuffix("\n") { text += "\n" }
    for alias in aliases {
      let line = [alias.name, alias.code, alias.by, alias.on].map(csvQuoted).joined(separator: ",")
      if !text.split(whereSeparator: \.isNewline).contains(Substring(line)) { text += line + "\n" }
    }
    return try write(Data(text.utf8), to: path)
  }
}
