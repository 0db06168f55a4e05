import Findings

extension ScoringFinding {
  var chinese: Wording { Wording(found: "", consequence: "", remedy: "") }
}
