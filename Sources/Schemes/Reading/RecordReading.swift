import Documents
import Findings

// Where a scheme finds what people recorded: titles that units hold.

extension SchemeReading {
  /// `titles: {table, current_at, full_by}`.
  func titles(_ reader: inout MappingReader, _ scheme: inout Scheme) -> Titles? {
    guard let node = reader.node("titles") else { return nil }
    var inner = MappingReader(node, path: "titles", shape: .titles, log: log)
    let table = inner.requiredText("table")
    let isMissing = inner.requiredNode("current_at") == nil
    let moment = isMissing ? nil : inner.choice("current_at", Titles.Moment.self)
    let fullBy = integer("full_by", in: &inner, within: 1900...2199)
    scheme.places["titles.table"] = inner.place(of: "table")
    inner.finish()
    guard let table, let moment else {
      brokenParts.insert("titles")
      return nil
    }
    var titles = Titles(table: table, currentAt: moment, place: node.place)
    titles.fullBy = fullBy
    return titles
  }

  /// `peers`: a register column, or `{fact: name, names: …}`.
  func peers(_ reader: inout MappingReader) -> (peers: Scheme.UnitSelection.Peers?, names: [String: String]) {
    guard let node = reader.node("peers") else { return (nil, [:]) }
    guard node.isMapping else { return (node.text(called: "peers", log: log).map { .column($0) }, [:]) }
    var inner = MappingReader(node, path: "units.peers", shape: .peers, log: log)
    let fact = inner.requiredText("fact")
    var names: [String: String] = [:]
    for entry in inner.entries("names") { names[entry.key] = entry.value.text(called: entry.key, log: log) }
    inner.finish()
    return (fact.map { .fact($0) }, names)
  }
}
