/// What branches and lead offices find on their own visits.
struct VisitsOfHalf {
  var visits: CSVFile
  var suggestions: CSVFile
}

extension Hospital {
  /// 自主走访登记 and 意见建议登记: visits outside of the task force's two rounds, and the advice that was given. Seven
  /// pieces of advice in ten are taken.
  func ownVisits(_ half: Half) -> VisitsOfHalf {
    var random = stream("own visits", half)
    var visits = CSVFile("自主走访登记.csv", header: ["编号", "走访日期", "走访单位", "走访科室", "方式"])
    var suggestions = CSVFile(
      "意见建议登记.csv", header: ["编号", "提出日期", "提出部门", "对象科室", "建议", "采纳情况", "答复日期"])
    let manners = ["听取汇报", "实地走访", "查阅资料", "座谈交流"]
    let advice = ["完善耗材申领签字", "每月开启意见箱", "将廉洁谈话纳入入科教育", "公示收费标准", "细化二次议价流程", "补齐谈心谈话记录"]
    let everyone = departments(in: half)
    for body in organisation.bodies("党总支", "党支部", "职能部门", in: half)
    where body.kind != "职能部门" || body.isLead {
      let own = departments(of: body, in: half)
      let places = body.kind == "职能部门" ? everyone : own
      guard !places.isEmpty else { continue }
      let quality = quality(of: body, in: half)
      let usual = body.kind == "党支部" ? 2.2 : body.kind == "党总支" ? 6.0 : 4.6
      let count = max(0, Int((usual + 0.9 * quality + 0.6 * random.normal()).rounded()))
      for _ in 0..<count {
        let place = random.pick(places)
        let day = place.since(half.start.adding(random.integer(10...165))).nextWorkingDay
        guard day <= Half.exported, day <= half.end else { continue }
        visits.add([
          "\(half.id)-O\(padded(visits.rows.count + 1, 3))", day.iso, body.name, place.name, random.pick(manners),
        ])
        guard random.chance(0.62) else { continue }
        let taken = random.pick(
          weighted: [("已采纳", 62 + 6 * quality), ("部分采纳", 16), ("未采纳", 14), ("待答复", 8)])
        let answered = day.adding(random.integer(5...25))
        suggestions.add([
          "\(half.id)-A\(padded(suggestions.rows.count + 1, 3))", day.iso, body.name, place.name, random.pick(advice),
          answered > Half.exported ? "待答复" : taken,
          taken == "待答复" || answered > Half.exported ? "" : answered.iso,
        ])
      }
    }
    return VisitsOfHalf(visits: visits, suggestions: suggestions)
  }

  /// 评选组织核查: once a year, with the yearly selection.
  func selections(_ half: Half) -> CSVFile {
    var random = stream("selections", half)
    var file = CSVFile("评选组织核查.csv", header: ["单位", "所属期", "组织规范", "回避到位"])
    guard half.number == 2, half.end < Half.exported else { return file }
    for body in organisation.bodies("党总支", "党支部", in: half) where !departments(of: body, in: half).isEmpty {
      file.add([
        body.name, half.chineseName, random.chance(0.96) ? "是" : "否", random.chance(0.93) ? "是" : "否",
      ])
    }
    return file
  }
}
