import Register

/// Why a written date is not read, and what to write instead.
extension WrittenDate.Refusal {
  var english: String {
    switch self {
    case .blank: "nothing is written"
    case .unknown: "no known way of writing a date"
    case .impossibleDay: "there is no such day"
    case .yearUnknown: "it has no year, and the row's period does not tell which one is meant"
    case .yearBeforeRow: "it has no year, and in that of the row's period it lies before the row's own day"
    case .yearShort: "its year has two digits"
    case .monthMissing: "it names no month"
    case .beforeWhat: "it does not say whether that month is included"
    case .relative: "it is relative to a day that nobody wrote"
    case .vague: "it does not say which day"
    case .zeroLost: "a spreadsheet may have dropped its last zero (6.3 may have been 6.30)"
    case .serialNumber: "it is a spreadsheet's own number for a day"
    case .bareNumber: "it is a number alone"
    case .several: "it is more than one date"
    case .reversed: "it ends before it begins"
    }
  }

  var englishRemedy: String {
    switch self {
    case .serialNumber: "Format the column as dates in the spreadsheet and export it again."
    case .several: "Write one date here, and the others in other columns."
    case .reversed: "Swap or correct the two dates."
    case .yearUnknown, .yearBeforeRow, .yearShort: "Write the year with four digits, as 2025-06-30 or 2025年6月底前."
    default: "Write the date, as 2025-06-30, 2025年6月底前, 立行立改 or 长期坚持."
    }
  }
}
