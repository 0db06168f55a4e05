import Findings
import Schemes

/// What differs between two schemes, as text to print.
package func schemeDifferences(
  from old: SchemeText, to new: SchemeText, language: Language
) -> (text: String, count: Int) {
  let found = differences(from: old.document, to: new.document)
  let words = DifferenceWords(language: language, old: old.scheme, new: new.scheme)
  let isChinese = language == .chinese
  func name(_ scheme: Scheme) -> String { "\(scheme.title)（\(scheme.id) \(scheme.version)）" }
  let heading =
    isChinese
    ? "\(name(old.scheme)) 与 \(name(new.scheme))：\(found.isEmpty ? "没有差别" : "\(found.count)处差别")"
    : "\(old.scheme.id) \(old.scheme.version) and \(new.scheme.id) \(new.scheme.version): "
      + (found.isEmpty ? "no difference" : counted(found.count, "difference"))
  let lines = [heading] + found.flatMap { words.lines($0).map { "  " + $0 } }
  return (lines.map(terminalSafe).joined(separator: "\n") + "\n", found.count)
}
