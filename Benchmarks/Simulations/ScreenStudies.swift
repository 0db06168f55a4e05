import Statistics

/// 30 departments, one comparison of two half-years each, screened at q = 0.10.
func falseDiscoveries(seed: UInt64) -> Study {
  let (count, answers, runs) = (30, 60, 3000)
  let rows = [0, 5, 15].map { changed in
    var (falseShare, found) = (0.0, Tally())
    var unscreened = 0.0
    for item in 0..<runs {
      var generator = SplitMix64(seed: seed + UInt64(changed), item: item)
      let p = (0..<count).map { department -> Double in
        let shift = department < changed ? 12.0 : 0
        let halves = [0, shift].map { shift in
          SampleSummary(of: (0..<answers).map { _ in 80 + shift + 20 * generator.normal() })
        }
        return welchDifference(from: halves[0], to: halves[1])?.p ?? .nan
      }
      let adjusted = falseDiscoveryAdjusted(p)
      let pointed = adjusted.indices.filter { adjusted[$0] <= 0.10 }
      let wrong = pointed.filter { $0 >= changed }.count
      falseShare += pointed.isEmpty ? 0 : Double(wrong) / Double(pointed.count) / Double(runs)
      for department in 0..<changed { found.add(pointed.contains(department)) }
      let plain = p.indices.filter { p[$0] < 0.05 }
      unscreened +=
        plain.isEmpty ? 0 : Double(plain.filter { $0 >= changed }.count) / Double(plain.count) / Double(runs)
    }
    return ["\(changed)", percent(falseShare), changed == 0 ? "" : percent(found.share), percent(unscreened)]
  }
  return Study(
    title: "False discoveries",
    design:
      "\(count) departments with \(answers) answers in each half-year (standard deviation 20 of 100), some of them 12 points better; Welch's p adjusted over all, pointed out at q = 0.10; \(runs) runs. Promised: at most 10 % of what is pointed out is nothing.",
    head: ["really changed", "pointed out for nothing", "changed and found", "for nothing at p < 0.05, unadjusted"],
    rows: rows)
}

/// Series in which nothing happens: how often a chart signals all the same.
func falseSignals(seed: UInt64) -> Study {
  let runs = 4000
  let rows = [12, 18, 24, 36].map { points -> [String] in
    let individuals = simulate(runs, seed + UInt64(points)) { generator in
      ControlChart.individuals((0..<points).map { _ in 80 + 5 * generator.normal() }).map { !$0.signals.isEmpty }
    }
    let shares = [false, true].map { isAdjusted in
      simulate(runs, seed + 100 + UInt64(points)) { generator in
        let months = (0..<points).map { month -> Share in
          let n = 40 + 10 * (month % 4)
          return Share(
            successes: (0..<n).reduce(0.0) { sum, _ in sum + (generator.unit() < 0.85 ? 1 : 0) }, of: Double(n))
        }
        return ControlChart.shares(months, isAdjusted: isAdjusted).map { !$0.signals.isEmpty }
      }
    }
    return ["\(points)", percent(individuals)] + shares.map(percent)
  }
  return Study(
    title: "Control charts without a cause",
    design:
      "How often a series of months in which nothing happens has a signal; \(runs) runs; shares of 85 % of 40 to 70 answers. From 20 points on runs are told too.",
    head: ["points", "XmR", "p", "p′"], rows: rows)
}
