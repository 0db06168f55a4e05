extension Hospital {
  /// 调研指导走访评分: four groups of three to five assessors, each of whom scores four blocks of a checklist. The last
  /// group is 2.5 points stricter than the others; the departments that it visits change from round to round.
  func visits(_ half: Half) -> CSVFile {
    var random = stream("visits", half)
    var file = CSVFile(
      "调研指导走访评分.csv", header: ["编号", "走访日期", "科室", "组别", "评委", "板块", "得分", "备注"])
    let groups: [(name: String, size: Int, bias: Double)] = [
      ("第一组", 3, 0.3), ("第二组", 4, 0.4), ("第三组", 5, 0.3), ("第四组", 5, -2.2),
    ]
    let round = half.year * 2 + half.number
    var number = 0
    for (index, department) in departments(in: half).enumerated() where isVisited(department, half) {
      let isVetoed = half == Planted.half && department.code == Planted.vetoed
      let groupIndex = isVetoed ? 2 : (index * 3 + round) % groups.count
      let group = groups[groupIndex]
      let day = half.start.adding(half.number == 1 ? 98 : 80).adding(random.integer(0...35))
      let quality = quality(of: department, in: half)
      let absent = group.size > 3 && random.chance(0.15) ? random.integer(1...group.size) : 0
      let blocks = (1...4).map { _ in 93.6 + 0.85 * quality + 0.7 * random.normal() + group.bias }
      for assessor in 1...group.size {
        let leaning = 0.5 * random.normal()
        for block in 1...4 {
          number += 1
          let score = blocks[block - 1] + leaning + 0.7 * random.normal()
          let written = assessor == absent ? "" : halfPoints(min(98, max(86, score)))
          file.add([
            "\(half.id)-V\(padded(number, 4))", day.iso, department.name, group.name,
            "P\(groupIndex + 1)\(assessor)", "\(block)", random.chance(0.01) ? wide(written) : written,
            assessor == absent && block == 1 ? "因公请假" : "",
          ])
        }
      }
    }
    return file
  }

  /// One department is left out in the first round, another one in the last.
  private func isVisited(_ department: Department, _ half: Half) -> Bool {
    switch half.id {
    case "2025H1": department.name != "输血科"
    case Planted.half.id: department.code != Planted.unvisited
    default: true
    }
  }
}

/// A score in steps of half a point: `93.5`.
func halfPoints(_ score: Double) -> String {
  let halves = Int((score * 2).rounded())
  return halves % 2 == 0 ? "\(halves / 2)" : "\(halves / 2).5"
}

/// A number with leading zeros.
func padded(_ number: Int, _ width: Int) -> String {
  let digits = "\(number)"
  return String(repeating: "0", count: max(0, width - digits.count)) + digits
}
