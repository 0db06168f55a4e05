/// What an import came to, before the store.
package struct ImportOutcome: Sendable {
  /// Rows below the header that hold anything.
  package var rowsRead = 0
  package var rowsAccepted = 0
  package var rejected = 0
  /// Rows of which only what the form had given is filled in: neither read nor set aside.
  package var unfilled = 0
  /// Nothing of the file may be kept; the log says why.
  package var isStopped = false
  /// The row of the header, from 1.
  package var headerRow = 1
  /// What the sink's chunks hold; empty if the header was not understood.
  package var storedColumns: [StoredColumn] = []
  /// The headers that belong to `RejectedRow.cells`.
  package var rejectHeaders: [String] = []
  /// How many units the table registers.
  package var unitsRegistered = 0
  /// Names in the unit column that the register does not know; none of protected tables.
  package var unmatched: [UnmatchedName] = []

  package init() {}
}
