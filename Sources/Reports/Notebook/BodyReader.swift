import Findings

/// Reads a notebook's text below the front matter: directives, included files, Markdown between them.
struct BodyReader {
  /// A file may include files, and these further ones.
  static let deepestInclude = 8

  let edition: Edition
  let parameters: Parameters
  /// The text of another file of the workspace; nil: there is none.
  let file: (String) -> String?
  let log: FindingLog

  /// - Parameters:
  ///   - name: what findings call the file.
  ///   - lineOffset: lines of the file before the text.
  func blocks(of text: String, name: String, lineOffset: Int) -> [DraftBlock] {
    blocks(of: text, name: name, lineOffset: lineOffset, depth: 0)
  }

  private func blocks(of text: String, name: String, lineOffset: Int, depth: Int) -> [DraftBlock] {
    blocks(of: Outline(name: name, log: log).parts(of: text, lineOffset: lineOffset), name: name, depth: depth)
  }

  private func blocks(of parts: [Outline.Part], name: String, depth: Int) -> [DraftBlock] {
    parts.flatMap { part -> [DraftBlock] in
      switch part {
      case .text(let text, let lines):
        return MarkdownTree.drafts(
          of: text, name: name, lineOffset: lines, edition: edition, parameters: parameters, log: log)
      case .choice(let condition, let then, let otherwise):
        return [
          .choice(
            condition, then: blocks(of: then, name: name, depth: depth),
            otherwise: blocks(of: otherwise, name: name, depth: depth))
        ]
      case .each(let list, let place, let inner):
        return [.each(list: list, place, blocks(of: inner, name: name, depth: depth))]
      case .include(let path, let place): return included(path, at: place, depth: depth)
      }
    }
  }

  private func included(_ path: String, at place: Place, depth: Int) -> [DraftBlock] {
    guard depth < Self.deepestInclude else {
      log.add(ReportFinding.includeDeep(place, path: path, limit: Self.deepestInclude))
      return []
    }
    guard let text = file(path) else {
      log.add(ReportFinding.includeAbsent(place, path: path))
      return []
    }
    return blocks(of: Notebook.plain(text), name: path, lineOffset: 0, depth: depth + 1)
  }
}
