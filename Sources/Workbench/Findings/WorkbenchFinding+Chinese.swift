import Findings

extension WorkbenchFinding {
  var chinese: Wording {
    let nothing = "什么也没有改动。"
    func words(_ found: String, _ consequence: String, _ remedy: String) -> Wording {
      Wording(found: found, consequence: consequence, remedy: remedy)
    }
    func list(_ items: [String]) -> String { items.isEmpty ? "无" : items.joined(separator: "、") }
    func few(_ items: [String]) -> String {
      items.count <= 6 ? list(items) : "\(list(Array(items.prefix(5))))等\(items.count)个"
    }
    func guess(_ word: String, _ known: [String]) -> String {
      nearMiss(to: word, among: known).map { "是否即“\($0)”？" } ?? ""
    }
    switch self {
    case .noWorkspace(_, let isNamed):
      return words(
        isNamed ? "这个文件夹里没有 qingheng.yaml，不是工作区。" : "本文件夹及其上级都没有 qingheng.yaml。", nothing,
        isNamed ? "请改正 --workspace，或新建：qingheng init 文件夹" : "请进入工作区，或用 --workspace 指明，或新建：qingheng init 文件夹")
    case .workspaceExists:
      return words("这个文件夹里已有 qingheng.yaml。", nothing, "请另选一个文件夹。")
    case .minimumCellTooSmall(_, let value):
      return words("minimum_cell 是\(value)。", nothing, "请写 1 以上的整数，通常为 5。")
    case .phaseDatesUnreadable(_, let phase, let from, let to):
      return words("阶段“\(phase)”的起止写的是“\(from)”至“\(to)”。", nothing, "请写成 2026-05-11 的样子，先起后止。")
    case .periodUnreadable(let place, let phases):
      return words(
        "“\(place.text)”不是一个期间。", nothing,
        "可写 2025、2025H1、2025Q3、2025-06、2025年上半年" + (phases.isEmpty ? "。" : "，或阶段名：\(list(phases))。"))
    case .asOfUnreadable(let place):
      return words("“\(place.text)”不是日期。", nothing, "请写成 2025-06-30 的样子。")
    case .systemUnknown(let place, let known):
      return words("没有“\(place.text)”这个体系。\(guess(place.text, known))", nothing, "现有体系（文件夹名）：\(list(known))")
    case .obligationsAbsent:
      return words(
        "这里没有 obligations.yaml，还没有写明应报应办的事项。", nothing, "请写 datasets/<体系>/obligations.yaml，写法见 docs/obligations.md。")
    case .asOfTooEarly(let place, let period, let start):
      return words(
        "数据截至日\(place.text)早于\(period)的第一天（\(start)）。", nothing, "请写\(start)以后的日期，或不写 --as-of。")
    case .nameTwice(_, let name, let first):
      return words("“\(name)”在此重复定义，首次在\(first.text)。", "后一处未被采用。", "请给其中一个改名。")
    case .schemeUnreadable(_, let file, let problems):
      return Wording(
        found: "\(file) 中的方案无法读取（\(problems) 处问题）。", consequence: "已搁置这个方案，其他方案照常使用。",
        remedy: "请用 qingheng lint 查看问题。")
    case .systemUnusable(_, let system, let problems, let first):
      return words(
        "“\(system)”体系的文件有\(problems)处写错，第一处在\(first.text)。", "该体系暂不能导入和评分，其他体系不受影响。", "逐处查看：qingheng lint")
    case .schemeUnknown(let place, let known):
      return words("没有“\(place.text)”这个方案。\(guess(place.text, known))", nothing, "现有方案：\(list(known))")
    case .tableUnknown(let place, let known):
      return words("没有“\(place.text)”这张表。\(guess(place.text, known))", nothing, "现有的表：\(list(known))")
    case .tableOfSeveralSystems(let place, let systems):
      return words(
        "几个体系都有“\(place.text)”这张表：\(list(systems))。", nothing,
        "请连体系一起写：--table \(systems.first ?? "体系")/\(place.text)")
    case .nothingToImport:
      return words("这里没有可导入的文件（csv、tsv、txt）。", nothing, "请核对文件夹；表格文件请先另存为 CSV。")
    case .fileMatchesNone(_, let patterns):
      return words("没有哪个表规格与这个文件名相符。", "该文件未导入。", "请用 --table 指明表名。文件名式样：\(list(patterns))")
    case .fileMatchesSeveral(_, let tables):
      return words("几个表规格都与这个文件名相符：\(list(tables))。", "该文件未导入。", "请用 --table 指明表名。")
    case .unitUnknown(let place, let nearest):
      return words(
        "没有叫“\(place.text)”的单位。\(nearest.map { "是否即“\($0)”？" } ?? "")", nothing, "qingheng units 可列出全部单位。")
    case .unitAmbiguous(let place, let units):
      return words("不止一个单位叫“\(place.text)”。", nothing, "请改用编码：\(list(units))")
    case .unitOutOfScope(let place, let scheme, let period):
      return words(
        "“\(place.text)”不在\(scheme)方案\(period)的评价范围内。", nothing,
        "qingheng rank \(scheme) --period \(period) 可列出参评单位。")
    case .nodeUnknown(let place, let nodes):
      return words("方案里没有“\(place.text)”这个指标。\(guess(place.text, nodes))", nothing, "指标：\(list(nodes))")
    case .notScored(_, let scheme, let period):
      return words("\(scheme)方案还没有对\(period)评过分。", nothing, "qingheng score \(scheme) --period \(period)")
    case .neverScored(_, let scheme):
      return words("还没有评过分。", nothing, "例如：qingheng score \(scheme ?? "方案") --period 2025H1")
    case .tableNeverImported(_, let table):
      return words(
        "“\(table)”还没有导入过数据。", "用到它的度量没有数据行。", "若应当有数据：qingheng import 文件 --table \(table)")
    case .leavesTableEmpty(_, let table):
      return words("指标取自“\(table)”表，而该表没有数据。", "未评分。", "qingheng import 文件 --table \(table)")
    case .periodWithoutRows(_, let scheme, let period, let tables, let ungraded, let units):
      return words(
        "\(scheme)方案对\(period)没有可评的数据，以下各表在该期间都没有数据行：\(list(tables))。",
        ungraded == units ? "\(units)个单位都未评定。" : "\(units)个单位中\(ungraded)个未评定，其余的评定没有任何数据行作依据。",
        "请核对 --period；期间无误的，请导入\(period)的文件后重新评分。")
    case .noUnitsInScope(_, let kinds, let period):
      return words(
        "\(period)没有类别为\(list(kinds))且符合 units.where 的单位。", "未评分。", "请核对单位名册的 kind、valid_from、valid_to。")
    case .exampleFailed(_, let example, let node, let expected, let got):
      return words("算例“\(example)”要求\(node)为\(expected)，实际为\(got)。", "单就这一点，方案仍可评分。", "请改正规则或算例。")
    case .exampleNodeUnknown(_, let example, let node):
      return words("算例“\(example)”写了“\(node)”，它既不是度量，也不是指标。", "这个算例什么也没有验证。", "请改正名称。")
    case .examplePeriodUnknown(_, let example, let period, let phases):
      return words(
        "算例“\(example)”的期间“\(period)”不是一个期间。", "这个算例没有运行。",
        "可写 2025、2025H1、2025Q3、2025-06" + (phases.isEmpty ? "。" : "，或阶段名：\(list(phases))。"))
    case .explainUnderCell(let place, let scheme, let minimumCell):
      return words(
        "“\(scheme)”的这次评分在最少份数（minimum_cell）提高到\(minimumCell)之前，“\(place.text)”有答卷少于此数。", "未作解释：计分过程会透露这些答卷。",
        "请重新评分：qingheng score \(scheme) --period …")
    case .replayDiffers(_, let difference, let engine?):
      return words(
        difference.chineseFound, "可能是\(engine)版之后规则有改动，也可能是数据库被改动，现在分不清。",
        "请用\(engine)版程序核对；要按现在的规则，请重新评分。")
    case .replayDiffers(_, let difference, nil):
      return words(
        difference.chineseFound, "已存结果与其依据不符，请勿公布。", "请重新评分，并查明数据库被谁改动。")
    case .runOutdated(_, let what, let scheme, let period, let isFinal):
      return words(
        "这次评分之后，以下依据有变动：\(list(what.map(\.chinese)))。", isFinal ? "已经定稿，结果不变。" : "所示仍是当时的结果。",
        isFinal ? "无需重新评分。" : "如需采用新的依据：qingheng score \(scheme) --period \(period)")
    case .verifyRowsUnchecked(_, let rows): return rows.chinese
    case .verifyRowsLost(_, let rows): return rows.chinese
    case .engineDiffers(_, let stored, let current):
      return words("这次运行用的是 \(stored) 版引擎，现在是 \(current) 版。", "只比对显示值。", "要逐位重现，请用同一版本。")
    case .fileUnwritable(_, let reason):
      switch reason {
      case .rights: return words("系统不允许写入这个文件。", "该文件未写出。", "请检查文件夹的权限，或文件是否正被其他程序打开。")
      case .space: return words("磁盘已满，文件写不进去。", "该文件未写出。", "请腾出空间后重试。")
      case .other(let code): return words("文件写不进去（\(code)）。", "该文件未写出。", "请检查文件夹、权限和磁盘空间。")
      }
    case .dataRequestUnknown(_, let keys):
      return words("没有哪项数据能回应这个请求。", "报告在该处留下标记。", "可用的请求：\(list(keys))")
    case .queryTruncated(_, let rows):
      return words("查询结果超过\(rows)行。", "只列出前\(rows)行。", "请用 WHERE 或 LIMIT 缩小范围。")
    case .givenMeasureUnknown(_, let measure, let known):
      return words("方案里没有“\(measure)”这个度量。\(guess(measure, known))", "未作试算。", "现有度量：\(list(known))")
    case .givenPeriodUnknown(_, let period, let known):
      return words("这次试算不含“\(period)”这个期间。", "未作试算。", "可写：\(list(known))")
    case .givenOutOfRange(_, let measure, let value, let low, let high):
      let range =
        low.isFinite
        ? (high.isFinite ? "\(inFewDigits(low))至\(inFewDigits(high))" : "\(inFewDigits(low))以上")
        : "\(inFewDigits(high))以下"
      return words(
        "“\(measure)”只能是\(range)，写的是\(inFewDigits(value))。", "未作试算。", "请写\(range)的数，或写“缺失”。")
    case .trialDiscloses(_, let disclosure): return disclosure.chinese
    case .baseUnderMinimumCell(_, let measure, let atLeast, let cell):
      return words(
        "排名要求“\(measure)”的份数不少于\(inFewDigits(atLeast))，而它来自匿名表，少于\(cell)份的份数不予显示。",
        "按\(cell)份执行，以免从名次推算出份数。", "请把 min_base 的 at_least 写成\(cell)以上。")
    case .trialRefused(let place):
      return words("这样改动，方案“\(place.text)”不能成立，原因见上。", "未作试算；方案文件和已有结果都没有改动。", "请把连带要改的地方一并写上，例如再加一个 --set。")
    case .nothingInCommon(let place, let period):
      return words("\(place.text)两个方案在\(period)没有共同的参评单位。", "无从比较。", "请核对两个方案的 units。")
    case .notebookAbsent:
      return words("没有这份报告底稿。", "未写报告。", "请写文件名，例如 notebooks-md/leaders.md")
    case .notebookWithoutRun:
      return words("底稿和命令都没有写明方案或期间。", "未写报告。", "请加上 --scheme 和 --period，或写在底稿开头。")
    case .periodUnused(_, let table, let period):
      return words(
        "“\(table)”各行自带期间，--period \(period) 不起作用。", "各行仍按自己的期间计入。", "请去掉 --period，或核对是否选错了文件。")
    case .chartDataMissing:
      return words("图表没有写明数据来自哪里。", "该图未画。", "请加一行“data: …”。")
    case .upstreamUnknown(_, let measure, let scheme, let known):
      return words(
        "度量“\(measure)”读取方案“\(scheme)”，但没有这个方案。\(guess(scheme, known))", "本方案不能评分。",
        "请改正名称，或补上该方案。现有方案：\(list(known))")
    case .upstreamNodeUnknown(_, let measure, let scheme, let node, let known):
      return words(
        "度量“\(measure)”读取方案 \(scheme) 的“\(node)”，但它没有这个节点。\(guess(node, known))", "本方案不能评分。",
        "现有节点：\(few(known))")
    case .upstreamCycle(_, let schemes):
      return words(
        "几个方案互相读取，成了一个圈：\(schemes.joined(separator: " → "))。", "本方案不能评分。", "请让其中一个改读数据表。")
    case .upstreamAbsent(_, let measure, let scheme, let period):
      return words(
        "“\(measure)”找不到方案 \(scheme) 看满整个期间的评分运行（\(period)）。", "该度量在此缺失。",
        "请先把 \(scheme) 评到期末，再评本方案。")
    case .frozenRunNotFinal(_, let scheme, let step, let period):
      return words(
        "\(step) 要用\(period)的参数，但方案 \(scheme) 在\(period)只有期末之前的评分运行。", "没有采用；用这些参数的指标一律按缺失处理。",
        "请先把 \(scheme) \(period)评到期末（不带 --as-of），再评本期。")
    case .viewColumns(_, let measure, let found, let missing):
      return words(
        "度量“\(measure)”的查询给出的列是\(list(found))\(missing.isEmpty ? "" : "，缺少\(list(missing))")。", "没有评分。",
        "应给出 unit_id、p_from、p_to、value；要能追溯，再加 batch_id 和 source_row 两列；不要别的列。")
    case .viewCell(_, let measure, let column, let row, let value):
      return words(
        "度量“\(measure)”的查询第\(row)行的\(column)是“\(value)”。", "没有评分。",
        "unit_id 是 unit 表中的编号，p_from 和 p_to 是 20250630 这样的日期，value 是数或空值。")
    case .claimedTwice(_, let measure, let thing, let units, let holder):
      return words(
        "度量“\(measure)”中“\(thing)”由\(list(units))同时申报。", "只计入\(holder)，其他单位不计。",
        "如应归另一单位，请改正数据后重新导入。")
    case .rosterStranger(_, let measure, let unit, let members, let hasRoster):
      if !hasRoster {
        return words(
          "度量“\(measure)”中\(unit)有数据行而没有名册：\(few(members))。", "没有名册，这些行不计入。", "请补报该单位的名册，或改正数据。")
      }
      return words(
        "度量“\(measure)”中\(unit)的数据行写有名册以外的：\(few(members))。", "这些行照样计入。", "请补登名册，或改正数据。")
    case .recordUnreadable(_, let table, let row, let column, let value):
      return words(
        "“\(table)”第\(row)行\(column)列的“\(value)”无法识别。", "这一行不计。",
        "期间请写成 2025H1，日期写成 2025-06-30，值写成数或“不适用”，也可留空。")
    case .decisionAmbiguous(_, let table, let row, let target, let schemes):
      return words(
        "“\(table)”第\(row)行没有写明方案，而“\(target)”在\(list(schemes.map { "“\($0)”" }))中都有。",
        "分不清是哪个方案的决定，在哪个方案中都不采用。", "请在决定表的 scheme 一列填写方案的名称后重新导入。")
    case .decisionSchemeUnknown(_, let table, let row, let scheme, let known):
      return words(
        "“\(table)”第\(row)行写的方案“\(scheme)”不在采用这张决定表的方案（\(list(known))）之内。\(guess(scheme, known))",
        "该决定在哪个方案中都不采用。", "请改正 scheme 一列后重新导入。")
    case .decisionsLater(_, let table, let count, let asOf):
      return words(
        "“\(table)”中有\(count)个决定的日期在\(asOf)之后。", "期间尚未结束，评分只计到\(asOf)，不计这些决定。",
        "无须处理；截止日期不早于期末的评分会计入。")
    case .calendarYearAbsent(_, let measure, let years):
      return words(
        "度量“\(measure)”要数\(years.map { "\($0)年" }.joined(separator: "、"))的工作日，那里还没有正式的工作日历。",
        "暂定：按星期一至星期五计，不计放假和调休。", "放假通知公布后请补上那一年的日历，再重新评分。")
    case .derivedMore(let place, let like, let count, let listing):
      return words("“\(place.text)”所依据的行中，与上面相同的（\(like)）还有\(count)处。", "同样处理。", "全部列出：\(listing)")
    }
  }
}
