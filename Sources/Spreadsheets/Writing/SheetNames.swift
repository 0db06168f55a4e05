/// Names of sheets as Excel takes them: up to 31 characters, without `[]:*?/\` and apostrophes at their ends, and each
/// once, whatever the case of its letters.
struct SheetNames {
  private var taken: Set<String> = []
  private static let longest = 31

  mutating func legal(_ name: String) -> String {
    var base = String(CellText.cleaned(name).map { "[]:*?/\\\n\t".contains($0) ? "_" : $0 })
    base = CellText.cut(base, to: Self.longest)
    while base.hasPrefix("'") { base.removeFirst() }
    while base.hasSuffix("'") { base.removeLast() }
    if base.allSatisfy(\.isWhitespace) { base = "表" }
    // A name that Excel keeps for itself.
    if base.lowercased() == "history" { base += "_" }
    var name = base
    var number = 2
    while !taken.insert(name.lowercased()).inserted {
      let ending = " (\(number))"
      name = CellText.cut(base, to: Self.longest - ending.utf16.count) + ending
      number += 1
    }
    return name
  }
}
