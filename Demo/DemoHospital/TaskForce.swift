/// What the task force's office (党委办公室) keeps: whom it means to visit, whom it visited and how, what it advised.
struct RoundOfVisits {
  var roster: CSVFile
  var register: CSVFile
  var advice: CSVFile
}

extension Hospital {
  /// 专班走访名单, 专班走访登记 and 专班走访建议 of a round, from the marks that assessors gave: one visit a unit.
  /// - Parameter marks: 调研指导走访评分 of departments and of the other bodies.
  func roundOfVisits(_ half: Half, marks: [CSVFile]) -> RoundOfVisits {
    var random = stream("round", half)
    var roster = CSVFile("专班走访名单.csv", header: ["轮次", "组织部门", "走访单位"])
    var register = CSVFile(
      "专班走访登记.csv",
      header: ["编号", "轮次", "组织部门", "走访日期", "走访单位", "组别", "听取汇报", "实地走访", "查阅资料", "座谈交流"])
    var advice = CSVFile(
      "专班走访建议.csv", header: ["编号", "提出日期", "单位", "组别", "建议", "采纳情况", "答复时限", "答复日期"])
    let office = "党委办公室"
    let scored = departments(in: half).map(\.name) + organisation.bodies("职能部门", in: half).map(\.name)
    for name in scored { roster.add([half.chineseName, office, name]) }
    var visited: Set<String> = []
    for row in marks.flatMap(\.rows) where scored.contains(row[2]) && visited.insert(row[2]).inserted {
      guard let day = Day(written: row[1]), day <= Half.exported else { continue }
      // Hearing and looking belong to every visit, papers and talks to most.
      register.add([
        "\(half.id)-G\(padded(register.rows.count + 1, 3))", half.chineseName, office, day.iso, row[2], row[3], "是",
        "是",
        random.chance(0.93) ? "是" : "否", random.chance(0.85) ? "是" : "否",
      ])
      for _ in 0..<random.pick(weighted: [(1, 22), (2, 54), (3, 24)]) {
        let answer = random.pick(weighted: [("已采纳", 70), ("部分采纳", 15), ("未采纳", 10), ("", 5)])
        let answered = day.adding(random.integer(4...24))
        let isOpen = answer.isEmpty || answered > Half.exported
        advice.add([
          "\(half.id)-S\(padded(advice.rows.count + 1, 3))", day.iso, row[2], row[3], random.pick(Self.advice),
          isOpen ? "" : answer, day.adding(20).iso, isOpen ? "" : answered.iso,
        ])
      }
    }
    return RoundOfVisits(roster: roster, register: register, advice: advice)
  }

  private static let advice = [
    "谈心谈话记录注明时间、地点和内容", "高值耗材双人核对后签字", "把廉洁提醒写进晨会固定议程", "公示栏每月更新并留照片",
    "科室议事规则补上回避条款", "意见箱改为每周开启", "外出学术活动先报备后参加", "入科教育加一课廉洁行医",
  ]

  /// The day on which the leads of a half's questionnaires were entered in the register.
  func handedOver(_ half: Half) -> Day { half.end.adding(workingDays: 7) }

  /// 会议与上报登记: the half-year meeting (the one about the first half of 2025 in July: late), ten or eleven monthly
  /// ones a year, and the report on each round of visits.
  func officeMeetings(_ half: Half) -> CSVFile {
    var file = CSVFile("会议与上报登记.csv", header: ["编号", "组织部门", "事项", "所属期", "日期"])
    func add(_ what: String, _ period: String, _ day: Day, by office: String = "党委办公室") {
      guard day <= Half.exported else { return }
      file.add(["\(half.id)-D\(padded(file.rows.count + 1, 2))", office, what, period, day.iso])
    }
    for month in liaisonMonths(half) {
      add("联络员会", "\(half.year)年\(month)月", Day(half.year, month, 11).nextWorkingDay)
    }
    add("半年工作会议", half.chineseName, meetingDay(half))
    add("走访情况报告", half.chineseName, half.end.adding(workingDays: half.id == "2024H2" ? 12 : 6))
    add("问卷线索移交", half.chineseName, handedOver(half), by: "纪检监察室")
    return file
  }
}
