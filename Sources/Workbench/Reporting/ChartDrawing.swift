import Charts
import Documents
import Findings
import Foundation
import Reports
import Schemes
import Scoring

/// Draws chart specs with the data of one run.
struct ChartDrawing {
  let data: ReportData

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
    try scenes(path, replacement: replacement, split: split, metrics: renderer.faces, log: log).compactMap { scene in
      renderer.render(scene, log: log).map { Picture(scene: scene, png: $0) }
    }
  }

  /// The same, not yet turned into bytes.
  func scenes(
    _ path: String, replacement: DocumentNode? = nil, split: Bool? = nil, metrics: some TextMetrics, log: FindingLog
  ) throws -> [Scene] {
    let workspace = data.session.workspace
    guard let document = YAMLFile.read(workspace.absolute(path), name: path, log: log),
      let spec = ChartSpec.read(document, name: path, log: log)
    else { return [] }
    guard let request = replacement ?? spec.data else {
      log.add(WorkbenchFinding.chartDataMissing(spec.place))
      return []
    }
    // What is wrong with the request is in the log once, from `table`.
    guard let table = try data.table(request, log: log), let asked = DataRequest.read(request, log: FindingLog()),
      let run = try data.run(of: asked, log: FindingLog())
    else { return [] }
    let sentences = RunSentences(run, minimumCell: run.minimumCell(today: workspace.settings.minimumCell))
    let node = asked.node.flatMap { $0 == sentences.tables.rankedRoot?.id ? nil : run.scheme.node($0) }
    func title(_ group: String, _ units: [Int]) -> String {
      if asked.kind == .dimensions { return sentences.dimensionTitle(group: group, units: units) }
      if let node { return sentences.nodeTitle(node, group: group, units: units) }
      return sentences.rankingTitle(group: group, units: units)
    }
    let groups = sentences.groups()
    var values = self.values(of: run)
    values["finding"] = title("", groups.flatMap(\.units))
    let facetValues = Dictionary(
      groups.map { ($0.name, ["finding": title($0.name, $0.units), "n_units": "\($0.units.count)"]) },
      uniquingKeysWith: { first, _ in first })
    return drawing(
      of: spec, data: table, cutoffs: node == nil ? cutoffs(of: run) : [], values: values, facetValues: facetValues,
      split: split, metrics: metrics, log: log)
  }

  /// The grades' lines, as the scheme states them; they are lines of the ranked node's scores only.
  private func cutoffs(of run: CompletedRun) -> [Cutoff] {
    (run.scheme.grading?.bands ?? []).compactMap { band in
      band.atLeast?.value(in: run.period.start.year).map { Cutoff(value: $0, label: band.grade) }
    }
  }

  /// What fills `{name}` in a chart's words.
  private func values(of run: CompletedRun) -> [String: String] {
    let tables = data.session.tables(of: run, language: .chinese)
    return [
      "scheme": run.scheme.title, "period": run.period.chineseName, "n_units": "\(run.sheet.units.count)",
      "approval": "方案 \(run.scheme.id) \(run.scheme.version)：\(tables.approval())。运行 \(run.shortKey)",
      "institution": data.session.workspace.settings.institution, "run": run.shortKey,
      "minimum_cell": "\(run.minimumCell(today: data.session.workspace.settings.minimumCell))",
      "as_of": "\(run.record.input.asOf)",
    ]
  }
}

extension Session {
  /// Draws a chart of a run into files.
  /// - Parameter out: a folder, into which PNG files go; or a file's name that ends in `.svg` or `.png`, to which the
  ///   group is added where there are several.
  /// - Returns: the files' paths; nil, with the reason in the log, if nothing could be drawn.
  package func drawChart(_ path: String, of run: CompletedRun, into out: String) throws -> [String]? {
    let target = ChartTarget(out, stem: "\(FileStem.stem(of: path))-\(safe(run.period.id))")
    guard let fonts = FontSet.locate(log: log) else { return nil }
    let drawing = ChartDrawing(data: ReportData(session: self, run: run))
    var pictures: [(facet: String, bytes: Data)] = []
    if target.suffix == "svg" {
      guard let faces = FontFaces(fonts, log: log) else { return nil }
      let renderer = SVGRenderer(metrics: faces, family: fonts.family)
      pictures = try drawing.scenes(path, metrics: faces, log: log).map { ($0.facet, Data(renderer.render($0).utf8)) }
    } else {
      guard let renderer = PNGRenderer(fonts: fonts, log: log) else { return nil }
      pictures = try drawing.pictures(path, renderer: renderer, log: log).map { ($0.scene.facet, Data($0.png)) }
    }
    var files: [String] = []
    for picture in pictures {
      let name = target.stem + (picture.facet.isEmpty ? "" : "-" + safe(picture.facet))
      var file = "\(name).\(target.suffix)"
      // Two groups may differ only in what a file's name cannot hold.
      var twin = 2
      while files.contains(file) {
        file = "\(name)-\(twin).\(target.suffix)"
        twin += 1
      }
      if try write(picture.bytes, to: file) { files.append(file) }
    }
    return files.isEmpty ? nil : files
  }

  /// A name as part of a file's name: letters, digits, points and hyphens.
  func safe(_ name: String) -> String {
    String(name.map { $0.isLetter || $0.isNumber || $0 == "." ? $0 : "-" })
  }
}

/// Where a chart's files go.
private struct ChartTarget {
  /// The path without its ending.
  let stem: String
  let suffix: String

  init(_ out: String, stem: String) {
    let ending = ["svg", "png"].first { out.lowercased().hasSuffix("." + $0) }
    self.stem = ending == nil ? "\(out)/\(stem)" : String(out.dropLast(4))
    suffix = ending ?? "png"
  }
}
