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
  let index = ByteIndex()
  /// By entry of the index; raw memory for the same reason as there.
  let meanings: UnsafeMutablePointer<Meaning>
  /// How many texts are kept: free text in a column of options must not fill the memory.
  private let most: Int
  private var byForm: [String: Meaning] = [:]

  /// - Parameter codes: what the file writes in place of the labels; nil: the labels themselves.
  init(_ legal: ColumnSpec.Labels, codes: [(code: String, label: String)]? = nil) {
    switch legal {
    case .set(let texts):
      let written = codes ?? texts.map { ($0, $0) }
      most = written.count + 4096
      meanings = .allocate(capacity: most)
      labels = texts.map { Array($0.utf8) }
      for (code, text) in written {
        guard let label = texts.firstIndex(of: text) else { continue }
        add(code, Meaning(kind: .text, label: label))
      }
    case .map(let entries):
      let written = codes ?? entries.map { ($0.label, $0.label) }
      most = written.count + 4096
      meanings = .allocate(capacity: most)
      let byLabel = Dictionary(entries.map { ($0.label, $0.meaning) }, uniquingKeysWith: { first, _ in first })
      for (code, label) in written {
        switch byLabel[label] {
        case .number(let value): add(code, Meaning(kind: .number, number: value))
        case .notApplicable: add(code, Meaning(kind: .notApplicable))
        case .missing: add(code, Meaning(kind: .missing))
        case nil: continue
        }
      }
    }
    if codes != nil { for code in ["-2", "-3"] { add(code, Meaning(kind: .missing)) } }
  }

  /// The words for yes and no. A single x is not among them: it ticks a box as often as it denies.
  init() {
    most = 4096
    meanings = .allocate(capacity: most)
    for text in ["是", "有", "√", "✓", "✔", "1", "true", "True", "TRUE", "yes", "Yes", "YES", "y", "Y"] {
      add(text, Meaning(kind: .number, number: 1))
    }
    for text in ["否", "无", "没有", "×", "✗", "✘", "0", "false", "False", "FALSE", "no", "No", "NO", "n", "N"] {
      add(text, Meaning(kind: .number, number: 0))
    }
  }

  deinit { meanings.deallocate() }

  private func add(_ label: String, _ meaning: Meaning) {
    meanings[index.insert(label).index] = meaning
    if byForm[Self.form(label)] == nil { byForm[Self.form(label)] = meaning }
  }

  @inline(__always)
  func meaning(of cell: CellBytes) -> Meaning {
    if let entry = index.find(cell) { return meanings[entry] }
    return learn(cell)
  }

  private func learn(_ cell: CellBytes) -> Meaning {
    let text = string(cell)
    let otherwise = Meaning(kind: isBlankMark(cell) ? .missing : .unknown)
    let meaning = byForm[Self.form(text)] ?? byForm[Self.form(withoutAddedText(text))] ?? otherwise
    if index.count < most { meanings[index.insert(cell).index] = meaning }
    return meaning
  }

  private static func form(_ label: String) -> String {
    narrowed(label).split { $0.isWhitespace }.joined(separator: " ")
  }
}

/// An option without the text that a respondent wrote beside it.
func withoutAddedText(_ text: String) -> String { String(text.prefix { $0 != "〖" }) }
