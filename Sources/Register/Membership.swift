/// That a unit belongs, for a while and with a share, to another that is not above it in the register: a department to a
/// party branch, a person to a team. A unit may belong to several.
package struct Membership: Sendable, Hashable {
  /// Codes of units.
  package let member: String
  package let group: String
  /// Above 0, at most 1: with what weight the member's rows count for the group.
  package let share: Double
  package let from: CalendarDate
  /// The last day; nil while it lasts.
  package let to: CalendarDate?

  package init(member: String, group: String, share: Double, from: CalendarDate, to: CalendarDate?) {
    self.member = member
    self.group = group
    self.share = share
    self.from = from
    self.to = to
  }

  package func holds(on date: CalendarDate) -> Bool { from <= date && (to.map { date <= $0 } ?? true) }

  func overlaps(_ other: Membership) -> Bool {
    (other.to.map { from <= $0 } ?? true) && (to.map { other.from <= $0 } ?? true)
  }
}

/// All memberships, in the order of their file.
package struct MembershipRegister: Sendable, Equatable {
  package let all: [Membership]
  private let indicesByMember: [String: [Int]]
  private let indicesByGroup: [String: [Int]]

  package init(_ all: [Membership]) {
    self.all = all
    indicesByMember = Dictionary(grouping: all.indices, by: { all[$0].member })
    indicesByGroup = Dictionary(grouping: all.indices, by: { all[$0].group })
  }

  package var isEmpty: Bool { all.isEmpty }

  /// Where a unit belongs, at any time.
  package func groups(of member: String) -> [Membership] { (indicesByMember[member] ?? []).map { all[$0] } }

  /// Where a unit belongs on a day.
  package func groups(of member: String, on date: CalendarDate) -> [Membership] {
    groups(of: member).filter { $0.holds(on: date) }
  }

  /// Who belongs to a unit on a day.
  package func members(of group: String, on date: CalendarDate) -> [Membership] {
    (indicesByGroup[group] ?? []).map { all[$0] }.filter { $0.holds(on: date) }
  }

  package static func == (a: MembershipRegister, b: MembershipRegister) -> Bool { a.all == b.all }
}
