import Findings
import Statistics

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
        found: "“\(node)” is reported by \(counted(units, "unit")); drop_if asks for \(needed).",
        consequence: "The indicator is not applicable for every unit, and its weight goes to the others.",
        remedy: "Nothing needs doing; the limit is units_below under drop_if.")
    case .valueOutOfRange(_, let measure, let low, let high, let units):
      Wording(
        found:
          "“\(measure)” lies outside its stated range \(plain(low)) to \(plain(high)) for \(named(units)).",
        consequence: "The measure is missing for these units.",
        remedy: "Correct the rows, or the range of the measure or of its column.")
    case .testUnverified(_, let name, let measures, let units):
      Wording(
        found: "“\(name)” could not be judged for \(named(units)): "
          + "\(quoted(measures)) \(measures.count == 1 ? "is" : "are") missing.",
        consequence: "It counts as not fulfilled there, and nothing follows from it.",
        remedy: measures.count == 1
          ? "Import the table of “\(measures[0])”, or the report that proves that there was nothing."
          : "Import the tables of these measures, or the report that proves that there was nothing.")
    case .groupTooSmall(_, let group, let units, let needed):
      Wording(
        found:
          "\(group.isEmpty ? units == 1 ? "There is" : "There are" : "“\(group)” has") \(counted(units, "graded unit")); min_units is \(needed).",
        consequence: "They have scores and no ranks.",
        remedy: "Join groups in the register, rank all units together (per: all), or lower min_units.")
    case .baseTooSmall(_, let measure, let needed, let units):
      Wording(
        found: "The base of “\(measure)” is under \(plain(needed)) for \(named(units)).",
        consequence: "Their scores are shown, and they are not ranked.",
        remedy: "Collect more answers, or lower min_base.")
    case .decision(_, let problem): problem.english
    case .handsApart(_, let node, let hands, let period, let over, let needsReason, let units):
      Wording(
        found: "\(period) “\(node)”: “\(hands[0])” and “\(hands[1])” lie more than \(plain(over)) apart"
          + "\(needsReason ? ", and no reason is recorded," : "") for "
          + named(units.map { "\($0.unit): \(shown($0.first)) and \(shown($0.other))" }) + ".",
        consequence: "The value stands as the scheme takes it.",
        remedy: needsReason
          ? "Find out why, and record the reason in the table of decisions (value may be empty)."
          : "Take note; where hands differ much, find out why.")
    case .quotaWithoutRanks(_, let grade, let group, let units):
      Wording(
        found: "“\(grade)” has a quota, and \(named(units)) that meet its conditions"
          + "\(group.isEmpty ? "" : " in “\(group)”") have no rank.",
        consequence: "Without ranks no places can be given: these units try the next line.",
        remedy: "Join groups, lower min_units or min_base, or lift the quota for small groups (unless).")
    case .cutOffMissing(_, let grade, let year):
      Wording(
        found: "The cut-off of “\(grade)” is written by year, and none is written for \(year).",
        consequence: "Nobody is graded “\(grade)”.",
        remedy: "Write the cut-off of \(year) under at_least.")
    case .clustersTooFew(_, let group, let units, let clusters):
      Wording(
        found:
          "\(group.isEmpty ? units == 1 ? "There is" : "There are" : "Group “\(group)” has") \(counted(units, "graded unit"))"
          + " for \(counted(clusters, "cluster")).",
        consequence: "Some clusters are empty; the grades are given, and mean little.",
        remedy: "Join groups, or lower k.")
    case .meanNotPositive(_, let node, let mean, let units):
      Wording(
        found: "“\(node)” takes a \(mean) mean, and \(named(units)) have a value among its children that has none"
          + " (0 or less; for a power above 0, less than 0).",
        consequence: "The node is missing for these units.",
        remedy: "Bring the children onto a scale above 0, as with minmax: {to: [1, 100]}, or take another mean.")
    case .nothingLeftToAverage(_, let node, let drops, let units):
      Wording(
        found: "“\(node)” drops the \(drops) lowest and highest of its children, and of those with a value none would"
          + " be left for \(named(units)).",
        consequence: "The node is missing for these units: without dropping anything, another rule would be theirs.",
        remedy: "Have at least \(2 * drops + 1) children report, or take the median, which needs one.")
    case .goalUnusable(_, let node, let step, let problem):
      Wording(
        found: "“\(node)”: \(step) has nothing to measure by: \(problem.english).",
        consequence: "The node is missing for all units.",
        remedy: "Check the unit or target that the step names, or use another scale.")
    case .acrossMissing(_, let node, let measure, let units):
      Wording(
        found: "“\(node)” reads its bands across “\(measure)”, which is missing for \(named(units)).",
        consequence: "The node is missing for these units.",
        remedy: "Import the table of “\(measure)”.")
    case .nothingToImputeFrom(_, let node, let units):
      Wording(
        found: "“\(node)” is missing for \(named(units)), and impute found no value to fill it from.",
        consequence: "It stays missing there.",
        remedy: "Import the data, or impute from a wider group or from other periods.")
    case .frozenRunAbsent(_, let node, let step, let period):
      Wording(
        found:
          "“\(node)”: \(step) takes its parameters from \(period), and there is no run of the whole of it with this step.",
        consequence: "The node is missing for all units.",
        remedy: "Score \(period) with this scheme up to its end first, or name another period.")
    case .periodsAbsent(_, let node, let step, let periods):
      Wording(
        found:
          "“\(node)”: \(step) looks at \(periods.joined(separator: ", ")) too, and there is no data of these periods.",
        consequence: "Only the other periods are compared.",
        remedy: "Import the data of these periods, or leave them out of over.")
    }
  }
}

extension ScoringFinding.GoalProblem {
  fileprivate var english: String {
    switch self {
    case .unitWithoutValue: "the unit to compare with has no value"
    case .notAboveTheLeast: "the goal is not above the least value"
    case .bestNotPositive: "the greatest value is 0 or less"
    }
  }
}

/// Up to five, then the number of the rest.
private func quoted(_ names: [String]) -> String {
  let shown = names.prefix(5).map { "“\($0)”" }.joined(separator: ", ")
  return names.count > 5 ? "\(shown) and \(names.count - 5) more" : shown
}

/// Up to five, then the number of the rest.
private func named(_ units: [String]) -> String {
  let shown = units.prefix(5).joined(separator: ", ")
  let head = counted(units.count, "unit")
  return units.count > 5 ? "\(head) (\(shown) and \(units.count - 5) more)" : "\(head) (\(shown))"
}

/// To two decimals, for values that nobody wrote.
private func shown(_ value: Double) -> String { plain(displayed(value, digits: 2)) }
