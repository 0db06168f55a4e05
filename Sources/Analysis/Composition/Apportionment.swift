/// Parts rounded so that they add up, as printed, to a printed total: each part is rounded down to the last decimal place,
/// and the places that are left go to the parts with the greatest remainders (Hamilton's method), of equal ones to the
/// earlier. A part of 0 stays 0 while another one can take the place.
/// - Parameters:
///   - total: already rounded to `digits` places.
///   - digits: 0…9.
package func apportioned(_ parts: [Double], to total: Double, digits: Int) -> [Double] {
  guard !parts.isEmpty, total.isFinite, parts.allSatisfy(\.isFinite) else { return parts }
  let scale = (0..<max(0, min(9, digits))).reduce(1.0) { power, _ in power * 10 }
  let scaled = parts.map { ($0 * scale * 1e6).rounded() / 1e6 }
  guard scaled.allSatisfy({ abs($0) < 1e15 }) else { return parts }
  var whole = scaled.map { Int64($0.rounded(.down)) }
  var left = Int64((total * scale).rounded()) - whole.reduce(0, +)
  let isMovable = scaled.map { $0 != 0 }
  let movable = scaled.indices.filter { isMovable[$0] }
  let order = (movable.isEmpty ? Array(scaled.indices) : movable).sorted {
    let (a, b) = (scaled[$0] - scaled[$0].rounded(.down), scaled[$1] - scaled[$1].rounded(.down))
    return a == b ? $0 < $1 : a > b
  }
  var place = 0
  while left > 0 {
    whole[order[place % order.count]] += 1
    (left, place) = (left - 1, place + 1)
  }
  place = 0
  while left < 0 {
    whole[order[order.count - 1 - place % order.count]] -= 1
    (left, place) = (left + 1, place + 1)
  }
  return whole.map { Double($0) / scale }
}
