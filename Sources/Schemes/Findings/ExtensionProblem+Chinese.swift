import Findings

extension ExtensionProblem {
  var chinese: Wording {
    func wording(_ found: String, _ remedy: String) -> Wording {
      Wording(found: found, consequence: "该方案未被载入。", remedy: remedy)
    }
    switch self {
    case .notFileName(let name):
      return wording("extends 写的“\(name)”不是本文件夹里的文件名。", "请只写文件名，如 base.yaml；别处的方案请先复制到本文件夹。")
    case .fileAbsent(let name, let known):
      let names = KnownNames(name: name, known: known)
      return wording(
        "extends 写的“\(name)”在本文件夹里没有，或者无法读取。\(names.chineseGuess)", "请改正文件名。现有：\(names.chineseList)")
    case .cycle(let chain):
      return wording("几个方案文件互相引用，形成循环：\(chain.joined(separator: " → "))。", "请删去其中一个的 extends。")
    case .nothingRemoved(let name, let known):
      let names = KnownNames(name: name, known: known)
      return wording(
        "这里要去掉“\(name)”，而被引用的文件此处没有它。\(names.chineseGuess)", "请改正名称，或删去这一行。现有：\(names.chineseList)")
    }
  }
}
