import Documents
import Findings

extension Scheme {
  /// The names of the files that a scheme extends, the nearest first; as far as they are there.
  package static func bases(of node: DocumentNode, among files: [String: DocumentNode]) -> [String] {
    chain(of: node, among: files, log: FindingLog())
  }

  /// The scheme set over all that it extends, every value at the place where it was written.
  /// - Returns: nil where the chain of files breaks, which is reported.
  package static func extended(
    _ node: DocumentNode, among files: [String: DocumentNode], log: FindingLog
  ) -> DocumentNode? {
    let before = log.count(.problem)
    let names = chain(of: node, among: files, log: log)
    guard log.count(.problem) == before else { return nil }
    let merge = SchemeMerge(log: log)
    var whole = names.last.flatMap { files[$0] } ?? node
    for next in names.dropLast().reversed().compactMap({ files[$0] }) + (names.isEmpty ? [] : [node]) {
      whole = merge.scheme(next, over: whole)
    }
    return log.count(.problem) == before ? whole : nil
  }

  /// The files behind one another, as far as they can be followed.
  private static func chain(
    of node: DocumentNode, among files: [String: DocumentNode], log: FindingLog
  ) -> [String] {
    var seen = [node.place.file?.split(separator: "/").last.map(String.init) ?? ""]
    var current = node
    while let written = current["extends"], written.content != .empty,
      let name = written.text(called: "extends", log: log)
    {
      var problem: ExtensionProblem?
      if !isFileName(name) {
        problem = .notFileName(name: name)
      } else if let start = seen.firstIndex(of: name) {
        problem = .cycle(chain: seen[start...] + [name])
      } else if files[name] == nil {
        problem = .fileAbsent(name: name, known: files.keys.sorted())
      }
      if let problem { log.add(SchemeFinding.extending(written.place, problem)) }
      guard problem == nil, let base = files[name] else { break }
      seen.append(name)
      current = base
    }
    return Array(seen.dropFirst())
  }

  private static func isFileName(_ name: String) -> Bool {
    !name.isEmpty && name != "." && name != ".."
      && !name.unicodeScalars.contains { $0 == "/" || $0 == "\\" || $0 == ":" || $0.value < 0x20 }
  }
}
