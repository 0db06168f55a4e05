import Register

/// The headers of a survey's file, and how those of a spec are found among them when they are not written alike.
struct SurveyHeaders {
  private let form: SurveyRule.Form
  private let headers: [String]
  private let compact: [String]
  private let questions: [Question?]

  init(_ headers: [String], form: SurveyRule.Form) {
    self.form = form
    self.headers = headers
    compact = headers.map { Self.compact($0, form) }
    questions = headers.map(Question.init(header:))
  }

  /// Whether some header is one of a coded export.
  var isCoded: Bool { form == .wjx && questions.contains { $0?.isCoded == true } }

  /// The cells whose header differs from the spec's in white space or signs only, or is that of a coded export.
  func cells(of header: String) -> [Int] {
    let wanted = Self.compact(header, form)
    let same = compact.indices.filter { compact[$0] == wanted }
    if !same.isEmpty || form != .wjx { return same }
    guard let question = Question(header: header) else { return [] }
    return questions.indices.filter { questions[$0]?.isSame(as: question) == true }
  }

  /// The cells of the options of a question, in their order, if the file has one for each.
  func cells(of header: String, options: [String]) -> [Int]? {
    let number = Question(header: header)?.number
    var cells: [Int] = []
    for option in options {
      let wanted = Self.flat(option)
      let found = headers.indices.filter { index in
        switch form {
        case .wjx:
          guard let number, let question = questions[index], question.isCoded else { return false }
          return question.number == number && question.texts.contains(wanted)
        case .odk, .kobo: return headers[index] == "\(header)/\(option)"
        case .limesurvey: return headers[index] == "\(header)[\(option)]" || headers[index] == "\(header)_\(option)"
        }
      }
      guard found.count == 1 else { return nil }
      cells.append(found[0])
    }
    return cells
  }

  /// Whether the header belongs to a question of several options that is read: a cell of one option, or the text box
  /// beside one.
  func belongs(_ index: Int, to header: String) -> Bool {
    switch form {
    case .wjx:
      guard let question = questions[index], question.isCoded else { return false }
      return question.number == Question(header: header)?.number
    case .odk, .kobo: return headers[index].hasPrefix("\(header)/")
    case .limesurvey: return headers[index].hasPrefix("\(header)[") || headers[index].hasPrefix("\(header)_")
    }
  }

  private static func flat(_ text: String) -> String { narrowed(text.filter { !$0.isWhitespace && $0 != "\u{FEFF}" }) }

  /// Without white space; the sign behind the number of a question, and the brackets of a part of it, are all one.
  private static func compact(_ header: String, _ form: SurveyRule.Form) -> String {
    let text = flat(header)
    switch form {
    case .wjx:
      guard let question = Question(header: header), !question.isCoded else { return text }
      return "\(question.number)、\(question.texts.first ?? "")"
    case .limesurvey where text.hasSuffix("]"):
      return text.dropLast().split(separator: "[", maxSplits: 1).joined(separator: "_")
    default: return text
    }
  }

  /// The number of a question and what its header can be called by.
  struct Question {
    let number: Int
    /// The whole text, and what stands behind each dash: the stem of a matrix stands before its first row only.
    let texts: [String]
    /// `第8题(服务态度)`.
    let isCoded: Bool

    /// `8、题干`, `8:题干`, `8.题干`, `第8题(选项)`.
    init?(header: String) {
      var text = flat(header)[...]
      let isCoded = text.first == "第"
      if isCoded { text = text.dropFirst() }
      let digits = text.prefix { $0.isASCII && $0.isNumber }
      guard let number = Int(digits), digits.count <= 4 else { return nil }
      text = text.dropFirst(digits.count)
      if isCoded {
        guard text.hasPrefix("题("), text.last == ")" else { return nil }
        text = text.dropFirst(2).dropLast()
      } else {
        guard let sign = text.first, "、:.．,".contains(sign) else { return nil }
        text = text.dropFirst()
      }
      self.number = number
      self.isCoded = isCoded
      var texts = [String(text)]
      for (index, sign) in zip(text.indices, text) where sign == "—" {
        let behind = text[text.index(after: index)...]
        if let first = behind.first, first != "—" { texts.append(String(behind)) }
      }
      self.texts = texts
    }

    func isSame(as other: Question) -> Bool {
      number == other.number && texts.contains { other.texts.contains($0) }
    }
  }
}
