import Findings

extension AnswerDisclosure {
  var english: Wording {
    func words(_ found: String, _ remedy: String, undone: String = "Nothing was computed") -> Wording {
      Wording(
        found: found, consequence: "\(undone): two results together would show a few answers that are hidden.",
        remedy: remedy)
    }
    let own =
      "Points, steps, cut-offs, quotas and effects can be tried; to grade otherwise, write a scheme of its own and score it."
    switch self {
    case .rows(let measure, let table):
      return words("“\(measure)” would read other rows of the anonymous table “\(table)”, or read them otherwise.", own)
    case .windows(let table):
      return words("The anonymous table “\(table)” would be read for other periods.", own)
    case .units(let table, let units):
      return words(
        "\(counted(units, "unit")) would enter or leave what is graded by the anonymous table “\(table)”.", own)
    case .threshold(let measure, let units):
      return words(
        "This asks for the n of “\(measure)”, which is hidden for \(counted(units, "unit")).",
        "Leave out what changes min_n, min_base or a weight by n.")
    case .minimumCells(let first, let second):
      return words(
        "The two runs hide cells under different minima: \(first) and \(second).",
        "Score both schemes again under today's minimum_cell.", undone: "Nothing was compared")
    }
  }
}
