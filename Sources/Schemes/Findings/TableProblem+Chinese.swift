import Findings
extension TableProblem { var chinese: Wording { Wording(found: "", consequence: "", remedy: "") } }
