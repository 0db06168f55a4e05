/// Reads the cells of one question of several options: one cell that lists them, or a cell for each.
final class ChoiceCells {
  /// Where the answers stand in a record.
  enum Source {
    case whole(Int)
    /// By option.
    case split([Int])
  }

  private let choices: ColumnSpec.Choices
  private let source: Source
  private let slots: [ChunkSlot]
  private let texts: ChoiceText
  private let isCoded: Bool
  private var known: [String: ChoiceText.Reading] = [:]
  private static let most = 4096
  /// Cells with a 〖 that is never closed.
  private(set) var openCount = 0

  init(_ choices: ColumnSpec.Choices, _ source: Source, export: SurveyRule.Export, slots: [ChunkSlot]) {
    self.choices = choices
    self.source = source
    self.slots = slots
    isCoded = export != .text
    let written = isCoded ? choices.options.indices.map { "\($0 + 1)" } : choices.options.map(\.text)
    texts = ChoiceText(options: written, separator: choices.separator)
  }

  /// - Parameters:
  ///   - count: takes how many options were chosen; nothing if none was.
  ///   - cell: a cell of the record.
  /// - Returns: a verdict, and the cell and text that it is about.
  func read(into count: ChunkSlot, row: Int, cell: (Int) -> CellBytes) -> (
    ColumnReader.Verdict, cell: Int, text: String
  ) {
    var places = [Int](repeating: 0, count: slots.count)
    var first = 0
    switch source {
    case .whole(let index):
      first = index
      let bytes = trimmed(cell(index))
      if !bytes.isEmpty, !isBlankMark(bytes), !(isCoded && isBlankCode(bytes)) {
        let text = string(bytes)
        let reading = known[text] ?? texts.read(text)
        if known.count < Self.most { known[text] = reading }
        switch reading {
        case .unknown(let part):
          putNull(count, row)
          return (.unknownOption, index, part)
        case .options(let chosen, let isOpen):
          if isOpen { openCount += 1 }
          for (place, option) in chosen.enumerated() where places[option] == 0 { places[option] = place + 1 }
        }
      }
    case .split(let cells):
      first = cells.first ?? 0
      for (option, index) in cells.enumerated() {
        let bytes = trimmed(cell(index))
        guard let place = place(bytes, option: option) else {
          putNull(count, row)
          return (.unknownOption, index, string(bytes))
        }
        places[option] = place
      }
    }
    let chosen = places.count { $0 > 0 }
    guard chosen > 0 else {
      putNull(count, row)
      return (.blank, first, "")
    }
    count.put(Int64(chosen), at: row)
    for (slot, place) in zip(slots, places) {
      if choices.isRanked, place == 0 {
        slot.putNull(at: row)
      } else {
        slot.put(Int64(choices.isRanked ? place : min(place, 1)), at: row)
      }
    }
    return (.good, first, "")
  }

  /// What a cell of one option says: 0 not chosen, its place in an order, else 1; nil: nothing that is known.
  private func place(_ bytes: CellBytes, option: Int) -> Int? {
    if bytes.isEmpty || isBlankMark(bytes) || isBlankCode(bytes) { return 0 }
    // A text box may stand behind the mark.
    let text = withoutAddedText(string(bytes))
    if choices.isRanked {
      guard let place = Int(text), (0...choices.options.count).contains(place) else { return nil }
      return place
    }
    switch text {
    case "0", "N", "n", "No", "否", "未选", "FALSE", "False", "false": return 0
    case "1", "Y", "y", "Yes", "是", "√", "TRUE", "True", "true": return 1
    case "\(option + 1)" where isCoded, choices.options[option].text: return 1
    default: return nil
    }
  }

  private func putNull(_ count: ChunkSlot, _ row: Int) {
    count.putNull(at: row)
    for slot in slots { slot.putNull(at: row) }
  }

  var legalTexts: [String] { choices.options.map(\.text) }
}

/// Whether a cell of a coded export says that nothing was answered: −3 skipped, −2 left blank.
@inline(__always)
func isBlankCode(_ cell: CellBytes) -> Bool {
  cell.count == 2 && cell[0] == 0x2D && (cell[1] == 0x32 || cell[1] == 0x33)
}
