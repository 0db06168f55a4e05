/// A cell of a table that leaves come from.
package enum SchemeCell: Sendable, Hashable, Codable {
  case text(String)
  case number(Double)
  case empty

  /// As a name: text as it stands, whole numbers without a point.
  var name: String {
    switch self {
    case .text(let text): text
    case .number(let number): formatted(number)
    case .empty: ""
    }
  }
}
