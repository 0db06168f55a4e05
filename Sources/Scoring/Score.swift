import Findings
import Register
import Schemes

/// Runs a scheme: leaves → (year: combine) → nodes → effects → clamp → display → eligibility and coverage → caps and
/// vetoes → rank → quota → grade (E1). Pure; deterministic; the columns of the result are the trace.
///
/// Where the input carries both halves of a year and the scheme combines them, leaves come from the halves; everything
/// else reads the year (E2, E3). The halves must then carry the measures that leaves read in `applies`, `zero_when` and
/// weights by n, too: what they lack is missing there.
/// - Parameter scheme: without `leaves` from tables; see `Scheme.expanding(from:)`.
/// - Complexity: O(units · nodes), and O(units · log units) for ranks.
package func score(_ scheme: Scheme, _ input: ScoringInput) -> ScoreSheet {
  let plan = Plan(scheme)
  let combination = input.period.grain == .year && input.halves.count == 2 ? scheme.combination : nil
  let book = DecisionBook(scheme, plan, input, halves: combination != nil)
  let tree =
    combination.map { Tree(scheme, plan, input, combining: $0, book: book) } ?? Tree(scheme, plan, input, book: book)
  var sheet = ScoreSheet(
    period: input.period, units: tree.units, nodes: tree.columns, standing: [], effects: [],
    facts: tree.facts.columns, findings: book.findings + tree.findings)
  if let root = plan.rankedNode(scheme) { judge(&sheet, scheme, plan, tree, root: root, input, book) }
  sheet.findings = withoutRepeats(sheet.findings)
  return sheet
}

/// Everything after the tree: effects, the one clamp, standing, ranks and grades.
private func judge(
  _ sheet: inout ScoreSheet, _ scheme: Scheme, _ plan: Plan, _ tree: Tree, root: Int, _ input: ScoringInput,
  _ book: DecisionBook
) {
  let effects = EffectPass(
    scheme, score: tree.columns[root].value, window: tree.window, units: sheet.units, book: book)
  let standings = StandingPass(scheme: scheme, plan: plan, tree: tree, root: root)
  let points = plan.entries[root].points
  sheet.standing = sheet.units.indices.map { unit in
    let score = effects.score[unit]
    return standings.standing(of: unit, score: points.map { clamped(score, 0, $0) } ?? score)
  }
  sheet.effects = effects.records
  sheet.findings += effects.findings
  let nodes = Dictionary(sheet.nodes.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  if let ranking = scheme.ranking {
    var pass = RankPass(scheme, ranking, units: sheet.units, window: tree.window)
    pass.rank(&sheet.standing, nodes: nodes)
    sheet.findings += pass.findings
  }
  var grades = GradePass(
    scheme: scheme, plan: plan, tree: tree, root: root, effects: effects, period: sheet.period,
    titles: TitleBook(scheme, input), book: book)
  grades.grade(&sheet.standing, order: RankOrder(scheme, sheet.units, sheet.standing, nodes: nodes))
  sheet.contests = grades.contests
  sheet.findings += grades.findings
}
