import Findings
extension ExpressionProblem { var chinese: Wording { Wording(found: "", consequence: "", remedy: "") } }
