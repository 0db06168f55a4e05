/// 处分与问责台账: reported, verified, decided, in force. Only what is in force acts; the rest waits for somebody.
struct Discipline {
  let code: String
  let kind: String
  /// Whether the department answers for it; a person's own case does not touch it.
  let isDepartments: Bool
  let reported: Day
  var verified: Day? = nil
  var decided: Day? = nil
  var result = ""

  /// All that was reported by the day of export, by day.
  static let all = [
    Discipline("D037", "通报批评", Day(2023, 3, 14), Day(2023, 3, 20), Day(2023, 3, 28)),
    Discipline("B20", "通报批评", Day(2023, 6, 8), Day(2023, 6, 14), Day(2023, 6, 21)),
    Discipline("D054", "通报批评", Day(2023, 9, 5), Day(2023, 9, 12), Day(2023, 9, 21)),
    Discipline("D023", "红包回扣查实", Day(2023, 10, 23), Day(2023, 11, 20), Day(2023, 12, 4), "不实"),
    Discipline("D047", "通报批评", Day(2024, 2, 27), Day(2024, 3, 4), Day(2024, 3, 12)),
    Discipline("A14", "通报批评", Day(2024, 5, 16), Day(2024, 5, 22), Day(2024, 5, 30)),
    Discipline("D039", "通报批评", Day(2024, 9, 10), Day(2024, 9, 18), Day(2024, 9, 26)),
    Discipline("D045", "通报批评", Day(2025, 3, 11), Day(2025, 3, 14), Day(2025, 3, 20)),
    // A person's own case.
    Discipline("D035", "党纪政务处分", Day(2025, 5, 6), Day(2025, 5, 15), Day(2025, 5, 28), isDepartments: false),
    Discipline("D048", "通报批评", Day(2025, 8, 14), Day(2025, 8, 19), Day(2025, 8, 25)),
    // Costs the department its title and vetoes the teams that it is a member of.
    Discipline(Planted.untitled, "红包回扣查实", Day(2025, 9, 10), Day(2025, 10, 22), Day(2025, 11, 14)),
    Discipline("D039", "通报批评", Day(2025, 10, 9), Day(2025, 10, 14), Day(2025, 10, 21)),
    Discipline("D046", "红包回扣查实", Day(2025, 11, 18), Day(2026, 1, 9), Day(2026, 2, 6), "不实"),
    // Found true in the next half: until then it holds nobody back.
    Discipline("D051", "通报批评", Day(2026, 3, 3), Day(2026, 3, 10), Day(2026, 3, 16)),
    Discipline(Planted.vetoed, "追责问责", Day(2026, 4, 15), Day(2026, 4, 28), Day(2026, 5, 12)),
    Discipline("D022", "通报批评", Day(2026, 6, 8), Day(2026, 7, 2)),
    Discipline("D014", "通报批评", Day(2026, 8, 18), Day(2026, 8, 24), Day(2026, 9, 1)),
    Discipline(Planted.redEnvelope, "红包回扣查实", Day(2026, 7, 3)),
    Discipline("D050", "红包回扣查实", Day(2026, 10, 12), Day(2026, 11, 9)),
  ]

  private init(
    _ code: String, _ kind: String, _ reported: Day, _ verified: Day? = nil, _ decided: Day? = nil,
    _ result: String = "属实", isDepartments: Bool = true
  ) {
    (self.code, self.kind, self.reported, self.isDepartments) = (code, kind, reported, isDepartments)
    (self.verified, self.decided, self.result) = (verified, decided, decided == nil ? "" : result)
  }
}

extension Hospital {
  func discipline(_ half: Half) -> CSVFile {
    var file = CSVFile(
      "处分问责台账.csv",
      header: ["台账编号", "触发日期", "科室", "种类", "科室责任", "反映内容", "核实日期", "核实人", "认定日期", "认定机构", "认定结论", "生效日期"])
    for event in Discipline.all where half.start <= event.reported && event.reported <= half.end {
      let name =
        departments.first { $0.code == event.code }?.name ?? organisation.bodies.first { $0.code == event.code }?.name
      guard let name else { continue }
      let isTrue = event.decided != nil && event.result != "不实"
      file.add([
        "\(half.id)-J\(padded(file.rows.count + 1, 2))", event.reported.iso, name, event.kind,
        event.isDepartments ? "是" : "否", "见线索卷宗", event.verified?.iso ?? "", event.verified == nil ? "" : "纪检监察室",
        event.decided?.iso ?? "", event.decided == nil ? "" : "院纪委", event.result,
        isTrue ? event.decided?.iso ?? "" : "",
      ])
    }
    return file
  }
}
