import Documents
import Findings
import Register
import Schemes
import Scoring
import Testing

let firstHalf = period("2025H1")

func period(_ text: String) -> Period {
  Period(parsing: text)
    ?? Period(
      id: text, grain: .phase, start: CalendarDate(yyyymmdd: 20_250_101)!, end: CalendarDate(yyyymmdd: 20_250_630)!)
}

/// A scheme as a file has it, without its table specs.
func scheme(_ text: String) throws -> Scheme {
  let log = FindingLog()
  let head = """
    scheme: test
    version: "1"
    approval: {文号: 试1号, date: "2025-01-01"}

    """
  let scheme = YAMLFile.parse(head + text, name: "test.yaml", log: log).flatMap { Scheme.read($0, log: log) }
  return try #require(scheme, "\(log.findings.map { "\($0.place.text): \($0.wording(in: .english).found)" })")
}

/// A column of values; nil is missing.
func column(_ values: [Double?]) -> MeasureColumn {
  var column = MeasureColumn(missing: values.count)
  for (unit, value) in values.enumerated() {
    if let value { column[unit] = MeasureValue(value: value, state: .value, n: 1) }
  }
  return column
}

func input(_ measures: [String: MeasureColumn], period: Period = firstHalf, codes: [String]? = nil) -> ScoringInput {
  let count = measures.values.map(\.value.count).max() ?? 0
  let codes = codes ?? (0..<count).map { "D\($0)" }
  return ScoringInput(
    period: period, asOf: period.end, units: codes.map { ScoredUnit(code: $0, name: $0) }, measures: measures)
}

func near(_ a: Double, _ b: Double, _ tolerance: Double = 1e-9) -> Bool {
  a.isNaN && b.isNaN || abs(a - b) <= tolerance * max(1, abs(b))
}
