import Findings
import Schemes

/// What differs between two schemes, as text to print.
package func schemeDifferences(
  from old: SchemeText, to new: SchemeText, language: Language
) -> (text: String, count: Int) {
  let found = differences(from: old.document, to: new.document)
  let words = DifferenceWords(language: language, old: old.scheme, new: new.scheme)
  let heading = ComparisonSentence.differences(.init(old.scheme), .init(new.scheme), count: found.count)
  let lines = [heading.text(in: language)] + found.flatMap { words.lines($0).map { "  " + $0 } }
  return (lines.map(terminalSafe).joined(separator: "\n") + "\n", found.count)
}

extension ComparisonSentence.SchemeName {
  init(_ scheme: Scheme) { self.init(title: scheme.title, id: scheme.id, version: scheme.version) }
}
