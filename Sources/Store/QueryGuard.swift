import Findings
import GRDBSQLite

/// Watches one connection: what its statement may touch, and how long it may run. Everything that is not allowed by name
/// is refused.
final class QueryGuard {
  /// Tables and views that may be read, in lower case.
  var tables: Set<String> = ["sqlite_schema", "sqlite_master", "json_each", "json_tree"]
  /// Where only these may be named by the query itself, in lower case; what a view of ours reads is then read through it.
  var topLevel: Set<String>?
  /// The tables and views that the query names itself, in lower case.
  private(set) var named: Set<String> = []
  /// What was refused first since `begin`.
  private(set) var refusal: StoreFinding.SQLRefusal?
  /// A SELECT was met: VACUUM, BEGIN and the like are none.
  private(set) var isQuery = false

  private let seconds: Double
  private var deadline: ContinuousClock.Instant

  init(seconds: Double) {
    self.seconds = seconds
    deadline = .now
  }

  /// The guard must live as long as the connection.
  func watch(_ connection: OpaquePointer) {
    let context = Unmanaged.passUnretained(self).toOpaque()
    sqlite3_set_authorizer(
      connection,
      { context, action, first, second, _, accessor in
        guard let context else { return SQLITE_DENY }
        let guardian = Unmanaged<QueryGuard>.fromOpaque(context).takeUnretainedValue()
        return guardian.allows(action, first, second, accessor) ? SQLITE_OK : SQLITE_DENY
      }, context)
    sqlite3_progress_handler(
      connection, 10_000,
      { context in
        guard let context else { return 1 }
        let guardian = Unmanaged<QueryGuard>.fromOpaque(context).takeUnretainedValue()
        return ContinuousClock.now > guardian.deadline ? 1 : 0
      }, context)
  }

  func begin() {
    refusal = nil
    isQuery = false
    named = []
    deadline = .now + .seconds(seconds)
  }

  /// - Parameter accessor: the view through which the access comes; nil: the query itself.
  private func allows(
    _ action: Int32, _ first: UnsafePointer<CChar>?, _ second: UnsafePointer<CChar>?,
    _ accessor: UnsafePointer<CChar>?
  ) -> Bool {
    switch action {
    case SQLITE_SELECT:
      isQuery = true
      return true
    case SQLITE_RECURSIVE: return true
    case SQLITE_READ:
      let table = first.map { String(cString: $0) } ?? ""
      if isReadable(table.lowercased(), through: accessor.map { String(cString: $0).lowercased() }) { return true }
      refusal = refusal ?? (topLevel == nil ? .table(table) : .notAnInput(table))
    case SQLITE_FUNCTION:
      let function = second.map { String(cString: $0) } ?? ""
      if Self.functions.contains(function.lowercased()) { return true }
      refusal = refusal ?? .function(function)
    default: refusal = refusal ?? .notAQuery
    }
    return false
  }

  private func isReadable(_ table: String, through view: String?) -> Bool {
    guard let topLevel else { return tables.contains(table) }
    if topLevel.contains(table) {
      named.insert(table)
      return true
    }
    if ["json_each", "json_tree"].contains(table) { return true }
    guard let view, topLevel.contains(view), tables.contains(table) else { return false }
    // A count of rows reads no column of the view itself.
    named.insert(view)
    return true
  }

  /// No clocks, nothing random, nothing that reaches outside: a query gives the same on every day.
  private static let functions: Set<String> = [
    "abs", "acos", "asin", "atan", "atan2", "avg", "ceil", "ceiling", "char", "coalesce", "cos", "count", "cume_dist",
    "degrees", "dense_rank", "exp", "first_value", "floor", "format", "glob", "group_concat", "hex", "ifnull", "iif",
    "instr", "json", "json_array", "json_array_length", "json_extract", "json_group_array", "json_group_object",
    "json_object", "json_quote", "json_type", "json_valid", "->", "->>", "lag", "last_value", "lead", "length", "like",
    "likelihood", "likely", "ln", "log", "log10", "log2", "lower", "ltrim", "max", "min", "mod", "nth_value", "ntile",
    "nullif", "percent_rank", "pi", "pow", "power", "printf", "qh_days", "qh_hours", "qh_like", "qh_months", "quote",
    "radians", "rank", "replace", "round", "row_number", "rtrim", "sign", "sin", "sqrt", "substr", "substring", "sum",
    "tan", "total", "trim", "trunc", "typeof", "unicode", "unlikely", "upper",
  ]
}
