import Documents
import Findings

extension ChartSpec {
  /// Reads a chart specification. All problems go to the log in one pass.
  /// - Parameter name: what findings call it, normally its path in the workspace
  /// - Returns: nil if anything was wrong.
  package static func read(_ node: DocumentNode, name: String, log: FindingLog) -> ChartSpec? {
    let before = log.count(.problem)
    var reader = MappingReader(node, path: name, shape: .chart, log: log)
    let chart = reader.requiredText("chart") ?? name
    let data = reader.node("data")
    let facet = reader.node("facet").flatMap { readFacet($0, log: log) }
    var marks = readMarks(&reader, log: log)
    let scales = reader.node("scales").map { readScales($0, log: log) } ?? Scales()
    for index in marks.indices {
      guard var cell = marks[index] as? CellMark else { continue }
      cell.isState = scales.fill.palette == .grades
      marks[index] = cell
    }
    let title = reader.template("title")
    let subtitle = reader.template("subtitle")
    let note = reader.template("note")
    var spec = ChartSpec(
      name: chart, place: node.place, data: data, facet: facet, marks: marks, scales: scales, title: title,
      subtitle: subtitle, note: note, width: 1600, height: nil)
    if let size = reader.node("size") { spec.readSize(size, log: log) }
    reader.finish()
    spec.check(log: log)
    return log.count(.problem) == before ? spec : nil
  }

  private static func readFacet(_ node: DocumentNode, log: FindingLog) -> Facet? {
    var reader = MappingReader(node, path: "facet", shape: .facet, log: log)
    let column = reader.requiredText("by")
    let columns = reader.integer("columns") ?? 1
    if !(1...6).contains(columns) {
      log.add(
        DocumentFinding.illegalValue(
          reader.place(of: "columns"), key: "columns", value: "\(columns)", legal: (1...6).map { "\($0)" }))
    }
    let isSplit = reader.boolean("split") ?? false
    reader.finish()
    return column.map { Facet(column: $0, place: node.place, isSplit: isSplit, columns: columns) }
  }

  private static func readMarks(_ reader: inout MappingReader, log: FindingLog) -> [any Mark] {
    guard let node = reader.requiredNode("marks"), let items = node.list(called: "marks", log: log) else {
      return []
    }
    if items.isEmpty { log.add(ChartFinding.noMarks(node.place)) }
    return items.compactMap { item in
      guard case .mapping(let entries) = item.content, entries.count == 1, let entry = entries.first else {
        log.add(
          DocumentFinding.wrongKind(
            item.place, key: "marks", expected: .mapping, found: item.kind, value: item.shortText))
        return nil
      }
      guard let kind = MarkKind(rawValue: entry.key) else {
        log.add(
          ChartFinding.unknownMark(entry.keyPlace, mark: entry.key, known: MarkKind.allCases.map(\.rawValue)))
        return nil
      }
      var channels = MappingReader(entry.value, path: entry.key, shape: kind.shape, log: log)
      let mark = kind.read(&channels)
      channels.finish()
      return mark
    }
  }

  private static func readScales(_ node: DocumentNode, log: FindingLog) -> Scales {
    var scales = Scales()
    var reader = MappingReader(node, path: "scales", shape: .scales, log: log)
    if let x = reader.node("x") {
      var reader = MappingReader(x, path: "scales.x", shape: .valueAxis, log: log)
      scales.x.place = x.place
      scales.x.holdsZero = reader.boolean("zero") ?? false
      scales.x.domain = reader.range("domain")
      scales.x.label = reader.template("label")
      scales.x.isTime = reader.boolean("time") ?? false
      scales.x.format = reader.format("format")
      reader.finish()
    }
    if let y = reader.node("y") {
      var reader = MappingReader(y, path: "scales.y", shape: .rowAxis, log: log)
      scales.y.place = y.place
      scales.y.labels = reader.text("labels")
      scales.y.holdsZero = reader.boolean("zero") ?? false
      scales.y.domain = reader.range("domain")
      scales.y.label = reader.template("label")
      scales.y.format = reader.format("format")
      reader.finish()
    }
    if let fill = reader.node("fill") { scales.fill = readFill(fill, log: log) }
    reader.finish()
    return scales
  }

  private static func readFill(_ node: DocumentNode, log: FindingLog) -> Scales.Fill {
    var fill = Scales.Fill()
    let isDiverging = node["palette"]?.content == .scalar(Scales.Fill.Palette.diverging.rawValue, isQuoted: false)
    var reader = MappingReader(
      node, path: "scales.fill", shape: isDiverging ? .divergingFill : .gradeFill, log: log)
    fill.place = node.place
    fill.palette = reader.choice("palette", Scales.Fill.Palette.self)
    if isDiverging {
      fill.midpoint = reader.requiredNode("midpoint")?.number(called: "midpoint", log: log)
      fill.domain = reader.range("domain")
    } else {
      fill.grades = reader.texts("domain")
      fill.notGraded = reader.text("not_graded")
      fill.steps = (reader.list("steps") ?? []).compactMap { $0.integer(called: "steps", log: log) }
      if let wrong = fill.steps.first(where: { !(1...HouseStyle.grades.count).contains($0) }) {
        log.add(
          DocumentFinding.illegalValue(
            reader.place(of: "steps"), key: "steps", value: "\(wrong)",
            legal: (1...HouseStyle.grades.count).map { "\($0)" }))
      }
    }
    fill.label = reader.template("label")
    reader.finish()
    return fill
  }

  private mutating func readSize(_ node: DocumentNode, log: FindingLog) {
    var reader = MappingReader(node, path: "size", shape: .size, log: log)
    if let wish = reader.number("width") {
      if (600...4000).contains(wish) {
        width = wish.rounded()
      } else {
        log.add(ChartFinding.sizeOutOfRange(reader.place(of: "width"), key: "width", value: wish, legal: 600...4000))
      }
    }
    if let wish = reader.node("height"), wish.content != .scalar("per_row", isQuoted: false) {
      if let number = wish.number(called: "height", log: log) {
        let legal = 200...HouseStyle.highest
        if legal.contains(number) {
          height = number.rounded()
        } else {
          log.add(ChartFinding.sizeOutOfRange(wish.place, key: "height", value: number, legal: legal))
        }
      }
    }
    reader.finish()
  }

  /// What single marks cannot see.
  private func check(log: FindingLog) {
    for mark in marks where mark.plot != plot && !(mark.plot == .rowsOrPlane && plot != .radar) {
      let first = marks.first { $0.plot == plot }?.kind.rawValue ?? ""
      log.add(ChartFinding.plotsDiffer(mark.place, mark: mark.kind.rawValue, other: first))
    }
    let cells = marks.first { $0.categoryColumn != nil }
    for mark in marks
    where cells != nil && mark.categoryColumn == nil && plot == .rows
      && !(mark is TextMark && mark.valueColumns.isEmpty)
    {
      log.add(ChartFinding.marksDoNotCompose(mark.place, mark: mark.kind.rawValue, other: cells?.kind.rawValue ?? ""))
    }
    if plot == .rows, let facet, facet.columns != 1 {
      log.add(
        DocumentFinding.illegalValue(facet.place, key: "columns", value: "\(facet.columns)", legal: ["1"]))
    }
    if let first = marks.first(where: { $0.y != nil }) {
      for mark in marks {
        guard let y = mark.y, y != first.y else { continue }
        log.add(ChartFinding.rowsDiffer(mark.place, column: y, other: first.y ?? ""))
      }
    }
    let fill = scales.fill
    let graded = fill.grades.count { $0 != fill.notGraded }
    if graded > HouseStyle.grades.count + (fill.notGraded == nil ? 1 : 0) {
      log.add(
        ChartFinding.tooManyGrades(fill.place ?? place, count: graded, most: HouseStyle.grades.count))
    }
  }
}

extension MappingReader {
  mutating func template(_ key: String) -> TextTemplate? {
    guard let text = text(key) else { return nil }
    return TextTemplate(text, at: place(of: key))
  }

  /// `[low, high]`, rising.
  mutating func range(_ key: String) -> ClosedRange<Double>? {
    guard let items = list(key) else { return nil }
    let numbers = items.compactMap { $0.number(called: key, log: log) }
    guard numbers.count == items.count else { return nil }
    guard numbers.count == 2, numbers[0] < numbers[1] else {
      log.add(ChartFinding.domainNotRising(place(of: key), values: numbers))
      return nil
    }
    return numbers[0]...numbers[1]
  }

  /// A pattern such as `0.00`.
  mutating func format(_ key: String) -> NumberFormat? {
    guard let pattern = text(key) else { return nil }
    if let format = NumberFormat(pattern) { return format }
    log.add(ChartFinding.unknownFormat(place(of: key), pattern: pattern))
    return nil
  }
}
