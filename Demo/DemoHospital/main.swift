import Foundation

// DemoHospital OUTDIR [--seed N] [--units FILE] [--from HALF] [--to HALF]
//
// Writes the half-years from 2023H1 to 2026H2, which is in progress, of invented data about the fictional 清江市第一人民医院 into OUTDIR, laid out as a workspace.
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
  stop("usage: DemoHospital OUTDIR [--seed N] [--units FILE] [--from HALF] [--to HALF]", code: 2)
}
let seedText = argument(after: "--seed", in: words) ?? "\(usualSeed)"
guard let seed = UInt64(seedText) else { stop("--seed takes a whole number from 0, not \(seedText)", code: 2) }
let unitsPath = argument(after: "--units", in: words) ?? "datasets/_shared/units.csv"
let membershipsPath = ((unitsPath as NSString).deletingLastPathComponent as NSString).appendingPathComponent(
  "memberships.csv")
let memberships = FileManager.default.contents(atPath: membershipsPath) ?? Data()
let firstHalf = argument(after: "--from", in: words) ?? "2023H1"
let lastHalf = argument(after: "--to", in: words) ?? "2026H2"
let halves = Half.all.filter { firstHalf <= $0.id && $0.id <= lastHalf }
guard let register = FileManager.default.contents(atPath: unitsPath),
  let hospital = Hospital(
    register: String(decoding: register, as: UTF8.self), memberships: String(decoding: memberships, as: UTF8.self),
    seed: seed)
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
if !memberships.isEmpty { write(memberships, to: "\(target)/datasets/_shared/memberships.csv") }

func write(_ file: CSVFile, in folder: String) {
  guard !file.rows.isEmpty else { return }
  guard let bytes = file.bytes else { stop("this system cannot write GB18030 (\(file.name))", code: 3) }
  write(Data(bytes), to: "\(target)/datasets/qinglian/data/\(folder)/\(file.name)")
}

for half in halves {
  func twinned(_ file: CSVFile, by column: String) -> CSVFile { hospital.twinned(file, half, by: column) }
  let conduct = hospital.conduct(half)
  let own = hospital.ownVisits(half)
  let (problems, offices) = (twinned(hospital.problems(half), by: "责任科室"), hospital.officeProblems(half))
  let marks = [twinned(hospital.visits(half), by: "科室"), hospital.bodyVisits(half)]
  let patients = twinned(hospital.patientSurvey(half), by: "1、您所在的科室名称")
  let round = hospital.roundOfVisits(half, marks: marks)
  let day = Half.exported
  let files = [
    patients.until(day, by: "提交答卷时间"),
    twinned(hospital.staffSurvey(half), by: "1、您所在的科室").until(day, by: "提交答卷时间"),
    marks[0].until(day, by: "走访日期"), marks[1].until(day, by: "走访日期"), problems, offices,
    hospital.remedies(for: problems, offices), twinned(hospital.publicity(half), by: "科室").until(day, by: "报送日期"),
    twinned(hospital.attendance(half), by: "科室").until(day, by: "会议日期"),
    twinned(hospital.resolutions(half), by: "责任科室").until(day, by: "议定日期"),
    twinned(conduct.ratings, by: "科室"), twinned(conduct.incidents, by: "科室").until(day, by: "发生时间"),
    hospital.monthlyReport(half).until(day, by: "报告月份"),
    hospital.discipline(half), twinned(hospital.riskScores(half), by: "科室").until(day, by: "评定日期"),
    twinned(hospital.paperwork(half), by: "科室").until(day, by: "检查日期"), hospital.filings(half), hospital.liaison(half),
    hospital.milestones(half), own.visits, own.suggestions, hospital.reviews(half),
    hospital.officeSurvey(half).until(day, by: "提交答卷时间"), hospital.teamSurvey(half).until(day, by: "提交答卷时间"),
    hospital.officeMonthlyReport(half), hospital.education(half), hospital.bodyPublicity(half), round.roster,
    round.register, round.advice, hospital.officeMeetings(half),
    hospital.bodyAttendance(half).until(day, by: "会议日期"), hospital.officeRatings(half),
    hospital.petitions(half), hospital.leads(half, survey: patients), hospital.fourForms(half),
  ]
  for file in files { write(file, in: half.id) }
}
for file in [hospital.titles, hospital.actions, hospital.posts, hospital.closures] { write(file, in: "registers") }
