import Findings

/// Checked, typed rows on their way to the store: columns, so that a million rows make few objects.
package struct ColumnChunk: Sendable {
  package var rowCount: Int
  /// The row of the file, from 1, header included.
  package var sourceRows: [Int]
  /// Index in the register (after units that this batch registers); −1 where the table has no units.
  package var units: [Int]
  /// yyyymmdd; 0 where the table has no periods.
  package var periodFrom: [Int]
  package var periodTo: [Int]
  /// Aligned with `StoredColumn`s of the batch.
  package var columns: [ChunkColumn]

  package init(
    rowCount: Int, sourceRows: [Int], units: [Int], periodFrom: [Int], periodTo: [Int], columns: [ChunkColumn]
  ) {
    self.rowCount = rowCount
    self.sourceRows = sourceRows
    self.units = units
    self.periodFrom = periodFrom
    self.periodTo = periodTo
    self.columns = columns
  }
}

package enum ChunkColumn: Sendable {
  /// NaN: NULL.
  case real([Double])
  /// `Int64.min`: NULL. Integers, booleans (0, 1), dates (yyyymmdd), datetimes (yyyymmddhhmmss), seconds.
  case integer([Int64])
  case text(TextColumn)
}

/// Texts laid end to end: cell i is `bytes[offsets[i]..<offsets[i + 1]]`, UTF-8; NULL where `isNull[i]`.
package struct TextColumn: Sendable {
  package var bytes: [UInt8]
  package var offsets: [Int]
  package var isNull: [Bool]
  package init(bytes: [UInt8] = [], offsets: [Int] = [0], isNull: [Bool] = []) {
    self.bytes = bytes
    self.offsets = offsets
    self.isNull = isNull
  }
  package mutating func append(_ text: UnsafeRawBufferPointer?) {
    if let text { bytes.append(contentsOf: text) }
    offsets.append(bytes.count)
    isNull.append(text == nil)
  }
}

/// A column as the store keeps it.
package struct StoredColumn: Sendable, Hashable {
  package enum Storage: String, Sendable {
    case text = "TEXT"
    case integer = "INTEGER"
    case real = "REAL"
  }
  package var name: String
  package var storage: Storage
  package init(name: String, storage: Storage) {
    self.name = name
    self.storage = storage
  }

  /// The second column of one that can say "not applicable": 1 where it said so.
  package static func notApplicableName(of column: String) -> String { column + "__na" }
  /// The second column of a written date: how its day came about (`WrittenDateBasis`).
  package static func basisName(of column: String) -> String { column + "__as" }
  /// The third column of a written date: the words; NULL where it is blank.
  package static func wordsName(of column: String) -> String { column + "__words" }
  /// The further column of a question with several options, of one of them.
  package static func optionName(_ option: String, of column: String) -> String { column + "__" + option }
}

/// A row that was set aside, with the reasons; answers of people are not repeated in it.
package struct RejectedRow: Sendable {
  package var sourceRow: Int
  /// Counted as `ColumnChunk.units`; nil where the unit is not known.
  package var unit: Int?
  /// Codes of the findings about it.
  package var codes: [String]
  /// The reasons in words, in the language of the reject file.
  package var reasons: [String]
  /// The row as it stood, dropped columns left out.
  package var cells: [String]
  package init(sourceRow: Int, unit: Int? = nil, codes: [String], reasons: [String], cells: [String]) {
    self.sourceRow = sourceRow
    self.unit = unit
    self.codes = codes
    self.reasons = reasons
    self.cells = cells
  }
}

/// Receives one batch, in file order, on the thread that asked for the import. Further rows are read on another thread
/// meanwhile, to which the import's log belongs. The receiver keeps nothing unless `finish` is reached.
package protocol ChunkSink {
  /// Once, before any chunk.
  func begin(columns: [StoredColumn]) throws
  /// Units that this batch adds to the register, in the order in which `ColumnChunk.units` counts on from the register.
  func register(_ units: [RegisteredUnit]) throws
  func receive(_ chunk: ColumnChunk) throws
  func reject(_ row: RejectedRow) throws
}

/// A unit that a table registers because its spec says so.
package struct RegisteredUnit: Sendable, Hashable {
  package var code: String
  package var name: String
  package var kind: String
  package init(code: String, name: String, kind: String) {
    self.code = code
    self.name = name
    self.kind = kind
  }
}
