import Store

extension CommandSentence {
  var chinese: String {
    switch self {
    case .file(let file, let outcome): chinese(outcome, file)
    case .deskFile(let file, let outcome): chinese(outcome.withoutPaths, file)
    case .reviewWritten(let path): "需要核对的写在 \(path)"
    case .nothingToReview: "没有需要核对的"
    case .restored(.batches(let batches)): "\(list(batches))恢复为现行数据。"
    case .restored(.rows(let count, let batches)): "\(list(batches))被更正的\(count)行恢复原样。"
    case .batchUndone(let batch, let file, let rows): "批次\(batch)已撤销：\(file)的\(rows)行不再计入。文件可重新导入。"
    case .linted(let specs, let schemes, let examples, let problems, let warnings):
      "检查了\(specs)个表规格、\(schemes)个方案、\(examples)个算例：\(problems)处问题，\(warnings)处注意"
    case .reminded(let items, let units, let role):
      items == 0 ? "没有需要催报的事项，未登记。" : "已登记：以\(role)名义向\(units)个单位催报\(items)项。"
    case .workspaceMade(let path):
      "已建立工作区 \(path)。接下来：在 datasets/_shared/units.csv 登记单位，在 datasets/<体系>/tables 写表规格。"
    case .aliasesTaken(let count, let open, let path, let again):
      "收下\(count)个别名（\(path)）" + (open > 0 ? "，还有\(open)个没有填单位" : "") + "。"
        + (again.map { "接下来请运行：\($0)" } ?? "请重新导入原文件；已有批次的加--replaces 批次号（qingheng batches可查）。")
    case .aliasRemoved(let name, let codes, let path):
      "已撤下别名“\(name)”（\(codes.joined(separator: "、"))），记在\(path)。按它入库的行没有变；要改，请用--replaces重新导入原文件。"
    case .typingsEqual(let rows): "两次录入相同：\(rows)行"
    case .surveyDrafted(let columns, let rows, let path):
      "据\(rows)份答卷的\(columns)列起草：\(path)。请核对各表，填写核对人和核对日期，再运行 qingheng survey spec \(quotedArgument(path)) --out 规格.yaml"
    case .specMade(let table, let path): "数据表“\(table)”的规格：\(path)"
    case .schemasWritten(let count, let folder): "写出\(count)个 JSON Schema：\(folder)"
    case .staged(let scheme, let period, let stage, let run, let role, let day):
      "\(scheme) \(period)：\(stage.name(in: .chinese))（\(day)，\(role)），运行 \(run)"
    case .stageWithdrawn(let scheme, let period, let stage, let day, let run, let role):
      "\(scheme) \(period)：已撤回\(day)的\(stage.name(in: .chinese))（运行 \(run)），由\(role)撤回"
    case .workspace(let path): "工作区：\(path)"
    case .contents(let units, let specs, let schemes): "单位\(units)个，表规格\(specs)个，方案\(schemes)个"
    case .databaseWhole: "数据库：完好"
    case .protectedWhole: "受保护的数据库：完好"
    case .protectedAbsent: "受保护的数据库：尚未导入受保护的数据"
    case .protectedRenewed(let at, let by, let batches): "受保护的数据库：\(at)由\(by)另起，放弃了找不到的\(batches)个批次"
    case .font(let path): "中文字体：\(path)"
    case .rejectReason(let code): Self.chineseReasons[code] ?? code
    }
  }

  private func chinese(_ outcome: FileImport, _ file: String) -> String {
    switch outcome {
    case .imported(let batch, let table, let rows, let rejects, let rejectFile):
      let list = rejectFile.map { "，见\($0)" } ?? ""
      let aside = rejects == 0 ? "" : "，搁置\(rejects)行\(list)"
      return "\(file) → \(table)：入库\(rows)行\(aside)（批次\(batch)）"
    case .corrected(let batch, let table, let rows, let rejects, let rejectFile, let corrected):
      let line = chinese(
        .imported(batch: batch, table: table, rows: rows, rejects: rejects, rejectFile: rejectFile), file)
      switch corrected {
      case .batches(let batches): return line + "，取代\(list(batches))"
      case .rows(let count, let batches): return line + "，更正\(list(batches))的\(count)行"
      }
    case .rehearsed(let table, let rows, let rejects):
      return "\(file) → \(table)：演练，可入库\(rows)行，搁置\(rejects)行；未写入"
    case .alreadyImported(let batch, let rejects):
      return "\(file)：内容相同的文件已导入（批次\(batch)）"
        + (rejects > 0 ? "，其中\(rejects)行搁置；名册或规格改过，要重新读它，请加--replaces \(batch)" : "")
    case .refused: return "\(file)：未导入"
    }
  }

  private func list(_ batches: [BatchName]) -> String {
    "批次" + batches.map(\.description).joined(separator: "、")
  }

  private static let chineseReasons = [
    "unit-unknown": "单位名称不详", "unit-not-then": "单位当时不存在", "unit-ambiguous": "单位名称不唯一",
    "row-key-repeated": "重复", "row-ragged": "列数不符", "cell-missing": "必填项空缺", "cell-wrong-type": "格式不符",
    "cell-out-of-range": "超出范围", "period-unreadable": "日期不可读",
  ]
}
