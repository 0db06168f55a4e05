import Findings
import Foundation
import Testing

@testable import Store

@Suite struct IntegrityTests {
  let folder = try! TemporaryFolder()

  @Test func aSoundDatabase() throws {
    let database = try folder.database()
    let log = FindingLog()
    #expect(try database.integrityCheck(log: log))
    try database.importSurvey([])
    try database.importSurvey([(1, 80, nil)], sha256: "bb")
    #expect(try database.integrityCheck(log: log))
    #expect(log.isEmpty)
  }

  @Test func rowsThatSomebodyTookAwayAreMissed() throws {
    let database = try folder.database()
    try database.importSurvey([(1, 80, nil), (2, 70, nil)])
    try database.change { try $0.execute(sql: #"DELETE FROM "t_qinglian_患者问卷" WHERE "序号" = 1"#) }
    let log = FindingLog()
    #expect(try !database.integrityCheck(log: log))
    #expect(
      log.findings.compactMap { $0 as? StoreFinding } == [
        .databaseDamaged(.file("qingheng.sqlite"), detail: "batch 1")
      ])
  }

  @Test func aTornFileIsDamaged() throws {
    try folder.database().importSurvey((0..<5000).map { (Int64($0), 80, "这一行有些长") })
    let handle = try #require(FileHandle(forWritingAtPath: folder.file()))
    try handle.seek(toOffset: 40 * 4096)
    try handle.write(contentsOf: Data(repeating: 0xA5, count: 8 * 4096))
    try handle.close()
    let log = FindingLog()
    let database = try folder.database()
    let isSound = (try? database.integrityCheck(log: log)) ?? false
    #expect(!isSound)
    #expect(finding { _ = try database.surveyNumbers() }?.code == "database-damaged")
  }
}
