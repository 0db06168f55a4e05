import Findings

extension AnswerDisclosure {
  var english: Wording {
    func words(_ found: String, _ remedy: String, undone: String = "Nothing was computed") -> Wording {
      Wording(
        found: found, consequence: "\(undone): two results together would show a few answers that are hidden.",
        remedy: remedy)
    }
    let own =
      "What is read of anonymous tables must be decided on and is scored from then on, not tried; points, steps, cut-offs, "
      + "quotas and effects can be tried."
    let others =
      "What is read must be decided on and is scored from then on, not compared unit by unit with what was read before; "
      + "schemes that read alike can be compared."
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
    case .readings(let first, let second, let table):
      return words(
        "The two runs read the anonymous table “\(table)” otherwise: “\(first)” only the first, “\(second)” only the second.",
        others, undone: "Nothing was compared")
    case .halves(let table):
      return words(
        "One of the two runs reads the anonymous table “\(table)” by halves, the other the whole year.", others,
        undone: "Nothing was compared")
    case .batches(let table, let least):
      return words(
        "Between the two runs fewer than \(least) answers of some unit in the anonymous table “\(table)” came, went or "
          + "changed.", "Score both schemes again, so that both read the same answers.", undone: "Nothing was compared")
    case .minimumCells(let first, let second):
      return words(
        "The two runs hide cells under different minima: \(first) and \(second).",
        "Score both schemes again under today's minimum_cell.", undone: "Nothing was compared")
    }
  }
}
