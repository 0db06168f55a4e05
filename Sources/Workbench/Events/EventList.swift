import Charts
import Findings
import Register
import Store
import Tables

/// One event as the list shows it: its number in the ledger, stages and roles, never what happened.
struct ListedEvent {
  /// The key's cells; without a key, file and row.
  let key: String
  /// Code and name; empty where the table has no units.
  let unit: String
  let unitName: String
  let record: EventRecord
  let stage: EventStage
  /// Since when it has been there; nil where no day says so.
  let since: Int?
  /// The step that it waits for, and who takes it, as far as the row says so; nil: for nothing.
  let awaits: (step: ConfirmationRule.Step, role: String)?
  /// What does not hold together; empty unless it is in doubt.
  var doubts: [EventDoubt] = []

  /// Calendar days from the stage's day to that of the list.
  func waiting(on day: CalendarDate) -> Int? {
    guard awaits != nil, let since = since.flatMap({ CalendarDate(yyyymmdd: $0) }) else { return nil }
    return day.dayNumber - since.dayNumber
  }
}

/// The events of one table, as of a day.
struct EventList {
  let spec: TableSpec
  let rule: ConfirmationRule
  let day: CalendarDate
  let events: [ListedEvent]

  /// How many there are, stage by stage.
  func sentence(in language: Language) -> String {
    let counts = EventStage.allCases.map { stage in (stage, events.count { $0.stage == stage }) }
    let isChinese = language == .chinese
    let parts = counts.filter { $0.1 > 0 }.map { stage, count in
      isChinese ? "\(stage.word(language))\(count)件" : "\(count) \(stage.word(language))"
    }
    let leads = counts.filter { $0.0 == .triggered || $0.0 == .verified || $0.0 == .doubtful }.map(\.1).reduce(0, +)
    // What is decided and waits for its first day in force is no lead.
    let longest = events.filter { $0.stage != .confirmed }.compactMap { $0.waiting(on: day) }.max()
    if isChinese {
      let wait = longest.map { "，等待最久的已\($0)天" } ?? ""
      return events.isEmpty
        ? "\(spec.id)：截至\(day)没有记录"
        : "\(spec.id)：截至\(day)共\(events.count)件，\(parts.joined(separator: "、"))；未认定的线索\(leads)件\(wait)"
    }
    let wait = longest.map { ", the longest wait \(counted($0, "day"))" } ?? ""
    return events.isEmpty
      ? "\(spec.id): none as of \(day)"
      : "\(spec.id): \(events.count) as of \(day), \(parts.joined(separator: ", ")); \(counted(leads, "lead")) without a decision\(wait)"
  }
}

extension EventStage {
  func word(_ language: Language) -> String {
    switch (self, language) {
    case (.triggered, .chinese): "触发"
    case (.triggered, .english): "reported"
    case (.verified, .chinese): "核实"
    case (.verified, .english): "verified"
    case (.confirmed, .chinese): "认定待生效"
    case (.confirmed, .english): "decided, not in force yet"
    case (.inForce, .chinese): "生效"
    case (.inForce, .english): "in force"
    case (.notSustained, .chinese): "不成立"
    case (.notSustained, .english): "not sustained"
    case (.doubtful, .chinese): "存疑"
    case (.doubtful, .english): "in doubt"
    }
  }
}

extension ConfirmationRule.Step {
  func awaited(_ language: Language) -> String {
    switch (self, language) {
    case (_, .chinese): "待\(chinese)"
    case (.trigger, .english): "report"
    case (.verify, .english): "verification"
    case (.confirm, .english): "decision"
    case (.effective, .english): "first day in force"
    }
  }
}

extension EventDoubt {
  /// What is wrong, by its steps alone: 认定早于核实.
  func words(_ language: Language) -> String {
    switch (self, language) {
    case (.order(let step, _, let before, _), .chinese): "\(step.chinese)早于\(before.chinese)"
    case (.order(let step, _, let before, _), .english): "\(step.awaited(.english)) before \(before.awaited(.english))"
    case (.incomplete(let gaps), .chinese): "缺\(gaps.map { $0.word(.chinese) }.joined(separator: "、"))"
    case (.incomplete(let gaps), .english): "lacks \(gaps.map { $0.word(.english) }.joined(separator: ", "))"
    }
  }
}

extension EventGap {
  fileprivate func word(_ language: Language) -> String {
    switch (self, language) {
    case (.day, .chinese): "认定日期"
    case (.day, .english): "the day of the decision"
    case (.role, .chinese): "认定机构"
    case (.role, .english): "who decided"
    case (.result, .chinese): "认定结果"
    case (.result, .english): "the result"
    }
  }
}
