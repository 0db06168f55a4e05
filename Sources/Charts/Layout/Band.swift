/// One row of a picture: a unit.
struct Band: Sendable, Equatable {
  var label: String
  /// The rows of the data that lie in it: one, or one for each cell.
  var rows: [Int]
  /// Whether the unit has a place in the order; the others stand last, hatched.
  var isGraded: Bool

  var first: Int { rows[0] }
}

extension SceneLayout {
  /// The bands of some rows of the data in drawing order.
  func bands(of rows: [Int]) -> [Band] {
    let y = spec.marks.compactMap(\.y).first
    let label = spec.scales.y.labels ?? y
    var groups: [[Int]] = []
    if let y, spec.marks.contains(where: \.joinsRows) {
      // Many rows make one band, told apart by the column of rows.
      var position: [String?: Int] = [:]
      for row in rows {
        let key = data.text(y, row)
        if let known = position[key] {
          groups[known].append(row)
        } else {
          position[key] = groups.count
          groups.append([row])
        }
      }
    } else {
      groups = rows.map { [$0] }
    }
    let bands = groups.map { rows in
      Band(
        label: label.flatMap { data.text($0, rows[0]) } ?? HouseStyle.noValue, rows: rows,
        isGraded: rows.contains { isGraded($0) })
    }
    // Steps mean nothing in another order.
    if spec.marks.contains(where: { $0 is StepsMark }) { return bands }
    let sort = spec.marks.compactMap(\.sort).first
    // Swift's sort is stable.
    let graded = bands.filter(\.isGraded)
    let sorted = sort.map { key in graded.sorted { key.comesBefore($0.first, $1.first, in: data) } } ?? graded
    return sorted + bands.filter { !$0.isGraded }
  }

  /// Whether a row can be drawn: it has a value, and its grade is one.
  func isGraded(_ row: Int) -> Bool {
    !spec.marks.contains { $0.isMissing(row, in: data, fill: fill) }
  }
}
