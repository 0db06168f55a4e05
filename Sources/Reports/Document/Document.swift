/// A finished report, ready to be written in any format: every value is in, every table cut and every figure drawn.
package struct Document: Sendable, Equatable {
  package let title: String
  /// The line above the title: institution, system, period and whom it is for.
  package let subtitle: [String]
  package let blocks: [Block]
  package let imprint: Imprint

  /// The figures in the order of print; a figure's number is its place here, from 1.
  package var figures: [NumberedFigure] {
    var found: [NumberedFigure] = []
    func collect(_ blocks: [Block]) {
      for block in blocks {
        switch block {
        case .figure(let figure): found.append(figure)
        case .quote(let inner): collect(inner)
        case .list(_, let items): for item in items { collect(item) }
        default: break
        }
      }
    }
    collect(blocks)
    return found
  }
}

package indirect enum Block: Sendable, Equatable {
  case heading(level: Int, [Inline])
  case paragraph([Inline])
  case list(start: Int?, items: [[Block]])
  case quote([Block])
  case code(info: String, text: String)
  case rule
  case table(PrintedTable)
  case figure(NumberedFigure)
}

package indirect enum Inline: Sendable, Equatable {
  /// One line, without control characters.
  case text(String)
  case code(String)
  case emphasis([Inline])
  case strong([Inline])
  case link(address: String, [Inline])
  case lineBreak
  /// Something that the reader must see is lacking: 〔无此值：…〕.
  case gap(String)
}

/// A table as it is printed.
package struct PrintedTable: Sendable, Equatable {
  package struct Column: Sendable, Equatable {
    package var heading: [Inline]
    package var alignment: ColumnAlignment
  }
  package enum Entry: Sendable, Equatable {
    case content([Inline])
    /// Printed as a dash, with the reason where one is known.
    case missing(reason: String?)
  }
  /// nil for tables that were typed into the text.
  package var number: Int?
  package var caption: [Inline]
  package var columns: [Column]
  package var rows: [[Entry]]
}

package struct NumberedFigure: Sendable, Equatable {
  package let number: Int
  package let caption: [Inline]
  package let figure: ReportFigure
  /// What the figure's file is named after: the chart spec's name.
  package let stem: String
}

extension Inline {
  /// The words without their dress.
  static func plainText(_ inlines: [Inline]) -> String {
    inlines.map { inline in
      switch inline {
      case .text(let text), .code(let text), .gap(let text): text
      case .emphasis(let inner), .strong(let inner), .link(_, let inner): plainText(inner)
      case .lineBreak: " "
      }
    }.joined()
  }
}
