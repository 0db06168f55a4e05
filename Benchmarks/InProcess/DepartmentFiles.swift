import Foundation

/// Thirty departments with a score and an interval each: what both chart cases draw.
enum DepartmentFiles {
  static let names = (0..<30).map { QuestionnaireFile.departments[$0] }
  static let scores = (0..<30).map { index -> Double in 96 - 1.2 * Double(index) - 0.1 * Double(index * 7 % 5) }
  static let halfWidths = (0..<30).map { index -> Double in 1.2 + 0.25 * Double(index * 11 % 7) }

  /// Writes `units.csv` and `得分.csv`, with the interval's half width for the peer.
  static func write(to folder: String) -> Bool {
    let units = names.indices.map { "D\(101 + $0),\(names[$0]),科室,2015-01-01\n" }
    let rows = names.indices.map { "\(names[$0]),\(scores[$0]),\(halfWidths[$0])\n" }
    let files = [
      "units.csv": "code,name,kind,valid_from\n" + units.joined(),
      "得分.csv": "科室,得分,误差\n" + rows.joined(),
    ]
    return files.allSatisfy {
      (try? $0.value.write(toFile: "\(folder)/\($0.key)", atomically: true, encoding: .utf8)) != nil
    }
  }
}
