import Findings

/// One block of a notebook as it was written: values are still names and cells are still requests.
package indirect enum DraftBlock: Sendable, Equatable {
  case heading(level: Int, [DraftInline])
  case paragraph([DraftInline])
  /// `start` is the first number of a numbered list, nil for bullets.
  case list(start: Int?, items: [[DraftBlock]])
  case quote([DraftBlock])
  case code(info: String, text: String)
  case rule
  /// A table that was typed into the text.
  case table(alignments: [ColumnAlignment], heading: [[DraftInline]], rows: [[[DraftInline]]])
  case cell(Cell)
  /// Printed or not, as a value stands.
  case choice(Condition, then: [DraftBlock], otherwise: [DraftBlock])
  /// Printed once for each unit of a list.
  case each(list: String, Place, [DraftBlock])
}

package indirect enum DraftInline: Sendable, Equatable {
  case text(String)
  /// `{{name}}`, with the place of its first brace.
  case value(String, Place)
  case code(String)
  case emphasis([DraftInline])
  case strong([DraftInline])
  case link(address: String, [DraftInline])
  /// A line end inside a paragraph, which may or may not become a space.
  case softBreak
  case lineBreak
}

/// Which edge the entries of a column keep to.
package enum ColumnAlignment: Sendable, Equatable { case start, centre, end }
