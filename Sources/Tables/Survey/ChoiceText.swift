import Register

/// Takes a cell of several options apart: `甲┋乙〖有话说〗`, `甲→丙→乙`, `R G`.
///
/// The options are known, so that the signs may stand in them: at each place the longest option is tried first that is
/// followed by the separator, by 〖 or by the end. What a respondent added runs from 〖 to the first 〗 behind which the
/// rest can be read, and no separator in it counts. A 〖 that is never closed runs to the first separator behind which
/// the rest can be read, else to the end: a name of an option in it counts as chosen, and the cell is told.
struct ChoiceText {
  enum Reading: Equatable {
    /// Indices of options, in the order of the cell.
    case options([Int], isOpen: Bool)
    /// What was in the way.
    case unknown(String)
  }

  private let options: [(scalars: [Unicode.Scalar], index: Int)]
  private let separator: [Unicode.Scalar]
  private static let opening: Unicode.Scalar = "〖"
  private static let closing: Unicode.Scalar = "〗"

  init(options: [String], separator: String) {
    self.options = options.enumerated().map { (Self.form($1), $0) }
      .sorted { ($0.scalars.count, $1.index) > ($1.scalars.count, $0.index) }
    let shown = Self.form(separator)
    self.separator = shown.isEmpty ? [" "] : shown
  }

  /// Narrow, and without more white space than one blank.
  private static func form(_ text: String) -> [Unicode.Scalar] {
    Array(narrowed(text).split { $0.isWhitespace }.joined(separator: " ").unicodeScalars)
  }

  func read(_ text: String) -> Reading {
    let cell = Self.form(text)
    var failed: Set<Int> = []
    var isOpen = false
    if let found = rest(of: cell, from: 0, &failed, &isOpen) { return .options(found, isOpen: isOpen) }
    return .unknown(firstUnknown(in: cell))
  }

  /// Options from a place to the end; nil if none can be read so.
  private func rest(of cell: [Unicode.Scalar], from start: Int, _ failed: inout Set<Int>, _ isOpen: inout Bool)
    -> [Int]?
  {
    let start = skipBlanks(cell, start)
    guard start < cell.count, !failed.contains(start) else { return nil }
    for option in options where matches(option.scalars, cell, start) {
      let end = skipBlanks(cell, start + option.scalars.count)
      if end == cell.count { return [option.index] }
      // With a blank between options there is none left to be skipped.
      if let next = behindSeparator(cell, end) ?? behindSeparator(cell, start + option.scalars.count) {
        if let more = rest(of: cell, from: next, &failed, &isOpen) { return [option.index] + more }
      }
      if cell[end] == Self.opening, let more = added(to: option.index, cell, end, &failed, &isOpen) { return more }
    }
    failed.insert(start)
    return nil
  }

  /// An option whose added text begins at a place.
  private func added(
    to option: Int, _ cell: [Unicode.Scalar], _ start: Int, _ failed: inout Set<Int>, _ isOpen: inout Bool
  ) -> [Int]? {
    let closings = (start..<cell.count).filter { cell[$0] == Self.closing }
    for closing in closings {
      let end = skipBlanks(cell, closing + 1)
      if end == cell.count { return [option] }
      if let next = behindSeparator(cell, end) ?? behindSeparator(cell, closing + 1),
        let more = rest(of: cell, from: next, &failed, &isOpen)
      {
        return [option] + more
      }
    }
    guard closings.isEmpty else { return nil }
    isOpen = true
    for place in start..<cell.count {
      if let next = behindSeparator(cell, place), let more = rest(of: cell, from: next, &failed, &isOpen) {
        return [option] + more
      }
    }
    return [option]
  }

  /// The first part between separators that is no option.
  private func firstUnknown(in cell: [Unicode.Scalar]) -> String {
    var start = 0
    var i = 0
    func part(_ end: Int) -> String? {
      var text = String.UnicodeScalarView()
      text.append(contentsOf: cell[start..<end])
      let option = Self.form(withoutAddedText(String(text)))
      return options.contains { $0.scalars == option } || option.isEmpty ? nil : String(text)
    }
    while i < cell.count {
      if let next = behindSeparator(cell, i) {
        if let unknown = part(i) { return unknown }
        start = next
        i = next
      } else {
        i += 1
      }
    }
    var whole = String.UnicodeScalarView()
    whole.append(contentsOf: cell)
    return part(cell.count) ?? String(whole)
  }

  private func matches(_ text: [Unicode.Scalar], _ cell: [Unicode.Scalar], _ start: Int) -> Bool {
    !text.isEmpty && cell.count - start >= text.count && cell[start..<start + text.count].elementsEqual(text)
  }

  private func behindSeparator(_ cell: [Unicode.Scalar], _ place: Int) -> Int? {
    matches(separator, cell, place) ? place + separator.count : nil
  }

  private func skipBlanks(_ cell: [Unicode.Scalar], _ start: Int) -> Int {
    var i = start
    while i < cell.count, cell[i] == " " { i += 1 }
    return i
  }
}
