import Documents
import Findings

extension SchemeReading {
  /// The one comparison of a mapping; none is nil and no finding unless it is required.
  func comparison(in reader: inout MappingReader, isRequired: Bool) -> Comparison? {
    let legal = Comparison.Relation.allCases.map(\.rawValue)
    if !isRequired, legal.filter({ reader.node($0) != nil }).isEmpty { return nil }
    guard let key = onlyKey(of: legal, in: &reader), let relation = Comparison.Relation(rawValue: key),
      let bound = reader.number(key)
    else { return nil }
    return Comparison(relation, bound)
  }

  /// A list of `{fact: name}`, each perhaps with a comparison.
  func factTests(_ key: String, in reader: inout MappingReader) -> [Comparison.OnFact] {
    (reader.list(key) ?? []).compactMap { factTest($0, path: key) }
  }

  func factTest(_ node: DocumentNode, path: String) -> Comparison.OnFact? {
    var reader = MappingReader(node, path: path, shape: .factReference, log: log)
    let fact = reader.requiredText("fact")
    let place = reader.place(of: "fact")
    let comparison = comparison(in: &reader, isRequired: false)
    reader.finish()
    return fact.map { .init(fact: $0, comparison: comparison, place: place) }
  }
}
