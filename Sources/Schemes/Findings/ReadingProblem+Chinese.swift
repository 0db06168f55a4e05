import Findings
extension ReadingProblem { var chinese: Wording { Wording(found: "", consequence: "", remedy: "") } }
