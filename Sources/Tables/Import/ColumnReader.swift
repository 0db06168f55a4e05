import Findings
import Register
import Tabular

/// Reads the cells of one column into its slot.
final class ColumnReader {
  enum Verdict: Equatable {
    case good, blank, wrongType, outOfRange, pattern, unknownOption, unknownReference
    case dateRefused(WrittenDate.Refusal)
    case marked(CellMark)
    case dittoFirst
    /// `1.23457E+17` where a code should stand.
    case digitsRounded
  }

  let spec: ColumnSpec
  /// Which cell of a record it is.
  let cell: Int
  /// Whether a bad cell rejects its row (T1).
  let isStrict: Bool
  /// Whether an empty cell does.
  let isNeeded: Bool
  let slot: ChunkSlot
  /// 1 where the cell says "not applicable".
  let notApplicable: ChunkSlot?
  /// Of a column of written dates: read once the row's period is known.
  let written: WrittenDateCells?
  let labels: LabelLookup?
  /// Whether it counts or measures: then a number that stands in a merged cell stands once.
  private let isQuantity: Bool
  private let range: ClosedRange<Double>?
  private let pattern: TextPattern?
  private let writing: CellWriting
  /// The values that a reference may have.
  private let referred: ByteIndex?
  /// Texts that count as left blank.
  private let blanks: ByteIndex?

  init(
    _ spec: ColumnSpec, cell: Int, isStrict: Bool, isNeeded: Bool, slot: ChunkSlot, companions: [ChunkSlot],
    referred: Set<String>?, writing: CellWriting = CellWriting(), isQuantity: Bool = true
  ) {
    self.isQuantity = isQuantity && spec.labels == nil && [.number, .integer, .durationSeconds].contains(spec.type)
    self.writing = writing
    self.spec = spec
    self.cell = cell
    self.isStrict = isStrict
    self.isNeeded = isNeeded
    self.slot = slot
    notApplicable = spec.hasNotApplicable ? companions.first : nil
    let texts = companions.suffix(2)
    written =
      spec.type == .writtenDate && texts.count == 2
      ? texts.first.flatMap { basis in texts.last.map { WrittenDateCells(basis: basis, words: $0) } } : nil
    labels = spec.labels.map { LabelLookup($0, codes: writing.codes) } ?? (spec.type == .boolean ? LabelLookup() : nil)
    range = spec.range
    pattern = spec.pattern.flatMap { text in
      do throws(PatternProblem) { return try TextPattern(text) } catch { return nil }
    }
    self.referred = referred.map(ByteIndex.of)
    blanks = spec.blanks.isEmpty ? nil : ByteIndex.of(spec.blanks)
  }

  /// Judges a cell and puts its value, or none, into the row.
  func read(_ raw: CellBytes, row: Int) -> Verdict {
    let cell = trimmed(raw)
    if let notApplicable { notApplicable.put(0 as Int64, at: row) }
    if let written { written.putBlank(row: row) }
    if cell.isEmpty || blanks?.find(cell) != nil {
      slot.putNull(at: row)
      return .blank
    }
    if let labels {
      let meaning = labels.meaning(of: cell)
      if meaning.kind == .number, pattern == nil, referred == nil {
        slot.put(meaning.number, at: row)
        return .good
      }
      return readLabel(meaning, cell, labels, row)
    }
    return readValue(cell, row)
  }

  private func readLabel(_ meaning: LabelLookup.Meaning, _ cell: CellBytes, _ labels: LabelLookup, _ row: Int)
    -> Verdict
  {
    slot.putNull(at: row)
    switch meaning.kind {
    case .missing: return .blank
    case .notApplicable:
      notApplicable?.put(1 as Int64, at: row)
      return .good
    case .unknown: return spec.labels == nil ? .wrongType : .unknownOption
    case .number:
      let verdict = checkText(cell)
      if verdict == .good { slot.put(meaning.number, at: row) }
      return verdict
    case .text: return labels.labels[meaning.label].withUnsafeBufferPointer { readValue($0, row) }
    }
  }

  private func readValue(_ cell: CellBytes, _ row: Int) -> Verdict {
    if isBlankMark(cell) || writing.hasBlankCodes && isBlankCode(cell) {
      slot.putNull(at: row)
      return .blank
    }
    let verdict = putValue(cell, row)
    if verdict != .good { slot.putNull(at: row) }
    return verdict
  }

  private func putValue(_ cell: CellBytes, _ row: Int) -> Verdict {
    if spec.type == .text, labels == nil, isRoundedCode(cell) { return .digitsRounded }
    let verdict = checkText(cell)
    guard verdict == .good else { return verdict }
    switch spec.type {
    case .text: slot.put(cell, at: row)
    case .number:
      guard let value = number(cell) else { return .wrongType }
      if let range, !range.contains(value) { return .outOfRange }
      slot.put(value, at: row)
    case .integer, .durationSeconds:
      guard let value = spec.type == .integer ? integer(cell) : seconds(cell) else { return .wrongType }
      if let range, !range.contains(Double(value)) { return .outOfRange }
      slot.put(value, at: row)
    case .date, .datetime:
      guard let time = dateAndTime(cell, zone: writing.zone) else { return .wrongType }
      // A time behind a date must be one, and is left out: the column's type says that only the day matters.
      slot.put(spec.type == .date ? time / 1_000_000 : time, at: row)
    case .writtenDate:
      guard let date = written?.read(cell, row: row) else { return .wrongType }
      switch date.reading {
      case .refused(.blank): return .blank
      case .refused(let refusal): return .dateRefused(refusal)
      default: break
      }
      if let day = date.lastDay { slot.put(Int64(day.yyyymmdd), at: row) } else { slot.putNull(at: row) }
    case .boolean: return .wrongType
    }
    return .good
  }

  @inline(__always)
  private func checkText(_ cell: CellBytes) -> Verdict {
    if let pattern, !pattern.matches(string(cell)) { return .pattern }
    if let referred, referred.find(cell) == nil { return .unknownReference }
    return .good
  }

  /// What a mark says of a cell, if it keeps the column from taking the text. Only a code misses its last digits.
  func verdict(on mark: CellMark) -> Verdict? {
    switch mark {
    case .digitsLost: spec.type != .text || labels != nil ? nil : .marked(mark)
    case .merged: isQuantity ? .marked(mark) : nil
    case .error, .uncomputed, .unseen: .marked(mark)
    }
  }

  /// Puts no value into the row.
  func putNothing(row: Int) {
    notApplicable?.put(0 as Int64, at: row)
    written?.putBlank(row: row)
    slot.putNull(at: row)
  }

  /// Whether a number that a label means goes into the slot without further checks.
  var takesLabelsAsTheyAre: Bool { pattern == nil && referred == nil }

  /// The legal texts, for findings.
  var legalTexts: [String] {
    if let choices = spec.choices { return choices.options.map(\.text) }
    switch spec.labels {
    case .set(let texts): return texts
    case .map(let entries): return entries.map(\.label)
    case nil: return []
    }
  }

  /// The nearest legal reference, for findings.
  func nearestReference(to text: String) -> String? {
    guard let referred, referred.count <= 5000 else { return nil }
    return nearMiss(to: text, among: (0..<referred.count).map(referred.text).sorted())
  }
}
