import Documents
import Findings

extension Scheme {
  /// Reads a scheme file and checks its structure; all problems at once.
  /// - Returns: nil if there is any problem. What needs tables is left to `check(_:against:log:)`.
  package static func read(
    _ node: DocumentNode, among files: [String: DocumentNode] = [:], against catalogue: Catalogue? = nil,
    log: FindingLog
  ) -> Scheme? {
    draft(node, among: files, against: catalogue, log: log).flatMap { $0.isWhole ? $0.scheme : nil }
  }

  /// Reads as much of a scheme file as can be read, and checks that; all problems at once.
  /// - Parameters:
  ///   - files: The scheme files of the same folder by name, for `extends`.
  ///   - catalogue: What a scheme that has problems is held against as far as it can be read, so that those of its
  ///     measures, tables and points are told in the same pass.
  /// - Returns: nil if what it extends cannot be read.
  package static func draft(
    _ node: DocumentNode, among files: [String: DocumentNode] = [:], against catalogue: Catalogue? = nil,
    log: FindingLog
  ) -> SchemeDraft? {
    guard let whole = extended(node, among: files, log: log) else { return nil }
    let reading = SchemeReading(log: FindingLog())
    let (scheme, unknownPlaces) = reading.scheme(whole)
    var structure = StructureCheck(
      scheme, brokenNodes: reading.brokenNodes, likeBases: reading.likeBases,
      brokenFacts: reading.brokenFacts, brokenParts: reading.brokenParts, unsoundNodes: reading.unsoundNodes,
      areUsesKnown: reading.areUsesKnown, log: reading.log)
    structure.run()
    let draft = SchemeDraft(
      scheme: scheme, isWhole: !reading.log.hasProblems, soundMeasures: reading.soundMeasures,
      unsoundNodes: structure.unsoundNodes, areFactsSound: reading.isRestSound && structure.areFactsSound,
      isOutcomeSound: reading.isRestSound && structure.isOutcomeSound)
    if let catalogue, !draft.isWhole { check(draft, against: catalogue, log: reading.log) }
    // A measure that is `like` another reads the same lines again, and an unknown $name stays behind as a text.
    var seen: Set<String> = []
    for finding in reading.log.findings {
      if unknownPlaces.contains(finding.place),
        finding.code != ReadingProblem.parameterUnknown(name: "", known: []).code
      {
        continue
      }
      let words = finding.wording(in: .english).found
      if seen.insert("\(finding.place.text)\u{0}\(finding.code)\u{0}\(words)").inserted { log.add(finding) }
    }
    return draft
  }
}

extension SchemeReading {
  /// As much of the scheme as can be read.
  func scheme(_ written: DocumentNode) -> (Scheme, unknownPlaces: Set<Place>) {
    if case .mapping(let entries)? = written["params"]?.content { readParameters(entries) }
    var values: [String: DocumentNode] = [:]
    if case .mapping(let entries)? = written["params"]?.content {
      for entry in entries { values[entry.key] = entry.value }
    }
    reportUnusedParameters(in: written)
    let (node, unknownPlaces) = substituting(written, values: values)
    var reader = MappingReader(node, path: "scheme", shape: .scheme, log: log)
    // What it extends stands here already.
    _ = reader.node("extends")
    var scheme = Scheme(id: reader.requiredText("scheme") ?? "", place: node.place)
    scheme.title = reader.text("title") ?? scheme.id
    scheme.basis = reader.text("basis") ?? ""
    scheme.version = quotedText("version", in: &reader) ?? ""
    scheme.approval = approval(&reader)
    scheme.titles = titles(&reader, &scheme)
    scheme.decisions = reader.text("decisions")
    if reader.has("decisions") { scheme.places["decisions"] = reader.place(of: "decisions") }
    scheme.units = units(&reader, &scheme)
    scheme.deferred = factTests("deferred", in: &reader)
    scheme.exempt = factTests("exempt", in: &reader)
    _ = reader.entries("params")
    scheme.params = parameters
    let beforeDefaults = log.count(.problem)
    scheme.defaults = defaults(&reader, &scheme)
    let beforeMeasures = log.count(.problem)
    scheme.measures = measures(reader.entries("measures"))
    let afterMeasures = log.count(.problem)
    scheme.facts = reader.entries("facts").compactMap { fact($0) }
    let beforeNodes = log.count(.problem)
    scheme.roots = roots(&reader)
    let afterNodes = log.count(.problem)
    scheme.combination = combination(&reader)
    scheme.effectGroups = effectGroups(&reader)
    scheme.effects = effects(&reader)
    scheme.eligible = factTests("eligible", in: &reader)
    scheme.ranking = ranking(&reader)
    scheme.grading = grading(&reader)
    scheme.examples = examples(&reader)
    reader.finish()
    let (measures, nodes) = (afterMeasures - beforeMeasures, afterNodes - beforeNodes)
    isRestSound = log.count(.problem) - beforeDefaults == measures + nodes
    areUsesKnown = log.count(.problem) == measures
    return (scheme, unknownPlaces)
  }

  /// Text that must stand in quotes, because `1.10` and `2` would look like numbers.
  private func quotedText(_ key: String, in reader: inout MappingReader) -> String? {
    guard let node = reader.requiredNode(key) else { return nil }
    if node.kind == .number {
      log.add(
        DocumentFinding.wrongKind(node.place, key: key, expected: .text, found: .number, value: node.shortText))
      return nil
    }
    return node.text(called: key, log: log)
  }

  private func approval(_ reader: inout MappingReader) -> Scheme.Approval? {
    guard let node = reader.node("approval") else {
      report(.approvalAbsent, at: reader.place)
      return nil
    }
    var inner = MappingReader(node, path: "approval", shape: .approval, log: log)
    let number = inner.requiredText("文号")
    let date = inner.requiredText("date")
    inner.finish()
    guard let number, let date else { return nil }
    return .init(documentNumber: number, date: date)
  }

  private func units(_ reader: inout MappingReader, _ scheme: inout Scheme) -> Scheme.UnitSelection {
    guard let node = reader.node("units") else { return .init() }
    var inner = MappingReader(node, path: "units", shape: .units, log: log)
    let peers = peers(&inner)
    var selection = Scheme.UnitSelection(
      kinds: inner.texts("kind"), predicate: expression("where", in: &inner), peers: peers.peers)
    selection.peerNames = peers.names
    if case .sequence(let kinds)? = node["kind"]?.content {
      for (index, kind) in kinds.enumerated() { scheme.places["units.kind.\(index)"] = kind.place }
    }
    for key in ["kind", "where", "peers"] where inner.has(key) { scheme.places["units.\(key)"] = inner.place(of: key) }
    inner.finish()
    return selection
  }

  private func defaults(_ reader: inout MappingReader, _ scheme: inout Scheme) -> Scheme.Defaults {
    var defaults = Scheme.Defaults()
    guard let node = reader.node("defaults") else { return defaults }
    var inner = MappingReader(node, path: "defaults", shape: .defaults, log: log)
    defaults.leavesMissing = inner.choice("leaves_missing", MissingPolicy.self) ?? defaults.leavesMissing
    defaults.coverage = number("coverage", in: &inner, .share) ?? defaults.coverage
    if inner.has("coverage") { scheme.places["defaults.coverage"] = inner.place(of: "coverage") }
    defaults.over = population(inner.node("over")) ?? defaults.over
    if let digits = number("digits", in: &inner, .between(0, 9)) { defaults.digits = Int(digits) }
    inner.finish()
    return defaults
  }
}
