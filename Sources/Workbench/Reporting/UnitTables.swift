import Charts
import Findings
import Schemes
import Scoring
import Statistics

extension UnitInView {
  private var language: Language { tables.language }

  /// The parts of the total: the unit's points beside the middle of its group, and its place there.
  func parts() -> DataTable {
    let nodes = tables.rankedChildren()
    let rows = nodes.map {
      node -> (own: Double, points: Double, value: Double, median: Double, place: String, why: String) in
      let found = tables.dimension(node, unit: unit)
      let shares = shares(node)
      let points = node.points ?? .nan
      let value = tables.run.sheet.node(node.id)?.value[unit] ?? .nan
      guard !found.share.isNaN, shares.count > 1 else { return (found.share, points, value, .nan, "", found.reason) }
      let above = shares.count { snapped($0.share) > snapped(found.share) }
      let equal = shares.count { snapped($0.share) == snapped(found.share) }
      let place = equal > 1 ? "并列第\(above + 1)" : "第\(above + 1)"
      return (
        found.share, points, value, median(shares.map(\.share)), "\(place)（共\(shares.count)个）", found.reason
      )
    }
    let digits = tables.run.scheme.defaults.digits
    return DataTable([
      DataColumn(.dimension, language, texts: nodes.map(\.name)),
      DataColumn(.points, language, numbers: rows.map(\.points)),
      DataColumn(.score, language, numbers: rows.map { displayed($0.value, digits: digits) }, digits: digits),
      DataColumn(.share, language, numbers: rows.map(\.own), digits: 2),
      DataColumn(.median, language, numbers: rows.map(\.median), digits: 2),
      DataColumn(.place, language, texts: rows.map(\.place)),
      DataColumn(.reason, language, texts: rows.map(\.why)),
    ])
  }

  /// Every loss of points with what it is read from.
  /// - Parameter evidence: of a loss, in words; nil: is not told.
  func losses(evidence: ((Loss) throws -> String)?) throws -> DataTable {
    let losses = losses()
    let digits = tables.run.scheme.defaults.digits
    var columns = [
      DataColumn(.name, language, texts: losses.map(\.name)),
      DataColumn(.points, language, numbers: losses.map { displayed($0.most, digits: digits) }),
      DataColumn(.lost, language, numbers: losses.map { displayed($0.points, digits: digits) }, digits: digits),
    ]
    // A loss is an indicator's, not a unit's.
    columns[0].label = Heading.indicator.label(language)
    if let evidence {
      columns.append(
        DataColumn(
          .evidence, language,
          texts: try losses.map { loss in
            let isRescaled = loss.node?.points.map {
              displayed($0, digits: digits) != displayed(loss.most, digits: digits)
            }
            return try evidence(loss) + (isRescaled == true ? "（满分按有数据的项折算）" : "")
          }))
    }
    return DataTable(columns)
  }

  private func median(_ values: [Double]) -> Double {
    let sorted = values.sorted()
    let middle = sorted.count / 2
    return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
  }
}
