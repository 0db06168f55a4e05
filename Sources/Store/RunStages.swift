import Findings
import GRDB
import Register

/// How far a result has come on its way to being decided.
package enum DraftStage: String, Sendable, CaseIterable, Comparable {
  /// 征求意见稿: sent to the units, which check it.
  case consultation
  /// 报审稿: sent to those who decide.
  case submission
  /// 定稿.
  case final

  package static func < (a: DraftStage, b: DraftStage) -> Bool { a.order < b.order }
  private var order: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

/// That a run went out as a draft: by whom and on which day.
package struct RunStage: Sendable, Equatable {
  package var scheme: String
  package var period: String
  package var runKey: String
  package var stage: DraftStage
  package var role: String
  package var day: CalendarDate
  /// Why a result that was final is opened again; else empty.
  package var reason: String
  package var recordedAt: String
  package var recordedBy: String

  package init(
    scheme: String, period: String, runKey: String, stage: DraftStage, role: String, day: CalendarDate,
    reason: String, recordedAt: String, recordedBy: String
  ) {
    self.scheme = scheme
    self.period = period
    self.runKey = runKey
    self.stage = stage
    self.role = role
    self.day = day
    self.reason = reason
    self.recordedAt = recordedAt
    self.recordedBy = recordedBy
  }
}

extension Database {
  package func record(_ stage: RunStage) throws {
    try change { db in
      try db.execute(
        sql: """
          INSERT INTO run_stage (scheme, period, run_key, stage, role, day, reason, recorded_at, recorded_by)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
          """,
        arguments: [
          stage.scheme, stage.period, stage.runKey, stage.stage.rawValue, stage.role, stage.day.yyyymmdd, stage.reason,
          stage.recordedAt, stage.recordedBy,
        ])
    }
  }

  /// Everything that was recorded of a scheme and period, in its order.
  package func stages(scheme: String, period: String) throws -> [RunStage] {
    try access { db in
      try Row.fetchAll(
        db, sql: "SELECT * FROM run_stage WHERE scheme = ? AND period = ? ORDER BY id", arguments: [scheme, period]
      ).map { row in
        guard let stage = DraftStage(rawValue: row["stage"]), let day = CalendarDate(yyyymmdd: row["day"]) else {
          throw FindingError(StoreFinding.databaseDamaged(place, detail: "run_stage"))
        }
        return RunStage(
          scheme: row["scheme"], period: row["period"], runKey: row["run_key"], stage: stage, role: row["role"],
          day: day, reason: row["reason"], recordedAt: row["recorded_at"], recordedBy: row["recorded_by"])
      }
    }
  }

  /// Of the runs of a scheme and period, SQL that puts the one first that counts: what was declared final and not opened
  /// again, else what was scored last.
  static let countingFirst = """
    coalesce(key = (SELECT CASE s.stage WHEN 'final' THEN s.run_key END FROM run_stage AS s
      WHERE s.scheme = run.scheme AND s.period = run.period ORDER BY s.id DESC LIMIT 1), 0) DESC, sequence DESC
    """
}
