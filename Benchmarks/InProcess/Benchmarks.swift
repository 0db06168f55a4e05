import Foundation

/// The product's half of `scripts/bench`, where a whole process would measure the wrong thing, and the made-up data.
@main
enum Benchmarks {
  static func main() {
    let arguments = Array(CommandLine.arguments.dropFirst())
    switch arguments.first {
    case "questionnaire":
      guard arguments.count == 3, let rows = Int(arguments[1]), rows > 0 else { usage() }
      guard QuestionnaireFile(rows: rows).write(to: arguments[2]) else { stop("\(arguments[2]): not written") }
    case "departments":
      guard arguments.count == 2, DepartmentFiles.write(to: arguments[1]) else { usage() }
    case "chart":
      guard arguments.count == 2, let seconds = chartSeconds(writingTo: arguments[1]) else {
        stop("the chart could not be drawn")
      }
      print(seconds)
    case "gallery":
      guard arguments.count == 3, let count = Int(arguments[2]),
        let seconds = gallerySeconds(arguments[1], count: count)
      else { stop("the gallery could not be drawn") }
      print(seconds)
    case "score":
      guard let timing = ScoreTiming() else { stop("no period") }
      print(timing.seconds(), timing.sumOfScores)
    case "draws":
      guard arguments.count == 2, let threads = Int(arguments[1]), let timing = DrawTiming() else { usage() }
      print(timing.seconds(threads: threads), timing.meanRankOfFirst)
    case "robustness":
      guard arguments.count == 3, let threads = Int(arguments[2]),
        let timing = RobustnessTiming(isPlain: arguments[1] == "weights")
      else { usage() }
      print(timing.seconds(threads: threads), timing.medianOfFirst(threads: threads))
    default: usage()
    }
  }

  private static func usage() -> Never {
    stop(
      "Benchmarks questionnaire ROWS FOLDER | departments FOLDER | chart PNG | gallery FOLDER COUNT | score | draws THREADS | robustness choices|weights THREADS"
    )
  }

  private static func stop(_ reason: String) -> Never {
    FileHandle.standardError.write(Data("Benchmarks: \(reason)\n".utf8))
    exit(2)
  }
}

/// The middle of several timings, the first few left out: what a warm process needs.
func warmMedian(of count: Int, _ body: () -> Void) -> Double {
  let clock = ContinuousClock()
  for _ in 0..<2 { body() }
  let times = (0..<count).map { _ in clock.measure(body) / .seconds(1) }.sorted()
  return times[count / 2]
}
