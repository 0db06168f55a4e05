import Findings

/// The parts of a notebook's text between its directives, which are comments on lines of their own and so disappear
/// where the Markdown is shown: `<!-- if vetoed -->`, `<!-- else -->`, `<!-- each graded -->`, `<!-- end -->`,
/// `<!-- include notebooks-md/parts/method.md -->`.
struct Outline {
  indirect enum Part: Equatable {
    /// - Parameter lines: before the text in its file.
    case text(String, lines: Int)
    case choice(Condition, then: [Part], otherwise: [Part])
    case each(list: String, Place, [Part])
    case include(path: String, Place)
  }

  enum Directive: String, CaseIterable { case `if`, `else`, end, each, include }

  /// Something that was begun and awaits its end.
  private struct Frame {
    var directive: Directive?
    var place: Place
    var condition: Condition?
    var words = ""
    var parts: [Part] = []
    /// After `else`; nil: not there yet.
    var otherwise: [Part]?

    mutating func append(_ part: Part) {
      if otherwise == nil { parts.append(part) } else { otherwise?.append(part) }
    }
  }

  let name: String
  let log: FindingLog

  func parts(of text: String, lineOffset: Int) -> [Part] {
    var frames = [Frame(directive: nil, place: .file(name))]
    var pending: [Substring] = []
    var pendingStart = 0
    var fence = Fence()
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    func flush(before index: Int) {
      if pending.contains(where: { !$0.trimmed.isEmpty }) {
        frames[frames.count - 1].append(.text(pending.joined(separator: "\n"), lines: lineOffset + pendingStart))
      }
      pending = []
      pendingStart = index + 1
    }
    for (index, line) in lines.enumerated() {
      if fence.isOpen(after: line) || !Self.isComment(line) {
        pending.append(line)
        continue
      }
      let place = Place.line(name, line: lineOffset + index + 1, column: 1)
      guard let (directive, words) = directive(line, at: place) else {
        pending.append(line)
        continue
      }
      flush(before: index)
      act(directive, words, at: place, on: &frames)
    }
    flush(before: lines.count)
    while frames.count > 1, let open = frames.last {
      log.add(ReportFinding.blockOpen(open.place, word: open.directive?.rawValue ?? ""))
      close(&frames)
    }
    return frames[0].parts
  }

  private func act(_ directive: Directive, _ words: Substring, at place: Place, on frames: inout [Frame]) {
    switch directive {
    case .if:
      let condition = Condition(words, at: place)
      if condition == nil { log.add(ReportFinding.conditionUnread(place, text: String(words))) }
      frames.append(Frame(directive: .if, place: place, condition: condition))
    case .each: frames.append(Frame(directive: .each, place: place, words: String(words)))
    case .else:
      guard frames[frames.count - 1].directive == .if, frames[frames.count - 1].otherwise == nil else {
        log.add(ReportFinding.blockStray(place, word: directive.rawValue))
        return
      }
      frames[frames.count - 1].otherwise = []
    case .end:
      guard frames.count > 1 else {
        log.add(ReportFinding.blockStray(place, word: directive.rawValue))
        return
      }
      close(&frames)
    case .include: frames[frames.count - 1].append(.include(path: String(words), place))
    }
  }

  private func close(_ frames: inout [Frame]) {
    guard let done = frames.popLast() else { return }
    switch done.directive {
    case .if:
      // What depends on a condition that was not understood is not printed: it was reported.
      guard let condition = done.condition else { return }
      frames[frames.count - 1].append(.choice(condition, then: done.parts, otherwise: done.otherwise ?? []))
    default: frames[frames.count - 1].append(.each(list: done.words, done.place, done.parts))
    }
  }

  private static func isComment(_ line: Substring) -> Bool {
    let words = line.trimmed
    return words.hasPrefix("<!--") && words.hasSuffix("-->") && words.count >= 7
  }

  /// nil: another comment.
  private func directive(_ line: Substring, at place: Place) -> (Directive, Substring)? {
    let words = line.trimmed.dropFirst(4).dropLast(3).trimmed
    let first = words.prefix { !$0.isWhitespace }
    if let directive = Directive(rawValue: String(first)) {
      return (directive, words.dropFirst(first.count).trimmed)
    }
    if let guess = nearMiss(to: String(first), among: Directive.allCases.map(\.rawValue)) {
      log.add(ReportFinding.directiveNear(place, word: String(first), directive: guess))
    }
    return nil
  }
}

/// Whether a line stands inside fenced code (CommonMark 4.5), where a comment is text.
private struct Fence {
  private var mark: Character?
  private var length = 0

  /// - Returns: whether the line belongs to a fence, its opening and closing lines included.
  mutating func isOpen(after line: Substring) -> Bool {
    let words = line.drop { $0 == " " }
    guard line.count - words.count <= 3, let first = words.first, first == "`" || first == "~" else {
      return mark != nil
    }
    let count = words.prefix { $0 == first }.count
    if let mark {
      if first == mark, count >= length, words.dropFirst(count).trimmed.isEmpty { self.mark = nil }
      return true
    }
    guard count >= 3 else { return false }
    (mark, length) = (first, count)
    return true
  }
}
