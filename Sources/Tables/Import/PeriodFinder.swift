import Register

/// Finds the first and last day that a row is about.
final class PeriodFinder {
  enum Result {
    /// yyyymmdd; `dayFrom` and `dayTo` before the day was widened to a period.
    case span(from: Int, to: Int, dayFrom: Int, dayTo: Int)
    case unreadable
    case widerThanGrain
    case implausible
  }

  /// What data can be about; a year outside is a slip of the pen.
  static let plausible = 2000_00_00..<2100_00_00
  private let type: ColumnType
  private let grain: Period.Grain?
  private let phases: [Period]
  private var byDay: [Int: Result] = [:]
  private var lastDay = 0
  private var lastResult = Result.unreadable
  private let texts = ByteIndex()
  private var byText: [Result] = []

  init(type: ColumnType, grain: Period.Grain?, phases: [Period]) {
    self.type = type
    self.grain = grain
    self.phases = phases
  }

  /// The span of a row whose period column was read into the slot.
  func find(_ slot: ChunkSlot, row: Int) -> Result {
    switch type {
    case .date: return find(day: Int(slot.integer(at: row)))
    case .datetime: return find(day: Int(slot.integer(at: row) / 1_000_000))
    case .integer:
      var text = String(slot.integer(at: row))
      return text.withUTF8 { find(text: $0) }
    default: return find(text: slot.text(at: row))
    }
  }

  private func find(day: Int) -> Result {
    if day == lastDay { return lastResult }
    let result = byDay[day] ?? CalendarDate(yyyymmdd: day).flatMap { Period(.day, containing: $0) }.map(span)
    lastDay = day
    lastResult = result ?? .unreadable
    byDay[day] = lastResult
    return lastResult
  }

  private func find(text cell: CellBytes) -> Result {
    let (number, isNew) = texts.insert(cell)
    if isNew {
      let text = string(cell)
      let period = phases.first { $0.id == text } ?? Period(parsing: text)
      byText.append(period.map(span) ?? .unreadable)
    }
    return byText[number]
  }

  private func span(_ period: Period) -> Result {
    let days = (from: period.start.yyyymmdd, to: period.end.yyyymmdd)
    guard Self.plausible.contains(days.from), Self.plausible.contains(days.to) else { return .implausible }
    guard let grain, period.grain != .phase else {
      return .span(from: days.from, to: days.to, dayFrom: days.from, dayTo: days.to)
    }
    guard let wide = Period(grain, containing: period.start), wide.contains(period) else { return .widerThanGrain }
    return .span(
      from: wide.start.yyyymmdd, to: wide.end.yyyymmdd, dayFrom: days.from, dayTo: days.to)
  }
}

extension TableSpec {
  /// The one period that all rows of a file are about, from the command or from the file's name; nil where rows carry
  /// theirs, where there is none, or where it is not said.
  package func period(ofFile path: String, option: Period?, phases: [Period]) -> Period? {
    switch period {
    case .option: option
    case .fileName: periodInName(of: path, phases: phases)
    case .column, nil: nil
    }
  }
}

/// The first period that a file's name holds, or else that of its folder; a phase's name comes first.
func periodInName(of path: String, phases: [Period]) -> Period? {
  for part in path.split(separator: "/").suffix(2).reversed() {
    let text = String(part)
    if let phase = phases.filter({ text.contains($0.id) }).max(by: { $0.id.count < $1.id.count }) { return phase }
    if let period = firstPeriod(in: text) { return period }
  }
  return nil
}

/// The leftmost period in a text, as long as it can be: `2025H1` and not `2025`.
private func firstPeriod(in text: String) -> Period? {
  let characters = Array(narrowed(text))
  func isDigit(_ index: Int) -> Bool { index < characters.count && index >= 0 && characters[index].isWholeNumber }
  for start in characters.indices where isDigit(start) && !isDigit(start - 1) {
    for length in stride(from: min(12, characters.count - start), through: 4, by: -1) {
      guard !isDigit(start + length - 1) || !isDigit(start + length) else { continue }
      let candidate = String(characters[start..<start + length])
      if let period = Period(parsing: candidate), PeriodFinder.plausible.contains(period.start.yyyymmdd) {
        return period
      }
    }
  }
  return nil
}
