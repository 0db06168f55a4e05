/// Registers of work secrets beside the list of cases: petitions, leads, the four forms. Contents stay out of them.
extension Hospital {
  private static let stages = ["反映内容", "核实日期", "核实人", "认定日期", "认定机构", "认定结论"]

  /// 信访登记: twelve to twenty a year, one to three of them true.
  func petitions(_ half: Half) -> CSVFile {
    var random = stream("petitions", half)
    var file = CSVFile("信访登记.csv", header: ["信访编号", "收到日期", "单位", "渠道"] + Self.stages)
    let trueOnes = random.integer(0...1)
    for index in 0..<random.integer(6...9) {
      let day = half.start.adding(random.integer(3...175)).nextWorkingDay
      guard day <= Half.exported else { continue }
      file.add(
        [
          "\(half.id)-F\(padded(index + 1, 2))", day.iso, random.pick(departments(in: half)).name,
          random.pick(weighted: [("来信", 35), ("来访", 15), ("电话", 25), ("网络", 15), ("上级转办", 10)]),
        ] + course(from: day, days: 20...60, isTrue: index == 4 || (index == 1 && trueOnes == 1), &random))
    }
    return file
  }

  /// 线索登记, the list of what is to be verified: every 红包 answer of the half's questionnaires that names a department,
  /// and a few from elsewhere. Of the answers nothing is written down but the department: they are anonymous.
  /// - Parameter survey: 患者满意度.
  func leads(_ half: Half, survey: CSVFile) -> CSVFile {
    var random = stream("leads", half)
    var file = CSVFile("线索登记.csv", header: ["线索编号", "登记日期", "单位", "来源"] + Self.stages)
    func add(_ day: Day, _ name: String, _ source: String, isTrue: Bool, isOpen: Bool = false) {
      guard day <= Half.exported else { return }
      let course = course(from: day, days: 25...70, isTrue: isTrue, &random)
      file.add(
        ["\(half.id)-L\(padded(file.rows.count + 1, 2))", day.iso, name, source]
          + (isOpen ? ["见卷宗", "", "", "", "", ""] : course))
    }
    let (unit, envelope) = (6, 14)
    for row in survey.rows where row[envelope] == "有" {
      guard let department = department(written: row[unit], in: half) else { continue }
      add(
        handedOver(half), department.name, "患者问卷", isTrue: false,
        isOpen: half == Planted.half && department.code == Planted.redEnvelope)
    }
    for _ in 0..<random.integer(1...3) {
      let day = half.start.adding(random.integer(10...170)).nextWorkingDay
      let source = random.pick(["信访", "巡察", "日常监督", "上级转办"])
      add(day, random.pick(departments(in: half)).name, source, isTrue: random.chance(0.2))
    }
    return file
  }

  /// 四种形态登记: the first form fifteen to twenty-five times a year, the second one to three times, the others hardly
  /// ever. How often says nothing about a unit; what was to follow does.
  func fourForms(_ half: Half) -> CSVFile {
    var random = stream("forms", half)
    var file = CSVFile("四种形态登记.csv", header: ["编号", "日期", "单位", "形态", "方式", "事由", "应跟进日期", "已跟进日期"])
    let second = half.number == 1 ? 1 : random.integer(0...2)
    let forms =
      Array(repeating: "第一种", count: random.integer(8...12)) + Array(repeating: "第二种", count: second)
      + (random.chance(0.25) ? ["第三种"] : [])
    let places = departments(in: half).map(\.name) + organisation.bodies("职能部门", in: half).map(\.name)
    for form in forms {
      let day = half.start.adding(random.integer(3...175)).nextWorkingDay
      guard day <= Half.exported else { continue }
      let (due, followed) = (day.adding(90), day.adding(random.integer(60...100)))
      let manner =
        switch form {
        case "第一种": random.pick(["谈话提醒", "批评教育", "责令检查"])
        case "第二种": "诫勉"
        default: "组织处理"
        }
      file.add([
        "\(half.id)-X\(padded(file.rows.count + 1, 2))", day.iso, random.pick(places), form, manner, "见谈话记录",
        due.iso, random.chance(0.94) && followed <= Half.exported ? followed.iso : "",
      ])
    }
    return file
  }

  /// Verified some weeks later and decided upon after that, as far as the day of export has come.
  private func course(
    from day: Day, days: ClosedRange<Int>, isTrue: Bool, _ random: inout SplitMix64
  ) -> [String] {
    let verified = day.adding(random.integer(days)).nextWorkingDay
    let decided = verified.adding(random.integer(5...20)).nextWorkingDay
    guard verified <= Half.exported else { return ["见卷宗", "", "", "", "", ""] }
    let isDecided = decided <= Half.exported
    return [
      "见卷宗", verified.iso, "纪检监察室", isDecided ? decided.iso : "", isDecided ? "院纪委" : "",
      isDecided ? (isTrue ? "部分属实" : "不实") : "",
    ]
  }

  /// The department that a name or an alias means, whatever its widths and blanks.
  func department(written text: String, in half: Half) -> Department? {
    let text = plain(text)
    return departments(in: half).first { ([$0.name] + $0.aliases).contains { plain($0) == text } }
  }
}

/// A text in narrow letters without blanks.
func plain(_ text: String) -> String {
  var scalars = String.UnicodeScalarView()
  for scalar in text.unicodeScalars where !scalar.properties.isWhitespace {
    let isWide = (0xFF01...0xFF5E).contains(scalar.value)
    scalars.append(isWide ? UnicodeScalar(scalar.value - 0xFEE0) ?? scalar : scalar)
  }
  return String(scalars)
}
