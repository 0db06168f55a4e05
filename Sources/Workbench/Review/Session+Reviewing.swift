import Findings
import Foundation
import Register

extension Session {
  /// Writes the questions of an import; none, if there are none.
  /// - Parameter report: takes a line about it.
  func write(_ review: ReviewList, to path: String, language: Language, _ report: (String) -> Void) throws {
    guard !review.isEmpty else {
      report(CommandSentence.nothingToReview.text(in: language))
      return
    }
    let book = ReviewBook(
      list: review, register: register, day: CalendarDate(parsing: String(clock.prefix(10))),
      minimumCell: workspace.settings.minimumCell)
    // It holds rows as they were sent in: as closed as the database.
    guard try save(book.workbook(), to: path, replaces: false, isPrivate: true, log: log) else { return }
    report(CommandSentence.reviewWritten(workspace.relative(path)).text(in: language))
  }
}
