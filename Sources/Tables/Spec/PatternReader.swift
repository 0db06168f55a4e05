/// Reads a regular expression into a tree.
struct PatternReader {
  private static let deepest = 50
  private static let mostRepeats = 1000
  private let scalars: [Unicode.Scalar]
  private var next = 0
  private var depth = 0

  init(_ text: String) { scalars = Array(text.unicodeScalars) }

  /// The whole pattern.
  mutating func expression() throws(PatternProblem) -> PatternNode {
    if peek == "^" { next += 1 }
    let node = try either()
    if peek == "$" { next += 1 }
    guard next == scalars.count else { throw here }
    return node
  }

  private var peek: Unicode.Scalar? { next < scalars.count ? scalars[next] : nil }
  private var here: PatternProblem { .syntax(at: next + 1) }

  private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    guard peek == scalar else { return false }
    next += 1
    return true
  }

  private mutating func either() throws(PatternProblem) -> PatternNode {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.deepest else { throw here }
    var branches = [try sequence()]
    while take("|") { branches.append(try sequence()) }
    return branches.count == 1 ? branches[0] : .either(branches)
  }

  private mutating func sequence() throws(PatternProblem) -> PatternNode {
    var parts: [PatternNode] = []
    while let scalar = peek, scalar != "|", scalar != ")" {
      if scalar == "$", next == scalars.count - 1 { break }
      parts.append(try repeated(try one()))
    }
    return .sequence(parts)
  }

  private mutating func repeated(_ part: PatternNode) throws(PatternProblem) -> PatternNode {
    let node: PatternNode
    if take("*") {
      node = .repeated(part, min: 0, max: nil)
    } else if take("+") {
      node = .repeated(part, min: 1, max: nil)
    } else if take("?") {
      node = .repeated(part, min: 0, max: 1)
    } else if take("{") {
      guard let least = try count() else { throw here }
      var most: Int? = least
      if take(",") { most = try count() }
      guard take("}"), least <= most ?? least else { throw here }
      node = .repeated(part, min: least, max: most)
    } else {
      return part
    }
    if let scalar = peek, "*+?{".unicodeScalars.contains(scalar) { throw here }
    return node
  }

  private mutating func count() throws(PatternProblem) -> Int? {
    var value: Int?
    while let scalar = peek, ("0"..."9").contains(scalar) {
      value = (value ?? 0) * 10 + Int(scalar.value - 0x30)
      if value ?? 0 > Self.mostRepeats { throw .tooLarge(limit: Self.mostRepeats) }
      next += 1
    }
    return value
  }

  private mutating func one() throws(PatternProblem) -> PatternNode {
    guard let scalar = peek else { throw here }
    switch scalar {
    case "(":
      next += 1
      if take("?") { guard take(":") else { throw here } }
      let inner = try either()
      guard take(")") else { throw here }
      return inner
    case "[":
      next += 1
      return .one(try scalarClass())
    case ".":
      next += 1
      return .one(.any)
    case "\\":
      next += 1
      return .one(try escape())
    case "*", "+", "?", "{", "}", "]", "^", "$": throw here
    default:
      next += 1
      return .one(ScalarClass(ranges: [scalar.value...scalar.value]))
    }
  }

  /// What follows a backslash.
  private mutating func escape() throws(PatternProblem) -> ScalarClass {
    guard let scalar = peek else { throw here }
    switch scalar {
    case "d", "D": next += 1; return ScalarClass(ranges: ScalarClass.digits, isNegated: scalar == "D")
    case "w", "W": next += 1; return ScalarClass(ranges: ScalarClass.word, isNegated: scalar == "W")
    case "s", "S": next += 1; return ScalarClass(ranges: ScalarClass.spaces, isNegated: scalar == "S")
    case "t": next += 1; return ScalarClass(ranges: [9...9])
    default:
      guard !scalar.properties.isAlphabetic, !("0"..."9").contains(scalar) else { throw here }
      next += 1
      return ScalarClass(ranges: [scalar.value...scalar.value])
    }
  }

  /// What stands between brackets.
  private mutating func scalarClass() throws(PatternProblem) -> ScalarClass {
    var result = ScalarClass(ranges: [], isNegated: take("^"))
    var isFirst = true
    while let scalar = peek, scalar != "]" || isFirst {
      isFirst = false
      next += 1
      var part = ScalarClass(ranges: [scalar.value...scalar.value])
      if scalar == "\\" { part = try escape() }
      guard !part.isNegated else { throw here }
      if peek == "-", next + 1 < scalars.count, scalars[next + 1] != "]", part.ranges.count == 1,
        let low = part.ranges.first?.lowerBound, low == part.ranges.first?.upperBound
      {
        let high = scalars[next + 1]
        guard high != "\\", low <= high.value else { throw here }
        next += 2
        part = ScalarClass(ranges: [low...high.value])
      }
      result.ranges += part.ranges
    }
    guard take("]"), !result.ranges.isEmpty else { throw here }
    return result
  }
}
