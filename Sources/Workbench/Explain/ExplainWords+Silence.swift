import Findings
import Register

/// What is not told, and what nobody told.
extension ExplainWords {
  private var isChinese: Bool { language == .chinese }

  /// Why points below the total have no decimals.
  func coarse(under cell: Int) -> String {
    isChinese
      ? "以下各项的分不写小数，以免推算出少于 \(cell) 份的部分"
      : "points below are without decimals, because a part with under \(cell) answers would follow from them"
  }

  /// - Parameter spans: days that nobody reported on, as yyyymmdd.
  func uncovered(_ spans: [ClosedRange<Int>], by table: String, member: String?) -> String {
    let names = spans.flatMap(names).joined(separator: isChinese ? "、" : ", ")
    let whose = member.map { isChinese ? "\($0)" : "\($0): " } ?? ""
    return isChinese ? "\(whose)未查报的时间（“\(table)”）：\(names)" : "\(whose)not reported on in “\(table)”: \(names)"
  }

  /// Whole months by their names, other days from one to the other.
  private func names(of span: ClosedRange<Int>) -> [String] {
    let (first, last) = (span.lowerBound, span.upperBound)
    let lastOfMonth = CalendarDate.lastDay(year: last / 10_000, month: last / 100 % 100)
    guard first % 100 == 1, last % 100 == lastOfMonth else { return [self.span(first, last)] }
    var months: [String] = []
    var month = first / 100
    while month <= last / 100 {
      let number = month % 100
      months.append(isChinese ? "\(month / 100)年\(number)月" : "\(month / 100)-\(number < 10 ? "0" : "")\(number)")
      month = number == 12 ? month + 89 : month + 1
    }
    return months
  }
}
