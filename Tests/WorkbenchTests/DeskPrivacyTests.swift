import Findings
import Foundation
import Testing

@testable import Workbench

/// What must not stand in a workbook of questions.
@Suite struct DeskPrivacyTests {
  @Test func rowsOfAnswersAreInNoWorkbook() throws {
    let desk = try DeskWorkspace()
    try desk.put(
      try desk.original("2025H1/患者问卷.csv").replacing("1,2025", with: "1,1825"), as: "患者问卷.csv")
    _ = try desk.receive()
    let texts = try desk.review().sheets.flatMap(\.rows).flatMap { $0 }
    #expect(!texts.contains { $0.contains("1825") || $0 == "满意" || $0 == "不满意" })
  }

  /// Of work secrets the number in the ledger is told, and days of stages; what somebody did is in no workbook.
  @Test func secretsStayWhereTheyAre() throws {
    let desk = try DeskWorkspace()
    let spec = try String(contentsOf: desk.url("备用/tables/线索.yaml"), encoding: .utf8)
    try desk.workspace.write(spec, to: "datasets/pingjia/tables/线索.yaml")
    let text = try String(contentsOf: desk.url("备用/线索台账.csv"), encoding: .utf8)
    try desk.put(text, as: "线索台账.csv")
    _ = try desk.receive()
    #expect(try desk.list("已收").contains("批次P1_线索台账.csv"))
    let rights = try FileManager.default.attributesOfItem(
      atPath: desk.url("已收/批次P1_线索台账.csv").path)[.posixPermissions]
    #expect(rights as? Int == 0o600)
    try desk.put(
      text.replacing("接受吃请,777777", with: "接受礼金,666666").replacing("柚子科", with: "香蕉科"), as: "线索台账.csv")
    _ = try desk.receive()
    let texts = try desk.review().sheets.flatMap(\.rows).flatMap { $0 }.joined(separator: "\n")
    #expect(texts.contains("取代批次") || texts.contains("X-02"))
    for secret in ["石竹青", "吃请", "礼金", "777777", "666666", "柚子", "香蕉", "张冠李戴"] {
      #expect(!texts.contains(secret), "\(secret)")
    }
  }
}
