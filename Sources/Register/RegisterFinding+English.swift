import Findings

extension RegisterFinding {
  var english: Wording {
    let unused = "The register was not taken over; the one in the database stays."
    switch self {
    case .columnMissing(_, let column, let present):
      let guess = nearMiss(to: column, among: strangers(among: present)).map { " Did you mean “\($0)”?" } ?? ""
      return Wording(
        found: "The register has no column “\(column)”.\(guess)", consequence: unused,
        remedy: "It needs code, name, kind and valid_from; it has \(present.joined(separator: ", ")).")
    case .codeEmpty(_, let name):
      return Wording(
        found: "The unit “\(name)” has no code.", consequence: unused, remedy: "Give it a code of its own.")
    case .codeTwice(_, let code, let first):
      return Wording(
        found: "The code \(code) stands here again; it was first used at \(first.text).", consequence: unused,
        remedy: "Give one of the two another code.")
    case .nameEmpty(_, let code):
      return Wording(found: "The unit \(code) has no name.", consequence: unused, remedy: "Write its name.")
    case .dateUnreadable(_, let column, let value):
      return Wording(
        found: "“\(value)” under \(column) is not a day.", consequence: unused, remedy: "Write it as 2025-06-30.")
    case .datesReversed(_, let code, let from, let to):
      return Wording(
        found: "The unit \(code) ends (\(to)) before it begins (\(from)).", consequence: unused,
        remedy: "Correct valid_from or valid_to.")
    case .unitUnknown(_, let column, let value, let nearest):
      let guess = nearest.map { " Did you mean “\($0)”?" } ?? ""
      return Wording(
        found: "No unit has the code “\(value)”, which stands under \(column).\(guess)", consequence: unused,
        remedy: "Correct the code, or add the unit.")
    case .parentCycle(_, let codes):
      return Wording(
        found: "These units are above one another in a circle: \(codes.joined(separator: " → ")).",
        consequence: unused, remedy: "Correct one of their parents.")
    case .nameShared(_, let name, let codes):
      return Wording(
        found: "Several units of one kind answer to “\(name)” at the same time: \(codes.joined(separator: ", ")).",
        consequence: "Rows that use this name are set aside, because nobody can tell which is meant.",
        remedy: "Remove the alias from all but one, or give them dates that do not overlap.")
    case .aliasUnsigned(_, let name):
      return Wording(
        found: "Nobody answers for the alias “\(name)”: by is empty.", consequence: unused,
        remedy: "Write the role that checked it under by, and the day under on.")
    }
  }
}
