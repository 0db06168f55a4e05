import Findings
import Schemes

extension ObligationFinding {
  var chinese: Wording {
    func unread(_ found: String, _ remedy: String) -> Wording {
      Wording(found: found, consequence: "该体系的应报应办事项未载入。", remedy: remedy)
    }
    func guess(_ name: String, _ known: [String]) -> String {
      nearMiss(to: name, among: known).map { "是否想写“\($0)”？" } ?? ""
    }
    func list(_ names: [String]) -> String { names.isEmpty ? "无" : names.joined(separator: "、") }
    switch self {
    case .idTwice(_, let id, let first):
      return unread("事项“\(id)”已在 \(first.text) 出现过。", "请给其中一个改名。")
    case .nameCharacter(_, let name):
      return unread("名称“\(name)”是空的，或含有 |、%、_ 之一。", "请改用不含这些符号的名称。")
    case .dateUnreadable(_, let key, let value):
      return unread("“\(key)”写的是“\(value)”，不是日期。", "请写成 2026-06-30；每年同一天的写 02-28。")
    case .datesReversed(_, _, let from, let to):
      return unread("截止日（\(to)）早于起始日（\(from)）。", "请改正 from 或 to。")
    case .periodUnreadable(_, let value):
      return unread("skip 里的“\(value)”不是期间。", "请写成 2025、2025H1、2025Q3 或 2025-06 这样的期间。")
    case .phaseUnknown(_, let name, let known):
      return unread("工作区没有名为“\(name)”的阶段。\(guess(name, known))", "请在 qingheng.yaml 的 phases 下补上（现有：\(list(known))）。")
    case .oneOf(_, let owner, let legal, let found):
      let had = found.isEmpty ? "一个也没有" : "同时有\(found.joined(separator: "、"))"
      return unread(
        "“\(owner)”须在\(legal.joined(separator: "、"))中恰好写一项，现在\(had)。", found.isEmpty ? "请补上其中一项。" : "请保留一项，删去其余。")
    case .anchorUnfit(_, let key):
      return unread("“\(key)”从 event 数起，而这一事项不是按事件触发的。", "请改为 period_start 或 period_end，或把 cadence 写成 {after: …}。")
    case .numberOutside(_, let key, let value, let range):
      return unread("“\(key)”是\(value)，应在\(range.lowerBound)至\(range.upperBound)之间。", "请改正这个数字。")
    case .onceWithoutDate(_, let id):
      return unread("“\(id)”只报一次，却没有写明哪一天截止。", "请写 due: {date: 2026-06-30}。")
    case .windowReversed(_, let id, let period, let opens, let due):
      return unread("“\(id)”在\(period)的截止日（\(due)）早于开始日（\(opens)）。", "请改正 due，或写明更早的 opens。")
    case .marksDiffer(_, let id, let marks):
      return unread(
        "“\(id)”的签章\(marks.map { "“\($0)”" }.joined())只写在 marks 或 matched_by 的 marks 其中一处。",
        "请在两处写相同的签章：前者写要求，后者写对应的是否列。")
    case .memberColumn(_, let id, let hasEach):
      return unread(
        hasEach ? "“\(id)”按人报送，却没有写明报送记录里哪一列是成员。" : "“\(id)”写了成员列，却没有写明按谁报送。",
        hasEach ? "请在 matched_by 里补上 member。" : "请在 owes 里补上 each，或删去 member。")
    case .tableUnknown(_, let table, let known):
      return unread("没有名为“\(table)”的数据表。\(guess(table, known))", "请改正表名（现有：\(list(known))），或补上表规格。")
    case .tableTaken(_, let table):
      return unread("应报清单的表名“\(table)”已被一个表规格占用。", "请在 obligations.yaml 里另写 table。")
    case .tableWithoutUnits(_, let table):
      return unread("数据表“\(table)”的行不属于任何单位。", "请在表规格里补上 unit，或改用别的表。")
    case .tableAnonymous(_, let table):
      return unread("数据表“\(table)”是匿名答卷，不能拿来逐个单位、逐日核对。", "请改用不匿名的数据表。")
    case .tableProtected(_, let table):
      return unread(
        "数据表“\(table)”是受保护的工作秘密，不能拿来逐个单位、逐日核对。", "请改用公开的数据表，例如只登记收到日期和单位的报送登记。")
    case .columnUnknown(_, let column, let table, let known):
      return unread("“\(table)”没有“\(column)”列。\(guess(column, known))", "请改正列名；现有：\(list(known))。")
    case .columnKind(_, let column, let needed, let found):
      return unread("“\(column)”列是\(found.chinese)，此处须用\(needed.chinese)列。", "请改用别的列，或在表规格里改它的类型。")
    case .rosterEmpty(_, let item, let unit, let period):
      return Wording(
        found: "“\(item)”按人报送，而\(unit)在\(period)的名单上没有人。", consequence: "该单位这一期没有应报的行。",
        remedy: "请导入这一期的名单；确实无人的，可用 owes 的条件排除该单位。")
    case .filingTooEarly(_, let item, let unit, let filed, let opens):
      return Wording(
        found: "\(unit)的“\(item)”于\(filed)收到，早于开始日\(opens)。", consequence: "这一行不作为报送。",
        remedy: "请核对收到日；确应允许提前的，请改 opens。")
    case .filingPeriodUnknown(_, let item, let unit, let period):
      return Wording(
        found: "\(unit)的“\(item)”写的期间“\(period)”，不对应任何应报的一期。", consequence: "这一行不作为报送。",
        remedy: "请改正期间，写成 2025H1、2025-06 这样。")
    case .filingUndated(_, let item, let unit):
      return Wording(
        found: "\(unit)的“\(item)”没有收到日，也没有理由。", consequence: "这一行不作为报送。", remedy: "请补填收到日，或填写免报、不适用的理由。")
    case .filingMemberUnknown(_, let item, let unit):
      return Wording(
        found: "\(unit)的“\(item)”有一行报送，其成员不在名单上。", consequence: "这一行不作为报送。", remedy: "请核对姓名或编号，或补登名单。")
    case .filingNotOwed(_, let item, let unit):
      return Wording(
        found: "\(unit)报送了“\(item)”，而它不应报这一事项。", consequence: "这一行不作为报送，也不影响评分。", remedy: "请核对单位；确应报的，请改 owes。")
    }
  }
}
