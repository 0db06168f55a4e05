/// Renders findings as diagnostics: the first few of each code, then counts.
package struct FindingText {
  package let language: Language
  /// How many findings of one code are printed in full.
  package let perCode: Int
  /// Whether a fourth line says what a library underneath reported (`--verbose`).
  package let showsCauses: Bool

  package init(language: Language, perCode: Int = 5, showsCauses: Bool = false) {
    self.language = language
    self.perCode = perCode
    self.showsCauses = showsCauses
  }

  /// Three lines: `place: code: found` / consequence / remedy. The place and the values may come from a file, so
  /// control characters are made visible.
  package func text(of finding: some Finding) -> String {
    let words = finding.wording(in: language)
    let label = finding.severity == .problem ? "" : "\(severityWord(finding.severity)): "
    let first = "\(label)\(finding.place.text): \(finding.code): \(words.found)"
    let cause = showsCauses ? finding.cause.map { ["  \($0)"] } ?? [] : []
    return ([first, "  \(words.consequence)", "  \(words.remedy)"] + cause).map(terminalSafe).joined(separator: "\n")
  }

  /// All diagnostics in the order of their discovery, then one line for each code that was cut short.
  package func text(of log: FindingLog) -> String {
    var printed: [String: Int] = [:]
    var blocks: [String] = []
    for finding in log.findings {
      let count = (printed[finding.code] ?? 0) + 1
      printed[finding.code] = count
      if count <= perCode { blocks.append(text(of: finding)) }
    }
    for (code, count) in log.countByCode.sorted(by: { $0.key < $1.key }) where count > perCode {
      blocks.append(
        language == .chinese
          ? "\(code): 另有\(count - perCode)处相同（共\(count)处）。" : "\(code): \(count - perCode) more (\(count) in all).")
    }
    return blocks.joined(separator: "\n")
  }

  private func severityWord(_ severity: Severity) -> String {
    switch (severity, language) {
    case (.note, .chinese): "提示"
    case (.warning, .chinese): "注意"
    case (.problem, .chinese): "问题"
    case (_, .english): severity.word
    }
  }
}

/// The text with control characters and bidirectional overrides made visible, so that no cell can steer a terminal.
package func terminalSafe(_ text: String) -> String {
  var safe = ""
  for scalar in text.unicodeScalars {
    switch scalar.value {
    case 0x00...0x1F, 0x7F, 0x80...0x9F, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069:
      safe += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
    default: safe.unicodeScalars.append(scalar)
    }
  }
  return safe
}
