extension Hospital {
  /// A file in which the planted twin has the rows of its model, under its own name and numbers of its own, in place of
  /// what was drawn for it.
  /// - Parameter column: where the unit stands.
  func twinned(_ file: CSVFile, _ half: Half, by column: String) -> CSVFile {
    guard half.end < Planted.half.start, let index = file.header.firstIndex(of: column),
      let model = departments.first(where: { $0.code == Planted.twins.model }),
      let copy = departments.first(where: { $0.code == Planted.twins.copy })
    else { return file }
    func means(_ department: Department, _ row: [String]) -> Bool {
      ([department.name] + department.aliases).contains { plain($0) == plain(row[index]) }
    }
    var twinned = file
    twinned.rows.removeAll { means(copy, $0) }
    var greatest = file.rows.compactMap { Int($0[0]) }.max() ?? 0
    // An answer that was exported twice keeps one number.
    var numbers: [String: String] = [:]
    for var row in file.rows where means(model, row) {
      if numbers[row[0]] == nil {
        greatest += 1
        numbers[row[0]] = Int(row[0]) == nil ? row[0] + "T" : "\(greatest)"
      }
      row[0] = numbers[row[0]] ?? row[0]
      row[index] = copy.name
      row = row.map { cell in
        if cell == head(of: model.code) { return head(of: copy.code) }
        return cell.contains("——") ? cell.replacing(model.name, with: copy.name) : cell
      }
      twinned.add(row)
    }
    return twinned
  }
}
