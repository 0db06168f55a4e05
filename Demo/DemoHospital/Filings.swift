extension Hospital {
  /// 信息报送登记: the monthly summaries of lead offices, the half-year and yearly ones of theirs and of the branches.
  /// Of a hundred, 83 come on time, 12 late (by two working days in the middle), 4 never, 1 is excused; 7 are sent back
  /// because a stamp is missing.
  func filings(_ half: Half) -> CSVFile {
    var random = stream("filings", half)
    var file = CSVFile(
      "信息报送登记.csv", header: ["编号", "单位", "事项", "所属期", "收到日期", "已签字", "已盖章", "补正日期", "免报理由"])
    func add(_ body: Body, _ what: String, _ period: String, last: Day, days: Int) {
      if let planted = Planted.filings["\(body.code) \(period)"] {
        file.add(["\(half.id)-P\(padded(file.rows.count + 1, 3))", body.name, what, period] + planted)
        return
      }
      let quality = quality(of: body, in: half)
      let draw = random.unit()
      let late = max(0.02, 0.12 - 0.06 * quality)
      let missing = max(0.01, 0.04 - 0.02 * quality)
      if draw < missing { return }
      var cells = ["", "", "", "", ""]
      if draw < missing + 0.01 {
        cells = ["", "", "", "", "负责人抽调外出，经清廉办同意免报"]
      } else {
        let due = last.adding(workingDays: days)
        let isLate = draw < missing + 0.01 + late
        let delay =
          isLate ? random.pick(weighted: [(1, 30), (2, 35), (3, 20), (6, 15)]) : -random.integer(0...days - 2)
        let received = isLate ? due.adding(workingDays: delay) : last.adding(workingDays: days + delay)
        let isStamped = !random.chance(0.07)
        let mended = received.adding(workingDays: random.integer(1...4))
        guard received <= Half.exported else { return }
        cells = [
          received.iso, "是", isStamped ? "是" : "否", isStamped || mended > Half.exported ? "" : mended.iso, "",
        ]
      }
      file.add(["\(half.id)-P\(padded(file.rows.count + 1, 3))", body.name, what, period] + cells)
    }
    for body in organisation.bodies("党总支", "党支部", "职能部门", in: half)
    where half.end < Half.exported && (body.kind != "职能部门" || body.isLead) {
      add(body, body.kind == "职能部门" ? "部门半年总结" : "半年总结", half.chineseName, last: half.end, days: 10)
    }
    for body in organisation.bodies where body.kind == "职能部门" && body.isLead {
      for month in half.months where body.exists(year: half.year, month: month) {
        let last = Half.end(year: half.year, month: month)
        if last < Half.exported { add(body, "月总结", "\(half.year)年\(month)月", last: last, days: 5) }
      }
    }
    return file
  }

  /// 联络员会: monthly, ten or eleven times of twelve; nine of ten are there, one in eight of these by deputy.
  func liaison(_ half: Half) -> CSVFile {
    var random = stream("liaison", half)
    var file = CSVFile("联络员会签到.csv", header: ["编号", "会议日期", "部门", "出席", "是否汇报"])
    for month in liaisonMonths(half) {
      let day = Day(half.year, month, 11).nextWorkingDay
      guard day <= Half.exported else { continue }
      for body in organisation.bodies
      where body.kind == "职能部门" && body.isLead && body.exists(year: half.year, month: month) {
        let manner = random.pick(weighted: [("本人", 79), ("代会", 11), ("请假", 5), ("缺席", 5)])
        let reports = manner != "缺席" && manner != "请假" && random.chance(0.93)
        file.add([
          "\(half.id)-L\(padded(file.rows.count + 1, 3))", day.iso, body.name, manner, reports ? "是" : "否",
        ])
      }
    }
    return file
  }

  /// None in the month of the Spring Festival, and one more was dropped in August 2024.
  func liaisonMonths(_ half: Half) -> [Int] {
    half.months.filter { $0 != 2 && !(half.id == "2024H2" && $0 == 8) }
  }

  /// 包干任务节点: two to four of each lead office in a half.
  func milestones(_ half: Half) -> CSVFile {
    var random = stream("milestones", half)
    var file = CSVFile(
      "包干任务节点.csv", header: ["编号", "行动", "任务", "牵头部门", "应完成日期", "完成日期", "核实日期"])
    let tasks = ["修订管理制度", "组织专题培训", "开展自查自纠", "汇总整改清单", "完成督导检查", "编印案例汇编"]
    for (index, body) in organisation.bodies("职能部门", in: half).filter(\.isLead).enumerated() {
      let quality = quality(of: body, in: half)
      for _ in 0..<random.integer(2...4) {
        let due = Half.end(year: half.year, month: random.integer(half.months))
        let isOnTime = random.chance(min(0.98, 0.86 + 0.06 * quality))
        let verified = due.adding(isOnTime ? -random.integer(0...6) : random.integer(3...40))
        let done = verified.adding(-random.integer(1...4))
        file.add([
          "\(half.id)-N\(padded(file.rows.count + 1, 3))", "\(index % 10 + 1)", random.pick(tasks), body.name, due.iso,
          done > Half.exported ? "" : done.iso, verified > Half.exported ? "" : verified.iso,
        ])
      }
    }
    return file
  }
}
