import GRDBSQLite
import Register
import Synchronization

/// Where `qh_workdays(a, b)` finds the calendar, and leaves which years without one it was asked about.
package final class CalendarDesk: Sendable {
  private struct State {
    var calendar: WorkCalendar?
    var provisional: Set<Int> = []
  }
  private let state = Mutex(State())

  /// From now on, working days are those of this calendar.
  package func use(_ calendar: WorkCalendar) { state.withLock { $0.calendar = calendar } }

  /// The years without a calendar of the days that were counted since this was last asked.
  package func takeProvisionalYears() -> Set<Int> {
    state.withLock { state in
      guard !state.provisional.isEmpty else { return [] }
      defer { state.provisional = [] }
      return state.provisional
    }
  }

  /// - Returns: nil while there is no calendar.
  fileprivate func workingDays(after first: CalendarDate, through last: CalendarDate) -> Int? {
    state.withLock { state in
      guard let answer = state.calendar?.workingDays(after: first, through: last) else { return nil }
      if answer.isProvisional { state.provisional.formUnion(answer.provisionalYears) }
      return answer.value
    }
  }

  /// Adds `qh_workdays(a, b)`: working days after a up to and including b, negative if b is earlier. The connection
  /// keeps the desk.
  ///
  /// SQLite is not told that it is deterministic: it would work constant days out once, and of the other rows it would
  /// not be known that they rest on a year without a calendar.
  func register(on connection: OpaquePointer) {
    sqlite3_create_function_v2(
      connection, "qh_workdays", 2, SQLITE_UTF8 | SQLITE_INNOCUOUS,
      Unmanaged.passRetained(self).toOpaque(),
      { context, _, arguments in
        guard let (first, last) = days(arguments) else { return sqlite3_result_null(context) }
        guard let desk = sqlite3_user_data(context) else { return sqlite3_result_error_code(context, SQLITE_MISUSE) }
        let calendar = Unmanaged<CalendarDesk>.fromOpaque(desk).takeUnretainedValue()
        guard let count = calendar.workingDays(after: first, through: last) else {
          // A number without a calendar would be a guess.
          return sqlite3_result_error_code(context, SQLITE_MISUSE)
        }
        sqlite3_result_int64(context, Int64(count))
      }, nil, nil,
      { desk in if let desk { Unmanaged<CalendarDesk>.fromOpaque(desk).release() } })
  }
}
