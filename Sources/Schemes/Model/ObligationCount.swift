// What schemes know of obligations (应报应办): the table that their rows make, and what a measure takes of them.

/// What a measure takes of the obligations that a unit had.
package enum ObligationTake: String, Sendable, CaseIterable {
  /// How many were on time.
  case onTime = "on_time"
  /// How many came late.
  case late
  /// How many are overdue, with nothing that counts.
  case missing
  case excused
  /// Of those that are due, how many were on time.
  case onTimeShare = "on_time_share"
  /// Working days of lateness, all late ones together.
  case daysLate = "days_late"
}

/// A measure written as `{obligations: …, take: …}`.
package struct ObligationCount: Sendable, Hashable {
  /// Ids and tags.
  package let names: [String]
  package let take: ObligationTake
  package init(names: [String], take: ObligationTake) {
    self.names = names
    self.take = take
  }
}

/// What an obligation is for one unit and period, as of a day.
package enum ObligationState: String, Sendable, CaseIterable {
  case onTime = "按时"
  case late = "迟报"
  /// Due, and nothing was filed.
  case missing = "未报"
  /// Filed, but a mark lacks: not filed until it is mended.
  case returned = "退回补正"
  case excused = "免报"
  case notApplicable = "不适用"
  case notDue = "未到期"
}

/// The columns of the table of obligations, one row per unit and period (and member, and event).
package enum ObligationColumn: String, Sendable, CaseIterable {
  case item = "事项"
  /// Id and tags, each between bars: `|半年总结|信息报送|`.
  case labels = "标签"
  case period = "期间"
  case member = "成员"
  case due = "应报日"
  case filed = "收到日"
  case state = "状态"
  /// 0 unless late; NULL unless due.
  case workingDaysLate = "迟报工作日"
  case daysLate = "迟报天数"
  /// 1 or 0; NULL while it is not counted.
  case isOnTime = "按时"
  case isMissing = "逾期未报"
  case isProvisional = "暂定"
  case basis = "依据"

  /// The name of the table where `obligations.yaml` gives none.
  package static let defaultTable = "应报清单"
  /// What stands around each label.
  package static let labelBar = "|"
}
