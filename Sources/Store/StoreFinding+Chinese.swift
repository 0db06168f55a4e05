import Findings

extension StoreFinding {
  var chinese: Wording {
    let untouched = "没有读取，也没有写入任何内容。"
    let nothingImported = "该文件没有任何内容入库。"
    switch self {
    case .databaseAbsent(let place):
      return Wording(
        found: "没有数据库 \(place.text)。", consequence: untouched, remedy: "请先导入一个文件：qingheng import 文件")
    case .databaseUnreadable:
      return Wording(found: "系统不允许读取数据库。", consequence: untouched, remedy: "请检查文件和所在文件夹的权限。")
    case .databaseUnwritable(_, let reason):
      return Wording(found: reason.chinese, consequence: "没有写入任何内容。", remedy: reason.chineseRemedy)
    case .notADatabase:
      return Wording(
        found: "该文件不是 SQLite 数据库。", consequence: untouched,
        remedy: "请改正 qingheng.yaml 中的 database:，或用备份恢复该文件。")
    case .databaseForeign:
      return Wording(
        found: "该文件是其他程序的 SQLite 数据库。", consequence: untouched,
        remedy: "请在 qingheng.yaml 的 database: 中换一个文件名。")
    case .databaseNewer(_, let found, let known):
      return Wording(
        found: "数据库结构为第\(found)版，本程序只认到第\(known)版。", consequence: untouched,
        remedy: "请使用最近写入它的较新版 qingheng。")
    case .databaseOlder(_, let found, let known):
      return Wording(
        found: "数据库结构为第\(found)版，须先升级到第\(known)版。", consequence: untouched,
        remedy: "请运行任一写入命令，例如：qingheng import 文件")
    case .databaseBusy:
      return Wording(
        found: "另一个程序锁住了数据库。", consequence: "没有写入任何内容。", remedy: "请等它完成或将其关闭，然后重试。")
    case .databaseFull:
      return Wording(
        found: "磁盘已满。", consequence: "没有写入任何内容，数据库与之前一致。", remedy: "请腾出空间后重试。")
    case .databaseInterrupted:
      return Wording(
        found: "有程序在写入数据库时被中断。", consequence: untouched, remedy: "请运行任一写入命令，未完成的改动会自动撤回。")
    case .databaseDamaged:
      return Wording(
        found: "数据库已损坏。", consequence: "其中的内容不可再作依据。", remedy: "请用备份恢复，并重新导入之后的文件。")
    case .databaseTrouble(_, let code, _):
      return Wording(
        found: "SQLite 报告代码 \(code)。", consequence: "没有写入任何内容。",
        remedy: "请加 --verbose 重新运行，并反馈所显示的内容。")
    case .batchAlreadyImported(_, let batch, let file, let at):
      return Wording(
        found: "相同内容已作为第\(batch)批入库（\(file)，\(at)）。", consequence: nothingImported,
        remedy: "如规格或名册已改、需要重读，请加 --replaces \(batch)")
    case .batchUnknown(_, let batch):
      return Wording(found: "没有第\(batch)批。", consequence: "没有撤销任何批次。", remedy: "查看全部批次：qingheng batches")
    case .batchAlreadyUndone(_, let batch, let at, let by):
      return Wording(
        found: "第\(batch)批已于\(at)由\(by)撤销。", consequence: "保持撤销状态。", remedy: "如需恢复其数据，请重新导入该文件。")
    case .batchOutOfOrder(_, let row, let after):
      return Wording(
        found: "第\(row)行排在第\(after)行之后，这是程序的错误。", consequence: nothingImported,
        remedy: "请反馈此问题，并附上表规格。")
    case .keyAlreadyImported(_, let columns, let batch, let file, let row, let count):
      let key = columns.map { "“\($0)”" }.joined(separator: "、")
      return Wording(
        found: count == 1
          ? "同一单位、同一期、\(key)相同的记录已在第\(batch)批中：\(file)第\(row)行。"
          : "有\(count)行的单位、期间和\(key)已在第\(batch)批中；这是第一处，原在\(file)第\(row)行。",
        consequence: nothingImported,
        remedy: "若本文件是更正后的整份文件，请加 --replaces \(batch)；若只含更正的行，请加 --amend；否则请删去此行。")
    case .unitUnknown(_, let code):
      return Wording(
        found: "数据库中没有单位“\(code)”。", consequence: "没有写入任何内容。",
        remedy: "请把它补入单位名册，或改正代码。")
    case .tableColumnsAdded(_, let table, let columns):
      return Wording(
        found: "数据表“\(table)”新增了列：\(columns.joined(separator: "、"))。", consequence: "此前入库的行在这些列为空。",
        remedy: "如需补齐，请撤销以前的批次并重新导入。")
    case .tableNewVersion(_, let table, let column, let was, let now, let version):
      return Wording(
        found: "数据表“\(table)”的列“\(column)”原为 \(was)，现为 \(now)。",
        consequence: "从此启用该表的第\(version)版；旧版的行保留，但不再参与计算。",
        remedy: "请撤销“\(table)”以前的批次，并重新导入其文件。")
    case .tableNameTaken(_, let table, let name):
      return Wording(
        found: "数据表“\(table)”应存为 \(name)，但此名已被另一张表占用。", consequence: nothingImported,
        remedy: "请在表规格中更改表名。")
    case .columnNameUnusable(_, let table, let column):
      return Wording(
        found: "数据表“\(table)”不能有列“\(column)”：列名为空、为系统所用，或与另一列仅大小写不同。",
        consequence: nothingImported, remedy: "请在表规格中为该列另起列名，并把原表头写入 header:。")
    case .sqlRefused(_, let refusal):
      return Wording(
        found: refusal.chinese, consequence: "查询没有运行。", remedy: "请只写一条 SELECT，查询数据库中的表和视图。")
    case .sqlTimeout(_, let seconds):
      return Wording(
        found: "查询在\(seconds)秒内没有完成。", consequence: "已停止，没有结果。", remedy: "请减少读取的行数，或分步汇总。")
    case .sqlTooLong(_, let rows):
      return Wording(
        found: "度量的查询给出的行多于\(rows)行，或文字过多。", consequence: "已停止，没有评分。",
        remedy: "请减少读取的行数，或在查询中先汇总。")
    case .sqlProblem(_, let problem, let line, let column):
      return Wording(
        found: "第\(line)行第\(column)列：\(problem.chinese)", consequence: "没有结果。", remedy: problem.chineseRemedy)
    }
  }
}

extension StoreFinding.UnwritableReason {
  fileprivate var chinese: String {
    switch self {
    case .folderAbsent: "数据库所在的文件夹不存在。"
    case .folderRefused: "系统不允许在数据库所在的文件夹中新建文件。"
    case .refused: "系统不允许写入数据库。"
    case .notAFile: "数据库的位置上是文件夹或其他非文件的东西。"
    case .name: "数据库的文件名含有不能用于文件名的字符。"
    }
  }

  fileprivate var chineseRemedy: String {
    switch self {
    case .folderAbsent: "请建立该文件夹，或改正 qingheng.yaml 中的 database:。"
    case .folderRefused: "请检查文件夹的权限。"
    case .refused: "请检查文件权限，以及磁盘是否以只读方式挂载。"
    case .notAFile, .name: "请改正 qingheng.yaml 中的 database:。"
    }
  }
}

extension StoreFinding.SQLRefusal {
  fileprivate var chinese: String {
    switch self {
    case .empty: "没有写查询语句。"
    case .severalStatements: "语句不止一条。"
    case .notAQuery: "这不是查询：它会改动、附加或设置内容。"
    case .function(let name): "此处不能使用函数 \(name)。"
    case .table(let name): "\(name) 不是数据库中的表。"
    case .notAnInput(let name): "度量的查询只能读取现行数据视图（v_…）、unit、unit_alias 和 membership，不能读取“\(name)”。"
    case .tooLarge: "查询过长，或嵌套过深。"
    }
  }
}

extension StoreFinding.SQLProblem {
  fileprivate var chinese: String {
    switch self {
    case .table(let name): "没有表“\(name)”。"
    case .column(let name): "没有列“\(name)”。"
    case .function(let name): "没有函数“\(name)”。"
    case .near(let word): "“\(word)”附近不符合 SQL 语法。"
    case .incomplete: "查询语句不完整。"
    case .tooBig: "有单元格超出了长度限制。"
    case .other(let detail): "SQLite 不接受该查询（\(detail)）。"
    }
  }

  fileprivate var chineseRemedy: String {
    switch self {
    case .table: "查看全部表名：SELECT name FROM sqlite_schema"
    case .column: "名称用双引号，文字用单引号；请核对写法。"
    case .function, .near, .incomplete, .other: "请改正查询。"
    case .tooBig: "请减少单元格中的文字。"
    }
  }
}
