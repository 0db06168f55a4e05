/// A column that a row needs because of what another says: 已发表 needs 发表日期.
package struct RowRule: Sendable, Hashable {
  package var column: String
  /// The texts of `column` under which the others are needed.
  package var texts: [String]
  package var needed: [String]
  package init(column: String, texts: [String], needed: [String]) {
    self.column = column
    self.texts = texts
    self.needed = needed
  }
}
