extension Hospital {
  /// 宣传稿件: what departments sent in, and how far it came. One title often appears at several levels, and a few are
  /// claimed by two departments.
  func publicity(_ half: Half) -> CSVFile {
    var random = stream("publicity", half)
    var file = CSVFile(
      "宣传稿件.csv", header: ["编号", "科室", "标题", "类别", "级别", "状态", "报送日期", "发表日期"] + Self.sendingHeader)
    var claimed = 0
    func add(_ department: Department, _ cells: [String]) {
      let number = file.rows.count + 1
      file.add(
        ["\(half.id)-X\(padded(number, 3))", department.name] + cells
          + Self.sending(number, level: cells[2], state: cells[3], sent: cells[4], isLead: false))
    }
    let present = departments(in: half)
    for (index, department) in present.enumerated() {
      for item in 0..<itemCount(department, half, &random) {
        let kind = random.pick(weighted: [("工作动态", 70), ("经验做法", 20), ("典型案例", 10)])
        let title = "\(random.pick(Self.topics))——\(department.name)\(kind)之\(item + 1)"
        let sent = department.since(half.start.adding(random.integer(20...150)))
        let state = random.pick(weighted: [("已发表", 78), ("审核通过", 10), ("退回修改", 8), ("已报送", 4)])
        let isPublished = state == "已发表"
        for (step, level) in (isPublished ? levels(&random) : ["院级"]).enumerated() {
          let cells = [title, kind, level, state, sent.iso, isPublished ? sent.adding(5 + step * 6).iso : ""]
          add(department, cells)
          let other = present[(index + 1) % present.count]
          if step == 0, isPublished, claimed < 8, random.chance(0.1), other.since(sent) == sent {
            claimed += 1
            add(other, cells)
          }
        }
      }
    }
    return file
  }

  static let sendingHeader = ["报送对象", "审核日期", "已签字", "已盖章"]

  /// Where an item went, when the office passed it, and what it bears: highlights go to the province's discipline
  /// commission, what the office passed to its health commission. Lead offices sign, others stamp.
  static func sending(_ number: Int, level: String, state: String, sent: String, isLead: Bool) -> [String] {
    let isHigh = level == "省级" || level == "国家级"
    let target = isHigh ? (number % 3 == 0 ? "省纪委" : "省卫生健康委") : level == "市级" ? "其他" : "院内"
    let isPassed = state == "已发表" || state == "审核通过"
    let passed = isPassed ? Day(written: sent).map { $0.adding(number % 3 + 1) } : nil
    return [
      target, passed.map { $0 > Half.exported ? "" : $0.iso } ?? "", isLead ? "是" : "",
      isLead ? "" : number % 40 == 7 ? "否" : "是",
    ]
  }

  private static let topics = [
    "清廉从查房开始", "阳光采购进科室", "一封家书话廉洁", "把红包退回到住院押金", "公示栏里的承诺", "廉洁微课进晨会",
    "合理用药我承诺", "候诊区的一天", "耗材管理再升级", "廉洁家访暖人心",
  ]

  private func itemCount(_ department: Department, _ half: Half, _ random: inout SplitMix64) -> Int {
    let isPlanted = half == Planted.half && [Planted.vetoed, Planted.redEnvelope].contains(department.code)
    if isPlanted { return 6 }
    var usual = lasting("publicity", department)
    let isTwin = half.id >= "2025H1" && [Planted.twins.model, Planted.twins.copy].contains(department.code)
    let isSilent = usual.chance(0.22) && !isTwin
    if random.chance(isSilent ? 0.95 : 0.03) { return 0 }
    let count = 3.1 + 0.8 * quality(of: department, in: half) + 1.7 * usual.normal() + 0.3 * random.normal()
    return min(9, max(1, Int(count.rounded())))
  }

  /// The levels at which an item appeared, the hospital's own first.
  private func levels(_ random: inout SplitMix64) -> [String] {
    random.pick(weighted: [
      (["院级"], 70), (["院级", "市级"], 14), (["市级"], 5), (["院级", "省级"], 6), (["院级", "市级", "省级"], 3),
      (["国家级"], 2),
    ])
  }
}
