import Findings

extension ChartFinding {
  var english: Wording {
    let unread = "The chart was not read."
    let undrawn = "The chart was not drawn."
    func list(_ names: [String]) -> String {
      names.isEmpty ? "none" : firstFew(names, separator: ", ") { " and \($0) more" }
    }
    func guess(_ word: String, _ known: [String]) -> String {
      nearMiss(to: word, among: known).map { " Did you mean “\($0)”?" } ?? ""
    }
    switch self {
    case .noMarks:
      return Wording(
        found: "The list of marks is empty.", consequence: unread,
        remedy: "Add a mark, such as - bar: {y: name, x: score}.")
    case .unknownMark(_, let mark, let known):
      return Wording(
        found: "There is no mark “\(mark)”.\(guess(mark, known))", consequence: unread,
        remedy: "Marks: \(list(known))")
    case .marksDoNotCompose(_, let mark, let other):
      return Wording(
        found: "“\(mark)” needs a number axis, but “\(other)” puts categories there.", consequence: unread,
        remedy: "Make two charts of it, or take one of the two marks out.")
    case .plotsDiffer(_, let mark, let other):
      return Wording(
        found: "“\(mark)” and “\(other)” do not stand on the same plot: rows, plane or radar.", consequence: unread,
        remedy: "Make two charts of it, or leave one of them out.")
    case .rowsDiffer(_, let column, let other):
      return Wording(
        found: "This mark has its rows by “\(column)”, the others by “\(other)”.", consequence: unread,
        remedy: "Write the same column after y: in every mark.")
    case .unknownColumn(_, let mark, let column, let known):
      return Wording(
        found: "“\(mark)” asks for the column “\(column)”, which the data does not have.\(guess(column, known))",
        consequence: undrawn, remedy: "Columns of the data: \(list(known))")
    case .columnNotNumbers(_, let mark, let column):
      return Wording(
        found: "“\(mark)” needs numbers, but the column “\(column)” holds text.", consequence: undrawn,
        remedy: "Name a column of numbers, or turn this one into numbers where the data comes from.")
    case .unknownPlaceholder(_, let name, let known):
      return Wording(
        found: "Nothing is known to fill {\(name)} with.\(guess(name, known))", consequence: undrawn,
        remedy: "Known here: \(list(known))")
    case .unknownFormat(_, let pattern):
      return Wording(
        found: "“\(pattern)” is no number format.", consequence: unread,
        remedy: "Formats: \"0\", \"0.00\", \"0%\", \"0.0%\", \"+0.0\"")
    case .domainNotRising(_, let values):
      return Wording(
        found: "A domain is two rising numbers, not [\(values.map(shownNumber).joined(separator: ", "))].",
        consequence: unread, remedy: "Write the smaller and the larger end: domain: [0, 100]")
    case .tooManyGrades(_, let count, let most):
      return Wording(
        found: "The domain has \(count) grades, but no more than \(most) colours can be told apart.",
        consequence: unread, remedy: "Join grades, or name the one that is none with not_graded.")
    case .valueOutsideDomain(_, let column, let values, let domain):
      return Wording(
        found: "The column “\(column)” has values outside the domain (\(list(domain))): \(list(values)).",
        consequence: "They are drawn in plain grey and added to the legend.",
        remedy: "Add them to scales.fill.domain, best first.")
    case .barsFromZero(_, let low, let high):
      return Wording(
        found: "The axis \(shownNumber(low)) to \(shownNumber(high)) does not hold zero, where bars begin.",
        consequence: "The axis was widened to zero.", remedy: "Take a domain with zero, or leave the bars out.")
    case .cellTwice(_, let row, let column):
      return Wording(
        found: "“\(row)” has more than one value for “\(column)”.", consequence: "The first one is drawn.",
        remedy: "Give the data one row for each cell, or tell the rows apart by y: with a column of ids.")
    case .sizeOutOfRange(_, let key, let value, let legal):
      return Wording(
        found: "A \(key) of \(shownNumber(value)) is not drawn.", consequence: unread,
        remedy: "Write \(shownNumber(legal.lowerBound)) to \(shownNumber(legal.upperBound)) pixels.")
    case .sizeGrown(_, let key, let asked, let drawn):
      return Wording(
        found: "A \(key) of \(shownNumber(asked)) is too small for what is to be drawn.",
        consequence: "It is \(shownNumber(drawn)), so that nothing is cut off or overlaps.",
        remedy: "Write size: {\(key): \(shownNumber(drawn))}, or draw less.")
    case .tooHigh(_, let rows, let height, let limit):
      return Wording(
        found: "\(rows) rows make a picture \(shownNumber(height)) pixels high; the limit is \(shownNumber(limit)).",
        consequence: undrawn, remedy: "Choose fewer rows in data, or one picture a group: facet: {by: …, split: true}")
    case .glyphsMissing(_, let characters, let text, let font):
      return Wording(
        found: "The font \(font) has no shape for \(list(characters)), in “\(text)”.", consequence: undrawn,
        remedy: "Install a font that has it (Debian: apt install fonts-noto-cjk), or change the text.")
    case .noChineseFont(_, let found):
      let nearest = found.map { "; the nearest is \($0)" } ?? ""
      return Wording(
        found: "No font with Chinese characters is installed\(nearest).", consequence: "No chart was drawn.",
        remedy: "Install one; on Debian: apt install fonts-noto-cjk")
    case .fontFamilyAbsent(_, let asked, let used):
      return Wording(
        found: "The font family “\(asked)” is not installed.", consequence: "Charts are drawn with \(used).",
        remedy: "Install the family, or name another.")
    case .fontUnreadable(let place):
      return Wording(
        found: "\(place.text) cannot be read as a font.", consequence: "No chart was drawn.",
        remedy: "Check the file, or install it anew (Debian: apt install --reinstall fonts-noto-cjk).")
    case .noMemory(_, let width, let height):
      return Wording(
        found: "There is not enough memory for a picture of \(width) × \(height) pixels.", consequence: undrawn,
        remedy: "Choose fewer rows in data, or close other programs.")
    case .libraryAbsent(_, let file):
      return Wording(
        found: "The drawing library \(file) is not installed.", consequence: "No chart was drawn.",
        remedy: "Install it; on Debian: apt install libgd3")
    }
  }
}
