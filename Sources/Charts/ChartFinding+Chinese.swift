import Findings

extension ChartFinding {
  var chinese: Wording {
    let unread = "该图表规格未被采用。"
    let undrawn = "该图未绘制。"
    func list(_ names: [String]) -> String {
      names.isEmpty ? "无" : firstFew(names, separator: "、") { "等，另有\($0)个" }
    }
    func guess(_ word: String, _ known: [String]) -> String {
      nearMiss(to: word, among: known).map { "是否想写“\($0)”？" } ?? ""
    }
    switch self {
    case .noMarks:
      return Wording(
        found: "marks 列表是空的。", consequence: unread, remedy: "请加上一个图形，例如 - bar: {y: name, x: score}。")
    case .unknownMark(_, let mark, let known):
      return Wording(
        found: "没有“\(mark)”这种图形。\(guess(mark, known))", consequence: unread, remedy: "可用的图形：\(list(known))")
    case .marksDoNotCompose(_, let mark, let other):
      return Wording(
        found: "“\(mark)”的横轴是数值，而“\(other)”的横轴是类别，不能画在一起。", consequence: unread,
        remedy: "请分成两张图，或去掉其中一种。")
    case .plotsDiffer(_, let mark, let other):
      return Wording(
        found: "“\(mark)”和“\(other)”不在同一种坐标上：各行、平面、雷达。", consequence: unread,
        remedy: "请分成两张图，或去掉其中一种。")
    case .rowsDiffer(_, let column, let other):
      return Wording(
        found: "此图形按“\(column)”分行，其他图形按“\(other)”分行。", consequence: unread,
        remedy: "请在各图形的 y: 后写同一列。")
    case .unknownColumn(_, let mark, let column, let known):
      return Wording(
        found: "“\(mark)”用到“\(column)”列，数据里没有这一列。\(guess(column, known))", consequence: undrawn,
        remedy: "数据中的列：\(list(known))")
    case .columnNotNumbers(_, let mark, let column):
      return Wording(
        found: "“\(mark)”需要数值，而“\(column)”列是文字。", consequence: undrawn,
        remedy: "请改用数值列，或在数据来源处把它转成数值。")
    case .unknownPlaceholder(_, let name, let known):
      return Wording(
        found: "没有可填入 {\(name)} 的内容。\(guess(name, known))", consequence: undrawn,
        remedy: "此处可用：\(list(known))")
    case .unknownFormat(_, let pattern):
      return Wording(
        found: "“\(pattern)”不是数字格式。", consequence: unread,
        remedy: "可用的格式：\"0\"、\"0.00\"、\"0%\"、\"0.0%\"、\"+0.0\"")
    case .domainNotRising(_, let values):
      return Wording(
        found: "取值范围应是由小到大的两个数，这里是[\(values.map(shownNumber).joined(separator: ", "))]。",
        consequence: unread, remedy: "请写出下限和上限，例如 domain: [0, 100]")
    case .tooManyGrades(_, let count, let most):
      return Wording(
        found: "等级有\(count)个，而能分辨的颜色至多\(most)种。", consequence: unread,
        remedy: "请合并等级；若其中一个表示“未评级”，请写在 not_graded 中。")
    case .valueOutsideDomain(_, let column, let values, let domain):
      return Wording(
        found: "“\(column)”列中有不在等级表（\(list(domain))）里的值：\(list(values))。",
        consequence: "这些值用灰色绘制，并列入图例。", remedy: "请按由好到差的顺序补入 scales.fill.domain。")
    case .barsFromZero(_, let low, let high):
      return Wording(
        found: "横轴\(shownNumber(low))至\(shownNumber(high))不含零，而条形须从零画起。",
        consequence: "横轴已延伸到零。", remedy: "请让取值范围包含零，或不用条形。")
    case .cellTwice(_, let row, let column):
      return Wording(
        found: "“\(row)”在“\(column)”有不止一个值。", consequence: "只画第一个。",
        remedy: "请让每格只有一行数据，或在 y: 后改用能区分各行的编码列。")
    case .sizeOutOfRange(_, let key, let value, let legal):
      return Wording(
        found: "\(key) 为\(shownNumber(value))时无法绘制。", consequence: unread,
        remedy: "请写\(shownNumber(legal.lowerBound))至\(shownNumber(legal.upperBound))之间的像素数。")
    case .sizeGrown(_, let key, let asked, let drawn):
      return Wording(
        found: "\(key) 为\(shownNumber(asked))时放不下全部内容。",
        consequence: "已放大到\(shownNumber(drawn))，以免截断或重叠。",
        remedy: "请写 size: {\(key): \(shownNumber(drawn))}，或减少内容。")
    case .tooHigh(_, let rows, let height, let limit):
      return Wording(
        found: "\(rows)行的图高达\(shownNumber(height))像素，上限是\(shownNumber(limit))。", consequence: undrawn,
        remedy: "请在 data 中少取一些行，或每组一张图：facet: {by: …, split: true}")
    case .glyphsMissing(_, let characters, let text, let font):
      return Wording(
        found: "字体 \(font) 中没有\(list(characters))，出现在“\(text)”中。", consequence: undrawn,
        remedy: "请安装含有该字的字体（Debian：apt install fonts-noto-cjk），或修改文字。")
    case .noChineseFont(_, let found):
      let nearest = found.map { "（最接近的是 \($0)）" } ?? ""
      return Wording(
        found: "系统中没有中文字体\(nearest)。", consequence: "没有绘制任何图。",
        remedy: "请安装中文字体；Debian：apt install fonts-noto-cjk")
    case .fontFamilyAbsent(_, let asked, let used):
      return Wording(
        found: "没有安装“\(asked)”字体。", consequence: "改用 \(used) 绘制。", remedy: "请安装该字体，或指定其他字体。")
    case .fontUnreadable(let place):
      return Wording(
        found: "\(place.text) 无法作为字体读取。", consequence: "没有绘制任何图。",
        remedy: "请检查该文件，或重新安装（Debian：apt install --reinstall fonts-noto-cjk）。")
    case .noMemory(_, let width, let height):
      return Wording(
        found: "内存不够绘制\(width)×\(height)像素的图。", consequence: undrawn,
        remedy: "请在 data 中少取一些行，或关闭其他程序。")
    case .libraryAbsent(_, let file):
      return Wording(
        found: "没有安装绘图库 \(file)。", consequence: "没有绘制任何图。", remedy: "请安装；Debian：apt install libgd3")
    }
  }
}
