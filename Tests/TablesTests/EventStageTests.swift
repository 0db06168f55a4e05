import Tables
import Testing

/// Reported → verified → decided → in force, as of a day.
@Suite("Stages of an event")
struct EventStageTests {
  static let rule = ConfirmationRule(
    trigger: "触发", verified: "核实", verifier: "核实部门", confirmed: "认定", role: "机构", result: "结论",
    positive: ["属实", "成立"], effective: "生效")
  static let whole = EventRecord(
    triggered: 2025_02_03, verified: 2025_02_20, confirmed: 2025_03_10, effective: 2025_03_15, role: "院纪委",
    result: "属实")

  @Test(
    "pass one by one, each on its own day",
    arguments: [
      (2025_02_03, EventStage.triggered), (2025_02_19, .triggered), (2025_02_20, .verified), (2025_03_09, .verified),
      (2025_03_10, .confirmed), (2025_03_14, .confirmed), (2025_03_15, .inForce), (2099_01_01, .inForce),
    ])
  func stages(day: Int, expected: EventStage) { #expect(Self.whole.stage(on: day, under: Self.rule) == expected) }

  @Test("a result that is not positive is never in force")
  func notSustained() {
    var record = Self.whole
    record.result = "不实"
    record.effective = nil
    #expect(record.stage(on: 2025_03_09, under: Self.rule) == .verified)
    #expect(record.stage(on: 2025_03_10, under: Self.rule) == .notSustained)
    #expect(record.doubts(under: Self.rule).isEmpty)
  }

  @Test("without a day in force the decision waits; without the column it holds at once")
  func withoutEffectiveDay() {
    var record = Self.whole
    record.effective = nil
    #expect(record.stage(on: 2099_01_01, under: Self.rule) == .confirmed)
    var rule = Self.rule
    rule.effective = nil
    #expect(record.stage(on: 2025_03_09, under: rule) == .verified)
    #expect(record.stage(on: 2025_03_10, under: rule) == .inForce)
  }

  @Test("verification may be left out; days out of order are in doubt on every day")
  func order() {
    var record = Self.whole
    record.verified = nil
    #expect(record.stage(on: 2025_03_15, under: Self.rule) == .inForce)
    record.verified = 2025_03_11
    #expect(
      record.doubts(under: Self.rule) == [
        .order(.confirm, day: 2025_03_10, before: .verify, otherDay: 2025_03_11)
      ])
    for day in [2025_02_03, 2025_03_10, 2025_03_15] {
      #expect(record.stage(on: day, under: Self.rule) == .doubtful)
    }
    record = Self.whole
    record.effective = 2025_03_09
    #expect(record.doubts(under: Self.rule).count == 1)
    // The days around an empty one are compared too.
    record = EventRecord(triggered: 2025_04_01, confirmed: 2025_03_01, role: "院纪委", result: "属实")
    #expect(record.stage(on: 2025_05_01, under: Self.rule) == .doubtful)
  }

  @Test("a decision without day, role or result is in doubt from its day on")
  func gaps() {
    var record = Self.whole
    record.role = nil
    record.result = nil
    #expect(record.doubts(under: Self.rule) == [.incomplete([.role, .result])])
    #expect(record.stage(on: 2025_03_09, under: Self.rule) == .verified)
    #expect(record.stage(on: 2025_03_10, under: Self.rule) == .doubtful)
    record = Self.whole
    record.confirmed = nil
    #expect(record.doubts(under: Self.rule) == [.incomplete([.day])])
    // A preliminary result is no decision.
    record = EventRecord(triggered: 2025_02_03, result: "待查")
    #expect(record.doubts(under: Self.rule).isEmpty && record.stage(on: 2025_03_01, under: Self.rule) == .triggered)
  }
}
