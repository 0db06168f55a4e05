import Findings

extension MembershipRegister {
  static let requiredColumns = ["member", "of", "from"]

  /// Reads `member,of,share,from,to`: all problems in one pass, and nothing if there is one. An empty share is 1.
  /// - Parameters:
  ///   - header: the file's headers, so that an empty file still shows a missing column.
  ///   - place: the file, for findings about the header.
  package static func read(
    _ rows: [RegisterRow], header: [String], at place: Place, units: UnitRegister, log: FindingLog
  ) -> MembershipRegister? {
    let before = log.count(.problem)
    for column in requiredColumns where !header.contains(column) {
      log.add(MembershipFinding.columnMissing(place, column: column, present: header))
    }
    guard log.count(.problem) == before else { return nil }
    var all: [Membership] = []
    var places: [Place] = []
    for row in rows {
      guard let membership = membership(of: row, units: units, log: log) else { continue }
      let twin = all.indices.first {
        all[$0].member == membership.member && all[$0].group == membership.group && all[$0].overlaps(membership)
      }
      if let twin {
        log.add(
          MembershipFinding.twice(row.place, member: membership.member, group: membership.group, first: places[twin]))
        continue
      }
      all.append(membership)
      places.append(row.place)
    }
    return log.count(.problem) == before ? MembershipRegister(all) : nil
  }

  private static func membership(of row: RegisterRow, units: UnitRegister, log: FindingLog) -> Membership? {
    let before = log.count(.problem)
    func cell(_ column: String) -> String { narrowed(row.cells[column] ?? "").filter { !$0.isWhitespace } }
    func unit(_ column: String) -> String {
      let code = cell(column)
      if units.unit(code: code) == nil {
        log.add(
          MembershipFinding.unitUnknown(
            row.place, column: column, value: code, nearest: nearMiss(to: code, among: units.units.map(\.code))))
      }
      return code
    }
    func date(_ column: String, isNeeded: Bool) -> CalendarDate? {
      let text = cell(column)
      let date = CalendarDate(parsing: text)
      if date == nil, isNeeded || !text.isEmpty {
        log.add(MembershipFinding.dateUnreadable(row.place, column: column, value: text))
      }
      return date
    }
    let (member, group) = (unit("member"), unit("of"))
    let (from, to) = (date("from", isNeeded: true), date("to", isNeeded: false))
    let share = cell("share").isEmpty ? 1 : Double(cell("share")) ?? .nan
    if !(share > 0 && share <= 1) { log.add(MembershipFinding.shareOutOfRange(row.place, value: cell("share"))) }
    if member == group, !member.isEmpty { log.add(MembershipFinding.ofItself(row.place, code: member)) }
    if let from, let to, to < from {
      log.add(MembershipFinding.datesReversed(row.place, from: "\(from)", to: "\(to)"))
    }
    guard log.count(.problem) == before, let from else { return nil }
    return Membership(member: member, group: group, share: share, from: from, to: to)
  }
}
