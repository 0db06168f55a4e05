/// What may be written into a range of cells, and what a person is told there.
package struct CellCheck: Sendable, Hashable {
  package enum Rule: Sendable, Hashable {
    /// One of these texts; offered as a drop-down.
    case list([String])
    case whole(ClosedRange<Int>)
    case number(ClosedRange<Double>)
    case day(ClosedRange<SheetDay>)
    /// Anything; only the prompt is shown.
    case anything
  }

  package var range: CellRange
  package var rule: Rule
  /// Shown beside a cell that is chosen; cut to what Excel takes (32 and 255 characters).
  package var title: String
  package var prompt: String
  /// Shown where the rule is broken.
  package var refusal: String
  /// Whether what breaks the rule may be kept after a warning.
  package var isLenient: Bool

  package init(
    _ range: CellRange, _ rule: Rule, title: String, prompt: String, refusal: String = "", isLenient: Bool = false
  ) {
    self.range = range
    self.rule = rule
    self.title = title
    self.prompt = prompt
    self.refusal = refusal
    self.isLenient = isLenient
  }
}
