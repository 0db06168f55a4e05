extension Scheme {
  /// Whether a measure counts working days, so that the calendar is among the scheme's inputs.
  package var countsWorkingDays: Bool {
    measures.contains { measure in
      measure.countsWorkingDays
        || [measure.denominator?.predicate, measure.denominator?.value].contains {
          $0?.expression.calls(.workdays) == true
        }
    }
  }
}

extension Measure {
  /// Whether its own `where` or `value` counts working days; its denominator is a measure of its own.
  package var countsWorkingDays: Bool {
    [predicate, value].contains { $0?.expression.calls(.workdays) == true }
  }
}
