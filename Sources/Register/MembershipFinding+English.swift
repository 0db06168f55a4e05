import Findings

extension MembershipFinding {
  var english: Wording {
    let unused = "The memberships were not taken over; those in the database stay."
    switch self {
    case .columnMissing(_, let column, let present):
      let guess = nearMiss(to: column, among: present).map { " Did you mean “\($0)”?" } ?? ""
      return Wording(
        found: "The memberships have no column “\(column)”.\(guess)", consequence: unused,
        remedy: "The columns are member, of, share, from and to; share and to may be empty.")
    case .unitUnknown(_, let column, let value, let nearest):
      let guess = nearest.map { " Did you mean “\($0)”?" } ?? ""
      return Wording(
        found: "No unit has the code “\(value)”, which stands under \(column).\(guess)", consequence: unused,
        remedy: "Correct the code, or add the unit to the register.")
    case .dateUnreadable(_, let column, let value):
      return Wording(
        found: "“\(value)” under \(column) is not a day.", consequence: unused, remedy: "Write it as 2025-06-30.")
    case .datesReversed(_, let from, let to):
      return Wording(
        found: "The membership ends (\(to)) before it begins (\(from)).", consequence: unused,
        remedy: "Correct from or to.")
    case .shareOutOfRange(_, let value):
      return Wording(
        found: "The share “\(value)” is not a number above 0 and at most 1.", consequence: unused,
        remedy: "Write it as 0.6; leave it empty for the whole.")
    case .ofItself(_, let code):
      return Wording(
        found: "The unit \(code) is a member of itself.", consequence: unused, remedy: "Correct one of the two codes.")
    case .sharesOverOne(_, let member, let day, let shares):
      return Wording(
        found:
          "On \(day) the shares of \(member) add up to more than 1: \(shares.map { "\($0)" }.joined(separator: ", ")).",
        consequence: "They are used as they stand: what is its own counts more than once.",
        remedy: "Correct share, or the last day of the earlier membership.")
    case .twice(_, let member, let group, let first):
      return Wording(
        found: "\(member) is a member of \(group) twice on the same day; the first time at \(first.text).",
        consequence: unused, remedy: "Keep one of the two, or let their dates not overlap.")
    }
  }
}
