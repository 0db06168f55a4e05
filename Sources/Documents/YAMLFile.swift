import Findings
import Foundation
import Yams

/// Reads YAML 1.2 core text into nodes with places. Anchors, aliases and several documents in a file are refused:
/// they hide where a value stands, and bombs are made of them.
package enum YAMLFile {
  static let largest = 8 << 20
  static let deepest = 64

  /// Reads a file. `name` is what findings call it, normally the path inside the workspace.
  /// - Returns: The root, or nil with the reason in the log.
  package static func read(_ path: String, name: String, log: FindingLog) -> DocumentNode? {
    guard FileManager.default.fileExists(atPath: path) else {
      log.add(DocumentFinding.unreadable(.file(name), reason: .absent))
      return nil
    }
    guard let data = FileManager.default.contents(atPath: path) else {
      log.add(DocumentFinding.unreadable(.file(name), reason: .refused))
      return nil
    }
    guard data.count <= largest else {
      log.add(DocumentFinding.unreadable(.file(name), reason: .tooLarge(limit: largest)))
      return nil
    }
    guard let text = String(validating: data, as: UTF8.self) else {
      let offset = zip(data, String(decoding: data, as: UTF8.self).utf8).enumerated().first { $1.0 != $1.1 }?.offset
      log.add(DocumentFinding.unreadable(.file(name), reason: .notUTF8(byteOffset: offset ?? data.count)))
      return nil
    }
    return parse(text, name: name, log: log)
  }

  /// Reads text. An empty text is an empty node.
  /// - Parameter firstLine: the line of the file at which the text begins (a front matter does not begin at line 1).
  package static func parse(_ text: String, name: String, firstLine: Int = 1, log: FindingLog) -> DocumentNode? {
    var origin = Origin(name: name, lineOffset: firstLine - 1)
    if let line = lineTooDeep(text) {
      log.add(DocumentFinding.tooDeep(.line(name, line: line + firstLine - 1, column: 1), limit: deepest))
      return nil
    }
    do {
      let (parser, root) = try parsed(text, renaming: &origin.renamed)
      guard let root else {
        return DocumentNode(.empty, at: .line(name, line: firstLine, column: 1))
      }
      // Nodes hold their anchors weakly; the parser owns them.
      if let mark = withExtendedLifetime(parser, { firstAnchor(root) }) {
        log.add(DocumentFinding.anchorsRefused(origin.place(mark)))
        return nil
      }
      let before = log.count(.problem)
      let node = origin.node(root, log: log)
      return log.count(.problem) == before ? node : nil
    } catch let error as YamlError {
      log.add(origin.finding(for: error))
      return nil
    } catch {
      log.add(DocumentFinding.syntax(.file(name), problem: "\(error)"))
      return nil
    }
  }

  private static func parsed(_ text: String, renaming renamed: inout RenamedKeys) throws -> (Yams.Parser, Node?) {
    var text = text
    while true {
      do {
        // Tags are not asked for: what a text means is decided by who reads it, and the parser's rules take long to make.
        let parser = try Yams.Parser(yaml: text, resolver: .basic)
        return (parser, try parser.singleRoot())
      } catch let error as YamlError {
        guard case .duplicatedKeysInMapping(let keys, let context) = error, let key = keys.first,
          let changed = renamed.renaming(key, at: context.mark, in: text)
        else { throw error }
        text = changed
      }
    }
  }

  /// The mark of the first anchor. An anchor stands before its aliases, so the search ends before anything expands.
  private static func firstAnchor(_ node: Node) -> Mark? {
    if node.anchor != nil { return node.mark }
    switch node {
    case .mapping(let mapping):
      for (key, value) in mapping { if let mark = firstAnchor(key) ?? firstAnchor(value) { return mark } }
    case .sequence(let sequence):
      for value in sequence { if let mark = firstAnchor(value) { return mark } }
    case .alias: return node.mark
    case .scalar: break
    }
    return nil
  }

  /// The first line whose brackets or indentation alone nest deeper than the limit, so that no recursion overflows.
  private static func lineTooDeep(_ text: String) -> Int? {
    var depth = 0
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      var indentation = 0
      var isLeading = true
      for byte in line.utf8 {
        switch byte {
        case UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
        case UInt8(ascii: "]"), UInt8(ascii: "}"): depth = max(0, depth - 1)
        case UInt8(ascii: " "), UInt8(ascii: "-"): if isLeading { indentation += 1 }
        default: isLeading = false
        }
        if byte != UInt8(ascii: " ") && byte != UInt8(ascii: "-") { isLeading = false }
        if depth + indentation / 2 > deepest { return index + 1 }
      }
    }
    return nil
  }
}

/// Turns the parser's nodes and errors into ours, with places.
private struct Origin {
  let name: String
  let lineOffset: Int
  var renamed = RenamedKeys()

  func place(_ mark: Mark?) -> Place {
    guard let mark else { return .file(name) }
    return .line(name, line: mark.line + lineOffset, column: mark.column)
  }

  func node(_ node: Node, log: FindingLog) -> DocumentNode {
    let place = place(node.mark)
    switch node {
    case .scalar(let scalar):
      let isQuoted = scalar.style != .plain && scalar.style != .any
      if !isQuoted, ["", "~", "null", "Null", "NULL"].contains(scalar.string) {
        return DocumentNode(.empty, at: place)
      }
      return DocumentNode(.scalar(scalar.string, isQuoted: isQuoted), at: place)
    case .sequence(let sequence):
      return DocumentNode(.sequence(sequence.map { self.node($0, log: log) }), at: place)
    case .mapping(let mapping):
      var entries: [DocumentNode.Entry] = []
      var seen: Set<String> = []
      for (key, value) in mapping {
        guard case .scalar(let scalar) = key else {
          log.add(DocumentFinding.syntax(self.place(key.mark), problem: "a list or a group stands where a key is due"))
          continue
        }
        let name = renamed.original(of: scalar)
        if !seen.insert(name).inserted {
          log.add(DocumentFinding.duplicateKey(self.place(key.mark), key: name))
        }
        entries.append(
          .init(key: name, keyPlace: self.place(key.mark), value: self.node(value, log: log)))
      }
      return DocumentNode(.mapping(entries), at: place)
    case .alias:
      log.add(DocumentFinding.anchorsRefused(place))
      return DocumentNode(.empty, at: place)
    }
  }

  func finding(for error: YamlError) -> DocumentFinding {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      .syntax(place(mark), problem: problem)
    case .reader(let problem, _, let value, let text): .syntax(place(of: value, in: text), problem: problem)
    case .duplicatedKeysInMapping(let duplicates, let context):
      .duplicateKey(place(context.mark), key: duplicates.first ?? "")
    default: .syntax(.file(name), problem: "\(error)")
    }
  }

  /// Where the character stands at which the parser stopped reading: it names the character, and stops at the first.
  private func place(of value: Int32, in text: String) -> Place {
    guard let index = text.unicodeScalars.firstIndex(where: { Int32(bitPattern: $0.value) == value }) else {
      return .file(name)
    }
    let before = text.unicodeScalars[..<index]
    let newline = Unicode.Scalar(UInt8(ascii: "\n"))
    let lineStart = before.lastIndex(of: newline).map { before.index(after: $0) } ?? before.startIndex
    return .line(
      name, line: 1 + before.filter { $0 == newline }.count + lineOffset,
      column: 1 + before.distance(from: lineStart, to: index))
  }
}
