/// Writes a document as GitHub-flavoured Markdown; figures are links to files beside it.
struct MarkdownWriter {
  let document: Document
  /// The document's file name without `.md`, which its figures' folder is named after.
  let name: String

  func text() -> String {
    var parts = [
      document.subtitle.map { MarkdownText.escaped($0) }.joined(separator: " · "),
      "# " + MarkdownText.escaped(document.title),
    ]
    parts += document.blocks.map { block($0) }
    parts.append("---")
    parts.append("**\(DocumentWording.imprintHeading)**")
    let lines = document.imprint.lines.map {
      "- \($0.heading)：" + MarkdownText.escaped(oneLine($0.text))
    }
    parts.append(lines.joined(separator: "\n"))
    return parts.filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n"
  }

  private func block(_ block: Block) -> String {
    switch block {
    case .heading(let level, let words):
      return String(repeating: "#", count: level) + " " + inlines(words, .running)
    case .paragraph(let words): return inlines(words, .lineStart)
    case .quote(let inner):
      return inner.map { self.block($0) }.joined(separator: "\n\n").split(
        separator: "\n", omittingEmptySubsequences: false
      ).map { $0.isEmpty ? ">" : "> " + $0 }.joined(separator: "\n")
    case .list(let start, let items):
      return items.enumerated().map { index, item in
        self.item(item, mark: start.map { "\($0 + index). " } ?? "- ")
      }.joined(separator: "\n")
    case .code(let info, let text):
      let fence = String(repeating: "`", count: max(3, MarkdownText.longestRun(of: "`", in: text) + 1))
      let word = info.contains("`") ? "" : info
      return fence + word + "\n" + (text.hasSuffix("\n") ? text : text + "\n") + fence
    case .rule: return "***"
    case .table(let table): return self.table(table)
    case .figure(let figure):
      let path = FileStem.address(FileStem.path(of: figure, in: name))
      let picture = "![\(MarkdownText.escaped(oneLine(figure.figure.alt)))](\(path))"
      return picture + "\n\n" + caption(DocumentWording.figure(figure.number), figure.caption)
    }
  }

  /// Further lines of an item stand under its first word.
  private func item(_ blocks: [Block], mark: String) -> String {
    let text = blocks.map { block($0) }.joined(separator: "\n\n")
    let indent = String(repeating: " ", count: mark.count)
    return text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().map { index, line in
      index == 0 ? mark + line : line.isEmpty ? "" : indent + line
    }.joined(separator: "\n")
  }

  private func caption(_ number: String, _ words: [Inline]) -> String {
    "**\(number)**" + (words.isEmpty ? "" : " " + inlines(words, .running))
  }

  private func table(_ table: PrintedTable) -> String {
    var lines: [String] = []
    if let number = table.number { lines += [caption(DocumentWording.table(number), table.caption), ""] }
    if table.columns.isEmpty { return (lines + [DocumentWording.emptyTable]).joined(separator: "\n") }
    lines.append(row(table.columns.map { inlines($0.heading, .cell) }))
    lines.append(
      row(
        table.columns.map {
          switch $0.alignment {
          case .start: "---"
          case .centre: ":-:"
          case .end: "--:"
          }
        }))
    for entries in table.rows {
      lines.append(
        row(
          entries.map { entry in
            switch entry {
            case .content(let words): inlines(words, .cell)
            case .missing(let reason):
              reason.map { MarkdownText.escaped(DocumentWording.missing($0)) } ?? DocumentWording.dash
            }
          }))
    }
    if table.rows.isEmpty { lines += ["", DocumentWording.emptyTable] }
    return lines.joined(separator: "\n")
  }

  private func row(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |" }

  private enum Setting { case lineStart, running, cell }

  private func inlines(_ words: [Inline], _ setting: Setting) -> String {
    var text = ""
    for (index, inline) in words.enumerated() {
      let startsLine = setting == .lineStart && text.isEmpty
      switch inline {
      case .text(let words): text += MarkdownText.escaped(words, startsLine: startsLine)
      case .gap(let words): text += MarkdownText.escaped(words)
      case .code(let code): text += MarkdownText.code(code, inTable: setting == .cell)
      case .lineBreak: text += setting == .lineStart ? "\\\n" : " "
      case .link(let address, let inner):
        text += "[\(inlines(inner, setting == .cell ? .cell : .running))](<\(linkAddress(address))>)"
      case .emphasis(let inner): text += dressed(inner, "*", "em", words, index, text, setting)
      case .strong(let inner): text += dressed(inner, "**", "strong", words, index, text, setting)
      }
    }
    return text
  }

  /// Stars, or tags where stars would be printed as stars.
  private func dressed(
    _ inner: [Inline], _ stars: String, _ tag: String, _ all: [Inline], _ index: Int, _ before: String,
    _ setting: Setting
  ) -> String {
    let words = inlines(inner, setting == .cell ? .cell : .running)
    let next = index + 1 < all.count ? Inline.plainText([all[index + 1]]).first : nil
    let plain = Inline.plainText(inner)
    return MarkdownText.starsWork(before: before.last, words: plain, after: next)
      ? stars + words + stars : "<\(tag)>\(words)</\(tag)>"
  }

  private func linkAddress(_ address: String) -> String {
    var safe = ""
    for character in address {
      switch character {
      case "<": safe += "%3C"
      case ">": safe += "%3E"
      case "|": safe += "%7C"
      case "\\": safe += "%5C"
      default: safe.append(character)
      }
    }
    return safe
  }
}
