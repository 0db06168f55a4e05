import Documents
import Findings

extension SchemeReading {
  /// The measures with `like` replaced by the other measure's keys, these on top; chains are followed to their end.
  func likeResolved(_ entries: [DocumentNode.Entry]) -> [DocumentNode.Entry] {
    let byId = Dictionary(entries.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
    // What each measure says in the end; filled from the far end of each chain, so that every link is followed once.
    var resolved: [String: [DocumentNode.Entry]] = [:]
    var chain: [String] = []
    var positions: [String: Int] = [:]
    var bases: [String: String] = [:]
    for entry in entries where resolved[entry.key] == nil {
      var next: String? = entry.key
      while let id = next, resolved[id] == nil {
        if let start = positions[id] {
          report(.cycle(kind: .measure, chain: chain[start...] + [id]), at: likePlace(byId[id]))
          baselessMeasures.formUnion(chain[start...])
          break
        }
        positions[id] = chain.count
        chain.append(id)
        next = base(of: id, in: byId, entries)
        bases[id] = next
      }
      for id in chain.reversed() {
        guard let link = byId[id], case .mapping(let written) = link.value.content else { continue }
        let own = written.filter { $0.key != "like" }
        let keys = Set(own.map(\.key))
        let inherited = bases[id].flatMap { resolved[$0] } ?? []
        if let base = bases[id], baselessMeasures.contains(base) { baselessMeasures.insert(id) }
        resolved[id] = own + inherited.filter { !keys.contains($0.key) }
      }
      chain = []
      positions = [:]
    }
    return entries.map { entry in
      guard let content = resolved[entry.key] else { return entry }
      return .init(
        key: entry.key, keyPlace: entry.keyPlace, value: DocumentNode(.mapping(content), at: entry.value.place))
    }
  }

  private func likePlace(_ entry: DocumentNode.Entry?) -> Place {
    entry?.value["like"]?.place ?? entry?.keyPlace ?? .file("")
  }

  /// The measure that another is like; nil at the end of a chain, and where the name is wrong, which is reported.
  private func base(
    of id: String, in byId: [String: DocumentNode.Entry], _ entries: [DocumentNode.Entry]
  ) -> String? {
    guard let like = byId[id]?.value["like"], let name = like.text(called: "like", log: log) else { return nil }
    guard let base = byId[name] else {
      log.add(
        SchemeFinding.structure(
          like.place, .nameUnknown(kind: .measure, name: name, of: "like", known: entries.map(\.key))))
      baselessMeasures.insert(id)
      return nil
    }
    likeBases.insert(name)
    return base.value.isMapping ? name : nil
  }
}
