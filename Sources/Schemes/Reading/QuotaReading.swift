import Documents
import Findings

extension SchemeReading {
  /// `quota: {share | places, round, min, per, tied, new_only, per_year, unless, lifted_from}` (G3, G4).
  func quota(_ node: DocumentNode, path: String, grade: String, _ grading: inout Grading) -> Quota? {
    var reader = MappingReader(node, path: path, shape: .quota, log: log)
    var size: Quota.Size?
    switch onlyKey(of: ["share", "places"], in: &reader) {
    case "share":
      size = number("share", in: &reader, .share).map { .share($0) }
    case "places":
      size = reader.node("places").flatMap { integer($0, called: "places", within: .counts(from: 0)) }.map {
        .places($0)
      }
      // A written number of places is neither rounded nor raised.
      for key in ["round", "min"] where reader.has(key) { exclude(key, "places", in: reader) }
    default: break
    }
    let round = reader.choice("round", Quota.Rounding.self)
    let least = integer("min", in: &reader, within: .counts(from: 0))
    let per = reader.text("per")
    let tied = reader.choice("tied", Quota.Tied.self)
    let contest = reader.choice("new_only", NewOnly.self)
    let isPerYear = reader.boolean("per_year")
    let isLifted = reader.boolean("unless")
    let liftedFrom = reader.node("lifted_from").flatMap {
      integer($0, called: "lifted_from", within: .counts(from: 1900))
    }
    for key in ["per", "new_only", "per_year"] where reader.has(key) {
      grading.places["\(grade).quota.\(key)"] = reader.place(of: key)
    }
    reader.finish()
    guard let size else { return nil }
    var quota = Quota(size: size, place: node.place)
    quota.round = round ?? quota.round
    quota.min = least ?? quota.min
    quota.per = per.map(Quota.Scope.init) ?? quota.per
    quota.tied = tied ?? quota.tied
    quota.onlyNew = contest != nil
    quota.isPerYear = isPerYear ?? false
    quota.isLifted = isLifted ?? false
    quota.liftedFrom = liftedFrom
    return quota
  }
  private enum NewOnly: String, CaseIterable { case titles }
}

extension Quota.Scope {
  /// `all`, `peers`, or a register column.
  fileprivate init(_ word: String) {
    self =
      switch word {
      case "all": .all
      case "peers": .peers
      default: .column(word)
      }
  }
}
