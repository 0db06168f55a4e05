import Charts
import Documents
import Findings
import Reports
import Schemes
import Scoring
import Store

/// What a report about one run can ask for.
struct WorkspaceReportSource: ReportSource {
  let data: ReportData
  let renderer: PNGRenderer?
  /// What a reader must know before the first sentence: nobody has approved the rules; inputs have changed since.
  let state: String?
  /// Trouble of our own on the way to an answer, such as a database that went away; the report's writer throws it on.
  let trouble: Trouble

  /// The unit in view, in the run's sheet.
  var unit: Int?

  func units(_ list: String) -> [String]? { UnitInView.codes(list, session.tables(of: run, language: .chinese)) }
  var unitLists: [String] { UnitInView.lists }

  func inView(of unit: String) -> WorkspaceReportSource {
    var source = self
    source.unit = run.sheet.units.firstIndex { $0.code == unit }
    return source
  }

  private var unitValues: [String: String] {
    unit.map { UnitInView(tables: session.tables(of: run, language: .chinese), unit: $0).values } ?? [:]
  }

  final class Trouble {
    var first: (any Error)?
  }

  private var run: CompletedRun { data.run }
  private var session: Session { data.session }

  var imprint: Imprint {
    let tables = session.tables(of: run, language: .chinese)
    return Imprint(
      institution: session.workspace.settings.institution, system: session.folders.title(of: run.loaded.system),
      period: run.period.chineseName,
      scheme: run.scheme.title, schemeVersion: run.scheme.version, approval: tables.approval(), state: state,
      run: run.shortKey,
      asOf: "\(run.record.input.asOf)")
  }

  private var values: [String: String] {
    let standing = run.sheet.standing
    let graded = standing.count { $0.status == .graded }
    let notGraded = standing.count { if case .notGraded = $0.status { true } else { false } }
    return [
      "institution": session.workspace.settings.institution, "period": run.period.chineseName,
      "period_kind": periodKind,
      "previous_period": run.period.previous?.chineseName ?? "", "units": "\(standing.count)",
      "graded": "\(graded)", "not_graded": "\(notGraded)",
      "deferred": "\(standing.count - graded - notGraded)", "grades": grades,
      "vetoed": "\(standing.count { $0.setBy != nil })",
      "scheme": run.scheme.title, "run": run.shortKey, "as_of": "\(run.record.input.asOf)",
      "matters_as_of": "\(data.matters.asOf)",
    ]
  }

  /// What a report about such a period is called: 半年通报, 年度通报.
  private var periodKind: String {
    switch run.period.grain {
    case .year: "年度"
    case .half: "半年"
    case .quarter: "季度"
    case .month: "月度"
    case .day: "当日"
    case .phase: "阶段"
    }
  }

  /// The grades from the best down, each with what it asks for.
  private var grades: String {
    (run.scheme.grading?.sentences(in: .chinese, year: run.period.start.year) ?? []).joined(separator: "；")
  }

  func value(_ name: String) -> String? {
    // Worked out only where it is asked for: it counts rows.
    guard name == Self.titleCoverage else { return unitValues[name] ?? values[name] }
    return attempt(session.log) { try data.titleCoverage() } ?? nil
  }
  var valueNames: [String] { (Array(values.keys) + Array(unitValues.keys) + [Self.titleCoverage]).sorted() }
  private static let titleCoverage = "title_coverage"

  func table(_ request: DocumentNode, log: FindingLog) -> DataTable? {
    attempt(log) { try data.table(request, log: log) } ?? nil
  }

  func charts(_ request: ChartRequest, log: FindingLog) -> [ReportFigure] {
    guard let renderer else { return [] }
    let pictures = attempt(log) {
      try ChartDrawing(data: data).pictures(
        request.chart, replacement: request.data, split: request.split == nil ? nil : true, renderer: renderer,
        log: log)
    }
    return (pictures ?? []).map { picture in
      ReportFigure(
        png: picture.png, alt: picture.scene.alternativeText,
        facet: picture.scene.facet.isEmpty ? nil : picture.scene.facet, widthPx: picture.scene.width,
        heightPx: picture.scene.height)
    }
  }

  func sentences(_ request: DocumentNode, log: FindingLog) -> [String] {
    attempt(log) { try data.sentences(request, log: log) } ?? []
  }

  func sql(_ request: SQLRequest, log: FindingLog) -> DataTable? {
    attempt(log) { try session.readOnlySQL(request.text, at: request.place) } ?? nil
  }

  private func attempt<Value>(_ log: FindingLog, _ body: () throws -> Value) -> Value? {
    do {
      return try body()
    } catch let error as FindingError {
      add(error.finding, to: log)
    } catch {
      if trouble.first == nil { trouble.first = error }
    }
    return nil
  }

  private func add(_ finding: any Finding, to log: FindingLog) { log.add(finding) }
}
