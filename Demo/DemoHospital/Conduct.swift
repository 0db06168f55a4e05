/// What happened in a half: complaints and the monthly ratings that follow from them are told once, here.
struct ConductOfHalf {
  var ratings: CSVFile
  var incidents: CSVFile
}

extension Hospital {
  /// 日常评定 (a row a month and kind, also where nothing happened) and 投诉舆情 (complaints and public opinion). A
  /// complaint found true appears in both.
  func conduct(_ half: Half) -> ConductOfHalf {
    var random = stream("conduct", half)
    var ratings = CSVFile(
      "日常评定.csv", header: ["编号", "月份", "科室", "类别", "情形", "事项", "评定人"])
    var incidents = CSVFile(
      "投诉舆情.csv", header: ["编号", "类型", "科室", "渠道", "发生时间", "处置时间", "核查结论", "内容摘要"])
    func report(_ type: String, _ department: Department, at start: Day, hours: Int?, finding: String) -> String {
      let number = "\(half.id)-\(type == "舆情" ? "S" : "T")\(padded(incidents.rows.count + 1, 3))"
      let hour = 8 + incidents.rows.count % 6
      let summary = type == "舆情" ? "网络平台反映就医体验" : "反映服务态度或流程"
      incidents.add([
        number, type, department.name,
        random.pick(type == "舆情" ? ["本地论坛", "短视频平台", "微博"] : ["12345热线", "院长信箱", "来电"]),
        "\(start.iso) \(two(hour)):20:00", hours.map { Self.moment(start, hour + $0) } ?? "", finding, summary,
      ])
      return number
    }
    for department in departments(in: half) {
      let quality = quality(of: department, in: half)
      let isSpotless = Planted.isSpotless(department, in: half)
      for month in half.months {
        let last = Half.end(year: half.year, month: month)
        guard department.exists(on: last), last <= Half.exported else { continue }
        let day = department.since(Day(half.year, month, random.integer(3...24)))
        let breach = !isSpotless && random.chance(max(0.005, 0.05 - 0.02 * quality))
        let complaint = random.unit()
        let trueShare = isSpotless ? 0 : max(0.003, 0.022 - 0.01 * quality)
        let kinds: [(String, String, String)] = [
          ("纪律", breach ? "违反纪律" : "无", breach ? random.pick(["迟到早退被通报", "值班脱岗", "会风会纪问题"]) : ""),
          complaint < trueShare / 4
            ? ("行风", "投诉有责", report("投诉", department, at: day, hours: 50, finding: "属实有责"))
            : complaint < trueShare
              ? ("行风", "投诉属实", report("投诉", department, at: day, hours: 30, finding: "属实")) : ("行风", "无", ""),
        ]
        for (kind, event, about) in kinds {
          ratings.add([
            "\(half.id)-R\(padded(ratings.rows.count + 1, 3))",
            month % 2 == 0 ? "\(half.year)年\(month)月" : "\(half.year)-\(two(month))",
            department.name, kind, event, about, "办公室",
          ])
        }
        if random.chance(0.03) { _ = report("投诉", department, at: day, hours: 26, finding: "不属实") }
        if !isSpotless, random.chance(0.02) {
          let isLate = random.chance(0.1)
          _ = report("舆情", department, at: day, hours: isLate ? 41 : random.integer(1...20), finding: "已回应")
        }
      }
    }
    return ConductOfHalf(ratings: ratings, incidents: incidents)
  }

  private static func moment(_ start: Day, _ hour: Int) -> String {
    "\(start.adding(hour / 24).iso) \(two(hour % 24)):05:00"
  }

  /// 纪检月报: that unit and month were looked at. One month of one department was forgotten.
  func monthlyReport(_ half: Half) -> CSVFile {
    var file = CSVFile("纪检月报.csv", header: ["编号", "报告月份", "科室", "是否排查", "备注"])
    for month in half.months {
      let last = Half.end(year: half.year, month: month)
      for department in departments(in: half) where department.exists(on: last) {
        if half.id == "2025H2", month == 10, department.name == "功能检查科" { continue }
        file.add(["\(half.id)-B\(padded(file.rows.count + 1, 3))", last.iso, department.name, "是", ""])
      }
    }
    return file
  }
}
