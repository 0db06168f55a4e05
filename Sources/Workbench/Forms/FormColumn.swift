import Findings
import Register
import Spreadsheets
import Tables

/// One column of a form: what may be written there, as a check for the program that fills it in and as words for the
/// person.
struct FormColumn {
  let spec: ColumnSpec
  let kind: ValueKind
  let rule: CellCheck.Rule
  /// What is written here, in a few words: `从下拉列表选`, `整数，1 至 4`.
  let what: String
  let example: String
  /// What follows from it: the period, the key, what it refers to.
  let note: String

  var header: String { spec.header }

  /// The values that it can take, where they are few: those of a list, or whole numbers of a short range.
  var values: [SheetCell.Value]? {
    switch rule {
    case .list(let texts): return texts.map { .text($0) }
    case .whole(let range): return range.count <= Self.mostValues ? range.map { .whole($0) } : nil
    default: return nil
    }
  }
  private static let mostValues = 50

  var width: Double {
    let least = Double(displayWidth(header)) + 4
    return switch kind {
    case .text:
      switch rule {
      case .list(let texts): min(36, max(least, Double(texts.map(displayWidth).max() ?? 0) + 4))
      default: min(40, max(least, spec.isRequired && spec.pattern == nil ? 18 : 14))
      }
    case .dayAndTime: max(least, 20)
    case .day: max(least, 13)
    case .whole, .number: max(least, 10)
    }
  }

  func check(_ rows: ClosedRange<Int>, column: Int) -> CellCheck {
    CellCheck(
      CellRange(rows: rows, columns: column...column), rule, title: header,
      prompt: [spec.isRequired ? "必填。" + what : what, note].filter { !$0.isEmpty }.joined(separator: "。"),
      refusal: "“\(header)”应填：\(what)。")
  }
}

/// Makes the columns of a table's form.
struct FormColumns {
  let table: TableSpec
  /// What all rows are about; nil: not said.
  let period: Period?
  /// The units that rows can be about, by the name that a form shows; empty: any text.
  let units: [String]
  /// The values that references may take.
  let references: [ColumnSpec.Reference: [String]]

  private static let earliest = SheetDay(yyyymmdd: 2000_01_01)
  private static let latest = SheetDay(yyyymmdd: 2099_12_31)
  /// Longer lists are of no use in a drop-down.
  private static let longestList = 5000

  /// Dropped columns (names, phones) are never asked for.
  func columns() -> [FormColumn] { table.columns.filter { !$0.isDropped }.map(column) }

  private func column(_ spec: ColumnSpec) -> FormColumn {
    var notes: [String] = []
    if table.key == [spec.id] {
      notes.append("每行一个，不得重复")
    } else if table.key.contains(spec.id) {
      let headers = table.key.compactMap { key in table.columns.first { $0.id == key }?.header }
      notes.append("\(headers.joined(separator: "、"))合在一起不得重复")
    }
    let isPeriod = isPeriodColumn(spec)
    if isPeriod { notes.append("由它定这一行算在哪一期" + (period.map { "，本表为\($0.chineseName)" } ?? "")) }
    if let reference = spec.references {
      notes.append(
        reference.kinds == nil ? "须是“\(reference.table)”里已有的“\(reference.column)”" : "须是单位名册中的\(reference.column)")
    }
    if spec.id == table.unit?.column, !units.isEmpty {
      return made(spec, .text, .list(units), "单位名称，从下拉列表选", units.first ?? "", notes)
    }
    if isPeriod, let period, spec.type == .text || spec.type == .integer {
      let isYear = spec.type == .integer && period.grain == .year
      return isYear
        ? made(spec, .whole, .whole(period.start.year...period.start.year), "年份", "\(period.start.year)", notes)
        : made(spec, .text, .list([period.id]), "期间，从下拉列表选", period.id, notes)
    }
    if let labels = spec.labels { return labelled(spec, labels, notes) }
    if let reference = spec.references, let values = references[reference], !values.isEmpty,
      values.count <= Self.longestList
    {
      return made(spec, .text, .list(values), "从下拉列表选", values[0], notes)
    }
    return unlabelled(spec, isPeriod, notes)
  }

  private func isPeriodColumn(_ spec: ColumnSpec) -> Bool {
    if case .column(spec.id, _)? = table.period { true } else { false }
  }

  /// What is written for “left blank” by survey platforms is no choice: the cell stays empty.
  private func labelled(_ spec: ColumnSpec, _ labels: ColumnSpec.Labels, _ notes: [String]) -> FormColumn {
    let texts: [String] =
      switch labels {
      case .set(let texts): texts
      case .map(let entries): entries.filter { $0.meaning != .missing }.map(\.label)
      }
    let shown = texts.prefix(12).joined(separator: "、") + (texts.count > 12 ? "等\(texts.count)种" : "")
    return made(spec, .text, .list(texts), "从下拉列表选：\(shown)", texts.first ?? "", notes)
  }

  private func unlabelled(_ spec: ColumnSpec, _ isPeriod: Bool, _ notes: [String]) -> FormColumn {
    switch spec.type {
    case .text:
      if let pattern = spec.pattern {
        return made(spec, .text, .anything, "编号或文字，须合乎规则 \(pattern)", "", notes)
      }
      if isPeriod { return made(spec, .text, .anything, "期间，如 2026H1、2026年上半年、2026-06", "2026H1", notes) }
      let isKey = table.key.contains(spec.id)
      return made(spec, .text, .anything, isKey ? "编号或文字，原样填写，前面的0保留" : "文字", "", notes)
    case .integer, .number: return counted(spec, notes)
    case .date, .datetime:
      let span = isPeriod ? period : nil
      let days = span.map { SheetDay($0.start)...SheetDay($0.end) } ?? Self.earliest...Self.latest
      let words = span.map { "，\($0.start) 至 \($0.end)" } ?? ""
      let example = span.map { "\($0.start)" } ?? "2026-03-15"
      if spec.type == .date { return made(spec, .day, .day(days), "日期" + words, example, notes) }
      // The last day has hours too, so that a span is only told.
      let rule: CellCheck.Rule = span == nil ? .day(days) : .anything
      return made(spec, .dayAndTime, rule, "日期和时间" + words, "\(example) 08:30:00", notes)
    case .boolean: return made(spec, .text, .list(["是", "否"]), "是或否", "是", notes)
    case .durationSeconds: return made(spec, .text, .anything, "时长，如 2分3秒，或秒数", "2分3秒", notes)
    case .writtenDate:
      return made(spec, .text, .anything, "日期，或文字：6月底前、立行立改、长期坚持", "2026-06-30", notes)
    }
  }

  private func counted(_ spec: ColumnSpec, _ notes: [String]) -> FormColumn {
    let isWhole = spec.type == .integer
    let kind: ValueKind = isWhole ? .whole : .number(digits: nil)
    let word = isWhole ? "整数" : "数字"
    guard let range = spec.range, range.lowerBound.isFinite || range.upperBound.isFinite else {
      let limit = 1e15
      return isWhole
        ? made(spec, kind, .whole(-1_000_000_000...1_000_000_000), word, "12", notes)
        : made(spec, kind, .number(-limit...limit), word, "12.5", notes)
    }
    let (low, high) = (range.lowerBound, range.upperBound)
    let limits =
      low.isFinite && high.isFinite
      ? "\(plain(low)) 至 \(plain(high))" : low.isFinite ? "不小于 \(plain(low))" : "不大于 \(plain(high))"
    let example = plain(high.isFinite ? high : low)
    if isWhole, abs(low) < 1e9 || !low.isFinite, abs(high) < 1e9 || !high.isFinite {
      let whole = Int(max(low, -1e9).rounded(.up))...Int(max(max(low, -1e9), min(high, 1e9)).rounded(.down))
      return made(spec, kind, .whole(whole), "\(word)，\(limits)", example, notes)
    }
    return made(spec, kind, .number(range), "\(word)，\(limits)", example, notes)
  }

  private func made(
    _ spec: ColumnSpec, _ kind: ValueKind, _ rule: CellCheck.Rule, _ what: String, _ example: String, _ notes: [String]
  ) -> FormColumn {
    FormColumn(
      spec: spec, kind: kind, rule: rule, what: what, example: example, note: notes.joined(separator: "；"))
  }
}

extension SheetDay {
  init(_ date: CalendarDate) { self.init(yyyymmdd: date.yyyymmdd) }
}
