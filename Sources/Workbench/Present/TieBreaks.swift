import Schemes
import Scoring
import Statistics

/// Who has the same score on the ranking's basis, and which node settled the order (K2).
struct TieBreaks {
  private let standing: [Standing]
  private let columns: [NodeColumn]
  private let ranking: Ranking
  private let digits: Int

  init(_ sheet: ScoreSheet, _ ranking: Ranking, digits: Int) {
    standing = sheet.standing
    columns = ranking.tieBreak.compactMap(sheet.node)
    self.ranking = ranking
    self.digits = digits
  }

  func isTied(_ unit: Int, _ other: Int) -> Bool { isEqual(standing[unit].score, standing[other].score) }

  /// nil: nothing did, and the rank is shared.
  func column(between unit: Int, and other: Int) -> NodeColumn? {
    columns.first { !isEqual($0.value[unit], $0.value[other]) }
  }

  /// Higher first, missing last.
  func isAhead(_ unit: Int, of other: Int, by column: NodeColumn) -> Bool {
    column.value[other].isNaN || column.value[unit] > column.value[other]
  }

  private func isEqual(_ a: Double, _ b: Double) -> Bool {
    func onBasis(_ value: Double) -> Double { ranking.basis == .raw ? value : displayed(value, digits: digits) }
    return a.isNaN && b.isNaN || abs(onBasis(a) - onBasis(b)) <= 1e-12 * max(1, abs(a))
  }
}
