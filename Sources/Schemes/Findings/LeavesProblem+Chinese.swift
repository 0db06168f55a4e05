import Findings
extension LeavesProblem { var chinese: Wording { Wording(found: "", consequence: "", remedy: "") } }
