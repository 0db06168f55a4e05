/// Names between quotation marks, in a row: “a”, “b”; 「“a”、“b”」.
package func quoted(_ names: [String], in language: Language) -> String {
  names.map { "“\($0)”" }.joined(separator: language == .chinese ? "、" : ", ")
}
