import Charts
import Documents
import Findings
import Foundation

/// Thirty bars with whiskers and values at 1600 × 1200, from a chart specification to the bytes of a PNG.
/// - Returns: seconds for one picture in a warm process; nil if it cannot be drawn.
func chartSeconds(writingTo path: String) -> Double? {
  let text = """
    chart: 科室排名
    marks:
      - bar: {y: unit, x: score, sort: -score}
      - interval: {y: unit, x1: lo, x2: hi}
      - text: {y: unit, text: score, format: "0.00", weight: bold, label: 得分}
    scales:
      x: {zero: true, domain: [0, 100], label: 得分（分）}
      y: {labels: name}
    title: 科室得分
    size: {width: 1600, height: 1200}
    """
  let log = FindingLog()
  let (names, scores, widths) = (DepartmentFiles.names, DepartmentFiles.scores, DepartmentFiles.halfWidths)
  let data = DataTable([
    DataColumn("unit", texts: names), DataColumn("name", texts: names), DataColumn("score", numbers: scores),
    DataColumn("lo", numbers: zip(scores, widths).map { $0 - $1 }),
    DataColumn("hi", numbers: zip(scores, widths).map { $0 + $1 }),
  ])
  guard let node = YAMLFile.parse(text, name: "bench.yaml", log: log),
    let spec = ChartSpec.read(node, name: "bench.yaml", log: log), let fonts = FontSet.locate(log: log),
    let renderer = PNGRenderer(fonts: fonts, log: log)
  else { return nil }
  func picture() -> [UInt8]? {
    drawing(of: spec, data: data, metrics: renderer.faces, log: log).first.flatMap { renderer.render($0, log: log) }
  }
  guard let bytes = picture(), !log.hasProblems,
    (try? Data(bytes).write(to: URL(filePath: path))) != nil
  else {
    for finding in log.findings { print(finding.wording(in: .english).found) }
    return nil
  }
  return warmMedian(of: 15) { _ = picture() }
}
