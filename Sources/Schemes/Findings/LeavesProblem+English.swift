import Findings

extension LeavesProblem {
  var english: Wording {
    func wording(_ found: String, _ remedy: String) -> Wording {
      Wording(found: found, consequence: "The scheme cannot be scored.", remedy: remedy)
    }
    switch self {
    case .tableAbsent(let table):
      return wording("The table “\(table)”, which names the leaves, is not there.", "Import it first.")
    case .tableEmpty(let table):
      return wording("The table “\(table)”, which names the leaves, has no rows.", "Import its rows first.")
    case .columnMissing(let table, let column, let known):
      let names = KnownNames(name: column, known: known)
      return wording(
        "The table “\(table)” has no column “\(column)”.\(names.englishGuess)", "Its columns are: \(names.englishList)")
    case .idEmpty(let table, let row):
      return wording("Row \(row) of “\(table)” has no id.", "Fill it in, or remove the row.")
    case .idDuplicate(let table, let id):
      return wording("“\(id)” stands more than once in “\(table)”.", "Keep one of the rows.")
    case .notNumber(let table, let column, let id, let value):
      let shown = value.isEmpty ? "empty" : "“\(value)”"
      return wording("“\(column)” of “\(id)” in “\(table)” is \(shown), not a number.", "Correct the cell.")
    case .weightNotPositive(let table, let id, let weight):
      return wording("The weight of “\(id)” in “\(table)” is \(formatted(weight)), not above 0.", "Correct the cell.")
    case .groupUnknown(let table, let group, let leaf, let known):
      let names = KnownNames(name: group, known: known)
      let shown = group.isEmpty ? "has no group" : "belongs to the group “\(group)”, which “\(table)” does not have"
      return wording("The leaf “\(leaf)” \(shown).\(names.englishGuess)", "The groups are: \(names.englishList)")
    case .noLeaf(let table):
      return wording("No row of “\(table)” passes the leaves' where:.", "Correct where:, or the rows.")
    case .parentUnknown(let table, let id, let parent, let known):
      let names = KnownNames(name: parent, known: known)
      return wording(
        "The parent of “\(id)” in “\(table)” is “\(parent)”, which no row is.\(names.englishGuess)",
        "Correct the cell, or add the row. There are: \(names.englishList)")
    case .parentEmpty(let table, let leaf):
      return wording(
        "The leaf “\(leaf)” of “\(table)” has no parent.",
        "Fill in its parent; only the row of the node itself has none.")
    case .severalTops(let table, let ids):
      return wording(
        "Several rows of “\(table)” have no parent: \(ids.joined(separator: ", ")). One of them can be the node.",
        "Fill in the parents of the others.")
    case .parentCycle(let table, let chain):
      return wording(
        "The parents in “\(table)” go in a circle: \(chain.joined(separator: " → ")).", "Correct one of the parents.")
    case .leafAbove(let table, let leaf, let below):
      return wording(
        "“\(leaf)” of “\(table)” passes where: as a leaf, but “\(below)” below it does too.",
        "Narrow where: down to the lowest rows, or correct the parent.")
    case .tooDeep(let table, let limit):
      return wording("The rows of “\(table)” nest deeper than \(limit) levels.", "Correct the parents.")
    case .innerUnknown(let key, let table, let id, let known):
      let names = KnownNames(name: id, known: known)
      return wording(
        "\(key): names “\(id)”, which is no row above the leaves of “\(table)”.\(names.englishGuess)",
        "Correct the name. There are: \(names.englishList)")
    case .groupWithoutLeaves(let table, let group):
      return Wording(
        found: "The group “\(group)” of “\(table)” has no leaves.", consequence: "The group is left out.",
        remedy: "Remove its row, or correct the leaves' groups.")
    }
  }
}
