import Findings

extension StructureProblem {
  var english: Wording {
    let unread = "The scheme was not loaded."
    func wording(_ found: String, _ remedy: String) -> Wording {
      Wording(found: found, consequence: unread, remedy: remedy)
    }
    switch self {
    case .nameUnknown(.column, let name, let owner, let known):
      let names = KnownNames(name: name, known: known)
      return wording(
        "The table “\(owner)” has no column “\(name)”.\(names.englishGuess)",
        "Correct the name, or add the column to the table spec. There are: \(names.englishList)")
    case .nameUnknown(let kind, let name, let owner, let known):
      let names = KnownNames(name: name, known: known)
      return wording(
        "“\(owner)” names the \(kind.english) “\(name)”, which does not exist.\(names.englishGuess)",
        "Correct the name, or add it. There are: \(names.englishList)")
    case .nodeChildless(let node):
      return wording("The node “\(node)” has an empty list of children.", "Add children, or give it a measure.")
    case .siblingsMixed(let parent, let points, let weights, let counts):
      let parts = [("points", points), ("weight", weights), ("weight: n_of", counts)].filter { !$0.1.isEmpty }
      let shown = parts.map { "\($0.0) (\($0.1.joined(separator: ", ")))" }.joined(separator: "; ")
      return wording(
        "The children of “\(parent)” share by different rules: \(shown).",
        "Give all of them points, or all of them weights of one kind.")
    case .shareMissing(let node, let parent):
      return wording(
        "The node “\(node)” has neither points nor weight under “\(parent)”.", "Add points: or weight: to it.")
    case .pointsSum(let node, let stated, let terms, let open):
      let sum = terms.map(\.points).reduce(0, +)
      let shown = terms.map { "\($0.node) \(formatted($0.points))" }.joined(separator: ", ")
      return wording(
        open.isEmpty
          ? "The points under “\(node)” add up to \(formatted(sum)), not \(formatted(stated)) (\(shown))."
          : "The points under “\(node)” add up to \(formatted(sum)) (\(shown)), which leaves nothing of its "
            + "\(formatted(stated)) for \(open.joined(separator: ", ")).",
        "Correct a child's points, or those of \(node).")
    case .weightUnderSum(let parent, let children):
      let shown = children.isEmpty ? "" : " (\(children.joined(separator: ", ")))"
      return wording(
        "“\(parent)” is a sum, but its children have weights\(shown).", "Write of: mean, or give the children points.")
    case .rootWeight(let node):
      return wording("The root “\(node)” has a weight, but no siblings to share with.", "Remove weight:.")
    case .stepNeedsPoints(let node, let step):
      return wording(
        "The step \(step) of “\(node)” needs the node's points, and it has none.",
        "Give the node points, or use goalposts, linear or bands.")
    case .linearOrder(let node, let x, let previous):
      return wording(
        "In linear of “\(node)”, \(formatted(x)) follows \(formatted(previous)); the first numbers must rise.",
        "Sort the pairs by their first number, and state each once.")
    case .bandsOrder(let node, let bound, let previous, true):
      return wording(
        "In bands of “\(node)”, the column \(formatted(bound)) follows \(formatted(previous)); the columns must fall.",
        "Sort the columns from the highest bound down, each row's numbers with them, and state each once.")
    case .bandsOrder(let node, let bound, let previous, false):
      return wording(
        "In bands of “\(node)”, \(formatted(bound)) follows \(formatted(previous)); the bounds must fall.",
        "Sort the rows from the highest bound down, and state each once.")
    case .dropIfOrder(let node):
      return wording(
        "drop_if of “\(node)” must be the first step of a leaf.", "Move it to the front of a leaf's steps.")
    case .rowOutsideLeaves(let node, let column):
      return wording(
        "“\(node)” asks for row.\(column), but is no leaf from a table.",
        "Write a number, or move the step under leaves:.")
    case .trimmedMinimum(let drop, let minimum):
      return wording(
        "Dropping \(drop) at each end from \(minimum) values leaves nothing.",
        "Set min to \(drop < Int.max / 2 ? "\(2 * drop + 1)" : "more than twice drop") or more.")
    case .fullNeedsPoints(let measure, let node):
      return wording(
        "The measure “\(measure)” says empty: full, but “\(node)” has no points to give in full.",
        "Give the node points, or use empty: not_applicable.")
    case .zeroWithoutEffect(let node, let isLeaf):
      return Wording(
        found: "“\(node)” says missing: zero, but \(isLeaf ? "has no points" : "is no leaf").",
        consequence:
          "When it is missing it is left out and the rest is re-scaled, as under renormalise; it does not count 0.",
        remedy: isLeaf
          ? "Write renormalise, or use points."
          : "Write renormalise; for leaves that are to count 0, write leaves_missing: zero on it.")
    case .windowCombined(let node, let measure):
      return wording(
        "The measure “\(measure)” of “\(node)” looks at the whole year, and combine: adds the halves of it: counted twice.",
        "Remove window: year, or do not combine.")
    case .effectWindow(let effect, let measure, let window):
      return wording(
        "The effect “\(effect)” uses the measure “\(measure)”, which has its own window (\(window)).",
        "Remove window:; an effect looks at the period that is scored.")
    case .effectMeasureMissing(let effect):
      return wording(
        "The effect “\(effect)” says each, but not of which measure.", "Add measure: beside each:.")
    case .effectEmpty(let effect):
      return wording("The effect “\(effect)” changes nothing.", "Add add:, deduct:, adjust:, cap_grade: or set_grade:.")
    case .groupMixed(let group, let adds, let deducts):
      return wording(
        "The group “\(group)” holds additions (\(adds.joined(separator: ", "))) and deductions "
          + "(\(deducts.joined(separator: ", "))).", "Make two groups: a limit bounds one direction.")
    case .factKind(let fact, let isCount):
      return isCount
        ? wording(
          "“\(fact)” is a count, and is used as if it were true or false.", "Test it: {fact: \(fact), at_least: 1}.")
        : wording("“\(fact)” is true or false, and is compared with a number.", "Remove the comparison.")
    case .rankMissing(let needed):
      return wording(
        "The scheme has \(needed), but does not say on which node they act.", "Add rank: {node: …} with a root's id.")
    case .rankNotRoot(let node, let roots):
      return wording(
        "rank names “\(node)”, which is no root.", "Name one of the roots: \(roots.joined(separator: ", "))")
    case .gradeOrder(let grade, let floor, let above, let previous, let year):
      return wording(
        "The floor of “\(grade)” is \(formatted(floor))\(year.map { " in \($0)" } ?? ""), not below that of “\(above)” above it (\(formatted(previous))): "
          + "nobody can reach it.", "Order the grades from the highest floor down.")
    case .gradeLast(let grade):
      return wording(
        "The last grade “\(grade)” has a condition, so that some units would have none.",
        "Remove its condition, or add a last grade without one.")
    case .gradeUnconditional(let grade):
      return wording(
        "“\(grade)” has no condition and is not the last: nobody reaches the grades below it.",
        "Add at_least:, or move it to the end.")
    case .childShareNeedsPoints(let node, let grade):
      return wording(
        "“\(grade)” asks for a share of every child's points, but the children of “\(node)” have no points.",
        "Remove each_child_share:, or give the children points.")
    case .combineSum(let h1, let h2):
      return wording(
        "The halves weigh \(formatted(h1)) and \(formatted(h2)), together \(formatted(h1 + h2)), not 1.",
        "Correct H1 or H2.")
    case .peersMissing(let used):
      return wording(
        "“\(used)” looks at peers, but the scheme does not say who they are.",
        "Add peers: with a register column or a fact under units:.")
    case .measureUnused(let measure):
      return Wording(
        found: "Nothing uses the measure “\(measure)”.", consequence: "It is not computed.",
        remedy: "Remove it, or name it in a node, fact or effect.")
    case .factUnused(let fact):
      return Wording(
        found: "Nothing uses the fact “\(fact)”.", consequence: "It changes no result.",
        remedy: "Remove it, or name it in eligible, deferred, exempt or applies.")
    }
  }
}
