/// A word, literal or sign of an expression, with its offset in Unicode scalars.
struct ExpressionToken: Equatable {
  enum Kind: Equatable {
    /// A bare name; it may also be a keyword or a function.
    case word(String)
    /// A name in double quotes: never a keyword.
    case quotedName(String)
    case text(String)
    case number(Double, isInteger: Bool)
    case moment(String)
    case parameter(String)
    case sign(String)
    case end
  }
  let kind: Kind
  let offset: Int

  /// How findings quote it; nil at the end.
  var spelling: String? {
    switch kind {
    case .word(let word): word
    case .quotedName(let name): "\"\(name)\""
    case .text(let text): "'\(text)'"
    case .number(let value, _): formatted(value)
    case .moment(let name): ":\(name)"
    case .parameter(let name): "$\(name)"
    case .sign(let sign): sign
    case .end: nil
    }
  }

  func isKeyword(_ keyword: String) -> Bool {
    if case .word(let word) = kind { word.uppercased() == keyword } else { false }
  }
}

/// Cuts the words of an expression into tokens. Names may be Chinese; signs are the narrow ones.
struct ExpressionLexer {
  private let scalars: [Unicode.Scalar]
  private var position = 0

  init(_ text: String) { scalars = Array(text.unicodeScalars) }

  struct Refusal: Error {
    let problem: ExpressionProblem
    let offset: Int
  }

  /// All tokens, with `end` last.
  static func tokens(of text: String) throws(Refusal) -> [ExpressionToken] {
    var lexer = ExpressionLexer(text)
    var tokens: [ExpressionToken] = []
    while let token = try lexer.next() { tokens.append(token) }
    return tokens + [ExpressionToken(kind: .end, offset: lexer.scalars.count)]
  }

  private var current: Unicode.Scalar? { position < scalars.count ? scalars[position] : nil }
  private func peek(_ distance: Int) -> Unicode.Scalar? {
    position + distance < scalars.count ? scalars[position + distance] : nil
  }

  private mutating func next() throws(Refusal) -> ExpressionToken? {
    while let scalar = current, scalar.properties.isWhitespace { position += 1 }
    guard let scalar = current else { return nil }
    let start = position
    let kind: ExpressionToken.Kind
    switch scalar {
    case "'": kind = .text(try quoted(by: "'"))
    case "\"": kind = .quotedName(try quoted(by: "\""))
    case "0"..."9": kind = try number()
    case "." where peek(1).map(isDigit) ?? false: kind = try number()
    case ":", "$":
      position += 1
      let name = nameHere()
      if name.isEmpty { throw Refusal(problem: .unexpectedCharacter(String(scalar)), offset: start) }
      kind = scalar == ":" ? .moment(name) : .parameter(name)
    default:
      if isNameStart(scalar) {
        kind = .word(nameHere())
      } else if let sign = signHere() {
        kind = .sign(sign)
      } else {
        throw Refusal(problem: .unexpectedCharacter(String(scalar)), offset: start)
      }
    }
    return ExpressionToken(kind: kind, offset: start)
  }

  private mutating func quoted(by quote: Unicode.Scalar) throws(Refusal) -> String {
    let start = position
    var text = String.UnicodeScalarView()
    position += 1
    while let scalar = current {
      position += 1
      if scalar == quote {
        guard current == quote else { return String(text) }
        position += 1
      }
      text.append(scalar)
    }
    throw Refusal(problem: .unterminated(quote: String(quote)), offset: start)
  }

  private mutating func number() throws(Refusal) -> ExpressionToken.Kind {
    let start = position
    var isInteger = true
    while let scalar = current, isDigit(scalar) { position += 1 }
    if current == "." {
      isInteger = false
      position += 1
      while let scalar = current, isDigit(scalar) { position += 1 }
    }
    if current == "e" || current == "E" {
      let signLength = peek(1) == "+" || peek(1) == "-" ? 1 : 0
      if let digit = peek(1 + signLength), isDigit(digit) {
        isInteger = false
        position += 1 + signLength
        while let scalar = current, isDigit(scalar) { position += 1 }
      }
    }
    let text = String(String.UnicodeScalarView(scalars[start..<position]))
    if let scalar = current, isNameStart(scalar) {
      throw Refusal(problem: .unexpectedCharacter(String(scalar)), offset: position)
    }
    guard let value = Double(text), value.isFinite else {
      throw Refusal(problem: .unexpected(found: text, expected: .value), offset: start)
    }
    return .number(value, isInteger: isInteger && abs(value) < 9e15)
  }

  private mutating func nameHere() -> String {
    let start = position
    while let scalar = current, isNameStart(scalar) || isDigit(scalar) { position += 1 }
    return String(String.UnicodeScalarView(scalars[start..<position]))
  }

  private mutating func signHere() -> String? {
    let two = String(String.UnicodeScalarView(scalars[position..<min(position + 2, scalars.count)]))
    if ["<=", ">=", "<>", "!="].contains(two) {
      position += 2
      return two == "!=" ? "<>" : two
    }
    let one = String(scalars[position])
    guard ["(", ")", ",", "+", "-", "*", "/", "=", "<", ">"].contains(one) else { return nil }
    position += 1
    return one
  }

  private func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

  /// Letters of any script and the low line; wide digits count as letters, so that `２级` is a name.
  private func isNameStart(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "_" || scalar.properties.isAlphabetic || scalar.properties.isIdeographic
      || (scalar.value > 0x7F && scalar.properties.numericType != nil)
  }
}
