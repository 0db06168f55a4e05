import Charts
import Dispatch
import Documents
import Findings
import Foundation
import Synchronization

/// So many pictures of the gallery's kinds, from specs and columns to PNG, on two threads, each with a renderer of its own.
/// - Returns: seconds from fonts to the last byte, in a process that has drawn nothing before; nil if one cannot be
///   drawn.
func gallerySeconds(_ folder: String, count: Int) -> Double? {
  let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).filter { $0.hasSuffix(".yaml") }
  let log = FindingLog()
  let charts = names.sorted().compactMap { name -> (spec: ChartSpec, data: DataTable)? in
    guard let node = YAMLFile.read("\(folder)/\(name)", name: name, log: log),
      let spec = ChartSpec.read(node, name: name, log: log),
      let text = try? String(contentsOfFile: "\(folder)/\(name.dropLast(4))csv", encoding: .utf8)
    else { return nil }
    return (spec, table(text))
  }
  guard !charts.isEmpty, !log.hasProblems else { return nil }
  let next = Atomic(0)
  let failures = Atomic(0)
  let taken = ContinuousClock().measure {
    DispatchQueue.concurrentPerform(iterations: 2) { _ in
      let log = FindingLog()
      guard let fonts = FontSet.locate(log: log), let renderer = PNGRenderer(fonts: fonts, log: log) else {
        failures.add(1, ordering: .relaxed)
        return
      }
      while true {
        let index = next.add(1, ordering: .relaxed).oldValue
        guard index < count else { return }
        let chart = charts[index % charts.count]
        let scene = drawing(of: chart.spec, data: chart.data, metrics: renderer.faces, log: log).first
        if scene.flatMap({ renderer.render($0, log: log) }) == nil { failures.add(1, ordering: .relaxed) }
      }
    }
  }
  return failures.load(ordering: .relaxed) == 0 ? taken / .seconds(1) : nil
}

/// Columns of plain CSV; those whose fields are all numbers or empty are numbers.
private func table(_ text: String) -> DataTable {
  let lines = text.split(separator: "\n").map {
    $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
  }
  let header = lines.first ?? []
  return DataTable(
    header.indices.map { index in
      let fields = lines.dropFirst().map { index < $0.count ? $0[index] : "" }
      let isNumeric = fields.contains { !$0.isEmpty } && fields.allSatisfy { $0.isEmpty || Double($0) != nil }
      return isNumeric
        ? DataColumn(header[index], numbers: fields.map { Double($0) ?? .nan })
        : DataColumn(header[index], texts: fields.map { $0.isEmpty ? nil : $0 })
    })
}
