/// What the data show, in a sentence computed from them: for readers who cannot see the picture.
struct DataSummary {
  let layout: SceneLayout

  private var data: DataTable { layout.data }
  private var rows: [Int] { layout.groups.flatMap(\.rows) }

  var text: String {
    guard !rows.isEmpty else { return HouseStyle.noData }
    for mark in layout.spec.marks {
      switch mark {
      case let mark as BarMark: return extremes(mark.x, names: mark.y)
      case let mark as PointMark: return extremes(mark.x, names: mark.spread ? mark.name ?? mark.y : mark.y)
      case let mark as CellMark where mark.isState: return counts(of: mark.fill, unit: "格")
      case let mark as CellMark: return extremes(mark.fill, names: mark.y, and: mark.x, format: mark.format, unit: "格")
      case let mark as LaneMark:
        return extremes(mark.length, names: mark.y, and: mark.x, format: mark.format, unit: "格")
      case let mark as StackMark: return sums(of: mark.x, by: mark.part, format: mark.format)
      case let mark as StepsMark: return steps(mark)
      case let mark as DotMark:
        return mark.fill.map { counts(of: $0, unit: "个点") }
          ?? extremes(mark.value, names: mark.name ?? mark.label, unit: "个点")
      case let mark as LineMark where mark.style == .solid: return ends(of: mark)
      case let mark as RadarMark: return extremes(mark.value, names: mark.axis, format: mark.format, unit: "项")
      default: continue
      }
    }
    return ""
  }

  private func name(_ column: String?, _ row: Int) -> String {
    // Rows are told apart by codes and named by another column.
    let isRow = layout.spec.marks.contains { $0.y != nil && $0.y == column }
    let shown = isRow ? layout.spec.scales.y.labels ?? column : column
    return shown.flatMap { data.text($0, row) } ?? HouseStyle.noValue
  }

  private func extremes(
    _ column: String, names: String?, and second: String? = nil, format: NumberFormat? = nil, unit: String = "行"
  ) -> String {
    let format =
      format ?? layout.spec.marks.compactMap { ($0 as? TextMark).flatMap { $0.text == column ? $0.format : nil } }.first
    let present = rows.filter { data.number(column, $0).isFinite && layout.isGraded($0) }
    let missing = rows.count - present.count
    func words(_ value: Double?) -> String {
      guard let value else { return "" }
      let ties = present.filter { data.number(column, $0) == value }
      let called = ties.prefix(3).map { row in
        second.map { name(names, row) + (data.text($0, row) ?? "") } ?? name(names, row)
      }
      let more = ties.count > 3 ? "等\(ties.count)\(unit)" : ""
      return called.joined(separator: "、") + more + "，" + (data.text(column, ties[0], format: format) ?? "")
    }
    let values = present.map { data.number(column, $0) }
    var parts = ["共\(rows.count)\(unit)"]
    if let high = values.max(), let low = values.min() {
      if high == low, present.count > 1 {
        parts.append("各\(unit)相同，都是\(data.text(column, present[0], format: format) ?? "")")
      } else {
        parts.append("最高：" + words(high))
        if high != low { parts.append("最低：" + words(low)) }
      }
    }
    if missing > 0 { parts.append("\(missing)\(unit)没有数值") }
    return parts.joined(separator: "；")
  }

  private func counts(of column: String, unit: String) -> String {
    var seen: [String: Int] = [:]
    for row in rows { seen[data.text(column, row) ?? HouseStyle.noData, default: 0] += 1 }
    let order = layout.fill.domain + seen.keys.filter { !layout.fill.domain.contains($0) }.sorted()
    let parts = order.compactMap { key in seen[key].map { "\(key)\($0)\(unit)" } }
    return "共\(rows.count)\(unit)：" + parts.joined(separator: "、")
  }

  private func sums(of column: String, by part: String, format: NumberFormat?) -> String {
    guard format?.isPercent != true else { return counts(of: part, unit: "段") }
    let parts = layout.fill.domain.compactMap { key -> String? in
      let values = rows.filter { data.text(part, $0) == key }.map { data.number(column, $0) }.filter { $0 >= 0 }
      return values.isEmpty ? nil : key + (format?.text(values.reduce(0, +)) ?? NumberFormat.plain(values.reduce(0, +)))
    }
    return HouseStyle.total + "：" + parts.joined(separator: "、")
  }

  private func steps(_ mark: StepsMark) -> String {
    let parts = rows.compactMap { row in data.text(mark.x, row, format: mark.format).map { name(mark.y, row) + $0 } }
    return firstFew(parts, separator: "，", more: HouseStyle.andMore)
  }

  private func ends(of mark: LineMark) -> String {
    let groups =
      mark.by.map { by in
        data.groups(by: by).map { (name: $0.value, rows: $0.rows.filter(Set(rows).contains)) }
      } ?? [(name: nil, rows: rows)]
    let parts = groups.compactMap { group -> String? in
      let present = group.rows.filter { data.number(mark.value, $0).isFinite }
      guard let first = present.first, let last = present.last else { return nil }
      func at(_ row: Int) -> String {
        let step = data.text(mark.x, row).map { TimeStep($0)?.fullName ?? $0 } ?? ""
        return "\(step) \(data.text(mark.value, row, format: mark.format) ?? "")"
      }
      return (group.name.map { $0 + "：" } ?? "") + (first == last ? at(first) : "从\(at(first))到\(at(last))")
    }
    return firstFew(parts, separator: "；", more: HouseStyle.andMore)
  }
}
