import Findings
extension ExpressionProblem { var english: Wording { Wording(found: "", consequence: "", remedy: "") } }
