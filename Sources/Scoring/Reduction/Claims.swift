import Schemes

/// A thing that several units claim under `unique: {across: units}`: one keeps it.
package struct Claim: Sendable, Equatable {
  /// The value of `unique.by`.
  package let key: String
  /// The units whose rows name it, in the order of their first rows; the holder is among them.
  package let units: [Int]
  /// Who keeps it.
  package let holder: Int
}

/// The things that rows of several units claim, in the order of their first source rows. The rows are those that
/// `reduce` is given, with those of units that are not graded where the measure reaches them (their indices follow those
/// of the units in scope); the same row under several units (a unit and those above it) is one claim.
package func claims(in rows: [MeasureRow], to measure: Measure, units: Int) -> [Claim] {
  guard let holders = Holders(rows, of: measure, units: units) else { return [] }
  var order: [String] = []
  var claimants: [String: [Int]] = [:]
  for row in rows.filter({ measure.competes($0, among: units) }).sorted(by: { $0.source < $1.source }) {
    guard let key = row.uniqueKey else { continue }
    if claimants[key] == nil { order.append(key) }
    if claimants[key]?.contains(row.unit) != true { claimants[key, default: []].append(row.unit) }
  }
  return order.compactMap { key in
    guard let all = claimants[key], let holder = holders.holder(of: key), all.count > 1,
      all.contains(where: { $0 < units }),
      !all.allSatisfy({ holders.holds($0, key) })
    else { return nil }
    return Claim(key: key, units: all, holder: holder)
  }
}

/// A member with rows whom the roster of `first.over` does not name: the rows count, unless the unit has no roster at all.
package struct Stranger: Sendable, Equatable {
  package let unit: Int
  /// The value of `first.by`; nil: the row names nobody.
  package let member: String?
}

/// Who has rows and is not on the roster, unit by unit, in the order of the rows.
package func strangers(in rows: [MeasureRow], to measure: Measure, context: ReductionContext) -> [Stranger] {
  guard measure.first != nil, let roster = context.roster else { return [] }
  let known = roster.map(Set.init)
  var found: [Stranger] = []
  var seen: Set<[String?]> = []
  for row in rows.sorted(by: { ($0.unit, $0.source) < ($1.unit, $1.source) }) where known.indices.contains(row.unit) {
    if let member = row.firstKey, known[row.unit].contains(member) { continue }
    if seen.insert(["\(row.unit)", row.firstKey]).inserted {
      found.append(Stranger(unit: row.unit, member: row.firstKey))
    }
  }
  return found
}

extension Measure {
  /// Whether a row takes part in who keeps a thing.
  fileprivate func competes(_ row: MeasureRow, among units: Int) -> Bool {
    row.unit >= 0 && (row.unit < units || unique?.reachesRegister == true)
  }
}

/// Which row keeps a thing that may be claimed once over all units: the greatest `keep`, NULL last, of equal ones the
/// smallest `then`, NULL last, ties the first source row (M8).
struct Holders {
  private struct Best {
    var row: MeasureRow
    var units: [Int]
  }
  private var best: [String: Best] = [:]

  /// nil: the measure's keys hold within each unit only.
  init?(_ rows: [MeasureRow], of measure: Measure, units: Int) {
    guard measure.unique?.isAcrossUnits == true else { return nil }
    for row in rows where measure.competes(row, among: units) {
      guard let key = row.uniqueKey else { continue }
      guard let known = best[key] else {
        best[key] = Best(row: row, units: [row.unit])
        continue
      }
      if row.source == known.row.source {
        // A row of a unit is also one of those above it.
        best[key]?.units.append(row.unit)
      } else if Self.precedes(row, known.row) {
        best[key] = Best(row: row, units: [row.unit])
      }
    }
  }

  private static func precedes(_ a: MeasureRow, _ b: MeasureRow) -> Bool {
    a.claimsBefore(b) ?? (a.source < b.source)
  }

  func holder(of key: String) -> Int? { best[key]?.units.min() }

  func holds(_ unit: Int, _ key: String) -> Bool { best[key]?.units.contains(unit) ?? true }

  /// Another unit keeps what the row is about. The unit's own rows about a thing that it keeps are judged by `uniqueRows`.
  func isHeldElsewhere(_ row: MeasureRow) -> Bool { row.uniqueKey.map { !holds(row.unit, $0) } ?? false }
}
