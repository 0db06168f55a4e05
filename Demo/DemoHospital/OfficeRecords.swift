extension Hospital {
  private static let options = ["非常满意", "满意", "一般", "不满意", "非常不满意"]

  /// 职能部门满意度: about 380 answers of clinicians, about twenty an office.
  func officeSurvey(_ half: Half) -> CSVFile {
    var random = stream("offices", half)
    let meta = ResponseMeta(half: half, firstDay: half.start.adding(95), days: 25)
    var responses: [[String]] = []
    for body in organisation.bodies("职能部门", in: half) {
      let quality = quality(of: body, in: half)
      for _ in 0..<random.integer(17...27) {
        let answers = Answers(options: Self.options, mean: min(95, 87.5 + 3 * quality), &random)
        let name = random.chance(0.15) ? random.pick(body.aliases + [body.name]) : body.name
        responses.append(
          meta.cells(&random) + [
            name, Answers.orBlank(answers.answer(&random), &random),
            random.chance(0.04) ? "不了解" : answers.answer(strictness: 0.9, &random),
          ])
      }
    }
    shuffle(&responses, &random)
    var file = CSVFile(
      "职能部门满意度调查_\(responses.count).csv",
      header: ResponseMeta.header + ["1、您评价的职能部门", "2、总体满意度", "3、廉洁高效"])
    for row in numbered(responses, &random, mayRepeat: { _ in true }) { file.add(row) }
    return file
  }

  /// 团队服务对象评价: fifteen to thirty-five answers a team.
  func teamSurvey(_ half: Half) -> CSVFile {
    var random = stream("team survey", half)
    let meta = ResponseMeta(half: half, firstDay: half.start.adding(90), days: 40)
    var responses: [[String]] = []
    for body in organisation.bodies("团队", in: half) {
      let quality = quality(of: body, in: half)
      for _ in 0..<random.integer(15...35) {
        let answers = Answers(options: Self.options, mean: min(98, 93 + 2 * quality), &random)
        responses.append(meta.cells(&random) + [body.name, Answers.orBlank(answers.answer(&random), &random)])
      }
    }
    shuffle(&responses, &random)
    var file = CSVFile(
      "团队服务对象评价_\(responses.count).csv",
      header: ResponseMeta.header + ["1、为您服务的团队", "2、总体满意度"])
    for row in numbered(responses, &random, mayRepeat: { _ in true }) { file.add(row) }
    return file
  }

  /// 调研指导走访评分 of offices, branches and teams: one overall mark of three assessors.
  func bodyVisits(_ half: Half) -> CSVFile {
    var random = stream("body visits", half)
    var file = CSVFile(
      "调研指导走访评分（职能、支部、团队）.csv", header: ["编号", "走访日期", "科室", "组别", "评委", "板块", "得分", "备注"])
    let kinds = organisation.bodies("职能部门", "党总支", "党支部", "团队", in: half)
    for (index, body) in kinds.enumerated() {
      let quality = quality(of: body, in: half)
      let day = half.start.adding(half.number == 1 ? 98 : 80).adding(random.integer(0...35))
      let base = 92.8 + 1.3 * quality
      for assessor in 1...3 {
        let score = base + 0.9 * random.normal()
        file.add([
          "\(half.id)-K\(padded(index * 3 + assessor, 4))", day.iso, body.name, "第一组", "P1\(assessor)", "1",
          halfPoints(min(98, max(84, score))), "",
        ])
      }
    }
    return file
  }

  /// 纪检月报 of offices, branches and teams.
  func officeMonthlyReport(_ half: Half) -> CSVFile {
    var file = CSVFile("纪检月报（职能）.csv", header: ["编号", "报告月份", "科室", "是否排查", "备注"])
    for month in half.months {
      let last = Half.end(year: half.year, month: month)
      guard last <= Half.exported else { continue }
      for body in organisation.bodies where body.exists(year: half.year, month: month) {
        file.add(["\(half.id)-C\(padded(file.rows.count + 1, 3))", last.iso, body.name, "是", ""])
      }
    }
    return file
  }

  /// 日常评定 of offices: kept, and scored for departments only.
  func officeRatings(_ half: Half) -> CSVFile {
    var random = stream("office ratings", half)
    var file = CSVFile("日常评定（职能）.csv", header: ["编号", "月份", "科室", "类别", "情形", "事项", "评定人"])
    for month in half.months where Half.end(year: half.year, month: month) <= Half.exported {
      for body in organisation.bodies where body.kind == "职能部门" && body.exists(year: half.year, month: month) {
        let breach = random.chance(0.02)
        for (kind, event, about) in [("纪律", breach ? "违反纪律" : "无", breach ? "会风会纪问题" : ""), ("行风", "无", "")] {
          file.add([
            "\(half.id)-M\(padded(file.rows.count + 1, 3))", "\(half.year)-\(two(month))", body.name, kind, event,
            about,
            "办公室",
          ])
        }
      }
    }
    return file
  }

  /// 廉洁教育登记 of teams.
  func education(_ half: Half) -> CSVFile {
    var random = stream("education", half)
    var file = CSVFile("廉洁教育登记.csv", header: ["编号", "日期", "单位", "主题", "应到", "实到"])
    let subjects = ["九项准则学习", "典型案例警示", "耗材管理规范", "医患沟通与廉洁", "廉洁家风"]
    for body in organisation.bodies("团队", in: half) {
      let quality = quality(of: body, in: half)
      for _ in 0..<max(0, Int((2.2 + 0.7 * quality + 0.5 * random.normal()).rounded())) {
        let day = half.start.adding(random.integer(15...160)).nextWorkingDay
        guard day <= Half.exported else { continue }
        let expected = random.integer(12...40)
        let present = max(0, expected - random.integer(0...4))
        file.add([
          "\(half.id)-E\(padded(file.rows.count + 1, 3))", day.iso, body.name, random.pick(subjects), "\(expected)",
          "\(present)",
        ])
      }
    }
    return file
  }

  /// 宣传稿件 of offices, branches and teams.
  func bodyPublicity(_ half: Half) -> CSVFile {
    var random = stream("body publicity", half)
    var file = CSVFile(
      "宣传稿件（职能、支部、团队）.csv", header: ["编号", "科室", "标题", "类别", "级别", "状态", "报送日期", "发表日期"] + Self.sendingHeader)
    let subjects = ["清廉文化进病区", "把纪律挺在前面", "阳光议事", "廉洁承诺墙", "清风微课堂"]
    for body in organisation.bodies("职能部门", "党支部", "团队", in: half) {
      let quality = quality(of: body, in: half)
      for item in 0..<max(0, Int((1.3 + 0.8 * quality + 0.8 * random.normal()).rounded())) {
        let sent = half.start.adding(random.integer(10...150))
        let isPublished = random.chance(0.75)
        let published = sent.adding(random.integer(4...12))
        guard published <= Half.exported else { continue }
        let number = file.rows.count + 1
        let title = "\(random.pick(subjects))——\(body.name)之\(item + 1)"
        let kind = random.pick(weighted: [("工作动态", 75), ("经验做法", 20), ("典型案例", 5)])
        let level = random.pick(weighted: [("院级", 78), ("市级", 14), ("省级", 8)])
        let state = isPublished ? "已发表" : "审核通过"
        file.add(
          [
            "\(half.id)-U\(padded(number, 3))", body.name, title, kind, level, state, sent.iso,
            isPublished ? published.iso : "",
          ] + Self.sending(number, level: level, state: state, sent: sent.iso, isLead: body.isLead))
      }
    }
    return file
  }
}
