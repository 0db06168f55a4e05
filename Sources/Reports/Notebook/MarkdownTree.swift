import CMarkGFM
import Findings

/// Reads Markdown (GitHub flavour, with tables) into drafts, each with its line in the notebook.
///
/// Raw HTML stays text and pictures stay their words: a report holds nothing that it did not make itself.
struct MarkdownTree {
  /// Deeper quotes, lists and emphasis are flattened, so that no text overflows the stack.
  static let deepest = 32

  let marks: ValueMarks
  /// Of the marked text.
  let lines: [Substring]
  let name: String
  /// Lines of the file before the text.
  let lineOffset: Int
  let edition: Edition
  let parameters: Parameters
  let log: FindingLog

  /// - Parameter text: Markdown with line feeds only.
  static func drafts(
    of text: String, name: String, lineOffset: Int, edition: Edition, parameters: Parameters, log: FindingLog
  ) -> [DraftBlock] {
    let marks = ValueMarks(text) { .line(name, line: $0 + lineOffset, column: $1) }
    let tree = MarkdownTree(
      marks: marks, lines: marks.marked.split(separator: "\n", omittingEmptySubsequences: false), name: name,
      lineOffset: lineOffset, edition: edition, parameters: parameters, log: log)
    return tree.parse()
  }

  /// The library's table of extensions is filled once in a process; Swift runs a static's initialiser exactly once.
  private static let extensionsAreRegistered: Bool = {
    cmark_gfm_core_extensions_ensure_registered()
    return true
  }()

  private func parse() -> [DraftBlock] {
    guard Self.extensionsAreRegistered,
      let parser = cmark_parser_new(CMARK_OPT_DEFAULT | CMARK_OPT_SOURCEPOS | CMARK_OPT_VALIDATE_UTF8)
    else { return [] }
    defer { cmark_parser_free(parser) }
    if let table = cmark_find_syntax_extension("table") { cmark_parser_attach_syntax_extension(parser, table) }
    let bytes = Array(marks.marked.utf8CString.dropLast())
    cmark_parser_feed(parser, bytes, bytes.count)
    guard let root = cmark_parser_finish(parser) else { return [] }
    defer { cmark_node_free(root) }
    return children(of: root).flatMap { blocks(of: $0, depth: 0) }
  }

  private typealias Node = OpaquePointer

  private func children(of node: Node) -> [Node] {
    var nodes: [Node] = []
    var next = cmark_node_first_child(node)
    while let child = next {
      nodes.append(child)
      next = cmark_node_next(child)
    }
    return nodes
  }

  private func text(_ pointer: UnsafePointer<CChar>?) -> String { pointer.map { String(cString: $0) } ?? "" }

  private func place(of node: Node) -> Place {
    let line = Int(cmark_node_get_start_line(node))
    return .line(name, line: line + lineOffset, column: column(Int(cmark_node_get_start_column(node)), line: line))
  }

  /// The library counts bytes of the marked text; a person counts characters of the written one.
  private func column(_ column: Int, line: Int) -> Int {
    guard lines.indices.contains(line - 1), column > 1 else { return 1 }
    let before = String(decoding: lines[line - 1].utf8.prefix(column - 1), as: UTF8.self)
    return marks.restored(before).count + 1
  }

  private func blocks(of node: Node, depth: Int) -> [DraftBlock] {
    if depth > Self.deepest {
      log.add(ReportFinding.tooDeep(place(of: node), limit: Self.deepest))
      return []
    }
    switch text(cmark_node_get_type_string(node)) {
    case "paragraph": return [.paragraph(inlines(in: node, depth: 0))]
    case "heading":
      return [.heading(level: Int(cmark_node_get_heading_level(node)), inlines(in: node, depth: 0))]
    case "thematic_break": return [.rule]
    case "block_quote": return [.quote(children(of: node).flatMap { blocks(of: $0, depth: depth + 1) })]
    case "list":
      let isNumbered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST
      let items = children(of: node).map { item in children(of: item).flatMap { blocks(of: $0, depth: depth + 1) } }
      return [.list(start: isNumbered ? Int(cmark_node_get_list_start(node)) : nil, items: items)]
    case "code_block": return [codeBlock(node)]
    case "html_block":
      let source = marks.restored(text(cmark_node_get_literal(node))).split(separator: "\n").joined(separator: " ")
      log.add(ReportFinding.rawHTML(place(of: node)))
      return [.paragraph([.text(source)])]
    case "table": return [table(node)]
    default: return []
    }
  }

  private func codeBlock(_ node: Node) -> DraftBlock {
    let info = marks.restored(text(cmark_node_get_fence_info(node)))
    let content = marks.restored(text(cmark_node_get_literal(node)))
    let place = place(of: node)
    guard let line = place.line, let word = info.split(separator: " ").first.map(String.init) else {
      return .code(info: info, text: content)
    }
    guard let kind = CellKind(rawValue: word) else {
      if let guess = nearMiss(to: word, among: CellKind.allCases.map(\.rawValue)) {
        log.add(ReportFinding.kindNear(place, word: word, kind: guess))
      }
      return .code(info: info, text: content)
    }
    var reader = CellReader(
      kind: kind, fence: place, firstLine: line + 1, name: name, parameters: parameters, log: log)
    return .cell(reader.cell(content, edition: edition))
  }

  private func table(_ node: Node) -> DraftBlock {
    let count = Int(cmark_gfm_extensions_get_table_columns(node))
    let letters = cmark_gfm_extensions_get_table_alignments(node)
    let alignments = (0..<count).map { index -> ColumnAlignment in
      switch letters?[index] {
      case UInt8(ascii: "r"): .end
      case UInt8(ascii: "c"): .centre
      default: .start
      }
    }
    let rows = children(of: node).map { row in children(of: row).map { inlines(in: $0, depth: 0) } }
    return .table(alignments: alignments, heading: rows.first ?? [], rows: Array(rows.dropFirst()))
  }

  private func inlines(in node: Node, depth: Int) -> [DraftInline] {
    children(of: node).flatMap { inlines(of: $0, depth: depth) }
  }

  private func inlines(of node: Node, depth: Int) -> [DraftInline] {
    if depth > Self.deepest {
      log.add(ReportFinding.tooDeep(place(of: node), limit: Self.deepest))
      return []
    }
    switch text(cmark_node_get_type_string(node)) {
    case "text":
      let words = text(cmark_node_get_literal(node))
      // Stars that were escaped are meant as stars.
      let line = Int(cmark_node_get_start_line(node)) - 1
      if words.contains("**"), lines.indices.contains(line), lines[line].contains("**") {
        log.add(ReportFinding.stars(place(of: node), text: String(marks.restored(words).prefix(40))))
      }
      return marks.inlines(words)
    case "softbreak": return [.softBreak]
    case "linebreak": return [.lineBreak]
    case "code": return [.code(marks.restored(text(cmark_node_get_literal(node))))]
    case "emph": return [.emphasis(inlines(in: node, depth: depth + 1))]
    case "strong": return [.strong(inlines(in: node, depth: depth + 1))]
    case "html_inline":
      log.add(ReportFinding.rawHTML(place(of: node)))
      return [.text(marks.restored(text(cmark_node_get_literal(node))))]
    case "image":
      log.add(ReportFinding.picture(place(of: node), address: marks.restored(text(cmark_node_get_url(node)))))
      return inlines(in: node, depth: depth + 1)
    case "link":
      let address = marks.restored(text(cmark_node_get_url(node)))
      let words = inlines(in: node, depth: depth + 1)
      if Link.isAllowed(address) { return [.link(address: address, words)] }
      log.add(ReportFinding.linkRefused(place(of: node), address: address))
      return words
    default: return inlines(in: node, depth: depth + 1)
    }
  }
}

/// Which addresses a report may point to.
enum Link {
  /// Web pages, mail and places within the document; nothing that runs, and nothing relative, because one file travels
  /// without its neighbours.
  static func isAllowed(_ address: String) -> Bool {
    let lower = address.lowercased()
    return ["https://", "http://", "mailto:", "#"].contains { lower.hasPrefix($0) }
      && !address.unicodeScalars.contains { $0.value < 0x21 || $0.value == 0x7F }
  }
}

extension Place {
  /// The line, where the place is one of a text file.
  var line: Int? { if case .line(_, let line, _) = self { line } else { nil } }
}
