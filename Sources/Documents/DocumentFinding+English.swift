import Findings

extension DocumentFinding {
  var english: Wording {
    let unread = place.file == nil ? "What was written is not used." : "The file is not used."
    switch self {
    case .unreadable(let place, let reason):
      switch reason {
      case .absent:
        return Wording(
          found: "There is no such file.", consequence: unread,
          remedy: "Create \(place.file ?? place.text), or correct its name.")
      case .notUTF8(let offset):
        return Wording(
          found: "The byte at offset \(offset) is not UTF-8.", consequence: unread,
          remedy: "Save the file as UTF-8 text.")
      case .tooLarge(let limit):
        return Wording(
          found: "The file is larger than \(limit) bytes.", consequence: unread,
          remedy: "Split it, or check that it is the file that was meant.")
      case .refused:
        return Wording(
          found: "The system does not let the file be read.", consequence: unread,
          remedy: "Check the file's rights.")
      }
    case .syntax(_, let problem):
      return Wording(
        found: "This is not YAML: \(problem).", consequence: unread,
        remedy: "Correct the line; indent with spaces, and quote text that holds a colon.")
    case .duplicateKey(_, let key):
      return Wording(
        found: "The key “\(key)” stands here twice.", consequence: unread, remedy: "Remove one of the two.")
    case .unknownKey(_, let key, let owner, let legal):
      let guess = nearMiss(to: key, among: legal).map { " Did you mean “\($0)”?" } ?? ""
      return Wording(
        found: "\(owner) has no key “\(key)”.\(guess)", consequence: unread,
        remedy: "Legal keys: \(legal.joined(separator: ", "))")
    case .missingKey(_, let key, let owner):
      return Wording(
        found: "\(owner) needs the key “\(key)”.", consequence: unread, remedy: "Add a line “\(key): …”.")
    case .wrongKind(_, let key, let expected, let found, let value):
      let shown = value.isEmpty ? "" : " (\(value))"
      let quote =
        expected == .text && !value.isEmpty
        ? "Put it in quotes: \(key): \"\(value)\"" : "Write \(expected.english) after “\(key):”."
      return Wording(
        found: "“\(key)” should be \(expected.english), but is \(found.english)\(shown).", consequence: unread,
        remedy: quote)
    case .illegalValue(_, let key, let value, let legal):
      let guess = nearMiss(to: value, among: legal).map { " Did you mean “\($0)”?" } ?? ""
      return Wording(
        found: "“\(key)” cannot be “\(value)”.\(guess)", consequence: unread,
        remedy: "Legal values: \(legal.joined(separator: ", "))")
    case .anchorsRefused:
      return Wording(
        found: "Anchors and aliases (& and *) are not read.", consequence: unread,
        remedy: "Write the value out where it is used.")
    case .tooDeep(_, let limit):
      return Wording(
        found: "The file nests deeper than \(limit) levels.", consequence: unread,
        remedy: "Check the indentation.")
    }
  }
}

extension DocumentValueKind {
  var english: String {
    switch self {
    case .text: "text"
    case .number: "a number"
    case .integer: "a whole number"
    case .boolean: "true or false"
    case .list: "a list"
    case .mapping: "a group of keys"
    case .nothing: "empty"
    }
  }
}
