import Findings

extension ExtensionProblem {
  var english: Wording {
    func wording(_ found: String, _ remedy: String) -> Wording {
      Wording(found: found, consequence: "The scheme was not loaded.", remedy: remedy)
    }
    switch self {
    case .notFileName(let name):
      return wording(
        "extends names “\(name)”, which is not the name of a file in this folder.",
        "Write the file's name alone, as base.yaml; copy a scheme of another folder here first.")
    case .fileAbsent(let name, let known):
      let names = KnownNames(name: name, known: known)
      return wording(
        "extends names “\(name)”, and this folder has no such scheme file, or it could not be read.\(names.englishGuess)",
        "Correct the name. There are: \(names.englishList)")
    case .cycle(let chain):
      return wording(
        "The files extend one another in a circle: \(chain.joined(separator: " → ")).",
        "Remove extends: from one of them.")
    case .nothingRemoved(let name, let known):
      let names = KnownNames(name: name, known: known)
      return wording(
        "“\(name)” is to be taken out, and the extended file does not have it here.\(names.englishGuess)",
        "Correct the name, or remove the line. There are: \(names.englishList)")
    }
  }
}
