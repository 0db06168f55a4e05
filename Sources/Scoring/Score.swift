import Register
import Schemes

/// Runs a scheme: leaves → (year: combine) → nodes → effects → clamp → display → eligibility and coverage → caps and
/// vetoes → rank → grade (E1). Pure; deterministic; the columns of the result are the trace.
/// - Parameter scheme: without `leaves` from tables; see `Scheme.expanding(from:)`.
package func score(_ scheme: Scheme, _ input: ScoringInput) -> ScoreSheet {
  ScoreSheet(period: input.period, units: input.units, nodes: [], standing: [], effects: [], facts: [:], findings: [])
}
