/// |found − expected| ÷ |expected|, or |found| where 0 is expected; NaN where only one of the two is.
func relativeError(_ found: Double, _ expected: Double) -> Double {
  if found == expected || (found.isNaN && expected.isNaN) { return 0 }
  return abs(found - expected) / (expected == 0 ? 1 : abs(expected))
}
