import Findings

extension ArchiveProblem {
  var chinese: Wording {
    let unread = "该文件未导入任何数据。"
    switch self {
    case .damaged(let reason):
      return Wording(
        found: "文件已损坏或不完整，解不开（\(reason)）。", consequence: unread, remedy: "请重新下载或导出，再导入。")
    case .encrypted:
      return Wording(found: "压缩包设了密码。", consequence: unread, remedy: "请去掉密码，或解压后导入其中的文件。")
    case .compression:
      return Wording(
        found: "压缩包用了不能识别的压缩方法。", consequence: unread, remedy: "请解压后导入其中的文件，或另存一次。")
    case .tooLarge(let limit):
      return Wording(
        found: "解压后超过\(limit)字节。", consequence: unread, remedy: "请把数据分成几个文件；如果来源不明，不要打开。")
    case .tooDense(let ratio):
      return Wording(
        found: "解压后是压缩前的\(ratio)倍以上，不像正常的文件。", consequence: unread,
        remedy: "请核对来源；确是数据的，请另存为CSV后导入。")
    case .tooManyMembers(let count, let limit):
      return Wording(
        found: "压缩包内有\(count)个文件，超过\(limit)个。", consequence: unread, remedy: "请解压后分批导入。")
    case .nested:
      return Wording(found: "这是压缩包里的压缩包。", consequence: unread, remedy: "请解压后导入其中的文件。")
    case .noFiles:
      return Wording(found: "压缩包内没有文件。", consequence: unread, remedy: "请核对是否选错了文件。")
    case .noRoom(let reason):
      return Wording(
        found: "解开时需要的临时文件写不下（\(reason)）。", consequence: unread,
        remedy: "请清理临时文件夹（/tmp），或用环境变量TMPDIR指定另一个文件夹，再导入。")
    case .skipped(let names):
      let list = names.prefix(3).map { "“\($0)”" }.joined(separator: "、") + (names.count > 3 ? "……" : "")
      return Wording(
        found: "有\(names.count)个不是数据的文件：\(list)。", consequence: "已跳过。", remedy: "无需处理。")
    }
  }
}
