import Findings
import Testing

@testable import Charts

/// Every kind of chart over data that nobody drew it for: none, one row, all missing, all equal, negative, hundreds,
/// long names. Nothing overlaps, nothing leaves the page, every datum is drawn or named.
@Suite struct GalleryLawsTests {
  enum Change: String, CaseIterable { case none, one, missing, equal, negative, many, longNames }

  @Test(arguments: Gallery.kinds, Change.allCases) func theLawsHold(kind: String, change: Change) throws {
    let log = FindingLog()
    let read = try #require(shippedSpec("gallery/\(kind)", log: log))
    let data = Self.changed(try Gallery.data(kind), change, keys: Self.keys(of: read))
    let scenes = drawing(of: read, data: data, metrics: FixedTextMetrics(), log: log)
    let told = FindingText(language: .english).text(of: log)
    // A heat map of 300 columns or a picture higher than anyone reads is refused, not drawn badly.
    if scenes.isEmpty, log.findings.contains(where: { $0.code == "chart-too-high" }) { return }
    #expect(!log.hasProblems, "\(kind), \(change): \(told)")
    #expect(!scenes.isEmpty, "\(kind), \(change)")
    for scene in scenes {
      expectLaws(scene, "\(kind), \(change)")
      #expect(!scene.alternativeText.isEmpty)
      let numbers = scene.elements.allSatisfy { !$0.isBroken }
      #expect(numbers, "\(kind), \(change): a place that is no number")
    }
    if change == .none { #expect(scenes[0].alternativeText.hasSuffix("无数据")) }
    let discs = scenes.flatMap(\.elements).count { if case .disc = $0 { true } else { false } }
    for mark in read.marks {
      let drawn =
        switch mark {
        case let mark as DotMark:
          (0..<data.rowCount).count {
            data.number(mark.value, $0).isFinite && (!data.isNumeric(mark.x) || data.number(mark.x, $0).isFinite)
          }
        case let mark as PointMark: (0..<data.rowCount).count { data.number(mark.x, $0).isFinite }
        default: 0
        }
      #expect(discs >= drawn, "\(kind), \(change): \(discs) dots for \(drawn) rows")
    }
  }

  /// The columns of names, which tell rows apart.
  private static func keys(of spec: ChartSpec) -> Set<String> {
    let across = spec.marks.compactMap { ($0 as? any PlaneMark)?.across }
    return Set(
      spec.marks.flatMap { mark -> [String?] in
        switch mark {
        case let mark as DotMark: [mark.label, mark.name]
        case let mark as LineMark: [mark.by]
        case let mark as PointMark: mark.spread ? [mark.print, mark.name] : [mark.y]
        default: [mark.y]
        }
      }.compactMap { $0 }
    ).subtracting(across)
  }

  private static func changed(_ data: DataTable, _ change: Change, keys: Set<String>) -> DataTable {
    var data = data
    switch change {
    case .none: return data.rows(at: [])
    case .one: return data.rows(at: data.rowCount > 0 ? [0] : [])
    case .many:
      let copies = max(1, 300 / max(1, data.rowCount))
      let rows = data.rowCount
      data = data.rows(at: (0..<copies).flatMap { _ in 0..<rows })
      rename(&data, keys) { $1 / rows == 0 ? $0 : "\($0)·\($1 / rows)" }
    case .longNames:
      rename(&data, keys) { name, _ in "\(name)（东院区、Department of Clinical Integrity，2号楼）与挂靠的联合办公室" }
    case .missing, .equal, .negative:
      for index in data.columns.indices {
        guard case .numbers(let numbers) = data.columns[index].values else { continue }
        data.columns[index].values = .numbers(
          numbers.map { change == .missing ? .nan : change == .equal ? ($0.isNaN ? .nan : 3) : -$0 })
      }
    }
    return data
  }

  private static func rename(_ data: inout DataTable, _ keys: Set<String>, _ name: (String, Int) -> String) {
    for index in data.columns.indices where keys.contains(data.columns[index].name) {
      guard case .texts(let texts) = data.columns[index].values else { continue }
      data.columns[index].values = .texts(texts.enumerated().map { row, text in text.map { name($0, row) } })
    }
  }
}

extension SceneElement {
  fileprivate var isBroken: Bool {
    let numbers: [Double] =
      switch self {
      case .rect(let box, _), .hatch(let box, _): [box.left, box.top, box.right, box.bottom]
      case .line(let from, let to, _, _, _): [from.x, from.y, to.x, to.y]
      case .polyline(let points, _, _, _), .polygon(let points, _): points.flatMap { [$0.x, $0.y] }
      case .disc(let middle, let radius, _, _): [middle.x, middle.y, radius]
      case .text(let text): [text.x, text.baseline, text.size]
      }
    return !numbers.allSatisfy(\.isFinite)
  }
}
