import Documents
import Findings
import Register

extension SchemeReading {
  /// Which units a cross-unit step looks at: a word, `{frozen: period}` or `{periods: [period, …]}`.
  func population(_ node: DocumentNode?) -> Population? {
    guard let node else { return nil }
    if node.isMapping {
      var reader = MappingReader(node, path: "over", shape: .population, log: log)
      guard let key = onlyKey(of: ["frozen", "periods"], in: &reader) else { return nil }
      if key == "frozen" {
        let period = reader.requiredNode("frozen").flatMap { self.period($0, called: "frozen") }
        reader.finish()
        return period.map { .frozen($0) }
      }
      let written = reader.requiredNode("periods")
      reader.finish()
      guard let written, let items = written.list(called: "periods", log: log) else { return nil }
      if items.isEmpty { report(.listLength(key: "periods", needed: 1, found: 0), at: written.place) }
      let periods = items.compactMap { period($0, called: "periods") }
      return periods.isEmpty || periods.count < items.count ? nil : .periods(periods)
    }
    guard let word = node.text(called: "over", log: log) else { return nil }
    switch word {
    case "reported": return .reported
    case "eligible": return .eligible
    case "peers": return .peers
    default: break
    }
    log.add(
      DocumentFinding.illegalValue(
        node.place, key: "over", value: word, legal: Population.words + ["frozen", "periods"]))
    return nil
  }

  /// A period's name, as everybody writes it.
  func period(_ node: DocumentNode, called key: String) -> String? {
    guard let text = node.text(called: key, log: log) else { return nil }
    if let period = Period(parsing: text) { return period.id }
    report(.periodUnreadable(key: key, value: text), at: node.place)
    return nil
  }
}
