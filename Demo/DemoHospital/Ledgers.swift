extension Hospital {
  /// 风险防控评分: what the yearly risk campaign gave each department, 0–100.
  func riskScores(_ half: Half) -> CSVFile {
    var random = stream("risk", half)
    var file = CSVFile("风险防控评分.csv", header: ["编号", "科室", "得分", "评定日期"])
    for (index, department) in departments(in: half).enumerated() {
      let score = 88 + 4 * quality(of: department, in: half) + 3 * random.normal()
      let written = halfPoints(min(100, max(55, score)))
      file.add([
        "\(half.id)-F\(padded(index + 1, 2))", department.name, random.chance(0.05) ? wide(written) : written,
        half.end.adding(-12).iso,
      ])
    }
    return file
  }

  /// 制度台账检查: three things that are there or not.
  func paperwork(_ half: Half) -> CSVFile {
    var random = stream("paperwork", half)
    var file = CSVFile(
      "制度台账检查.csv", header: ["编号", "科室", "检查日期", "调研指导制度", "台账建立", "清单反馈"])
    for (index, department) in departments(in: half).enumerated() {
      let shift = 0.04 * quality(of: department, in: half)
      let hasRules = random.chance(0.94 + shift)
      let isPrompt = random.chance(0.9 + shift)
      let hasAnswered = random.chance(0.9 + shift)
      file.add([
        "\(half.id)-Z\(padded(index + 1, 2))", department.name, half.end.adding(-20).iso, hasRules ? "有" : "无",
        isPrompt ? "及时" : "不及时",
        hasAnswered ? "已反馈" : "未反馈",
      ])
    }
    return file
  }
}
