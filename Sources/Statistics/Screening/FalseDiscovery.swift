/// The p-values of one declared family, adjusted for the rate of false discoveries (Benjamini & Hochberg, Journal of the
/// Royal Statistical Society B 57, 1995): from the greatest down min(1, p₍ᵢ₎·m ÷ i), never growing. Where an adjusted value
/// is at most q, at most the share q of what is pointed out is expected to be nothing.
/// - Parameter p: NaN is missing, stays missing and does not count in m.
package func falseDiscoveryAdjusted(_ p: [Double]) -> [Double] {
  var adjusted = Array(repeating: Double.nan, count: p.count)
  let order = p.indices.filter { !p[$0].isNaN }.sorted { (p[$0], $0) < (p[$1], $1) }
  var least = 1.0
  for (place, index) in order.enumerated().reversed() {
    least = min(least, p[index] * Double(order.count) / Double(place + 1))
    adjusted[index] = least
  }
  return adjusted
}
