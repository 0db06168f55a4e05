import Register

/// What the legal texts of a column mean, found by their bytes.
///
/// A text that is no label as it stands is tried once more with narrow letters and without the text that a respondent
/// added to an option (`其他〖…〗`); what came of it is kept.
final class LabelLookup {
  enum Kind { case number, text, notApplicable, missing, unknown }
  struct Meaning {
    var kind: Kind
    var number = 0.0
    /// Which of `labels`, for a text.
    var label = 0
  }

  /// The labels of a set, as the spec writes them.
  private(set) var labels: [[UInt8]] = []
  private let index = ByteIndex()
  private var meanings: [Meaning] = []
  private var byForm: [String: Meaning] = [:]

  init(_ legal: ColumnSpec.Labels) {
    switch legal {
    case .set(let texts):
      for text in texts {
        add(text, Meaning(kind: .text, label: labels.count))
        labels.append(Array(text.utf8))
      }
    case .map(let entries):
      for (label, meaning) in entries {
        switch meaning {
        case .number(let value): add(label, Meaning(kind: .number, number: value))
        case .notApplicable: add(label, Meaning(kind: .notApplicable))
        case .missing: add(label, Meaning(kind: .missing))
        }
      }
    }
  }

  /// The words for yes and no. A single x is not among them: it ticks a box as often as it denies.
  init() {
    for text in ["是", "有", "√", "✓", "✔", "1", "true", "True", "TRUE", "yes", "Yes", "YES", "y", "Y"] {
      add(text, Meaning(kind: .number, number: 1))
    }
    for text in ["否", "无", "没有", "×", "✗", "✘", "0", "false", "False", "FALSE", "no", "No", "NO", "n", "N"] {
      add(text, Meaning(kind: .number, number: 0))
    }
  }

  private func add(_ label: String, _ meaning: Meaning) {
    let (entry, isNew) = index.insert(label)
    if isNew { meanings.append(meaning) } else { meanings[entry] = meaning }
    if byForm[Self.form(label)] == nil { byForm[Self.form(label)] = meaning }
  }

  @inline(__always)
  func meaning(of cell: CellBytes) -> Meaning {
    if let entry = index.find(cell) { return meanings[entry] }
    return learn(cell)
  }

  private func learn(_ cell: CellBytes) -> Meaning {
    let text = string(cell)
    let meaning = byForm[Self.form(text)] ?? byForm[Self.form(withoutAddedText(text))] ?? Meaning(kind: .unknown)
    // Free text in a column of options must not fill the memory.
    if index.count < 10_000 {
      _ = index.insert(cell)
      meanings.append(meaning)
    }
    return meaning
  }

  private static func form(_ label: String) -> String {
    narrowed(label).split { $0.isWhitespace }.joined(separator: " ")
  }
}

/// An option without the text that a respondent wrote beside it.
func withoutAddedText(_ text: String) -> String { String(text.prefix { $0 != "〖" }) }
