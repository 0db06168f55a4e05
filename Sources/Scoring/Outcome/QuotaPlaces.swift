import Schemes
import Statistics

extension Quota {
  /// How many places there are for so many units (G3).
  package func places(of base: Int) -> Int {
    guard base > 0 else { return 0 }
    let places: Int
    switch size {
    case .places(let number): places = number
    case .share(let share):
      let exact = snapped(share * Double(base))
      let rounded: Double =
        switch round {
        case .down: exact.rounded(.down)
        case .up: exact.rounded(.up)
        case .half: exact.rounded(.toNearestOrAwayFromZero)
        }
      // Bounded, whatever share a scheme states.
      places = rounded.isNaN ? 0 : Int(clamped(rounded, 0, 1e9))
    }
    return Swift.max(places, min)
  }
}
