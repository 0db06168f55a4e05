import Foundation

/// A questionnaire as survey platforms export it: 29 columns, labels as text, about 380 bytes a row.
struct QuestionnaireFile {
  let rows: Int

  private static let questions = [
    "就医环境", "挂号便捷", "候诊秩序", "服务态度", "病情告知", "治疗说明", "用药说明", "检查说明", "费用透明", "隐私保护", "护理质量", "膳食服务", "清洁卫生",
    "标识导引", "投诉渠道", "出院指导", "随访服务", "廉洁行医", "信息公开", "总体满意度",
  ]
  private static let options = ["非常满意", "比较满意", "一般", "不太满意", "非常不满意", "不了解", "(跳过)"]
  /// Of 100 answers, as many begin below each of these.
  private static let shares = [46, 76, 88, 93, 95, 98, 100]
  private static let sources = ["微信", "手机提交", "链接"]
  private static let details = ["直接访问", "N/A"]
  private static let places = ["江苏-无锡", "江苏-苏州", "河南-郑州", "浙江-杭州", "未知"]

  static let departments = (1...60).map { number in
    let fields = ["心血管内科", "呼吸与危重症医学科", "消化内科", "神经外科", "骨科", "妇产科", "儿科", "肿瘤科", "康复医学科", "急诊医学科"]
    return "\(fields[(number - 1) % fields.count])\(["一", "二", "三", "四", "五", "六"][(number - 1) / fields.count])病区"
  }

  /// Writes `units.csv` and `answers.csv`.
  func write(to folder: String) -> Bool {
    let register = Self.departments.enumerated().map { "D\(101 + $0.offset),\($0.element),科室,2015-01-01\n" }
    let units = "code,name,kind,valid_from\n" + register.joined()
    guard (try? units.write(toFile: folder + "/units.csv", atomically: true, encoding: .utf8)) != nil,
      let file = fopen(folder + "/answers.csv", "w")
    else { return false }
    var text = Array("\u{FEFF}序号,提交答卷时间,所用时间,来源,来源详情,来自IP,1、您所在的科室,2、您的就诊类型".utf8)
    for (index, question) in Self.questions.enumerated() { text += Array(",\(index + 3)、\(question)".utf8) }
    text += Array(",23、就诊中是否被索要红包\r\n".utf8)
    var numbers = SplitMix(seed: 2026)
    var isWritten = true
    let labels = Self.options.map { Array(",\($0)".utf8) }
    for row in 1...rows {
      append(row, &numbers, labels, to: &text)
      if text.count > 1 << 22 || row == rows {
        isWritten = isWritten && fwrite(text, 1, text.count, file) == text.count
        text.removeAll(keepingCapacity: true)
      }
    }
    return fclose(file) == 0 && isWritten
  }

  private func append(_ row: Int, _ numbers: inout SplitMix, _ labels: [[UInt8]], to text: inout [UInt8]) {
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let day = "2026/\(1 + numbers.below(6))/\(1 + numbers.below(28))"
    let time = "\(numbers.below(24)):\(two(numbers.below(60))):\(two(numbers.below(60)))"
    let address = (0..<4).map { _ in "\(1 + numbers.below(254))" }.joined(separator: ".")
    let place = Self.places[numbers.below(Self.places.count)]
    let cells = [
      "\(row)", "\(day) \(time)", "\(20 + numbers.below(400))秒", Self.sources[numbers.below(3)],
      Self.details[numbers.below(2)], "\(address)(\(place))", Self.departments[numbers.below(60)],
      numbers.below(3) == 0 ? "门诊" : "住院",
    ]
    text += Array(cells.joined(separator: ",").utf8)
    for _ in Self.questions {
      let share = numbers.below(100)
      text += labels[Self.shares.firstIndex { share < $0 } ?? 0]
    }
    text += Array((numbers.below(200) == 0 ? ",有\r\n" : ",无\r\n").utf8)
  }
}
