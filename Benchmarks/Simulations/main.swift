import Foundation

// Simulations of what `Statistics` promises: prints Markdown, or puts it between the marks of the page that is named; with
// `--check` it only says whether the page has just these tables.
//
//     swift run -c release Simulations [--check] [docs/statistics.md]

let seed: UInt64 = 20_260_630
let studies = [
  shareCoverage(), differenceCoverage(seed: seed), countCoverage(), meanCoverage(seed: seed),
  assessorCoverage(seed: seed), rankCoverage(seed: seed), falseDiscoveries(seed: seed), falseSignals(seed: seed),
]
let text =
  "Seed \(seed); all numbers are per cent unless a head says otherwise.\n\n"
  + studies.map(\.markdown).joined(separator: "\n")
let (opening, closing) = ("<!-- simulations -->\n", "<!-- end of simulations -->")
let words = CommandLine.arguments.dropFirst()
guard let path = words.first(where: { $0 != "--check" }) else {
  print(text)
  exit(0)
}
let page = try String(contentsOfFile: path, encoding: .utf8)
guard let start = page.range(of: opening), let end = page.range(of: closing), start.upperBound <= end.lowerBound else {
  print("\(path) has no place for the tables: write \(opening.dropLast()) and \(closing).")
  exit(2)
}
let filled = String(page[..<start.upperBound] + "\n" + text + "\n" + page[end.lowerBound...])
if words.contains("--check") {
  print(filled == page ? "\(path) has these tables." : "\(path) has other tables: run this without --check.")
  exit(filled == page ? 0 : 1)
}
try filled.write(toFile: path, atomically: true, encoding: .utf8)
