/// Registers that belong to no half-year: titles, actions, posts, closures.
extension Hospital {
  /// 称号登记: 12 titles of 2023, 15 of 2024, 16 of 2025, one of them withdrawn.
  var titles: CSVFile {
    var file = CSVFile("称号登记.csv", header: ["单位", "称号", "授予日期", "撤销日期", "文号"])
    let groups = ["内科系": [4, 4, 4], "外科系": [3, 4, 4], "妇儿急重": [1, 1, 1], "医技": [2, 2, 2], "职能": [2, 4, 5]]
    for (index, year) in [2023, 2024, 2025].enumerated() {
      for group in ["内科系", "外科系", "妇儿急重", "医技", "职能"] {
        let places = groups[group] ?? [0, 0, 0]
        let earlier = places.prefix(index).reduce(0, +)
        let members = ranked(group).dropFirst(earlier).prefix(places[index])
        for name in members {
          let isWithdrawn = year == 2024 && name == untitledName
          file.add([
            name, "清廉科室", "\(year)-12-31", isWithdrawn ? "2025-11-28" : "", "清江一院党发〔\(year + 1)〕\(6 + index)号",
          ])
        }
      }
    }
    return file
  }

  private var untitledName: String { departments.first { $0.code == Planted.untitled }?.name ?? "" }

  /// Names of a peer group that exist throughout, the lastingly best first. What is planted for 2026 got no title.
  private func ranked(_ group: String) -> [String] {
    func lastingQuality(_ code: String) -> Double {
      var random = SplitMix64(seed: seed, stream: "quality \(code)")
      return random.normal()
    }
    let planted = [Planted.vetoed, Planted.fewAnswers, Planted.unvisited]
    var names: [(name: String, quality: Double)] =
      departments.filter {
        $0.peerGroup == group && $0.validTo.isEmpty && $0.validFrom < "2023-01-01" && !planted.contains($0.code)
      }.map {
        ($0.name, lastingQuality($0.code))
      }
    if group == "职能" {
      names = organisation.bodies.filter { $0.kind == "职能部门" && $0.validFrom < "2023-01-01" && $0.validTo.isEmpty }.map
      {
        ($0.name, lastingQuality($0.code))
      }
    }
    return names.sorted { $0.quality > $1.quality }.map(\.name)
  }

  /// 十大行动: the document names none of them, and no name is invented here; the leads are.
  var actions: CSVFile {
    var file = CSVFile("十大行动.csv", header: ["编号", "名称", "牵头部门", "协办部门", "指标标签", "说明"])
    for (index, body) in organisation.bodies.filter(\.isLead).prefix(10).enumerated() {
      file.add(["\(index + 1)", "", body.name, "", "行动\(index + 1)", "名称未见于文件，待本院填写；指标归类是自拟的"])
    }
    return file
  }

  /// 任职登记: by number, without names; one person holds two posts.
  var posts: CSVFile {
    var file = CSVFile("任职登记.csv", header: ["人员编号", "单位", "职务", "任职日期", "免职日期"])
    for department in departments.filter(\.validTo.isEmpty) {
      file.add([head(of: department.code), department.name, "科主任", max("2021-01-01", department.validFrom), ""])
    }
    for body in organisation.bodies where body.kind != "团队" && body.validTo.isEmpty {
      let post = ["党总支": "总支书记", "党支部": "支部书记"][body.kind] ?? "负责人"
      file.add([head(of: body.code), body.name, post, max("2021-01-01", body.validFrom), ""])
    }
    return file
  }

  /// The number of who heads a unit that still exists; empty for others. The secretary of one branch heads one of its
  /// departments.
  func head(of code: String) -> String {
    if code == Planted.twoPosts.branch || code == Planted.twoPosts.department { return Planted.twoPosts.person }
    if let index = departments.filter(\.validTo.isEmpty).firstIndex(where: { $0.code == code }) {
      return "M\(padded(index + 1, 3))"
    }
    let body = organisation.bodies.firstIndex { $0.code == code && $0.validTo.isEmpty && $0.kind != "团队" }
    return body.map { "M\(padded(100 + $0, 3))" } ?? ""
  }

  /// 停用登记: two departments were closed for rebuilding in the second half of 2024.
  var closures: CSVFile {
    var file = CSVFile("停用登记.csv", header: ["科室", "停用期间", "原因"])
    file.add(["眼科", "2024H2", "病区改造"])
    file.add(["核医学科", "2024H2", "机房改造"])
    return file
  }
}
