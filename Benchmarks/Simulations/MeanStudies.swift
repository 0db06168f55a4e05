import Foundation
import Statistics

/// Answers on a scale from 1 to 5 as points of 100, most of them high, as surveys have them.
struct Answers {
  /// Of 1, 2, 3, 4, 5.
  let chances: [Double]
  static let mild = Answers(chances: [0.02, 0.03, 0.10, 0.35, 0.50])
  static let strict = Answers(chances: [0.10, 0.15, 0.30, 0.30, 0.15])
  /// Nearly everybody gives the best answer.
  static let ceiling = Answers(chances: [0.01, 0.01, 0.03, 0.10, 0.85])

  var mean: Double { chances.enumerated().reduce(0) { $0 + 25 * Double($1.offset) * $1.element } }

  func draw(_ n: Int, _ generator: inout SplitMix64) -> [Double] {
    (0..<n).map { _ in
      var rest = generator.unit()
      for (step, chance) in chances.enumerated() {
        if rest < chance { return 25 * Double(step) }
        rest -= chance
      }
      return 100
    }
  }
}

/// Student's interval, Welch's, the standardised mean, and a finite population.
func meanCoverage(seed: UInt64) -> Study {
  let runs = 10_000
  var rows: [[String]] = []
  for (name, answers) in [("mild", Answers.mild), ("strict", .strict), ("ceiling", .ceiling)] {
    let shares = [10, 30, 60, 200].enumerated().map { place, n in
      simulate(runs, seed + UInt64(place)) { generator in
        let sample = SampleSummary(of: answers.draw(n, &generator))
        let interval = meanInterval(mean: sample.mean, deviation: sample.deviation, n: n)
        return interval.map { $0.lower <= answers.mean && answers.mean <= $0.upper }
      }
    }
    rows.append(["Mean, \(name) answers"] + shares.map(percent))
  }
  let welch = [10, 30, 60, 200].enumerated().map { place, n in
    simulate(runs, seed + 10 + UInt64(place)) { generator in
      let (first, second) = (
        SampleSummary(of: Answers.mild.draw(n, &generator)), SampleSummary(of: Answers.strict.draw(n / 2, &generator))
      )
      let truth = Answers.strict.mean - Answers.mild.mean
      return welchDifference(from: first, to: second).map {
        $0.interval.lower <= truth && truth <= $0.interval.upper
      }
    }
  }
  rows.append(["Difference (Welch), mild n, strict n/2"] + welch.map(percent))
  let standardised = [10, 30, 60, 200].enumerated().map { place, n in
    simulate(runs, seed + 20 + UInt64(place)) { generator -> Bool? in
      let strata = [
        SampleSummary(of: Answers.mild.draw(n * 2 / 3, &generator)),
        SampleSummary(of: Answers.strict.draw(n - n * 2 / 3, &generator)),
      ]
      guard case .value(_, _, let interval, _) = standardisedMean(strata, weights: [1, 1]) else { return nil }
      let truth = (Answers.mild.mean + Answers.strict.mean) / 2
      return interval.lower <= truth && truth <= interval.upper
    }
  }
  rows.append(["Standardised mean, two strata"] + standardised.map(percent))
  for isCorrected in [true, false] {
    let finite = [10, 30, 60, 200].enumerated().map { place, n in
      simulate(runs, seed + 30 + UInt64(place)) { generator -> Bool? in
        let everybody = Answers.strict.draw(n * 3 / 2, &generator)
        var asked = everybody
        for index in 0..<n {
          asked.swapAt(index, index + Int(generator.unit() * Double(asked.count - index)))
        }
        let sample = SampleSummary(of: Array(asked.prefix(n)))
        let interval = meanInterval(
          mean: sample.mean, deviation: sample.deviation, n: n,
          population: isCorrected ? .finite(size: everybody.count) : .unlimited)
        let truth = mean(everybody)
        return interval.map { $0.lower <= truth && truth <= $0.upper }
      }
    }
    rows.append(
      ["Two thirds of a department answered, \(isCorrected ? "corrected" : "not corrected")"] + finite.map(percent))
  }
  return Study(
    title: "Means",
    design:
      "Coverage of 95 % intervals, 10,000 runs each: answers of 0, 25 … 100 points, mild (half are 100), strict (most are 50 to 75), ceiling (85 % are 100). Where nearly all answers are alike a small sample often has no spread at all, and its interval is one wrong point: a share with Wilson's interval is then the honest number.",
    head: ["interval", "n = 10", "n = 30", "n = 60", "n = 200"], rows: rows)
}

/// The share of runs in which something held; a run without a result is wrong.
func simulate(_ runs: Int, _ seed: UInt64, _ run: (inout SplitMix64) -> Bool?) -> Double {
  var tally = Tally()
  for item in 0..<runs {
    var generator = SplitMix64(seed: seed, item: item)
    tally.add(run(&generator) ?? false)
  }
  return tally.share
}
