import Findings
extension TableProblem { var english: Wording { Wording(found: "", consequence: "", remedy: "") } }
