import Findings

extension ScoringFinding {
  var english: Wording { Wording(found: "", consequence: "", remedy: "") }
}
