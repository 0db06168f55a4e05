import Findings

/// What can be wrong with a change that somebody wants to try out.
package enum EditingProblem: Sendable, Equatable {
  case addressEmpty
  case addressUnknown(part: String, under: String, known: [String])
  /// `keys`: what else may be named alone; empty where only a parameter was meant.
  case parameterUnknown(name: String, known: [String], keys: [String])
  case valueUnreadable(value: String)

  package var code: String {
    switch self {
    case .addressEmpty: "edit-address-empty"
    case .addressUnknown: "edit-address-unknown"
    case .parameterUnknown: "edit-parameter-unknown"
    case .valueUnreadable: "edit-value-unreadable"
    }
  }

  var english: Wording {
    func wording(_ found: String, _ remedy: String) -> Wording {
      Wording(found: found, consequence: "Nothing is computed.", remedy: remedy)
    }
    switch self {
    case .addressEmpty:
      return wording("The change names no part of the scheme.", "Write it as nodes.整改.points=25 or effects.否决.")
    case .addressUnknown(let part, let under, let known):
      let names = KnownNames(name: part, known: known)
      let where_ = under.isEmpty ? "The scheme" : "“\(under)”"
      return wording("\(where_) has no “\(part)”.\(names.englishGuess)", "Known here: \(names.englishList)")
    case .parameterUnknown(let name, let known, let keys):
      let guess = KnownNames(name: name, known: known + keys).englishGuess
      return wording(
        "The scheme has no parameter “\(name)”.\(guess)",
        "Parameters: \(KnownNames(name: name, known: known).englishList)."
          + (keys.isEmpty ? "" : " To change anything else, write its whole address, as nodes.整改.points=25."))
    case .valueUnreadable(let value):
      return wording("“\(value)” is no value.", "Write a number, a word, a list […] or a mapping {…}.")
    }
  }

  var chinese: Wording {
    func wording(_ found: String, _ remedy: String) -> Wording {
      Wording(found: found, consequence: "未作试算。", remedy: remedy)
    }
    switch self {
    case .addressEmpty: return wording("没有写要改方案的哪一处。", "写法如 nodes.整改.points=25，或 effects.否决。")
    case .addressUnknown(let part, let under, let known):
      let names = KnownNames(name: part, known: known)
      return wording(
        "\(under.isEmpty ? "方案" : "“\(under)”")里没有“\(part)”。\(names.chineseGuess)", "这里有：\(names.chineseList)")
    case .parameterUnknown(let name, let known, let keys):
      let guess = KnownNames(name: name, known: known + keys).chineseGuess
      return wording(
        "方案没有“\(name)”这个参数。\(guess)",
        "参数：\(KnownNames(name: name, known: known).chineseList)。"
          + (keys.isEmpty ? "" : "要改方案的其他地方，请写全路径，如 nodes.整改.points=25。"))
    case .valueUnreadable(let value): return wording("“\(value)”不成一个值。", "请写数字、词、列表 […] 或映射 {…}。")
    }
  }
}
