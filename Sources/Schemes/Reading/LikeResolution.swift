import Documents
import Findings

extension SchemeReading {
  /// The measures with `like` replaced by the other measure's keys, these on top; chains are followed to their end.
  func likeResolved(_ entries: [DocumentNode.Entry]) -> [DocumentNode.Entry] {
    let byId = Dictionary(entries.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
    return entries.map { entry in
      guard case .mapping(var own) = entry.value.content else { return entry }
      var chain = [entry.key]
      let ownPlace = own.first { $0.key == "like" }?.value.place ?? entry.keyPlace
      while let like = own.first(where: { $0.key == "like" }) {
        own.removeAll { $0.key == "like" }
        guard let name = like.value.text(called: "like", log: log) else { break }
        guard let base = byId[name], case .mapping(let inherited) = base.value.content else {
          if byId[name] == nil {
            log.add(
              SchemeFinding.structure(
                like.value.place,
                .nameUnknown(kind: .measure, name: name, of: "like", known: entries.map(\.key))))
          }
          break
        }
        if let start = chain.firstIndex(of: name) {
          // Each member of a ring meets it; the first in the file tells.
          let ring = Array(chain[start...])
          if entries.first(where: { ring.contains($0.key) })?.key == entry.key {
            report(.cycle(kind: .measure, chain: ring + [name]), at: ownPlace)
          }
          break
        }
        chain.append(name)
        likeBases.insert(name)
        let keys = Set(own.map(\.key))
        own += inherited.filter { !keys.contains($0.key) }
      }
      return .init(
        key: entry.key, keyPlace: entry.keyPlace, value: DocumentNode(.mapping(own), at: entry.value.place))
    }
  }
}
