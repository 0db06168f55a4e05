extension Hospital {
  /// 评选审核登记: once a year, with the selection. General branches and branches review the departments of their own
  /// scope, the two offices of party and administration branches and offices. Both sides sign; who is a candidate, or
  /// heads one, steps aside.
  func reviews(_ half: Half) -> CSVFile {
    var random = stream("reviews", half)
    var file = CSVFile(
      "评选审核登记.csv",
      header: ["编号", "所属期", "审核单位", "审核人", "被审单位", "党组织签字", "行政签字", "应回避", "已回避", "意见"])
    guard half.number == 2, half.end < Half.exported else { return file }
    func add(_ reviewer: Body, _ code: String, _ name: String) {
      let person = head(of: reviewer.code)
      let isOwn = reviewer.code == code || (!person.isEmpty && person == head(of: code))
      let mustStepAside = isOwn || random.chance(0.03)
      let isPlanted = person == Planted.twoPosts.person && isOwn
      let stepsAside = isPlanted ? half.year != 2025 : random.chance(0.9)
      file.add([
        "\(half.id)-R\(padded(file.rows.count + 1, 3))", half.chineseName, reviewer.name, person, name,
        random.chance(0.97) ? "是" : "否", random.chance(0.97) ? "是" : "否", mustStepAside ? "是" : "否",
        mustStepAside ? (stepsAside ? "是" : "否") : "不涉及",
        random.pick(weighted: [("同意推荐", 62), ("不推荐", 33), ("暂缓", 5)]),
      ])
    }
    for body in organisation.bodies("党总支", "党支部", in: half) {
      for department in departments(of: body, in: half) { add(body, department.code, department.name) }
    }
    for body in organisation.bodies("职能部门", "党支部", in: half) {
      for office in organisation.bodies where ["A01", "A02"].contains(office.code) { add(office, body.code, body.name) }
    }
    return file
  }
}
