import GRDB
import Register
import Testing

@testable import Store

@Suite struct UnitTests {
  let folder = try! TemporaryFolder()

  @Test func noUnits() throws {
    let database = try folder.database()
    try database.syncUnits([])
    #expect(try database.units().isEmpty)
  }

  @Test func theRegisterComesBackAsItWas() throws {
    let database = try folder.database()
    try database.syncUnits(wards)
    #expect(try database.units() == wards)
    try database.syncUnits(wards.reversed())
    #expect(try database.units() == wards.reversed())
  }

  /// A command that only reads must not wait for another one's lock.
  @Test func aRegisterInStepIsNotWrittenAgain() throws {
    let database = try folder.database()
    try database.syncUnits(wards)
    try database.syncUnits(wards + [wards[0]])
    let other = try folder.database()
    try database.change { _ in try other.syncUnits(wards) }
    let before = try database.access { db in try Int.fetchOne(db, sql: "SELECT total_changes()") }
    try database.syncUnits(wards)
    #expect(try database.access { db in try Int.fetchOne(db, sql: "SELECT total_changes()") } == before)
    let renamed = OrgUnit(code: "D014", name: "肾内科", kind: "科室", validFrom: day(20_100_101), aliases: ["肾病内科"])
    try database.syncUnits([renamed])
    #expect(try database.units() == [renamed])
  }

  @Test func aChangedUnitKeepsItsNumber() throws {
    let database = try folder.database()
    try database.syncUnits(wards)
    let before = try database.unitIDs()
    let renamed = OrgUnit(code: "D014", name: "肾内科", kind: "科室", validFrom: day(20_100_101), aliases: ["肾病内科"])
    try database.syncUnits([renamed])
    #expect(try database.units() == [renamed])
    // The unit that left the register is still known to the rows that name it.
    #expect(try database.unitIDs() == before)
    try database.syncUnits(wards)
    #expect(try database.units() == wards)
  }

  @Test func ofTwoUnitsWithOneCodeTheFirstCounts() throws {
    let database = try folder.database()
    let twin = OrgUnit(code: "D014", name: "另一个", kind: "科室", validFrom: day(20_100_101))
    try database.syncUnits([wards[0], twin])
    #expect(try database.units() == [wards[0]])
  }

  @Test func unitsOfTablesStandBehindTheRegister() throws {
    let database = try folder.database()
    try database.syncUnits(wards)
    _ = try database.importBatch(header(), units: try database.units(), log: .init()) { writer in
      try writer.begin(columns: surveyColumns)
      try writer.register(["B", "A", "D014"].map { .init(code: $0, name: "名" + $0, kind: "医院") })
      return .keep
    }
    #expect(try database.units().map(\.code) == ["D014", "D031", "A", "B"])
    // One that the register knew already stays what it is.
    #expect(try database.units()[0] == wards[0])
    try database.syncUnits([])
    #expect(try database.units().map(\.code) == ["A", "B"])
  }
}
