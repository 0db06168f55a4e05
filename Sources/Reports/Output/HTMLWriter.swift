import Foundation

/// Writes a document as one HTML file that needs nothing else: styles and figures are inside, nothing runs.
struct HTMLWriter {
  let document: Document

  func text() -> String {
    let title = escaped(document.title)
    let subtitle = document.subtitle.map(escaped).joined(separator: " · ")
    return """
      <!doctype html>
      <html lang="zh-CN">
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="\(Stylesheet.policy)">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="referrer" content="no-referrer">
      <title>\(title)</title>
      <style>\(Stylesheet.text)</style>
      </head>
      <body>
      <header>
      <p class="subtitle">\(subtitle)</p>
      <h1>\(title)</h1>
      </header>
      <main>
      \(blocks(document.blocks))
      </main>
      <footer>
      <h2>\(DocumentWording.imprintHeading)</h2>
      <dl>
      \(imprint)
      </dl>
      </footer>
      </body>
      </html>

      """
  }

  private var imprint: String {
    document.imprint.lines.map { line in
      "<div><dt>\(escaped(line.heading))</dt><dd>\(escaped(oneLine(line.text)))</dd></div>"
    }.joined(separator: "\n")
  }

  private func blocks(_ blocks: [Block]) -> String { blocks.map(block).joined(separator: "\n") }

  private func block(_ block: Block) -> String {
    switch block {
    case .heading(let level, let words): return "<h\(level)>\(inlines(words))</h\(level)>"
    case .paragraph(let words): return "<p>\(inlines(words))</p>"
    case .quote(let inner): return "<blockquote>\n\(blocks(inner))\n</blockquote>"
    case .list(let start, let items):
      let tag = start == nil ? "ul" : "ol"
      let from = start.map { $0 == 1 ? "" : " start=\"\($0)\"" } ?? ""
      let lines = items.map { "<li>\(item($0))</li>" }.joined(separator: "\n")
      return "<\(tag)\(from)>\n\(lines)\n</\(tag)>"
    case .code(_, let text): return "<pre><code>\(escaped(visible(text)))</code></pre>"
    case .rule: return "<hr>"
    case .table(let table): return self.table(table)
    case .figure(let figure): return self.figure(figure)
    }
  }

  /// An item of one paragraph is set without the paragraph's space.
  private func item(_ inner: [Block]) -> String {
    if case .paragraph(let words)? = inner.first, inner.count == 1 { return inlines(words) }
    return blocks(inner)
  }

  private func figure(_ figure: NumberedFigure) -> String {
    let picture = figure.figure
    let data = Data(picture.png).base64EncodedString()
    let image =
      "<img src=\"data:image/png;base64,\(data)\" alt=\"\(escaped(oneLine(picture.alt)))\""
      + " width=\"\(picture.widthPx)\" height=\"\(picture.heightPx)\">"
    let caption = self.caption(DocumentWording.figure(figure.number), figure.caption)
    return "<figure>\n\(image)\n<figcaption>\(caption)</figcaption>\n</figure>"
  }

  private func caption(_ number: String, _ words: [Inline]) -> String {
    "<b>\(number)</b>" + (words.isEmpty ? "" : "　" + inlines(words))
  }

  private func table(_ table: PrintedTable) -> String {
    let layout = TableLayout(table)
    let setting = (layout.isWhole ? ["whole"] : []) + (layout.isDense ? ["dense"] : [])
    var lines = ["<table\(classes(setting))>"]
    if let number = table.number {
      lines.append("<caption>\(caption(DocumentWording.table(number), table.caption))</caption>")
    }
    let edges = table.columns.map { $0.alignment == .start ? [] : [$0.alignment == .end ? "n" : "c"] }
    let cells = zip(edges, layout.columns).map { classes($0 + ($1.className.map { [$0] } ?? [])) }
    let heading = table.columns.indices.map { index in
      let classes = classes(edges[index] + (layout.headingsStay[index] ? ["s"] : []))
      return "<th scope=\"col\"\(classes)>\(inlines(table.columns[index].heading))</th>"
    }
    if !heading.isEmpty { lines.append("<thead><tr>\(heading.joined())</tr></thead>") }
    lines.append("<tbody>")
    for row in table.rows {
      lines.append("<tr>" + zip(row, cells).map { "<td\($1)>\(entry($0))</td>" }.joined() + "</tr>")
    }
    if table.rows.isEmpty {
      lines.append(
        "<tr><td class=\"none\" colspan=\"\(max(1, heading.count))\">\(DocumentWording.emptyTable)</td></tr>")
    }
    lines += ["</tbody>", "</table>"]
    return lines.joined(separator: "\n")
  }

  private func classes(_ names: [String]) -> String {
    names.isEmpty ? "" : " class=\"\(names.joined(separator: " "))\""
  }

  private func entry(_ entry: PrintedTable.Entry) -> String {
    switch entry {
    case .content(let words): inlines(words)
    case .missing(nil): DocumentWording.dash
    case .missing(let reason?): "<span class=\"missing\">\(escaped(DocumentWording.missing(reason)))</span>"
    }
  }

  private func inlines(_ words: [Inline]) -> String {
    words.map { inline in
      switch inline {
      case .text(let text): escaped(text)
      case .code(let text): "<code>\(escaped(text))</code>"
      case .emphasis(let inner): "<em>\(inlines(inner))</em>"
      case .strong(let inner): "<strong>\(inlines(inner))</strong>"
      case .link(let address, let inner): "<a href=\"\(escaped(address))\">\(inlines(inner))</a>"
      case .lineBreak: "<br>\n"
      case .gap(let text): "<mark>\(escaped(text))</mark>"
      }
    }.joined()
  }

  /// Code keeps its lines; each is cleaned as any text.
  private func visible(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { oneLine(String($0)) }.joined(separator: "\n")
  }

  private func escaped(_ text: String) -> String {
    var safe = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": safe += "&amp;"
      case "<": safe += "&lt;"
      case ">": safe += "&gt;"
      case "\"": safe += "&quot;"
      case "'": safe += "&#39;"
      default: safe.unicodeScalars.append(scalar)
      }
    }
    return safe
  }
}
