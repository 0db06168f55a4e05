extension Hospital {
  /// 问题整改台账 of one round: what was found in the half, with what became of it up to the day of export. A problem
  /// found in June may be due in August: it then counts in the next half.
  func problems(_ half: Half) -> CSVFile {
    var random = stream("problems", half)
    var file = CSVFile(
      "问题整改台账.csv",
      header: [
        "编号", "排查时间", "问题类别", "存在问题", "整改类型", "责任科室", "责任人", "整改时限", "完成日期",
        "销号日期", "下达日期", "回头看日期",
      ])
    var number = 0
    for department in departments(in: half) {
      let isSpotless = Planted.isSpotless(department, in: half)
      let found = half.start.adding(half.number == 1 ? 98 : 80).adding(random.integer(0...35))
      let lateShare = lateShare(department, in: half)
      for (index, kind) in problemKinds(of: department, in: half).enumerated() {
        number += 1
        let isLate = !isSpotless && happens(index, share: lateShare, "late", department, half)
        var course = course(found: found, isLate: isLate, &random)
        let planted = Planted.declared
        if department.code == planted.department, half.id == planted.half, course.type == "限期整改" {
          (course.due, course.done, course.closed) = (planted.due.iso, planted.due.iso, planted.verified.iso)
        }
        file.add([
          "\(half.id)-W\(padded(number, 3))", found.iso, kind, random.pick(Self.texts[kind] ?? []), course.type,
          random.chance(0.06) ? random.pick(department.aliases) : department.name,
          random.pick(["护士长", "科主任", "廉洁专员"]), course.due, course.done, course.closed,
          notified(found, number, course.type),
          revisited(course.closed, number),
        ])
      }
    }
    addTypedDates(to: &file, half)
    return file
  }

  /// On the day on which it was found if it is mended at once, else one to four days later.
  private func notified(_ found: Day, _ number: Int, _ type: String) -> String {
    found.adding(type == "立行立改" ? 0 : number % 4 + 1).iso
  }

  /// Three months or so after it was verified, of nine in ten.
  private func revisited(_ closed: String, _ number: Int) -> String {
    guard let day = Day(written: closed)?.adding(70 + number * 7 % 40), number % 10 != 3, day <= Half.exported else {
      return ""
    }
    return day.iso
  }

  /// 整改措施台账: one to three measures a problem, by its number.
  func remedies(for problems: CSVFile...) -> CSVFile {
    var file = CSVFile("整改措施台账.csv", header: ["措施编号", "问题编号", "责任科室", "措施", "措施时限", "完成日期"])
    let texts = ["修订科室制度并组织学习", "补齐台账并由负责人签字", "开展一次专题教育", "明确专人负责，按月自查"]
    for (index, row) in problems.flatMap(\.rows).enumerated() {
      // Words and days that there are not are typed in the list of problems only.
      let due = Day(written: row[7]).flatMap { $0.parts.day == 1 && row[7].hasSuffix(".31") ? nil : $0.iso } ?? ""
      for measure in 0...(index % 3) {
        file.add([
          "\(row[0])-\(measure + 1)", row[0], row[5], texts[(index + measure) % texts.count], due,
          measure == 2 && index % 25 == 2 ? "" : row[8],
        ])
      }
    }
    return file
  }

  /// 问题整改台账 of offices: one to three of each in a round.
  func officeProblems(_ half: Half) -> CSVFile {
    var random = stream("office problems", half)
    var file = CSVFile(
      "问题整改台账（职能）.csv",
      header: [
        "编号", "排查时间", "问题类别", "存在问题", "整改类型", "责任科室", "责任人", "整改时限", "完成日期",
        "销号日期", "下达日期", "回头看日期",
      ])
    for body in organisation.bodies("职能部门", in: half) {
      let quality = quality(of: body, in: half)
      // Kinds of every other round, so that few are found twice running.
      let turn = Self.kindWeights.enumerated().filter { $0.offset % 2 == half.number % 2 }.map(\.element)
      for _ in 0..<random.integer(1...3) {
        let found = half.start.adding(random.integer(60...110))
        guard found <= Half.exported else { continue }
        let kind = random.pick(weighted: random.chance(0.9) ? turn : Self.kindWeights)
        let course = course(found: found, isLate: random.chance(max(0.03, 0.16 - 0.08 * quality)), &random)
        let number = file.rows.count + 1
        file.add([
          "\(half.id)-Q\(padded(number, 3))", found.iso, kind, random.pick(Self.texts[kind] ?? []), course.type,
          body.name,
          "负责人",
          course.due, course.done, course.closed, notified(found, number, course.type),
          revisited(course.closed, number),
        ])
      }
    }
    return file
  }

  /// How often each kind is drawn where it was not found in the last round: the rarer ones are held up less by that.
  private static let kindWeights: [(String, Double)] = [
    ("台账资料", 55), ("廉洁教育", 25), ("制度更新", 15), ("药品耗材", 11), ("服务沟通", 9), ("公开公示", 7), ("其他", 4),
  ]
  private static let texts = [
    "台账资料": ["清廉台账未分类归档", "谈心谈话记录不完整", "走访记录缺签字"],
    "廉洁教育": ["季度廉洁教育缺签到", "新入职人员未做廉洁谈话"],
    "制度更新": ["请销假制度未按新规修订", "科室议事规则未更新"],
    "药品耗材": ["高值耗材出入库登记不及时", "抗菌药物点评未反馈到人"],
    "服务沟通": ["候诊区解释不到位", "费用告知单未签字"],
    "公开公示": ["公示栏内容未更新", "价格公示不全"],
    "其他": ["意见箱未按月开启", "办公场所标识不清"],
  ]

  /// Most are hardly ever late, some nearly every other time.
  private func lateShare(_ department: Department, in half: Half) -> Double {
    var promptness = lasting("promptness", department)
    let quality = quality(of: department, in: half)
    return min(0.5, max(0.01, 1.2 * (promptness.normal() - 0.9 * quality - 0.8)))
  }

  /// What is found in a half, one by one. About one in ten was found in the round before as well; the others were not.
  private func problemKinds(of department: Department, in half: Half) -> [String] {
    var earlier: [String] = []
    for round in Half.all where round.start <= half.start {
      var random = stream("kinds \(department.code)", round)
      let quality = quality(of: department, in: round)
      let repeatShare =
        earlier.isEmpty || Planted.isSpotless(department, in: round) ? 0 : max(0.01, 0.08 - 0.08 * quality)
      let fresh = Self.kindWeights.filter { !earlier.contains($0.0) }
      let count = problemCount(department, 2 * lateShare(department, in: round) - 0.5 * quality, &random)
      earlier = (0..<count).map { index in
        happens(index, share: repeatShare, "repeat", department, round)
          ? random.pick(earlier) : random.pick(weighted: fresh)
      }
    }
    return earlier
  }

  private func problemCount(_ department: Department, _ more: Double, _ random: inout SplitMix64) -> Int {
    var usual = lasting("problems", department)
    let count = 2.3 + more + 1.1 * usual.normal() + 0.4 * random.normal()
    return min(6, max(0, Int(count.rounded())))
  }

  private func course(
    found: Day, isLate: Bool, _ random: inout SplitMix64
  ) -> (type: String, due: String, done: String, closed: String) {
    let style = random.pick(Day.Style.allCases)
    let draw = random.unit()
    if draw < 0.07 { return ("长期坚持", random.chance(0.6) ? "长期坚持" : "", "", "") }
    let isPrompt = draw < 0.42
    let due = found.adding(isPrompt ? 7 : random.pick([30, 45, 60, 90]))
    let lateDays = random.pick(weighted: [(random.integer(2...20), 80), (random.integer(33...60), 8), (400, 8)])
    let closed = isLate ? due.adding(lateDays) : due.adding(-random.integer(0...4))
    // Declared done a little before it is verified: only the latter counts.
    let done = closed.adding(-random.integer(0...3))
    // What is mended at once is due a week after it was found, whether the clerk writes the day or the words.
    let written = isPrompt && random.chance(0.4) ? "立行立改" : due.written(style)
    return (
      isPrompt ? "立行立改" : "限期整改", random.chance(0.03) ? "" : written,
      done > Half.exported ? "" : done.written(style), closed > Half.exported ? "" : closed.written(style)
    )
  }

  /// What clerks type where a day is due, and two entries that were done before they were passed on.
  private func addTypedDates(to file: inout CSVFile, _ half: Half) {
    let (type, due, done) = (4, 7, 8)
    let ordinary = file.rows.indices.filter {
      file.rows[$0][type] == "限期整改" && !file.rows[$0][due].isEmpty
    }
    let typed = half.number == 1 ? ["6月底前", "5月中旬", "\(half.year).6.31"] : ["年底前", "11月中旬", "\(half.year).11.31"]
    for (place, text) in zip([3, 11, 19], typed) where place < ordinary.count {
      file.rows[ordinary[place]][due] = text
    }
    for place in [6, 14] where place < ordinary.count {
      file.rows[ordinary[place]][done] = file.rows[ordinary[place]][1]
    }
  }
}
