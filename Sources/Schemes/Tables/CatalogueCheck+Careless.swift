import Findings

/// Answers that were marked as careless may be left out; but not in one reading and counted in another of the same answers:
/// the difference of two such numbers is what the few that were marked have answered.
extension CatalogueCheck {
  func checkCareless() {
    for table in catalogue.tables.values.sorted(by: { $0.id < $1.id })
    where table.isAnonymous && !table.careless.isEmpty {
      var readings: [CarelessReading] = []
      for measure in scheme.measures where !isPartial(measure) {
        for reading in self.readings(of: measure, over: table) {
          let other = readings.first { $0.flags != reading.flags && !$0.answers.isDisjoint(with: reading.answers) }
          if let other, other.measure != measure.id {
            report(
              .carelessMixed(measure: measure.id, other: other.measure, table: table.id),
              at: measure.place(of: "where"))
          }
          readings.append(reading)
        }
      }
    }
  }

  private func readings(of measure: Measure, over table: CatalogueTable) -> [CarelessReading] {
    var readings: [CarelessReading] = []
    if measure.table == table.id {
      readings.append(
        CarelessReading(
          measure.id, table, value: measure.value?.expression.columns ?? [],
          predicate: measure.predicate?.expression.columns ?? []))
    }
    if let per = measure.denominator, per.table == table.id {
      readings.append(
        CarelessReading(
          measure.id, table, value: per.value?.expression.columns ?? [],
          predicate: per.predicate?.expression.columns ?? []))
    }
    if case .view(let view) = measure.source, tables(in: view.sql).contains(where: { $0.id == table.id }) {
      let words = Set(view.sql.split { !($0.isLetter || $0.isNumber || $0 == "_") }.map { $0.lowercased() })
      let named = Set(table.columns.map(\.id).filter { words.contains($0.lowercased()) })
      readings.append(CarelessReading(measure.id, table, value: named, predicate: []))
    }
    return readings
  }
}

/// What a measure asks of a table of answers, and by which marks it leaves some out.
private struct CarelessReading {
  let measure: String
  let flags: Set<String>
  let answers: Set<String>

  init(_ measure: String, _ table: CatalogueTable, value: Set<String>, predicate: Set<String>) {
    let marks = Set(table.careless)
    self.measure = measure
    flags = value.union(predicate).intersection(marks)
    // A count of rows tells what its condition asks.
    answers = (value.isEmpty ? predicate : value).subtracting(marks)
  }
}
