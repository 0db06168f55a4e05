import Charts
import Documents
import Findings
import Foundation
import Schemes
import Scoring

/// Draws chart specs with the data of one run.
struct ChartDrawing {
  let data: ReportData
  private var run: CompletedRun { data.run }

  struct Picture {
    let scene: Scene
    let png: [UInt8]
  }

  /// - Parameters:
  ///   - path: the chart spec inside the workspace.
  ///   - replacement: data that take the place of those that the spec names.
  ///   - split: a picture for each group; nil: as the spec says.
  /// - Returns: nothing, with the reason in the log, if it cannot be drawn.
  func pictures(
    _ path: String, replacement: DocumentNode? = nil, split: Bool? = nil, renderer: PNGRenderer, log: FindingLog
  ) throws -> [Picture] {
    let workspace = data.session.workspace
    guard let node = YAMLFile.read(workspace.absolute(path), name: path, log: log),
      let spec = ChartSpec.read(node, name: path, log: log)
    else { return [] }
    guard let request = replacement ?? spec.data else {
      log.add(WorkbenchFinding.chartDataMissing(spec.place))
      return []
    }
    guard let table = try data.table(request, log: log) else { return [] }
    let isAboutDimensions = request["dimensions"] != nil
    let sentences = RunSentences(run, minimumCell: workspace.settings.minimumCell)
    func title(_ group: String, _ units: [Int]) -> String {
      isAboutDimensions
        ? sentences.dimensionTitle(group: group, units: units) : sentences.rankingTitle(group: group, units: units)
    }
    let groups = sentences.groups()
    var values = self.values
    values["finding"] = title("", groups.flatMap(\.units))
    let facetValues = Dictionary(
      groups.map { ($0.name, ["finding": title($0.name, $0.units), "n_units": "\($0.units.count)"]) },
      uniquingKeysWith: { first, _ in first })
    let scenes = drawing(
      of: spec, data: table, cutoffs: cutoffs, values: values, facetValues: facetValues, split: split,
      metrics: renderer.faces, log: log)
    return scenes.compactMap { scene in
      renderer.render(scene, log: log).map { Picture(scene: scene, png: $0) }
    }
  }

  /// The grades' lines, as the scheme states them.
  private var cutoffs: [Cutoff] {
    (run.scheme.grading?.bands ?? []).compactMap { band in
      band.atLeast.map { Cutoff(value: $0, label: band.grade) }
    }
  }

  /// What fills `{name}` in a chart's words.
  private var values: [String: String] {
    let tables = data.session.tables(of: run, language: .chinese)
    return [
      "scheme": run.scheme.title, "period": run.period.chineseName, "n_units": "\(run.sheet.units.count)",
      "approval": "方案 \(run.scheme.id) \(run.scheme.version)：\(tables.approval())。运行 \(run.shortKey)",
      "institution": data.session.workspace.settings.institution, "run": run.shortKey,
      "minimum_cell": "\(data.session.workspace.settings.minimumCell)",
      "as_of": "\(run.record.input.asOf)",
    ]
  }
}

extension Session {
  /// Draws a chart of a run into files.
  /// - Returns: the files' paths; nil, with the reason in the log, if nothing could be drawn.
  package func drawChart(_ path: String, of run: CompletedRun, into folder: String) throws -> [String]? {
    guard let fonts = FontSet.locate(log: log), let renderer = PNGRenderer(fonts: fonts, log: log) else { return nil }
    let pictures = try ChartDrawing(data: ReportData(session: self, run: run)).pictures(
      path, renderer: renderer, log: log)
    let stem = fileStem(path)
    var files: [String] = []
    for picture in pictures {
      let facet = picture.scene.facet.isEmpty ? "" : "-\(picture.scene.facet.filter { $0 != "/" })"
      let file = "\(folder)/\(stem)-\(run.period.id)\(facet).png"
      if try write(Data(picture.png), to: file) { files.append(file) }
    }
    return files.isEmpty ? nil : files
  }

  func fileStem(_ path: String) -> String {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    return name.split(separator: ".").first.map(String.init) ?? name
  }
}
