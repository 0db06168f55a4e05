import Foundation
import Testing

@testable import Charts

func expectGolden(_ scenes: [Scene], _ name: String) throws {
  let folder = TestPlace.folder.appendingPathComponent("Golden")
  let file = folder.appendingPathComponent("\(name).txt")
  let changed = folder.appendingPathComponent("\(name)-changed.txt")
  let text = scenes.map(\.listing).joined()
  let isRecording = ProcessInfo.processInfo.environment["QINGHENG_RECORD"] == "1"
  guard !isRecording, let known = try? String(contentsOf: file, encoding: .utf8) else {
    try text.write(to: file, atomically: true, encoding: .utf8)
    if !isRecording {
      Issue.record("There was no golden \(name).txt; it was written now. Look at it, then commit it.")
    }
    return
  }
  if text == known {
    try? FileManager.default.removeItem(at: changed)
  } else {
    try text.write(to: changed, atomically: true, encoding: .utf8)
    Issue.record("The scene differs from \(name).txt; it was left as \(name)-changed.txt.")
  }
}
