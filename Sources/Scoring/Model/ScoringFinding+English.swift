import Findings

extension ScoringFinding {
  var english: Wording {
    switch self {
    case .stepConstant(_, let node, let step, let units):
      Wording(
        found: units < 2
          ? "“\(node)”: \(step) compares units, but \(units == 0 ? "none has" : "only one has") a value."
          : "“\(node)”: \(step) compares units, but all \(units) values are the same.",
        consequence: "The node is missing for all units that would have been compared.",
        remedy: "Check the data; if it is right, leave the indicator out for this period or use a fixed scale.")
    case .valueNotPositive(_, let node, let step, let units):
      Wording(
        found: "“\(node)”: \(step) takes logarithms, and \(named(units)) have a value of 0 or less.",
        consequence: "The node is missing for these units.",
        remedy: "Correct the values, or use goalposts without scale: ln.")
    case .leafDropped(_, let node, let units, let needed):
      Wording(
        found: "“\(node)” is reported by \(units) units; drop_if asks for \(needed).",
        consequence: "The indicator is not applicable for every unit, and its weight goes to the others.",
        remedy: "Nothing needs doing; the limit is units_below under drop_if.")
    case .valueOutOfRange(_, let measure, let low, let high, let units):
      Wording(
        found:
          "“\(measure)” lies outside its stated range \(plain(low)) to \(plain(high)) for \(named(units)).",
        consequence: "The measure is missing for these units.",
        remedy: "Correct the rows, or the range of the measure or of its column.")
    case .testUnverified(_, let name, let measure, let units):
      Wording(
        found: "“\(name)” could not be judged for \(named(units)): “\(measure)” is missing.",
        consequence: "It counts as not fulfilled there, and nothing follows from it.",
        remedy: "Import the table of “\(measure)”, or the report that proves that there was nothing.")
    case .groupTooSmall(_, let group, let units, let needed):
      Wording(
        found: "\(group.isEmpty ? "There are" : "“\(group)” has") \(units) graded units; min_units is \(needed).",
        consequence: "They have scores and no ranks.",
        remedy: "Join groups in the register, rank all units together (per: all), or lower min_units.")
    case .baseTooSmall(_, let measure, let needed, let units):
      Wording(
        found: "The base of “\(measure)” is under \(plain(needed)) for \(named(units)).",
        consequence: "Their scores are shown, and they are not ranked.",
        remedy: "Collect more answers, or lower min_base.")
    }
  }
}

/// Up to five, then the number of the rest.
private func named(_ units: [String]) -> String {
  let shown = units.prefix(5).joined(separator: ", ")
  let head = "\(units.count) \(units.count == 1 ? "unit" : "units")"
  return units.count > 5 ? "\(head) (\(shown) and \(units.count - 5) more)" : "\(head) (\(shown))"
}

/// Whole numbers without the decimal point.
private func plain(_ value: Double) -> String {
  value == value.rounded() && abs(value) < 1e15 ? "\(Int(value))" : "\(value)"
}
