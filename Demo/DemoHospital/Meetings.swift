extension Hospital {
  /// 半年会参会: the meeting about the first half of 2025 was held in July, so a column names the half that it is about.
  func attendance(_ half: Half) -> CSVFile {
    var random = stream("attendance", half)
    var file = CSVFile(
      "半年会参会.csv", header: ["签到编号", "会议名称", "所属期", "会议日期", "科室", "参会方式", "是否汇报", "人员编号"])
    let day = meetingDay(half)
    for (index, department) in departments(in: half).enumerated() {
      let manner = random.pick(weighted: [("本人", 79), ("代会", 11), ("请假", 6), ("缺席", 4)])
      let isThere = manner == "本人" || manner == "代会"
      let isPlanted = half == Planted.half && department.code == Planted.vetoed
      let period = random.chance(0.05) ? wide(half.chineseName) : half.chineseName
      file.add([
        "\(half.id)-H\(padded(index + 1, 2))", "\(half.chineseName)清廉医院创建工作会议", period, day.iso, department.name,
        isPlanted ? "本人" : manner, isPlanted || (isThere && random.chance(0.9)) ? "是" : "否",
        head(of: department.code),
      ])
    }
    return file
  }

  /// 半年会参会 of lead offices and branches: by whom, and whether they reported.
  func bodyAttendance(_ half: Half) -> CSVFile {
    var random = stream("body attendance", half)
    var file = CSVFile(
      "半年会参会（职能、支部）.csv", header: ["签到编号", "会议名称", "所属期", "会议日期", "科室", "参会方式", "是否汇报", "人员编号"])
    for body in organisation.bodies("职能部门", "党支部", in: half) where body.kind == "党支部" || body.isLead {
      let manner = random.pick(weighted: [("本人", 79), ("代会", 11), ("请假", 6), ("缺席", 4)])
      let isThere = manner == "本人" || manner == "代会"
      file.add([
        "\(half.id)-I\(padded(file.rows.count + 1, 2))", "\(half.chineseName)清廉医院创建工作会议", half.chineseName,
        meetingDay(half).iso, body.name, manner, isThere && random.chance(0.85) ? "是" : "否", head(of: body.code),
      ])
    }
    return file
  }

  /// 议定事项: what the meetings resolved, with the day on which it was due and done.
  func resolutions(_ half: Half) -> CSVFile {
    var random = stream("resolutions", half)
    var file = CSVFile(
      "议定事项.csv", header: ["事项编号", "议定日期", "事项内容", "责任科室", "应办日期", "办结日期"])
    let texts = ["梳理科室廉洁风险点", "更新公示栏", "完善耗材申领流程", "开展廉洁家访", "整理谈心谈话台账", "修订请销假制度"]
    for department in departments(in: half) {
      let quality = quality(of: department, in: half)
      for _ in 0..<random.pick(weighted: [(0, 50), (1, 35), (2, 15)]) {
        let resolved = department.since(half.start.adding(random.integer(8...110)))
        let due = resolved.adding(random.pick([30, 60, 90]))
        let isOnTime = random.chance(min(1, 0.88 + 0.06 * quality)) || Planted.isSpotless(department, in: half)
        let done = due.adding(isOnTime ? -random.integer(0...9) : random.integer(2...40))
        file.add([
          "\(half.id)-Y\(padded(file.rows.count + 1, 3))", resolved.iso, random.pick(texts), department.name, due.iso,
          done > Half.exported ? "" : done.iso,
        ])
      }
    }
    return file
  }

  /// The day of the half-year meeting; the one about the first half of 2025 was held in July.
  func meetingDay(_ half: Half) -> Day {
    half.id == "2025H1" ? Day(2025, 7, 8) : half.number == 1 ? Day(half.year, 6, 24) : Day(half.year, 12, 19)
  }
}
