import Findings

extension RequestFinding {
  var english: Wording {
    let marked = "The report shows a mark there."
    switch self {
    case .unitMissing(_, let key):
      return Wording(
        found: "“\(key)” is about one unit, and none is named here.", consequence: marked,
        remedy: "Write unit: D012, or unit: $unit where the report goes through units (each).")
    case .unitUnused(_, let key):
      return Wording(
        found: "“\(key)” is about all units; it cannot be asked of one.", consequence: marked,
        remedy: "Remove unit; for one unit use parts, losses, result, or values such as {{score}}.")
    case .stateUnknown(_, let word, let known):
      let guess = nearMiss(to: word, among: known).map { " Did you mean “\($0)”?" } ?? ""
      return Wording(
        found: "There is no state of problems “\(word)”.\(guess)", consequence: marked,
        remedy: "States: \(known.joined(separator: ", "))")
    case .internalOnly(_, let key):
      return Wording(
        found: "A public edition cannot have “\(key)”: single records and words are in it.", consequence: marked,
        remedy: "Remove it, or write edition: internal.")
    }
  }
}
