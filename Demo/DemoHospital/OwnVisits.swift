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
    let everyone = departments(in: half).map { (name: $0.name, aliases: $0.aliases, since: $0.since(half.start)) }
    for body in organisation.bodies("党总支", "党支部", "职能部门", in: half)
    where body.kind != "职能部门" || body.isLead {
      let quality = quality(of: body, in: half)
      var places = everyone
      if body.kind == "职能部门" {
        let count = max(0, Int((4.6 + 0.9 * quality + 0.6 * random.normal()).rounded()))
        places = (0..<count).map { _ in random.pick(everyone) }
      } else {
        // Branches mean to visit each of their own once a half, and now and then go twice.
        places = ownPlaces(of: body, in: half).flatMap { place in
          random.chance(min(0.99, 0.93 + 0.05 * quality))
            ? Array(repeating: place, count: random.chance(0.2) ? 2 : 1) : []
        }
      }
      for place in places {
        let day = max(place.since, half.start.adding(random.integer(10...165))).nextWorkingDay
        guard day <= Half.exported, day <= half.end else { continue }
        let written = random.chance(0.06) ? random.pick(place.aliases + [place.name]) : place.name
        visits.add([
          "\(half.id)-O\(padded(visits.rows.count + 1, 3))", day.iso, body.name, written, random.pick(manners),
        ])
        guard random.chance(body.kind == "职能部门" ? 0.75 : 0.55) else { continue }
        let taken = random.pick(
          weighted: [("已采纳", 66 + 6 * quality), ("部分采纳", 14), ("未采纳", 12), ("待答复", 8)])
        let answered = day.adding(random.integer(5...25))
        suggestions.add([
          "\(half.id)-A\(padded(suggestions.rows.count + 1, 3))", day.iso, body.name, place.name, random.pick(advice),
          answered > Half.exported ? "待答复" : taken,
          taken == "待答复" || answered > Half.exported ? "" : answered.iso,
        ])
      }
      if half == Planted.half, body.code == Planted.strayVisit.office {
        visits.add([
          "\(half.id)-O\(padded(visits.rows.count + 1, 3))", "2026-04-01", body.name, Planted.strayVisit.place, "实地走访",
        ])
      }
    }
    return VisitsOfHalf(visits: visits, suggestions: suggestions)
  }

  /// The departments and offices that belong to a branch.
  private func ownPlaces(of body: Body, in half: Half) -> [(name: String, aliases: [String], since: Day)] {
    let codes = Set(organisation.members[body.code] ?? [])
    let offices = organisation.bodies("职能部门", in: half).filter { codes.contains($0.code) }
    return departments(of: body, in: half).map { ($0.name, $0.aliases, $0.since(half.start)) }
      + offices.map { ($0.name, $0.aliases, half.start) }
  }
}
