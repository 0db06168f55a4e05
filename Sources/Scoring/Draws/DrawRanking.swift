/// Ranks the scores of one draw: the greatest first, ties share the least rank, with K2's tolerance to the previous score
/// in order – the same ranks as `Statistics.ranks`.
///
/// Scores are thrown into buckets of equal width, twice as many as units, and put right by insertion: O(n) unless they
/// huddle together, then O(n log n).
struct DrawRanking: ~Copyable {
  private let units: Int
  private let buckets: Int
  private let starts: Scratch<Int32>
  private let bucketOf: Scratch<Int32>
  /// Compacted: scores that are there, and whose they are.
  private let found: Scratch<Double>
  private let finder: Scratch<Int32>
  private let keys: Scratch<Double>
  private let owners: Scratch<Int32>

  init(units: Int) {
    self.units = units
    var buckets = 2
    while buckets < 2 * units { buckets *= 2 }
    self.buckets = buckets
    starts = Scratch(buckets, of: 0)
    bucketOf = Scratch(units, of: 0)
    found = Scratch(units, of: 0)
    finder = Scratch(units, of: 0)
    keys = Scratch(units, of: 0)
    owners = Scratch(units, of: 0)
  }

  /// - Parameter scores: by place; NaN has no rank.
  /// - Parameter give: receives each unit that has a score, in descending order, with its rank from 0.
  @inline(__always)
  func rank(
    _ scores: UnsafePointer<Double>, _ places: borrowing Scratch<Int32>, _ give: (_ unit: Int, _ rank: Int) -> Void
  ) {
    let count = order(scores, places)
    var previous = Double.infinity
    var rank = 0
    for position in 0..<count {
      let score = keys[position]
      if previous - score > 1e-12 * max(1, abs(previous)) || position == 0 { rank = position }
      previous = score
      give(Int(owners[position]), rank)
    }
  }

  /// Fills `keys` in descending order, and `owners`.
  /// - Returns: how many units have a score.
  @inline(never)
  private func order(_ scores: UnsafePointer<Double>, _ places: borrowing Scratch<Int32>) -> Int {
    var count = 0
    var (low, high) = (Double.infinity, -Double.infinity)
    for unit in 0..<units {
      let score = scores[Int(places[unit])]
      found[count] = score
      finder[count] = Int32(truncatingIfNeeded: unit)
      count += score == score ? 1 : 0
      low = score < low ? score : low
      high = score > high ? score : high
    }
    let scale = Double(buckets - 1) / (high - low)
    guard count > 1, scale.isFinite, scatter(count, high, scale) else {
      sortAll(count)
      return count
    }
    for position in 1..<count where keys[position - 1] < keys[position] {
      let (key, owner) = (keys[position], owners[position])
      var place = position
      while place > 0 && keys[place - 1] < key {
        keys[place] = keys[place - 1]
        owners[place] = owners[place - 1]
        place -= 1
      }
      keys[place] = key
      owners[place] = owner
    }
    return count
  }

  /// Into the order of the buckets.
  /// - Returns: false if one of them holds so many that insertion would be slow.
  private func scatter(_ count: Int, _ high: Double, _ scale: Double) -> Bool {
    for bucket in 0..<buckets { starts[bucket] = 0 }
    for index in 0..<count {
      // Adding 2⁵² leaves the rounded number in the low bits: 0…buckets − 1, and no check is needed.
      let bits = ((high - found[index]) * scale + 0x1p52).bitPattern
      let bucket = Int32(truncatingIfNeeded: bits & 0xFFFF_FFFF)
      bucketOf[index] = bucket
      starts[Int(bucket)] &+= 1
    }
    var (sum, most) = (Int32(0), Int32(0))
    for bucket in 0..<buckets {
      let held = starts[bucket]
      most = held > most ? held : most
      starts[bucket] = sum
      sum &+= held
    }
    if most > 32 { return false }
    for index in 0..<count {
      let bucket = Int(bucketOf[index])
      let place = Int(starts[bucket])
      starts[bucket] &+= 1
      keys[place] = found[index]
      owners[place] = finder[index]
    }
    return true
  }

  private func sortAll(_ count: Int) {
    let pairs = (0..<count).map { (found[$0], finder[$0]) }
    for (place, pair) in pairs.sorted(by: { $0.0 > $1.0 }).enumerated() {
      keys[place] = pair.0
      owners[place] = pair.1
    }
  }
}
