/// One cell: a value and the part that it plays.
package struct SheetCell: Sendable, Hashable {
  package enum Value: Sendable, Hashable {
    case empty
    /// Always a text, whatever it begins with: never a formula, a number or a link.
    case text(String)
    case whole(Int)
    /// nil: as many decimal places as needed. What is not finite is empty.
    case number(Double, digits: Int?)
    case day(SheetDay)
  }

  package enum Role: String, Sendable, Hashable, CaseIterable {
    case plain
    case title
    case heading
    /// The heading of what must be filled in.
    case requiredHeading
    case note
    /// To be filled in.
    case open
    /// Filled in beforehand, not to be changed.
    case given
    /// Something that must be looked at.
    case warning
  }

  package var value: Value
  package var role: Role
  /// What a person may fill in where nothing stands yet.
  package var kind: ValueKind

  package init(_ value: Value, _ role: Role = .plain, kind: ValueKind = .text) {
    self.value = value
    self.role = role
    switch value {
    case .empty: self.kind = kind
    case .text: self.kind = .text
    case .whole: self.kind = .whole
    case .number(_, let digits): self.kind = .number(digits: digits)
    case .day: self.kind = .day
    }
  }

  package static func text(_ text: String, _ role: Role = .plain) -> SheetCell { SheetCell(.text(text), role) }
  package static let empty = SheetCell(.empty)
}

/// A day; the caller sees to it that it is a real one after 1900-02-28, where Excel's calendar begins to be right.
package struct SheetDay: Sendable, Hashable, Comparable {
  package let yyyymmdd: Int
  package init(yyyymmdd: Int) { self.yyyymmdd = yyyymmdd }
  package static func < (a: SheetDay, b: SheetDay) -> Bool { a.yyyymmdd < b.yyyymmdd }
}
