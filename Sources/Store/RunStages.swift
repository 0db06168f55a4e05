import Findings
import Foundation
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
  /// Set where the line was taken back as recorded by mistake.
  package var withdrawal: Withdrawal?

  /// That a line was taken back: the line itself stays.
  package struct Withdrawal: Sendable, Equatable, Codable {
    package var role: String
    package var reason: String
    package var recordedAt: String
    package var recordedBy: String

    package init(role: String, reason: String, recordedAt: String, recordedBy: String) {
      self.role = role
      self.reason = reason
      self.recordedAt = recordedAt
      self.recordedBy = recordedBy
    }
  }

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

  /// Everything that stands of a scheme and period, in its order.
  package func stages(scheme: String, period: String) throws -> [RunStage] {
    try recordedStages(scheme: scheme, period: period).filter { $0.withdrawal == nil }
  }

  /// Everything that was ever recorded of a scheme and period, in its order, with what was taken back.
  package func recordedStages(scheme: String, period: String) throws -> [RunStage] {
    try access { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT run_stage.*, meta.value AS withdrawal FROM run_stage LEFT JOIN meta ON meta.key = \(Self.withdrawalKey)
          WHERE scheme = ? AND period = ? ORDER BY id
          """, arguments: [scheme, period]
      ).map { row in
        guard let stage = DraftStage(rawValue: row["stage"]), let day = CalendarDate(yyyymmdd: row["day"]) else {
          throw FindingError(StoreFinding.databaseDamaged(place, detail: "run_stage"))
        }
        var recorded = RunStage(
          scheme: row["scheme"], period: row["period"], runKey: row["run_key"], stage: stage, role: row["role"],
          day: day, reason: row["reason"], recordedAt: row["recorded_at"], recordedBy: row["recorded_by"])
        if let text = row["withdrawal"] as String? {
          guard let withdrawal = try? JSONDecoder().decode(RunStage.Withdrawal.self, from: Data(text.utf8)) else {
            throw FindingError(StoreFinding.databaseDamaged(place, detail: "run_stage"))
          }
          recorded.withdrawal = withdrawal
        }
        return recorded
      }
    }
  }

  /// Takes the last line that stands back; nothing if none does.
  package func withdrawLastStage(scheme: String, period: String, _ withdrawal: RunStage.Withdrawal) throws {
    let text = String(decoding: try JSONEncoder().encode(withdrawal), as: UTF8.self)
    try change { db in
      try db.execute(
        sql: """
          INSERT INTO meta (key, value) SELECT \(Self.withdrawalKey), ? FROM run_stage
          WHERE scheme = ? AND period = ? AND \(Self.stands("run_stage")) ORDER BY id DESC LIMIT 1
          """, arguments: [text, scheme, period])
    }
  }

  /// Where a line that was taken back is marked; the lines themselves are only added to.
  private static let withdrawalKey = "'stage_withdrawn_' || run_stage.id"

  private static func stands(_ table: String) -> String {
    "NOT EXISTS (SELECT 1 FROM meta WHERE meta.key = 'stage_withdrawn_' || \(table).id)"
  }

  /// Of the runs of a scheme and period, SQL that puts the one first that counts: what was declared final and not opened
  /// again, else what was scored last.
  static let countingFirst = """
    coalesce(run.key = (SELECT CASE s.stage WHEN 'final' THEN s.run_key END FROM run_stage AS s
      WHERE s.scheme = run.scheme AND s.period = run.period AND \(stands("s")) ORDER BY s.id DESC LIMIT 1), 0) DESC, sequence DESC
    """
}
