import Documents
import Findings
import Foundation
import Register

/// The folder that the product works in: where `qingheng.yaml` lies, and what it says.
package struct Workspace: Sendable {
  package let folder: URL
  package let settings: WorkspaceSettings

  package static let settingsName = "qingheng.yaml"

  /// Opens the workspace at a folder, or the nearest folder upwards that has `qingheng.yaml`.
  /// - Parameters:
  ///   - named: `--workspace`; then exactly that folder.
  ///   - current: where the search begins.
  package static func open(named: String?, current: URL, log: FindingLog) -> Workspace? {
    guard
      let folder = named.map({ resolved($0, under: current) }) ?? nearest(to: current),
      FileManager.default.fileExists(atPath: folder.appending(path: settingsName).path)
    else {
      log.add(WorkbenchFinding.noWorkspace(.file(named ?? current.path), isNamed: named != nil))
      return nil
    }
    let path = folder.appending(path: settingsName).path
    guard let node = YAMLFile.read(path, name: settingsName, log: log),
      let settings = WorkspaceSettings.read(node, log: log)
    else { return nil }
    return Workspace(folder: folder, settings: settings)
  }

  private static func nearest(to start: URL) -> URL? {
    var folder = start.standardizedFileURL
    while true {
      if FileManager.default.fileExists(atPath: folder.appending(path: settingsName).path) { return folder }
      let above = folder.deletingLastPathComponent().standardizedFileURL
      if above.path == folder.path { return nil }
      folder = above
    }
  }

  /// A path as a person writes it: absolute, or under a folder.
  static func resolved(_ path: String, under folder: URL) -> URL {
    (path.hasPrefix("/") ? URL(filePath: path) : folder.appending(path: path)).standardizedFileURL
  }

  /// Where a file that a command names lies; relative paths start at the workspace.
  func url(_ path: String) -> URL { Self.resolved(path, under: folder) }

  package var databasePath: String { folder.appending(path: settings.database).path }

  /// A path inside the workspace as findings write it.
  package func relative(_ path: String) -> String {
    let base = folder.path.hasSuffix("/") ? folder.path : folder.path + "/"
    return path.hasPrefix(base) ? String(path.dropFirst(base.count)) : path
  }

  /// What the database calls a file: its path inside the workspace, else its name alone, since where an inbox lies on
  /// one machine belongs in no document.
  func storedName(of path: String) -> String {
    let name = relative(path)
    return name.hasPrefix("/") ? (name as NSString).lastPathComponent : name
  }

  /// Reads a period as the workspace knows them: a calendar period, or a phase by its name.
  package func period(_ text: String, log: FindingLog) -> Period? {
    if let phase = settings.phases.first(where: { $0.id == text }) { return phase }
    if let period = Period(parsing: text) { return period }
    log.add(WorkbenchFinding.periodUnreadable(.subject(text), phases: settings.phases.map(\.id)))
    return nil
  }

  /// Every YAML file of a folder, in the order of its name, as paths inside the workspace.
  func yamlFiles(in subfolder: String) -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.appending(path: subfolder).path)) ?? []
    return names.filter { $0.hasSuffix(".yaml") || $0.hasSuffix(".yml") }.sorted().map { "\(subfolder)/\($0)" }
  }

  func absolute(_ path: String) -> String { folder.appending(path: path).path }
}

/// What `qingheng.yaml` says.
package struct WorkspaceSettings: Sendable {
  package var institution = ""
  package var language = Language.chinese
  package var database = "qingheng.sqlite"
  package var protectedDatabase = "protected.sqlite"
  package var units = "datasets/_shared/units.csv"
  /// Whether the settings name that file themselves.
  package var namesUnits = false
  /// What people answered that departments are called.
  package var aliases = "datasets/_shared/aliases.csv"
  package var memberships = "datasets/_shared/memberships.csv"
  package var namesMemberships = false
  /// The folder of the working-day calendar, a file a year; or one such file.
  package var calendar = "datasets/_shared/calendar"
  package var namesCalendar = false
  /// Cells of anonymous tables with fewer answers are not shown and not scored.
  package var minimumCell = 5
  package var phases: [Period] = []

  static func read(_ node: DocumentNode, log: FindingLog) -> WorkspaceSettings? {
    let before = log.count(.problem)
    var reader = MappingReader(node, path: Workspace.settingsName, shape: .workspace, log: log)
    var settings = WorkspaceSettings()
    settings.institution = reader.requiredText("institution") ?? ""
    settings.language = reader.choice("language", Language.self) ?? .chinese
    settings.database = reader.text("database") ?? settings.database
    settings.protectedDatabase = reader.text("protected") ?? settings.protectedDatabase
    settings.namesUnits = reader.has("units")
    settings.units = reader.text("units") ?? settings.units
    settings.aliases = reader.text("aliases") ?? settings.aliases
    settings.namesMemberships = reader.has("memberships")
    settings.memberships = reader.text("memberships") ?? settings.memberships
    settings.namesCalendar = reader.has("calendar")
    settings.calendar = reader.text("calendar") ?? settings.calendar
    if let cell = reader.integer("minimum_cell") {
      settings.minimumCell = cell
      if cell < 1 {
        log.add(WorkbenchFinding.minimumCellTooSmall(reader.place(of: "minimum_cell"), value: cell))
      }
    }
    for entry in reader.entries("phases") {
      var phase = MappingReader(entry.value, path: "phases.\(entry.key)", shape: .phase, log: log)
      let from = phase.requiredText("from")
      let to = phase.requiredText("to")
      phase.finish()
      guard let from, let to else { continue }
      guard let start = CalendarDate(parsing: from), let end = CalendarDate(parsing: to), start <= end else {
        log.add(WorkbenchFinding.phaseDatesUnreadable(entry.value.place, phase: entry.key, from: from, to: to))
        continue
      }
      settings.phases.append(Period(id: entry.key, grain: .phase, start: start, end: end))
    }
    reader.finish()
    return log.count(.problem) == before ? settings : nil
  }
}
