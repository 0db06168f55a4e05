import Foundation

// DemoHospital OUTDIR [--seed N] [--units FILE]
//
// Writes three half-years of invented data about the fictional 清江市第一人民医院 into OUTDIR, laid out as a workspace.
// The register is read from FILE (datasets/_shared/units.csv) and written to OUTDIR as well, so that it exists once.

/// What the demo's README states.
let usualSeed: UInt64 = 20_260_726

func stop(_ message: String, code: Int32) -> Never {
  FileHandle.standardError.write(Data("DemoHospital: \(message)\n".utf8))
  exit(code)
}

func argument(after name: String, in words: [String]) -> String? {
  words.firstIndex(of: name).flatMap { words.indices.contains($0 + 1) ? words[$0 + 1] : nil }
}

let words = Array(CommandLine.arguments.dropFirst())
guard let target = words.first, !target.hasPrefix("-") else {
  stop("usage: DemoHospital OUTDIR [--seed N] [--units FILE]", code: 2)
}
let seedText = argument(after: "--seed", in: words) ?? "\(usualSeed)"
guard let seed = UInt64(seedText) else { stop("--seed takes a whole number from 0, not \(seedText)", code: 2) }
let unitsPath = argument(after: "--units", in: words) ?? "datasets/_shared/units.csv"
guard let register = FileManager.default.contents(atPath: unitsPath),
  let hospital = Hospital(register: String(decoding: register, as: UTF8.self), seed: seed)
else { stop("no register of departments at \(unitsPath); name one with --units FILE", code: 3) }

func write(_ bytes: Data, to path: String) {
  let folder = (path as NSString).deletingLastPathComponent
  do {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try bytes.write(to: URL(fileURLWithPath: path))
  } catch {
    stop("cannot write \(path): \(error.localizedDescription)", code: 3)
  }
}

write(register, to: "\(target)/datasets/_shared/units.csv")
for half in Half.all {
  let conduct = hospital.conduct(half)
  let files = [
    hospital.patientSurvey(half), hospital.staffSurvey(half), hospital.visits(half), hospital.problems(half),
    hospital.publicity(half), hospital.attendance(half), hospital.resolutions(half), conduct.ratings,
    conduct.incidents, hospital.monthlyReport(half), hospital.discipline(half), hospital.riskScores(half),
    hospital.paperwork(half),
  ]
  for file in files {
    guard let bytes = file.bytes else { stop("this system cannot write GB18030 (\(file.name))", code: 3) }
    write(Data(bytes), to: "\(target)/datasets/qinglian/data/\(half.id)/\(file.name)")
  }
}
