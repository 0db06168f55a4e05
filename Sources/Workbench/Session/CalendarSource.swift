import Findings
import Foundation
import Register
import Tables
import Tabular

/// The workspace's working-day calendar, read when something first asks for it: a broken file stops only what counts
/// working days.
package final class CalendarSource {
  private let workspace: Workspace
  private let log: FindingLog
  private var answer: WorkCalendar??

  init(_ workspace: Workspace, log: FindingLog) {
    self.workspace = workspace
    self.log = log
  }

  /// nil, with the reasons in the log the first time, if a file cannot be read. Without any file every year is
  /// provisional.
  package var calendar: WorkCalendar? {
    if let answer { return answer }
    let calendar = readCalendar(workspace, log: log)
    answer = .some(calendar)
    return calendar
  }

  /// A hash of what the calendar says; empty if it cannot be read.
  var contentHash: String { calendar?.contentHash ?? "" }
}

/// Reads every CSV file of the calendar's folder, in the order of their names.
func readCalendar(_ workspace: Workspace, log: FindingLog) -> WorkCalendar? {
  let path = workspace.settings.calendar
  var names: [String] = []
  var isFolder: ObjCBool = false
  if FileManager.default.fileExists(atPath: workspace.absolute(path), isDirectory: &isFolder), isFolder.boolValue {
    let found = (try? FileManager.default.contentsOfDirectory(atPath: workspace.absolute(path))) ?? []
    names = found.filter { $0.hasSuffix(".csv") }.sorted().map { "\(path)/\($0)" }
  } else if workspace.settings.namesCalendar {
    // One file; one that is named must be there.
    names = [path]
  }
  let before = log.count(.problem)
  let files = names.compactMap { name -> CalendarFile? in
    guard let file = DelimitedFile.open(workspace.absolute(name), name: name, log: log),
      let table = TableRows.read(file, log: log)
    else { return nil }
    return CalendarFile(
      place: .file(name), name: name.split(separator: "/").last.map(String.init) ?? name, header: table.headers,
      rows: table.rows.map { RegisterRow(place: $0.place, cells: $0.cells) })
  }
  // Those that can be read are looked at all the same, so that everything wrong is told at once.
  let calendar = WorkCalendar.read(files, log: log)
  return log.count(.problem) == before ? calendar : nil
}

extension WorkCalendar {
  /// A hash of every year's days off, make-up days and source.
  var contentHash: String {
    let text = years.map { year in
      let off = year.off.map { "\($0.lowerBound.yyyymmdd)-\($0.upperBound.yyyymmdd)" }
      let parts = [
        "\(year.year)", off.joined(separator: ","), year.makeUp.map { "\($0.yyyymmdd)" }.joined(separator: ","),
      ]
      return (parts + [year.source]).joined(separator: "\u{1F}") + "\u{1E}"
    }
    return SHA256.hexDigest(of: Array(text.joined().utf8))
  }
}
