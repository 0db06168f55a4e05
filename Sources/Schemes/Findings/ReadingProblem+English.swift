import Findings

extension ReadingProblem {
  var english: Wording {
    let unread = "The scheme was not loaded."
    switch self {
    case .parameterUnknown(let name, let known):
      let names = KnownNames(name: name, known: known)
      return Wording(
        found: "There is no parameter “\(name)”.\(names.englishGuess)", consequence: unread,
        remedy: "Add it under params: (there now: \(names.englishList)), or quote the text if the $ is meant.")
    case .parameterUnused(let name):
      return Wording(
        found: "Nothing uses the parameter “\(name)”.", consequence: "To change it changes no result.",
        remedy: "Write $\(name) where it is meant, or remove it.")
    case .duplicateId(let kind, let id, let first):
      return Wording(
        found: "The \(kind.english) “\(id)” exists already, at \(first.text).", consequence: unread,
        remedy: "Give one of the two another name.")
    case .cycle(let kind, let chain):
      return Wording(
        found: "The \(kind.english)s go in a circle: \(chain.joined(separator: " → ")).", consequence: unread,
        remedy: "Write one of them out without naming the next.")
    case .oneOf(let owner, let legal, let found):
      let had = found.isEmpty ? "none" : found.joined(separator: " and ")
      return Wording(
        found: "“\(owner)” needs exactly one of these, and has \(had): \(legal.joined(separator: ", ")).",
        consequence: unread, remedy: found.isEmpty ? "Add one of them." : "Keep one and remove the rest.")
    case .listLength(let key, let needed, let found):
      return Wording(
        found: "“\(key)” takes \(counted(needed, "entry or more", "entries")) here, not \(found).",
        consequence: unread,
        remedy: "Write \(counted(needed, "entry", "entries")) between the square brackets.")
    case .numberOutside(let key, let value, let rule):
      return Wording(
        found: rule == .notZero
          ? "“\(key)” must not be 0." : "“\(key)” is \(formatted(value)), and must be \(rule.english).",
        consequence: unread,
        remedy: rule == .share && value > 1 ? "Write a share: 30 % is 0.3." : "Correct the number.")
    case .dateUnreadable(let key, let value):
      return Wording(
        found: "“\(key)” is “\(value)”, which is neither a day nor one of period_start, period_end, as_of.",
        consequence: unread, remedy: "Write the day as 2025-06-30, or months_before: [period_end, 6].")
    case .valueMissing(let measure, let take):
      return Wording(
        found: "The measure “\(measure)” takes \(take), but does not say of which value.", consequence: unread,
        remedy: "Add value: with a column; only count can do without.")
    case .keyNeeds(let key, let needed):
      return Wording(
        found: "“\(key)” means something only beside “\(needed)”, which is not there.", consequence: unread,
        remedy: "Add “\(needed)”, or remove “\(key)”.")
    case .periodUnreadable(let key, let value):
      return Wording(
        found: "“\(key)” is “\(value)”, which is no period.", consequence: unread,
        remedy: "Write a period such as 2025, 2025H1, 2025Q3 or 2025-06.")
    case .approvalAbsent:
      return Wording(
        found: "The scheme states no approval.",
        consequence: "Reports call it a proposal that has not been approved.",
        remedy: "After approval, add approval: {文号: …, date: …}.")
    }
  }
}

extension ReadingProblem.NumberRule {
  var english: String {
    switch self {
    case .positive: "above 0"
    case .notNegative: "0 or more"
    case .share: "from 0 to 1"
    case .notZero: "another number than 0"
    case .whole(let range): "a whole number from \(range.lowerBound) to \(range.upperBound)"
    case .between(let low, let high): "from \(formatted(low)) to \(formatted(high))"
    case .above(let bound): "above \(formatted(bound))"
    }
  }
}
