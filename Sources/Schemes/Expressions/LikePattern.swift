/// SQL's LIKE, case-sensitive: `%` is any text, `_` any one character (Unicode scalar). Linear in text × wildcards.
package func matches(_ text: String, likePattern pattern: String) -> Bool {
  let text = Array(text.unicodeScalars)
  let pattern = Array(pattern.unicodeScalars)
  var position = 0
  var patternPosition = 0
  var restart: (pattern: Int, text: Int)?
  while position < text.count {
    if patternPosition < pattern.count, pattern[patternPosition] == "%" {
      restart = (patternPosition + 1, position)
      patternPosition += 1
    } else if patternPosition < pattern.count,
      pattern[patternPosition] == "_" || pattern[patternPosition] == text[position]
    {
      position += 1
      patternPosition += 1
    } else if let (afterStar, from) = restart {
      // The last `%` takes one character more.
      restart = (afterStar, from + 1)
      position = from + 1
      patternPosition = afterStar
    } else {
      return false
    }
  }
  return pattern[patternPosition...].allSatisfy { $0 == "%" }
}
