import Findings
extension ReadingProblem { var english: Wording { Wording(found: "", consequence: "", remedy: "") } }
