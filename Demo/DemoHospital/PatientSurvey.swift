extension Hospital {
  /// 患者满意度与廉洁体验调查, as 问卷星 exports it; the second half of 2025 was saved again by a spreadsheet program.
  func patientSurvey(_ half: Half) -> CSVFile {
    var random = stream("patients", half)
    let meta = ResponseMeta(half: half, firstDay: half.start.adding(62), days: 110)
    var responses: [(isCounted: Bool, cells: [String])] = []
    for department in departments(in: half) {
      for isInpatient in [true, false] {
        for index in 0..<patients(of: department, isInpatient, half, &random) {
          responses.append(
            (
              Planted.isCounted(department, in: half),
              response(department, isInpatient: isInpatient, index: index, meta, &random)
            ))
        }
      }
    }
    shuffle(&responses, &random)
    tickEnvelopes(&responses, half)
    let rows = numbered(responses.map(\.cells), &random) { !responses[$0].isCounted }
    var file = CSVFile(
      "287461935_按文本_患者满意度与廉洁体验调查_\(responses.count)_\(responses.count).csv",
      header: ResponseMeta.header + [
        "1、您所在的科室名称", "2、您的就诊类型", "3、就医环境", "4、服务态度", "5、候诊时间", "6、病情告知与沟通",
        "7、费用透明", "8、总体满意度", "9、是否被索要红包", "10、就诊中是否遇到院外购药、推诿刁难、吃拿卡要等情况",
      ], form: half.id == "2025H2" ? .gb18030 : .utf8WithMark)
    for row in rows { file.add(row) }
    return file
  }

  /// Two to five patients a half tick 红包, beside the planted one.
  private func tickEnvelopes(_ responses: inout [(isCounted: Bool, cells: [String])], _ half: Half) {
    let column = 13
    var random = stream("envelopes", half)
    for _ in 0..<random.integer(2...5) {
      let index = random.integer(0...responses.count - 1)
      if !responses[index].isCounted { responses[index].cells[column] = "有" }
    }
  }

  private func patients(
    of department: Department, _ isInpatient: Bool, _ half: Half, _ random: inout SplitMix64
  ) -> Int {
    guard isInpatient ? department.hasInpatients : department.hasOutpatients else { return 0 }
    if half == Planted.half, department.code == Planted.fewAnswers { return isInpatient ? Planted.fewAnswersCount : 0 }
    if half == Planted.half, department.code == Planted.renamed, isInpatient { return Planted.renamedInpatients }
    let size = size(of: department)
    if !isInpatient { return 22 + Int(size * 26) + random.integer(0...6) }
    switch department.name {
    case "妇产科": return 170 + random.integer(0...10)
    case "心血管内科": return 120 + random.integer(0...15)
    default: return 36 + Int(size * 42) + random.integer(0...7)
    }
  }

  private func response(
    _ department: Department, isInpatient: Bool, index: Int, _ meta: ResponseMeta, _ random: inout SplitMix64
  ) -> [String] {
    let half = meta.half
    let quality = quality(of: department, in: half)
    let mean = isInpatient ? min(99, 95.6 + 1.35 * quality) : min(96.5, 91.6 + 2.1 * quality)
    let options = ["非常满意", "满意", "一般", "不满意", "非常不满意"]
    let answers = Answers(options: options, mean: mean, &random)
    let isPlanted = half == Planted.half && department.code == Planted.redEnvelope && isInpatient && index == 0
    let isTroubled =
      !Planted.isSpotless(department, in: half)
      && happens(index, share: max(0.001, 0.012 - 0.016 * quality), "trouble \(isInpatient)", department, half)
    var cells = meta.cells(&random)
    cells.append(name(of: department, half, isInpatient: isInpatient, index: index, &random))
    cells.append(isInpatient ? "住院" : "门诊")
    for (question, strictness) in [("环境", 1.1), ("态度", 0.8), ("候诊", 1.7), ("沟通", 1), ("费用", 1.2)] {
      let answer = answers.answer(strictness: strictness, &random)
      let isUnknown = random.chance(0.08)
      if isInpatient, question == "候诊" {
        cells.append("(跳过)")
      } else if isPlanted {
        cells.append(options[0])
      } else {
        cells.append(Answers.orBlank(question == "费用" && isUnknown ? "不了解" : answer, &random))
      }
    }
    let overall = answers.answer(&random)
    let isUnsure = random.chance(0.03)
    cells.append(isPlanted ? options[0] : Answers.orBlank(overall, &random))
    cells.append(isPlanted ? "有" : "无")
    cells.append(isPlanted ? "无" : isTroubled ? "有" : isUnsure ? "不了解" : "无")
    return cells
  }

  private func name(
    of department: Department, _ half: Half, isInpatient: Bool, index: Int, _ random: inout SplitMix64
  ) -> String {
    if Planted.isCounted(department, in: half) {
      let isOld = department.code == Planted.renamed && isInpatient && index % 3 == 0
      return isOld ? Planted.oldName : department.name
    }
    return NameWriter().write(department, &random)
  }
}
