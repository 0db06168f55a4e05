/// What rows of sheets have beside the text of their cells; a text's rows have nothing of it.
extension RecordReader {
  /// Whether any cell of the record is more or less than its text.
  package var hasMarks: Bool { feed?.hasMarks ?? false }

  package func mark(_ index: Int) -> CellMark? { feed?.mark(index) }

  /// Whether a person sees any cell of the record otherwise than its text says.
  package var hasLooks: Bool { feed?.hasLooks ?? false }

  /// Makes the text of a cell what a person sees; with a mark, where nobody can say. Before anyone keeps a text of the
  /// record.
  package func show(_ index: Int) { if index < count { feed?.show(index) } }

  /// Whether the cell's text stands in it, and not in a cell above that it is merged with.
  package func isOwn(_ index: Int) -> Bool { feed?.isOwn(index) ?? true }

  /// Tells rows of a sheet how wide the table is: they have that many cells from here on, no fewer and no more.
  package func fix(width: Int) { feed?.fix(width: width) }

  /// What a sheet's rows held beside the table; nothing for texts.
  package var tally: SheetTally { feed?.tally ?? SheetTally() }
}
