extension Hospital {
  /// 职工清廉感知调查: a matrix question keeps its stem in the first column only.
  func staffSurvey(_ half: Half) -> CSVFile {
    var random = stream("staff", half)
    let meta = ResponseMeta(half: half, firstDay: half.start.adding(100), days: 30)
    let options = ["很好", "较好", "一般", "较差", "很差"]
    var responses: [[String]] = []
    for department in departments(in: half) {
      let quality = quality(of: department, in: half)
      for _ in 0..<staff(of: department, half, &random) {
        let answers = Answers(options: options, mean: min(94.5, 87.6 + 3.2 * quality), &random)
        var cells = meta.cells(&random)
        cells.append(NameWriter(variantShare: 0.12, unmatchedShare: 0.015).write(department, &random))
        cells.append(random.pick(weighted: [("医生", 34), ("护士", 46), ("技师", 12), ("行政", 4), ("其他", 4)]))
        for strictness in [1.1, 0.9, 1.2, 1.0] {
          let answer = answers.answer(strictness: strictness, &random)
          cells.append(random.chance(0.03) ? "不了解" : Answers.orBlank(answer, &random))
        }
        cells.append(random.chance(0.94) ? "是" : "否")
        responses.append(cells)
      }
    }
    shuffle(&responses, &random)
    let rows = numbered(responses, &random) { _ in true }
    var file = CSVFile(
      "290175518_按文本_职工清廉感知调查_\(responses.count)_\(responses.count).csv",
      header: ResponseMeta.header + [
        "1、您所在的科室", "2、您的岗位", "3、请对本科室以下各方面进行评价—制度公开", "3、廉洁教育", "3、监督渠道",
        "4、您对本科室清廉建设的总体评价", "5、本半年是否参加过廉洁教育",
      ])
    for row in rows { file.add(row) }
    return file
  }

  private func staff(of department: Department, _ half: Half, _ random: inout SplitMix64) -> Int {
    switch department.name {
    case "输血科", "核医学科", "临床心理科", "功能检查科": random.integer(3...4)
    case "皮肤科", "全科医学科", "病理科": random.integer(6...9)
    default:
      // Most have about twenty, a few large ones eighty.
      10 + Int(size(of: department) * size(of: department) * size(of: department) * 62) + random.integer(0...5)
    }
  }
}
