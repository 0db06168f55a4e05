import Findings

extension DocumentFinding {
  var chinese: Wording {
    let unread = place.file == nil ? "所写的值未被采用。" : "该文件未被采用。"
    switch self {
    case .unreadable(let place, let reason):
      switch reason {
      case .absent:
        return Wording(
          found: "没有这个文件。", consequence: unread, remedy: "请建立 \(place.file ?? place.text)，或改正文件名。")
      case .notUTF8(let offset):
        return Wording(found: "第\(offset)字节处不是 UTF-8。", consequence: unread, remedy: "请把文件另存为 UTF-8 文本。")
      case .tooLarge(let limit):
        return Wording(found: "文件超过\(limit)字节。", consequence: unread, remedy: "请拆分，或核对是否选错了文件。")
      case .refused:
        return Wording(found: "系统不允许读取这个文件。", consequence: unread, remedy: "请检查文件权限。")
      }
    case .syntax(_, let problem):
      return Wording(
        found: "不是合法的 YAML：\(parserWords[problem] ?? problem)。", consequence: unread, remedy: "请改正此行；缩进用空格，含冒号的文字加引号。")
    case .duplicateKey(_, let key):
      return Wording(found: "键“\(key)”在此出现了两次。", consequence: unread, remedy: "请删去其中一个。")
    case .unknownKey(_, let key, let owner, let legal):
      let guess = nearMiss(to: key, among: legal).map { "是否想写“\($0)”？" } ?? ""
      return Wording(
        found: "\(owner)没有“\(key)”这个键。\(guess)", consequence: unread,
        remedy: "可用的键：\(legal.joined(separator: "、"))")
    case .missingKey(_, let key, let owner):
      return Wording(found: "\(owner)缺少“\(key)”。", consequence: unread, remedy: "请补上一行“\(key): …”。")
    case .wrongKind(_, let key, let expected, let found, let value):
      let shown = value.isEmpty ? "" : "（\(value)）"
      let remedy =
        expected == .text && !value.isEmpty ? "请加引号：\(key): \"\(value)\"" : "请在“\(key):”后写\(expected.chinese)。"
      return Wording(
        found: "“\(key)”应是\(expected.chinese)，这里是\(found.chinese)\(shown)。", consequence: unread, remedy: remedy)
    case .illegalValue(_, let key, let value, let legal):
      let guess = nearMiss(to: value, among: legal).map { "是否想写“\($0)”？" } ?? ""
      return Wording(
        found: "“\(key)”不能是“\(value)”。\(guess)", consequence: unread,
        remedy: "可用的值：\(legal.joined(separator: "、"))")
    case .anchorsRefused:
      return Wording(found: "不读取锚点和别名（& 与 *）。", consequence: unread, remedy: "请在用到的地方写出完整的值。")
    case .tooDeep(_, let limit):
      return Wording(found: "层级超过\(limit)层。", consequence: unread, remedy: "请检查缩进。")
    }
  }
}

/// What libyaml says of a text, and this reader; the rest is shown as it is.
private let parserWords = [
  "did not find expected ',' or '}'": "此处应有“,”或“}”",
  "did not find expected ',' or ']'": "此处应有“,”或“]”",
  "did not find expected key": "此处应是一个键，多半是缩进没有对齐",
  "did not find expected '-' indicator": "此处应是以“-”开头的一项",
  "did not find expected node content": "此处应有内容",
  "did not find expected <document start>": "此处不应再有内容",
  "could not find expected ':'": "缺少“:”",
  "mapping values are not allowed in this context": "此处不能有“:”",
  "block sequence entries are not allowed in this context": "此处不能有“-”",
  "found character that cannot start any token": "此处的字符不能开头（如制表符、@、`）",
  "found a tab character that violates indentation": "缩进用了制表符",
  "found a tab character where an indentation space is expected": "缩进用了制表符",
  "found unexpected end of stream": "到文件末尾引号仍未成对",
  "found unknown escape character": "双引号里有不认识的“\\”写法",
  "control characters are not allowed": "有控制字符",
  "a list or a group stands where a key is due": "键不能是列表或一组键值",
]

extension DocumentValueKind {
  var chinese: String {
    switch self {
    case .text: "文字"
    case .number: "数字"
    case .integer: "整数"
    case .boolean: "true 或 false"
    case .list: "列表"
    case .mapping: "一组键值"
    case .nothing: "空"
    }
  }
}
