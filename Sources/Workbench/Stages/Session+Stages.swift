import Charts
import Findings
import Foundation
import Register
import Store

extension Session {
  /// What a person says when a run goes out as a draft.
  package struct StageRequest {
    package var stage: DraftStage
    package var role: String
    /// nil: today.
    package var day: String?
    package var reason: String
    /// Declares final what was scored with warnings, with a reason.
    package var acceptsWarnings: Bool
    package init(
      stage: DraftStage, role: String, day: String? = nil, reason: String = "", acceptsWarnings: Bool = false
    ) {
      self.stage = stage
      self.role = role
      self.day = day
      self.reason = reason
      self.acceptsWarnings = acceptsWarnings
    }
    var explanation: String { reason.trimmingCharacters(in: .whitespaces) }
  }

  /// Records that the last run of a scheme and period went out as a draft, or was declared final.
  /// - Returns: what to say; nil with the reasons in the log.
  package func stage(scheme: String, period: Period, _ request: StageRequest, language: Language) throws -> String? {
    let before = log.count(.problem)
    let place = Place.subject("\(scheme) \(period.id)")
    guard let identity = try database.runs().last(where: { $0.scheme == scheme && $0.period == period.id }) else {
      if folders.scheme(scheme, log: log) != nil {
        log.add(WorkbenchFinding.notScored(place, scheme: scheme, period: period.id))
      }
      return nil
    }
    let role = request.role.trimmingCharacters(in: .whitespaces)
    if role.isEmpty { log.add(StageFinding.roleEmpty(.subject("--role"))) }
    let text = request.day ?? String(clock.prefix(10))
    let day = CalendarDate(parsing: text)
    if day == nil { log.add(StageFinding.dayUnreadable(.subject(text))) }
    let earlier = try database.stages(scheme: scheme, period: period.id)
    if let day { check(day, run: identity, earlier: earlier, place: place) }
    check(request, run: identity, earlier: earlier, period: period, place: place)
    guard log.count(.problem) == before, let day else { return nil }
    // Whoever sends a result out must know what is not settled in it, and it is declared final with open eyes.
    let warnings = try database.run(key: identity.key)?.findings.filter(\.holdsUpFinal) ?? []
    for finding in warnings { log.add(finding) }
    if request.stage == .final, !warnings.isEmpty, !request.acceptsWarnings || request.explanation.isEmpty {
      log.add(
        StageFinding.warningsStand(place, codes: Set(warnings.map(\.code)).sorted(), scheme: scheme, period: period.id))
      return nil
    }
    try database.record(
      RunStage(
        scheme: scheme, period: period.id, runKey: identity.key, stage: request.stage, role: role, day: day,
        reason: request.explanation, recordedAt: clock, recordedBy: actor))
    return CommandSentence.staged(
      scheme: scheme, period: period.id, stage: request.stage, run: String(identity.key.prefix(12)), role: role,
      day: day
    ).text(in: language)
  }

  /// Takes the last stage back as recorded by mistake; that it was recorded, and who took it back, stays on record.
  /// - Returns: what to say; nil with the reasons in the log.
  package func withdrawStage(
    scheme: String, period: Period, role: String, reason: String, language: Language
  ) throws -> String? {
    let role = role.trimmingCharacters(in: .whitespaces)
    let reason = reason.trimmingCharacters(in: .whitespaces)
    let place = Place.subject("\(scheme) \(period.id)")
    let last = try database.stages(scheme: scheme, period: period.id).last
    if last == nil { log.add(StageFinding.nothingToWithdraw(place)) }
    if role.isEmpty { log.add(StageFinding.roleEmpty(.subject("--role"))) }
    if reason.isEmpty { log.add(StageFinding.withdrawalUnexplained(place)) }
    guard let last, !role.isEmpty, !reason.isEmpty else { return nil }
    try database.withdrawLastStage(
      scheme: scheme, period: period.id,
      RunStage.Withdrawal(role: role, reason: reason, recordedAt: clock, recordedBy: actor))
    return CommandSentence.stageWithdrawn(
      scheme: scheme, period: period.id, stage: last.stage, day: last.day, run: String(last.runKey.prefix(12)),
      role: role
    ).text(in: language)
  }

  /// A draft goes out after what it rests on, in order, and not in times to come.
  private func check(_ day: CalendarDate, run: RunIdentity, earlier: [RunStage], place: Place) {
    let today = String(clock.prefix(10))
    if let last = earlier.last, day < last.day {
      log.add(StageFinding.dayBeforeLast(place, day: day, last: last.day))
    }
    if let now = CalendarDate(parsing: today), now < day {
      log.add(StageFinding.dayAfterToday(place, day: day, today: today))
    }
    if day < run.asOf { log.add(StageFinding.dayBeforeRun(place, day: day, asOf: run.asOf)) }
  }

  private func check(
    _ request: StageRequest, run: RunIdentity, earlier: [RunStage], period: Period, place: Place
  ) {
    let (scheme, short) = (run.scheme, String(run.key.prefix(12)))
    if let last = earlier.last, last.stage == .final {
      // Opened again, everything begins anew.
      if request.explanation.isEmpty || request.stage != .consultation {
        log.add(
          StageFinding.alreadyFinal(
            place, run: String(last.runKey.prefix(12)), day: last.day, scheme: scheme, period: period.id))
      }
      return
    }
    let current = earlier.suffix(from: earlier.lastIndex { $0.stage == .final }.map { $0 + 1 } ?? 0)
    for needed in DraftStage.allCases where needed < request.stage && !current.contains(where: { $0.stage == needed }) {
      log.add(StageFinding.skipped(place, stage: request.stage, missing: needed, scheme: scheme, period: period.id))
      return
    }
    guard request.stage == .final else { return }
    if let submitted = current.last(where: { $0.stage == .submission }), submitted.runKey != run.key {
      log.add(
        StageFinding.notTheSubmittedRun(
          place, run: short, submitted: String(submitted.runKey.prefix(12)), scheme: scheme, period: period.id))
    }
    if run.asOf < period.end { log.add(StageFinding.runNotWhole(place, asOf: run.asOf, end: period.end)) }
  }

  /// Whether it was declared final, and not opened again.
  func isFinal(_ run: CompletedRun) throws -> Bool {
    let last = try database.stages(scheme: run.record.scheme, period: run.period.id).last
    return last?.stage == .final && last?.runKey == run.record.key
  }

  /// The run that last went out as a draft of a stage.
  package func run(scheme: String, period: Period, stage: DraftStage) throws -> CompletedRun? {
    let stages = try database.stages(scheme: scheme, period: period.id)
    guard let found = stages.last(where: { $0.stage == stage }) else {
      let known = DraftStage.allCases.filter { stage in stages.contains { $0.stage == stage } }
      log.add(
        StageFinding.absent(
          .subject("\(scheme) \(period.id)"), stage: stage, scheme: scheme, period: period.id, known: known))
      return nil
    }
    guard let record = try database.run(key: found.runKey), let loaded = try replayable(record) else { return nil }
    return completed(record, by: loaded)
  }

  /// Two drafts of one scheme and period: what checking and appeals changed.
  package func compare(
    scheme: String, period: Period, stages first: DraftStage, _ second: DraftStage
  ) throws -> RunPair? {
    guard let a = try run(scheme: scheme, period: period, stage: first),
      let b = try run(scheme: scheme, period: period, stage: second)
    else { return nil }
    let all = try database.stages(scheme: scheme, period: period.id)
    var drafts = try pair(a, b, period: period)
    drafts?.drafts = [first, second].compactMap { stage in all.last { $0.stage == stage } }
    return drafts
  }

  /// As what the run went out last, or went out as a draft of a stage; nil: it was never sent out.
  package func stage(of run: CompletedRun, as stage: DraftStage? = nil) throws -> RunStage? {
    try database.stages(scheme: run.scheme.id, period: run.period.id).last {
      $0.runKey == run.record.key && (stage == nil || $0.stage == stage)
    }
  }

  /// As what the run went out, in a line for people; nil: it was never sent out.
  package func stageLine(of run: CompletedRun, as stage: DraftStage? = nil, language: Language) throws -> String? {
    try self.stage(of: run, as: stage)?.line(in: language)
  }

  /// Tells that another run of the scheme and period was declared final, which this one does not change.
  package func tellOfFinal(before run: CompletedRun) throws {
    let stages = try database.stages(scheme: run.scheme.id, period: run.period.id)
    guard let last = stages.last, last.stage == .final, last.runKey != run.record.key else { return }
    log.add(
      StageFinding.finalStands(
        .subject("\(run.scheme.id) \(run.period.id)"), run: String(last.runKey.prefix(12)), day: last.day,
        now: run.shortKey, scheme: run.scheme.id, period: run.period.id))
  }

  /// Everything that was sent out, the earliest first.
  package func stages(scheme: String, period: Period, language: Language) throws -> DataTable {
    let stages = try database.recordedStages(scheme: scheme, period: period.id)
    return DataTable([
      DataColumn(.stage, language, texts: stages.map { $0.stage.name(in: language) }),
      DataColumn(.day, language, texts: stages.map { "\($0.day)" }),
      DataColumn(.role, language, texts: stages.map(\.role)),
      DataColumn(.run, language, texts: stages.map { String($0.runKey.prefix(12)) }),
      DataColumn(.reason, language, texts: stages.map { $0.explanation(in: language) }),
    ])
  }
}

extension RunStage {
  /// Why, and that it was taken back.
  fileprivate func explanation(in language: Language) -> String {
    guard let withdrawal else { return reason }
    let day = withdrawal.recordedAt.prefix(10)
    let back =
      language == .chinese
      ? "已撤回（\(day)，\(withdrawal.role)）：\(withdrawal.reason)"
      : "undone (\(day), \(withdrawal.role)): \(withdrawal.reason)"
    return reason.isEmpty ? back : reason + (language == .chinese ? "；" : "; ") + back
  }

  func line(in language: Language) -> String {
    let name = stage.name(in: language)
    return language == .chinese ? "\(name)（\(day)，\(role)）" : "\(name) (\(day), \(role))"
  }
}
