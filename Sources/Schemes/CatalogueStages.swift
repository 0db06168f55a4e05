/// The columns of an event's stages: which rows have been decided on, and since when the decision holds.
package struct CatalogueStages: Sendable, Hashable {
  /// Days; nil where the table does not keep them.
  package var triggered: String
  package var verified: String?
  package var confirmed: String
  package var effective: String?
  package var role: String
  package var result: String
  /// The results that mean that it is so.
  package var positive: [String]

  package init(
    triggered: String, verified: String? = nil, confirmed: String, effective: String? = nil, role: String,
    result: String, positive: [String]
  ) {
    self.triggered = triggered
    self.verified = verified
    self.confirmed = confirmed
    self.effective = effective
    self.role = role
    self.result = result
    self.positive = positive
  }

  /// Whether a row is in force on the day `:as_of`, as SQL: decided with role and a positive result, its first day
  /// reached, and its days in order. Whatever is NULL where it must not be makes it untrue.
  package func inForce(column: (String) -> String = quotedIdentifier) -> String {
    let (reported, decided) = (column(triggered), column(confirmed))
    let since = effective.map(column) ?? decided
    let results = positive.map { "'" + $0.replacing("'", with: "''") + "'" }.joined(separator: ", ")
    var conditions = [
      "\(decided) <= :as_of", "\(since) <= :as_of", "\(decided) <= \(since)", "\(column(role)) <> ''",
      "\(column(result)) IN (\(results))", "coalesce(\(reported) <= \(decided), 1)",
    ]
    if let verified = verified.map(column) {
      conditions += ["coalesce(\(verified) <= \(decided), 1)", "coalesce(\(reported) <= \(verified), 1)"]
    }
    return conditions.joined(separator: " AND ")
  }
}
