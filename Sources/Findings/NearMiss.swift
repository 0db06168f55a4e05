/// The candidate that the word was probably meant to be: the one at the least edit distance (optimal string alignment,
/// Damerau 1964), if that is small beside the word's length and no other is as near.
package func nearMiss(to word: String, among candidates: some Sequence<String>) -> String? {
  // The work grows with the square of the length, and texts from files can be of any; nobody misspells a name so long.
  let length = word.count
  if length > longestMisspelling { return nil }
  let limit = max(1, length / 3)
  var best: (distance: Int, word: String)?
  var isTied = false
  for candidate in candidates where candidate != word {
    // The distance is at least the difference of the lengths.
    guard abs(candidate.count - length) <= limit else { continue }
    let distance = editDistance(word, candidate)
    guard distance <= limit, distance < max(word.count, candidate.count) else { continue }
    if let known = best, distance >= known.distance {
      if distance == known.distance { isTied = true }
    } else {
      best = (distance, candidate)
      isTied = false
    }
  }
  return isTied ? nil : best?.word
}

private let longestMisspelling = 100

/// Insertions, deletions, substitutions and swaps of neighbours that turn one word into the other.
package func editDistance(_ a: String, _ b: String) -> Int {
  let a = Array(a)
  let b = Array(b)
  if a.isEmpty || b.isEmpty { return max(a.count, b.count) }
  var beforeLast = [Int](repeating: 0, count: b.count + 1)
  var last = Array(0...b.count)
  for i in 1...a.count {
    var row = [i] + [Int](repeating: 0, count: b.count)
    for j in 1...b.count {
      let cost = a[i - 1] == b[j - 1] ? 0 : 1
      row[j] = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + cost)
      if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] { row[j] = min(row[j], beforeLast[j - 2] + 1) }
    }
    beforeLast = last
    last = row
  }
  return last[b.count]
}
