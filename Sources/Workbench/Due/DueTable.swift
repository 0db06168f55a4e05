import Charts
import Findings
import Obligations
import Register

extension DueAnswer {
  /// One row for each thing owed, with how often a reminder spoke of it.
  package func table(_ language: Language) -> DataTable {
    let rows = entries.map(\.row)
    // What was recorded twice on one day is one reminder.
    let sent = entries.map { Set((reminders[subject(of: $0)] ?? []).map(\.asOf)) }
    func numbers(_ value: (ObligationRow) -> Int?) -> [Double] { rows.map { value($0).map(Double.init) ?? .nan } }
    return DataTable([
      DataColumn(.unit, language, texts: rows.map(\.unit)),
      DataColumn(.name, language, texts: rows.map { register.unit(code: $0.unit)?.name ?? "" }),
      DataColumn(.item, language, texts: rows.map(\.name)),
      DataColumn(.period, language, texts: rows.map(\.occasionID)),
      DataColumn(.member, language, texts: rows.map { $0.member ?? "" }),
      DataColumn(.due, language, texts: rows.map { "\($0.due)" }),
      DataColumn(.filed, language, texts: rows.map { $0.filed.map { "\($0)" } ?? "" }),
      DataColumn(.state, language, texts: rows.map { $0.state.word(in: language) }),
      DataColumn(
        .daysOver, language, numbers: numbers { $0.state == .late ? $0.workingDaysLate : $0.workingDaysOverdue },
        digits: 0),
      DataColumn(.daysLeft, language, numbers: numbers(\.daysLeft), digits: 0),
      DataColumn(.reminded, language, numbers: sent.map { $0.isEmpty ? .nan : Double($0.count) }, digits: 0),
      DataColumn(.remindedLast, language, texts: sent.map { $0.max().map { "\($0)" } ?? "" }),
      DataColumn(.note, language, texts: rows.map { note($0, language) }),
    ])
  }

  /// What is to be done (待办): all of it on one sheet that can be filtered, and what concerns each unit on its own, to be
  /// sent to it.
  package func workbook(_ language: Language, title: String, summary: String) -> TableWorkbook {
    var all = table(language)
    let isChinese = language == .chinese
    all.columns += [
      DataColumn("evidence", label: isChinese ? "要交什么" : "evidence", texts: entries.map(\.row.evidence)),
      DataColumn("recipient", label: isChinese ? "交给谁" : "to whom", texts: entries.map(\.row.recipient)),
      DataColumn("basis", label: isChinese ? "依据" : "basis", texts: entries.map(\.row.basis)),
    ]
    var parts = [TableWorkbook.Part(title, all, lines: [title, summary])]
    // What a unit that is gone owes goes to the one that carries it on.
    let units = entries.map { register.carrier(of: $0.row.unit, on: request.asOf)?.code ?? $0.row.unit }
    var seen: Set<String> = []
    for unit in units where seen.insert(unit).inserted {
      let name = register.unit(code: unit)?.name ?? unit
      let rows = units.indices.filter { units[$0] == unit }
      parts.append(TableWorkbook.Part(name, all.rows(at: rows), lines: [name, letter(to: unit, language) ?? ""]))
    }
    return TableWorkbook(toDo: title, parts, asOf: request.asOf)
  }

  /// The text that a reminder would have, in one paragraph.
  private func letter(to unit: String, _ language: Language) -> String? {
    let part = list.parts.first { $0.unit.code == unit }
    return part?.reminder(asOf: request.asOf, units: register, in: language).split(separator: "\n").joined(
      separator: " ")
  }

  private func note(_ row: ObligationRow, _ language: Language) -> String {
    var parts: [String] = []
    if !row.missingMarks.isEmpty {
      let marks = row.missingMarks.joined(separator: language == .chinese ? "、" : ", ")
      parts.append(language == .chinese ? "须补\(marks)" : "lacks \(marks)")
    }
    if let twin = row.twin {
      parts.append(language == .chinese ? "同日第\(twin.number)件" : "event \(twin.number) of the day")
    }
    let carrier = register.carrier(of: row.unit, on: request.asOf)
    if carrier == nil {
      parts.append(language == .chinese ? "单位已撤销，无承接单位" : "unit gone, nobody carries it on")
    } else if let carrier, carrier.code != row.unit {
      parts.append(language == .chinese ? "由\(carrier.name)承接" : "carried on by \(carrier.name)")
    }
    if !row.reason.isEmpty { parts.append(row.reason) }
    if row.isProvisional || row.isOverdueProvisional { parts.append(language == .chinese ? "暂定" : "provisional") }
    if !row.counts { parts.append(language == .chinese ? "不计分" : "not counted") }
    return parts.joined(separator: language == .chinese ? "；" : "; ")
  }
}
