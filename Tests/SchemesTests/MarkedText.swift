import Findings

/// A text with emoji markers (1️⃣, 2️⃣, …): where they stood, and the text without them.
struct MarkedText {
  let text: String
  /// The marker's digit → the place of what follows it.
  let places: [Int: Place]

  init(_ marked: String, name: String = "s.yaml") {
    var text = String.UnicodeScalarView()
    var places: [Int: Place] = [:]
    var line = 1
    var column = 1
    for character in marked {
      let scalars = Array(character.unicodeScalars)
      if scalars.count == 3, scalars[2].value == 0x20E3, let digit = Int(String(scalars[0])) {
        places[digit] = .line(name, line: line, column: column)
        continue
      }
      for scalar in scalars {
        text.append(scalar)
        column += 1
        if scalar == "\n" {
          line += 1
          column = 1
        }
      }
    }
    self.text = String(text)
    self.places = places
  }
}
