import Findings
extension LeavesProblem { var english: Wording { Wording(found: "", consequence: "", remedy: "") } }
