import Findings
extension StructureProblem { var chinese: Wording { Wording(found: "", consequence: "", remedy: "") } }
