/// The texts of one file that name no unit, in the order of their first appearance: a person says what they mean.
struct UnmatchedNames {
  private(set) var names: [UnmatchedName] = []
  private var indices: [String: Int] = [:]
  /// Free text in a column of departments must not fill the memory.
  private static let most = 2000

  mutating func add(_ text: String, nearest: String?, row: Int) {
    if let index = indices[text] {
      names[index].count += 1
    } else if names.count < Self.most {
      indices[text] = names.count
      names.append(UnmatchedName(text: text, count: 1, firstRow: row, nearest: nearest))
    }
  }
}

/// A text of the unit column that no unit of the register carries.
package struct UnmatchedName: Sendable, Equatable {
  package var text: String
  /// How many rows say so.
  package var count: Int
  package var firstRow: Int
  /// The name that it was probably meant to be.
  package var nearest: String?

  package init(text: String, count: Int, firstRow: Int, nearest: String?) {
    self.text = text
    self.count = count
    self.firstRow = firstRow
    self.nearest = nearest
  }
}
