import Scoring
import Statistics

/// Every number, state and name in which a kept run and its replay differ.
struct RunDifferences {
  struct Difference: Equatable {
    let what: String
    let stored: String
    let recomputed: String
  }
  private(set) var all: [Difference] = []
  /// nil: numbers are compared to the last bit; else as displayed.
  var digits: Int?

  mutating func compare(_ what: String, _ stored: String, _ recomputed: String) {
    if stored != recomputed { all.append(Difference(what: what, stored: stored, recomputed: recomputed)) }
  }

  /// What a thing consists of, by name; the name of its main number is empty.
  private typealias Parts = [(name: String, text: String)]

  private mutating func compare(_ what: String, _ stored: Parts, _ recomputed: Parts) {
    guard stored.count == recomputed.count else {
      compare(what, "\(stored.count)", "\(recomputed.count)")
      return
    }
    for (old, new) in zip(stored, recomputed) {
      compare(old.name.isEmpty ? what : "\(what) \(old.name)", old.text, new.text)
    }
  }

  mutating func compare(_ stored: ScoreSheet, _ again: ScoreSheet) {
    let ids = (stored.nodes.map(\.id), again.nodes.map(\.id))
    compare("nodes", ids.0.joined(separator: ", "), ids.1.joined(separator: ", "))
    compare("standing", "\(stored.standing.count)", "\(again.standing.count)")
    guard ids.0 == ids.1, stored.standing.count == again.standing.count else { return }
    let codes = stored.units.map(\.code)
    for (old, new) in zip(stored.nodes, again.nodes) {
      for unit in codes.indices { compare("\(old.id) \(codes[unit])", parts(of: old, unit), parts(of: new, unit)) }
    }
    for unit in stored.standing.indices {
      compare(codes[unit], parts(of: stored.standing[unit]), parts(of: again.standing[unit]))
    }
    for fact in Set(stored.facts.keys).union(again.facts.keys).sorted() {
      compare(fact, list(stored.facts[fact] ?? []), list(again.facts[fact] ?? []))
    }
    for index in 0..<max(stored.effects.count, again.effects.count) {
      let (old, new) = (effect(index, of: stored), effect(index, of: again))
      let name = (index < stored.effects.count ? stored : again).effects[index].effect
      compare(name, old, new)
    }
  }

  mutating func compare(_ stored: ScoringInput, _ again: ScoringInput) {
    let codes = stored.units.map(\.code)
    compare("units", codes.joined(separator: ", "), again.units.map(\.code).joined(separator: ", "))
    compare("halves", "\(stored.halves.count)", "\(again.halves.count)")
    guard codes == again.units.map(\.code) else { return }
    compare(stored.measures, again.measures, stored.period.id, codes)
    for (old, new) in zip(stored.halves, again.halves) { compare(old.measures, new.measures, old.period.id, codes) }
  }

  /// Only values are told: n of an anonymous table may be one that nobody is to see.
  private mutating func compare(
    _ old: [String: MeasureColumn], _ new: [String: MeasureColumn], _ period: String, _ codes: [String]
  ) {
    for id in Set(old.keys).union(new.keys).sorted() {
      guard let a = old[id], let b = new[id] else {
        all.append(Difference(what: "\(id) \(period)", stored: "–", recomputed: "–"))
        continue
      }
      for unit in codes.indices {
        let what = "\(id) \(period) \(codes[unit])"
        let isSameValue = text(a.value[unit]) == text(b.value[unit])
        if !isSameValue {
          compare(what, text(a.value[unit]), text(b.value[unit]))
        } else if parts(of: a[unit]) != parts(of: b[unit]) {
          all.append(Difference(what: "\(what) (n, sd)", stored: "–", recomputed: "–"))
        }
      }
    }
  }

  private func parts(of node: NodeColumn, _ unit: Int) -> Parts {
    let numbers = [
      ("", node.value[unit]), ("coverage", node.coverage[unit]), ("share", node.effectiveShare[unit]),
      ("contribution", node.contribution[unit]), ("source", node.source[unit]),
    ]
    let steps = node.afterStep.enumerated().map { ("step \($0 + 1)", $1[unit]) }
    let halves = node.halves.enumerated().map { ("H\($0 + 1)", $1[unit]) }
    return (numbers + steps + halves).map { ($0.0, text($0.1)) }
      + [("state", "\(node.state[unit])"), ("rule", "\(node.rule[unit])")]
  }

  private func parts(of standing: Standing) -> Parts {
    [
      ("", text(standing.score)), ("displayed", text(standing.displayedScore)), ("coverage", text(standing.coverage)),
      ("rank", standing.rank.map { "\($0)\(standing.isTied ? "=" : "")" } ?? "–"), ("grade", standing.grade ?? "–"),
      ("effects", (standing.cappedBy + [standing.setBy ?? "–"]).joined(separator: " ")),
      ("status", status(standing.status)),
    ]
  }

  private func status(_ status: Standing.Status) -> String {
    guard case .notGraded(let reasons) = status else { return "\(status)" }
    let words = reasons.map { reason -> String in
      guard case .coverage(let found, let needed, let leaves) = reason else { return "\(reason)" }
      return list([found, needed]) + " \(leaves.joined(separator: " "))"
    }
    return words.joined(separator: " ")
  }

  private func effect(_ index: Int, of sheet: ScoreSheet) -> String {
    guard index < sheet.effects.count else { return "–" }
    let record = sheet.effects[index]
    return "\(record.effect) \(sheet.units[record.unit].code) \(record.outcome) \(record.firedBy ?? "–") "
      + list([record.nominal, record.effective, record.before, record.after])
  }

  private func parts(of value: MeasureValue) -> String {
    list([value.sd, value.numerator, value.denominator]) + " \(value.state) \(value.reason) \(value.n)"
  }

  private func list(_ numbers: [Double]) -> String { numbers.map(text).joined(separator: " ") }

  /// Distinct for distinct numbers; −0 is 0, since the store does not tell them apart.
  private func text(_ number: Double) -> String {
    guard !number.isNaN else { return "–" }
    return "\((digits.map { number.isFinite ? displayed(number, digits: $0) : number } ?? number) + 0)"
  }
}
