/// The quick way for the cells of most questionnaires: an option text, as it stands in the spec, that means a number.
///
/// Only bare pointers into the column's reader, which must outlive it: counting references to lookups and slots for every
/// cell would take longer than looking the cell up.
struct QuickColumn {
  let cell: Int
  let isNeeded: Bool
  /// The column's reader, for all other cells.
  let reader: Unmanaged<ColumnReader>
  private let options: ByteIndex.View?
  private let meanings: UnsafeMutablePointer<LabelLookup.Meaning>?
  private let isReal: Bool
  private let reals: UnsafeMutablePointer<Double>
  private let integers: UnsafeMutablePointer<Int64>
  private let notApplicable: UnsafeMutablePointer<Int64>?

  init(_ column: ColumnReader) {
    let labels = column.takesLabelsAsTheyAre ? column.labels : nil
    cell = column.cell
    isNeeded = column.isNeeded
    reader = .passUnretained(column)
    options = labels?.index.view
    meanings = labels?.meanings
    isReal = column.slot.storage == .real
    reals = column.slot.reals
    integers = column.slot.integers
    notApplicable = column.notApplicable?.integers
  }

  /// Whether the cell was such an option, and its number is in the row.
  @inline(__always)
  func takesOption(_ cell: CellBytes, row: Int) -> Bool {
    guard let options, let meanings, let entry = options.find(cell), meanings[entry].kind == .number else {
      return false
    }
    if isReal { reals[row] = meanings[entry].number } else { integers[row] = Int64(meanings[entry].number) }
    if let notApplicable { notApplicable[row] = 0 }
    return true
  }
}
