import Findings

extension ReportFinding {
  var english: Wording {
    let marked = "A mark stands in its place in the report."
    let cell = "The cell was not run; a mark stands in its place in the report."
    switch self {
    case .headerMissing:
      return Wording(
        found: "The notebook does not begin with a front matter.", consequence: "No report was made.",
        remedy: "Begin the file with a line ---, then title: …, then a line ---.")
    case .headerOpen:
      return Wording(
        found: "The front matter that begins here has no end.", consequence: "No report was made.",
        remedy: "Close it with a line ---.")
    case .valueUnknown(_, let name, let known):
      return Wording(
        found: "There is no value “\(name)”.\(guess(name, known))", consequence: marked, remedy: list(known, "values"))
    case .parameterUnknown(_, let name, let known):
      return Wording(
        found: "There is no parameter “$\(name)”.\(guess(name, known))", consequence: cell,
        remedy: "Add \(name) under params: in the front matter. \(list(known, "parameters"))")
    case .stars(_, let text):
      return Wording(
        found: "These stars mark nothing: “\(text)”.", consequence: "They are printed as stars.",
        remedy: "Put quotation marks and other punctuation outside the stars: “**word**” instead of **“word”**.")
    case .rawHTML:
      return Wording(
        found: "This is raw HTML.", consequence: "It is printed as text.",
        remedy: "Write it in Markdown, or take it out.")
    case .picture(_, let address):
      return Wording(
        found: "This is a picture from a file (\(address)).", consequence: "Only its words are printed.",
        remedy: "A report holds the figures of its chart cells; draw it with one.")
    case .linkRefused(_, let address):
      return Wording(
        found: "A link to “\(address)” would not work in a file that travels alone.",
        consequence: "Its words are printed without the link.",
        remedy: "Link to an address that begins with https:, http:, mailto: or #.")
    case .tooDeep(_, let limit):
      return Wording(
        found: "Quotes, lists or emphasis nest deeper than \(limit) levels.",
        consequence: "What lies deeper is not printed.", remedy: "Write it less deeply nested.")
    case .kindNear(_, let word, let kind):
      return Wording(
        found: "“\(word)” is no kind of cell. Did you mean “\(kind)”?",
        consequence: "The fence is printed as code.", remedy: "Write ```\(kind) to have the cell answered.")
    case .cellEmpty(_, let kind):
      return Wording(
        found: "The \(kind.rawValue) cell is empty.", consequence: cell,
        remedy: "Write what it should show, or take the cell out.")
    case .sqlInPublic:
      return Wording(
        found: "A public notebook holds an SQL cell.", consequence: cell,
        remedy: "Use a table cell, which hides small cells, or write edition: internal.")
    case .topTooSmall(_, let value):
      return Wording(
        found: "“top” is \(value); a table prints at least one row.", consequence: cell,
        remedy: "Write a whole number from 1, or leave top out for all rows.")
    case .formatUnknown(_, let pattern):
      return Wording(
        found: "“\(pattern)” is no number pattern.", consequence: cell,
        remedy: "Write \"0\", \"0.00\", \"+0.00\" or \"0%\", with as many places as wanted.")
    case .columnUnknown(_, let name, let known):
      return Wording(
        found: "The data have no column “\(name)”.\(guess(name, known))",
        consequence: "The table is printed without what was asked of that column.", remedy: list(known, "columns"))
    case .unanswered(_, let kind):
      return Wording(
        found: "The \(kind.rawValue) cell got no answer.", consequence: marked,
        remedy: "Check that the system, the scheme and the period have a scored run.")
    case .unwritable(let place):
      return Wording(
        found: "The system does not let this file be written.", consequence: "The report is not complete.",
        remedy: "Check the rights of \(place.text) and its folder, and the room on the disk.")
    case .directiveNear(_, let word, let directive):
      return Wording(
        found: "There is no directive “\(word)”. Did you mean “\(directive)”?",
        consequence: "It is printed as HTML text.",
        remedy: "Directives are if, else, each, include and end, alone on a line: <!-- if name -->.")
    case .conditionUnread(_, let text):
      return Wording(
        found: "“\(text)” is no condition.", consequence: "Nothing is printed up to its end.",
        remedy: "Write name, not name, or name >= 90 (also = != < <= >); put words in double quotes.")
    case .blockOpen(_, let word):
      return Wording(
        found: "The \(word) that begins here has no end.", consequence: "It reaches to the end of the text.",
        remedy: "Write <!-- end --> on a line where it should end.")
    case .blockStray(_, let word):
      return Wording(
        found: "Nothing before this \(word) goes with it.", consequence: "The line does nothing.",
        remedy: "Remove it, or write the if or each that it belongs to.")
    case .listUnknown(_, let name, let known):
      return Wording(
        found: "There is no list of units “\(name)”.\(guess(name, known))", consequence: marked,
        remedy: list(known, "lists"))
    case .includeAbsent(_, let path):
      return Wording(
        found: "The file to include, \(path), cannot be read.", consequence: "Its text is not printed.",
        remedy: "Check the path; it begins at the workspace's root.")
    case .includeDeep(_, let path, let limit):
      return Wording(
        found: "Including \(path) would go deeper than \(limit) levels; perhaps a file includes itself.",
        consequence: "Its text is not printed.", remedy: "Use fewer levels, and no circle.")
    case .conditionOrder(_, let name, let value):
      return Wording(
        found: "“\(name)” is “\(value)”, which is no number and in no order.", consequence: marked,
        remedy: "Compare it with a number, or by = and != with words in double quotes.")
    case .valueTaken(_, let name):
      return Wording(
        found: "“\(name)” is the name of a value already; no cell may mean something else by it.", consequence: marked,
        remedy: "Choose another name.")
    }
  }

  private func guess(_ name: String, _ known: [String]) -> String {
    nearMiss(to: name, among: known).map { " Did you mean “\($0)”?" } ?? ""
  }

  private func list(_ known: [String], _ noun: String) -> String {
    known.isEmpty ? "There are no \(noun) here." : "Known \(noun): \(known.joined(separator: ", "))"
  }
}
