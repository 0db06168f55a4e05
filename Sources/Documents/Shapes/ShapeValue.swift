/// What may stand under a key or in a list.
package struct ShapeValue: Sendable {
  /// Limits of a number, both ends optional.
  package struct Limits: Sendable, Equatable {
    package var atLeast: Double?
    package var above: Double?
    package var atMost: Double?

    package static let none = Limits()
    package static func atLeast(_ least: Double) -> Limits { Limits(atLeast: least) }
    package static func above(_ bound: Double) -> Limits { Limits(above: bound) }
    package static func within(_ range: ClosedRange<Double>) -> Limits {
      Limits(atLeast: range.lowerBound, atMost: range.upperBound)
    }
    package static let share = within(0...1)
  }

  indirect enum Kind: Sendable {
    case text
    /// Text in quotes: `1.10` would otherwise look like a number.
    case quotedText
    /// Text that matches a regular expression.
    case pattern(String)
    /// A row expression.
    case expression
    case number(Limits)
    case integer(Limits)
    case boolean
    /// `others`: words that the reader knows, and refuses here or reads under another shape.
    case words([String], others: [String])
    /// `~`.
    case nothing
    case anything
    case list(ShapeValue, count: ClosedRange<Int>)
    case tuple([ShapeValue])
    case mapping(@Sendable () -> Shape)
    /// Any keys, all with values of one kind.
    case map(ShapeValue)
    case alternatives([ShapeValue])
    /// A value that stands in many places: its name in a schema.
    case named(String, Gloss, @Sendable () -> ShapeValue)
  }
  let kind: Kind

  package static let text = ShapeValue(kind: .text)
  package static let quotedText = ShapeValue(kind: .quotedText)
  package static let expression = ShapeValue(kind: .expression)
  package static let number = ShapeValue(kind: .number(.none))
  package static let integer = ShapeValue(kind: .integer(.none))
  package static let boolean = ShapeValue(kind: .boolean)
  package static let nothing = ShapeValue(kind: .nothing)
  package static let anything = ShapeValue(kind: .anything)
  /// One text or several.
  package static let texts = anyOf([.text, .list(.text)])

  package static func pattern(_ expression: String) -> ShapeValue { ShapeValue(kind: .pattern(expression)) }
  package static func number(_ limits: Limits) -> ShapeValue { ShapeValue(kind: .number(limits)) }
  package static func integer(_ limits: Limits) -> ShapeValue { ShapeValue(kind: .integer(limits)) }
  package static func words(_ words: String...) -> ShapeValue { ShapeValue(kind: .words(words, others: [])) }
  package static func words(_ words: [String]) -> ShapeValue { ShapeValue(kind: .words(words, others: [])) }
  /// The words of an enum, but for those that the reader refuses here.
  package static func words<Choice>(of: Choice.Type, without others: [Choice] = []) -> ShapeValue
  where Choice: RawRepresentable<String> & CaseIterable {
    let refused = others.map(\.rawValue)
    let words = Choice.allCases.map(\.rawValue).filter { !refused.contains($0) }
    return ShapeValue(kind: .words(words, others: refused))
  }
  package static func list(_ item: ShapeValue, atLeast least: Int = 0, atMost most: Int = .max) -> ShapeValue {
    ShapeValue(kind: .list(item, count: least...most))
  }
  /// Exactly these, in this order.
  package static func tuple(_ items: ShapeValue...) -> ShapeValue { ShapeValue(kind: .tuple(items)) }
  package static func mapping(_ shape: @autoclosure @escaping @Sendable () -> Shape) -> ShapeValue {
    ShapeValue(kind: .mapping(shape))
  }
  package static func map(_ value: ShapeValue) -> ShapeValue { ShapeValue(kind: .map(value)) }
  package static func anyOf(_ values: [ShapeValue]) -> ShapeValue { ShapeValue(kind: .alternatives(values)) }
  package static func named(
    _ name: String, _ chinese: String, _ english: String, _ value: @autoclosure @escaping @Sendable () -> ShapeValue
  ) -> ShapeValue { ShapeValue(kind: .named(name, Gloss(chinese, english), value)) }

  /// The value itself, or what it can be one of.
  var alternatives: [ShapeValue] {
    switch kind {
    case .alternatives(let values): values.flatMap(\.alternatives)
    case .named(_, _, let value): value().alternatives
    default: [self]
    }
  }

  /// Whether a reader may ask for a value of this kind here.
  package func allows(_ asked: DocumentValueKind) -> Bool {
    alternatives.contains { value in
      switch (value.kind, asked) {
      case (.anything, _), (.text, .text), (.quotedText, .text), (.pattern, .text), (.expression, .text),
        (.words, .text), (.number, .number), (.integer, .integer), (.integer, .number), (.boolean, .boolean),
        (.list, .list), (.tuple, .list), (.mapping, .mapping), (.map, .mapping):
        true
      default: false
      }
    }
  }

  /// Whether a number with exactly these limits may stand here.
  package func allows(_ limits: Limits) -> Bool {
    alternatives.contains { value in
      switch value.kind {
      case .number(let own), .integer(let own): own == limits
      default: false
      }
    }
  }

  /// Whether exactly these words may stand here.
  func allows(words: [String]) -> Bool {
    let legal = alternatives.flatMap { value -> [String] in
      if case .words(let words, let others) = value.kind { words + others } else { [] }
    }
    return Set(legal) == Set(words)
  }
}
