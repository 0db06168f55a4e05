import Documents
import Findings

extension SchemeReading {
  func grading(_ reader: inout MappingReader) -> Grading? {
    guard let node = reader.node("grades") else { return nil }
    var inner = MappingReader(node, path: "grades", shape: .grades, log: log)
    let only = inner.choice("only", GradedGrain.self)
    var grading = Grading(bands: [], onlyYear: only == .year, place: node.place)
    // Grades come from lines or from clusters, and one of the two must be there.
    switch onlyKey(of: ["bands", "kmeans"], in: &inner) {
    case "bands":
      for item in inner.list("bands") ?? [] { band(item, &grading) }
    case "kmeans": if let written = inner.node("kmeans") { grading.clusters = clusters(written, &grading) }
    default: break
    }
    inner.finish()
    return grading
  }
  private enum GradedGrain: String, CaseIterable { case year }

  private func band(_ item: DocumentNode, _ grading: inout Grading) {
    var band = MappingReader(item, path: "grades.bands", shape: .band, log: log)
    guard let grade = band.requiredText("grade") else { return }
    let path = "grades.\(grade)"
    let before = log.count(.problem)
    let place = band.place(of: "grade")
    if let earlier = grading.places[grade] {
      report(.duplicateId(kind: .grade, id: grade, first: earlier), at: place)
    } else {
      grading.places[grade] = place
    }
    for key in ["at_least", "each_child_share", "percentile", "quota"] where band.has(key) {
      grading.places["\(grade).\(key)"] = band.place(of: key)
    }
    let least = band.node("at_least").flatMap { cutOff($0, path: "\(path).at_least") }
    let share = number("each_child_share", in: &band, .share)
    var floors: [String: Double] = [:]
    for entry in band.entries("child_at_least") {
      grading.places["\(grade).child_at_least.\(entry.key)"] = entry.keyPlace
      if let floor = number(entry.value, called: entry.key) { floors[entry.key] = floor }
    }
    let percentile = number("percentile", in: &band, .share)
    var quota: Quota?
    if let written = band.node("quota") {
      quota = self.quota(written, path: "\(path).quota", grade: grade, &grading)
    }
    band.finish()
    if log.count(.problem) > before { brokenParts.insert(path) }
    grading.bands.append(
      .init(
        grade: grade, atLeast: least, eachChildShare: share, nodeFloors: floors, percentileAtLeast: percentile,
        quota: quota))
  }

  /// `90`, or `{2025: 90, 2026: 92}`.
  private func cutOff(_ node: DocumentNode, path: String) -> GradeBand.CutOff? {
    guard case .mapping(let entries) = node.content else {
      return node.number(called: path, log: log).map { .constant($0) }
    }
    if entries.isEmpty { report(.listLength(key: path, needed: 1, found: 0), at: node.place) }
    var values: [Int: Double] = [:]
    for entry in entries {
      let written = DocumentNode(.scalar(entry.key, isQuoted: false), at: entry.keyPlace)
      guard let year = written.integer(called: path, log: log) else { continue }
      guard (1900...2199).contains(year) else {
        report(
          .numberOutside(key: path, value: Double(year), rule: .between(1900, 2199)), at: entry.keyPlace)
        continue
      }
      if let value = number(entry.value, called: entry.key) { values[year] = value }
    }
    return values.isEmpty ? nil : .byYear(values)
  }

  /// `kmeans: {node, per, k, start, refine: {strict_radius}, names}`.
  private func clusters(_ node: DocumentNode, _ grading: inout Grading) -> ClusterGrading? {
    var inner = MappingReader(node, path: "grades.kmeans", shape: .clusters, log: log)
    let id = inner.requiredText("node")
    let per = inner.text("per")
    let count = inner.requiredNode("k").flatMap { integer($0, called: "k", within: .counts(from: 2)) }
    // The one start that there is: said, so that the file tells the method.
    _ = inner.choice("start", ClusterStart.self)
    var radius: Double?
    if let written = inner.node("refine") {
      var refine = MappingReader(written, path: "grades.kmeans.refine", shape: .refinement, log: log)
      radius = requiredNumber("strict_radius", in: &refine, .positive)
      refine.finish()
    }
    var names: [String] = []
    for item in inner.requiredNode("names")?.list(called: "names", log: log) ?? [] {
      guard let name = item.text(called: "names", log: log) else { continue }
      if let earlier = grading.places[name] {
        report(.duplicateId(kind: .grade, id: name, first: earlier), at: item.place)
      } else {
        grading.places[name] = item.place
      }
      names.append(name)
    }
    for key in ["node", "per", "k", "names"] { grading.places["kmeans.\(key)"] = inner.place(of: key) }
    inner.finish()
    guard let id, let count else { return nil }
    return ClusterGrading(node: id, per: per, k: count, strictRadius: radius, names: names, place: node.place)
  }
  private enum ClusterStart: String, CaseIterable { case quintiles = "quintile_medians" }
}
