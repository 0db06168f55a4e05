import Findings
extension StructureProblem { var english: Wording { Wording(found: "", consequence: "", remedy: "") } }
