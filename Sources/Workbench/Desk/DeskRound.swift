import Findings
import Foundation
import Register
import Store
import Tables
import Tabular

extension Session {
  /// Looks at every file in the in-box: imports what it recognises and files it under its batch, acts upon answers, and
  /// writes down what a person must say of the rest.
  package mutating func receive(_ voice: DeskVoice, language: Language) throws -> DeskResult {
    let desk = DeskFolder(workspace: workspace, log: log)
    guard desk.prepare() else { return .refused }
    guard let lock = DeskLock.take(desk.url(DeskFolder.inbox)) else {
      log.add(DeskFinding.busy(.file(DeskFolder.inbox)))
      return .refused
    }
    var round = DeskRound(self, desk, voice, language)
    defer {
      self = round.session
      secrets.withdraw()
    }
    return try withExtendedLifetime(lock) { try round.run() }
  }
}

/// One look at the in-box.
struct DeskRound {
  var session: Session
  let desk: DeskFolder
  let voice: DeskVoice
  let language: Language
  /// What must be asked about the files of now, and what was asked before and is open still.
  var review = ReviewList()
  var carried = ReviewList()
  var journal: DeskJournal
  /// By the file's name in the in-box.
  var fileAnswers: [String: FileAnswers.Answer] = [:]
  /// Rows that were answered of files that were refused, by the file's mark.
  var waiting: [String: (rows: FilledReview.Rows, source: String, by: String)] = [:]
  private var troubled: Set<String>
  private var (received, left) = (0, 0)
  /// Of a file that was left something is in.
  private var isPartlyIn = false

  var log: FindingLog { session.log }
  var workspace: Workspace { session.workspace }
  var choice: FileChoice { FileChoice(workspace: workspace, folders: session.folders, log: log) }

  init(_ session: Session, _ desk: DeskFolder, _ voice: DeskVoice, _ language: Language) {
    self.session = session
    self.desk = desk
    self.voice = voice
    self.language = language
    journal = DeskJournal(session.workspace, clock: session.clock)
    troubled = Set(session.folders.troubled)
  }

  func say(_ sentence: DeskSentence) { voice.say(sentence.text(in: language)) }

  mutating func run() throws -> DeskResult {
    let before = log.count(.problem)
    let root = desk.url(DeskFolder.review)
    if let lock = DeskFolder.officeLock(of: root) {
      log.add(DeskFinding.reviewOpen(.file(DeskFolder.review), lock: lock))
      return .refused
    }
    let hasRoot = FileManager.default.fileExists(atPath: root.path)
    let standing = hasRoot ? filledReview(root) : nil
    guard standing != nil || !hasRoot else {
      // Something of the same name that is not ours is not written over.
      log.add(FormFinding.fileExists(.file(DeskFolder.review)))
      return .refused
    }
    let inbox = Inbox(desk.url(DeskFolder.inbox), choice: choice)
    left = inbox.alone.count
    var others: [URL] = []
    var reviews: [(url: URL, filled: FilledReview, archive: String)] = []
    // One that nobody wrote into is written anew, and not kept.
    if let filled = standing { reviews.append((root, filled, filled.isTouched ? archiveName(0) : "")) }
    for file in inbox.files {
      if let filled = filledReview(file) {
        reviews.append((file, filled, archiveName(reviews.count { !$0.archive.isEmpty })))
      } else {
        others.append(file)
      }
    }
    for (_, filled, archive) in reviews where filled.isTouched { try takeNames(filled, source: archive) }
    // What was answered in one is no longer open in the others.
    for isTouched in [true, false] {
      for (_, filled, archive) in reviews where filled.isTouched == isTouched { try take(filled, source: archive) }
    }
    if others.isEmpty, reviews.allSatisfy({ !$0.filled.isTouched }), inbox.alone.isEmpty {
      say(.emptyInbox(desk.url(DeskFolder.inbox).path))
    }
    for (file, finding) in inbox.alone { tell(of: file, finding) }
    for file in others { try take(file) }
    journal.write(log)
    // Only now: had we been stopped before, all answers would be there still.
    for (url, filled, archive) in reviews where filled.isTouched || url != root {
      if let path = desk.receive(url, as: archive) { say(.moved(path)) }
    }
    guard try writeReview(over: root) else { return .findings }
    if received == 0, !isPartlyIn, left > 0, !reviews.contains(where: \.filled.isTouched) { return .refused }
    return left > 0 || !review.isEmpty || log.count(.problem) > before ? .findings : .done
  }

  /// What a workbook of questions is called once it is answered: rows that were mended in it are known by this name.
  private func archiveName(_ number: Int) -> String {
    let day = String(session.clock.prefix(10))
    var next = 1
    var taken = 0
    while true {
      let name = next == 1 ? "核对_\(day).xlsx" : "核对_\(day) (\(next)).xlsx"
      if !FileManager.default.fileExists(atPath: desk.url("\(DeskFolder.received)/\(name)").path) {
        if taken == number { return name }
        taken += 1
      }
      next += 1
    }
  }

  /// nil: the file is no workbook of questions. What is wrong with it is told when it is imported.
  private func filledReview(_ file: URL) -> FilledReview? {
    let quiet = FindingLog()
    guard let book = DataFile.open(file.path, name: workspace.relative(file.path), log: quiet)?.workbook,
      let form = IncomingForm(book, log: quiet), form.kind == FilledReview.kind
    else { return nil }
    return FilledReview(book, form)
  }

  /// One file: in, and among those received; or left, and told of.
  private mutating func take(_ file: URL) throws {
    let name = workspace.relative(file.path)
    let short = shortName(file)
    let mark = Self.mark(of: file)
    let answered = answer(about: short, mark)
    if answered?.word == .leave { return leave(file, short, mark) }
    voice.working(DeskSentence.importing(name).text(in: language))
    if try takeComment(file) { return received += 1 }
    let state = FileState(file)
    let doubts = review.doubts.count
    let found = log.findings.count
    var results: [ImportedFile] = []
    do {
      var request = request(for: file, answered)
      request.takesRest = answered?.word == .rest || waiting[mark] != nil
      let period = request.period.flatMap { workspace.period($0, log: log) }
      if request.period == nil || period != nil {
        try session.importEach(file, choice, period: period, request, telling: &troubled, &review) {
          results.append($0)
        }
      }
    } catch let error as FindingError {
      // Another program has the database, or the disk is full: other files may fare better.
      log.add(error.finding)
      results.append(ImportedFile(outcome: .refused, label: name))
    }
    for result in results {
      voice.say(CommandSentence.deskFile(result.label, result.outcome).text(in: language))
      for line in result.comparison?.sentences(in: language) ?? [] { voice.say("  " + line) }
    }
    if let answered { journal.add(.file, "\(short) \(mark)", answer: Self.word(answered), by: answerer) }
    let batches = results.compactMap(\.outcome.batch)
    guard !results.isEmpty, batches.count == results.count else {
      left += 1
      if !batches.isEmpty { isPartlyIn = true }
      review.keepDoubts(first: doubts)
      review.add(openFile(short, mark, Array(log.findings.dropFirst(found)), results))
      say(.left(DeskFolder.review))
      return
    }
    received += 1
    if batches.count == 1 { try takeWaiting(mark, batch: batches[0]) }
    guard FileState(file) == state else {
      log.add(DeskFinding.changedSince(.file(name)))
      left += 1
      return
    }
    if let path = desk.receive(file, as: "批次\(Self.list(batches))_\(file.lastPathComponent)") { say(.moved(path)) }
  }

  /// The name in the in-box.
  private func shortName(_ file: URL) -> String {
    String(workspace.relative(file.path).dropFirst(DeskFolder.inbox.count + 1))
  }

  /// What a person said of these very bytes.
  private func answer(about name: String, _ mark: String) -> FileAnswers.Answer? {
    guard let answer = fileAnswers[name] else { return nil }
    if answer.mark == mark { return answer }
    log.add(DeskFinding.answerStale(.file("\(DeskFolder.inbox)/\(name)"), file: name))
    return nil
  }

  private mutating func leave(_ file: URL, _ short: String, _ mark: String) {
    guard let path = desk.receive(file, as: "未导入_\(file.lastPathComponent)") else { return }
    say(.refusedByPerson(path))
    journal.add(.file, "\(short) \(mark)", answer: FileAnswers.leave, by: answerer)
  }

  /// A file that is not looked at: no data, or somebody has it.
  private mutating func tell(of file: URL, _ finding: DeskFinding) {
    let isOther = if case .otherKind = finding { true } else { false }
    let (short, mark) = (shortName(file), isOther ? Self.mark(of: file) : "")
    if isOther, answer(about: short, mark)?.word == .leave {
      left -= 1
      return leave(file, short, mark)
    }
    log.add(finding)
    let wording = finding.wording(in: .chinese)
    review.add(
      ReviewList.OpenFile(
        name: short, mark: mark, found: [wording.found + wording.remedy], changes: [],
        choices: isOther ? [FileAnswers.leave] : [], tables: [], asksPeriod: false))
  }

  private func request(for file: URL, _ answer: FileAnswers.Answer?) -> ImportRequest {
    var correction = RequestedCorrection.none
    switch answer?.word {
    case .amend: correction = .amending
    case .replace(let batches): correction = .replacing(batches) ?? .none
    case .take, .rest, .leave, nil: break
    }
    var request = ImportRequest(
      files: [file.path], table: answer?.table, period: answer?.period, isRehearsal: false, correction: correction,
      language: language)
    request.asksInWorkbook = true
    return request
  }

  var answerer: String { answeredBy ?? session.actor }
  /// Who filled in the last workbook of questions that said so.
  var answeredBy: String?

  private static func word(_ answer: FileAnswers.Answer) -> String {
    switch answer.word {
    case .take: [FileAnswers.take, answer.table, answer.period].compactMap(\.self).joined(separator: " ")
    case .replace(let batches): FileAnswers.replace + batches
    case .amend: FileAnswers.amend
    case .rest: FileAnswers.rest
    case .leave: FileAnswers.leave
    }
  }

  private static func list(_ batches: [BatchName]) -> String {
    let names = Set(batches).sorted { $0.number < $1.number }.map(\.description)
    return names.count <= 3 ? names.joined(separator: "、") : "\(names[0])等\(names.count)批"
  }

  static func mark(of file: URL) -> String {
    guard let data = try? Data(contentsOf: file, options: .mappedIfSafe) else { return "" }
    return String(SHA256.hexDigest(of: data).prefix(16))
  }
}

extension FileImport {
  /// The batch that holds the file's rows; nil: none does.
  fileprivate var batch: BatchName? {
    switch self {
    case .imported(let batch, _, _, _, _), .corrected(let batch, _, _, _, _, _), .alreadyImported(let batch, _): batch
    case .rehearsed, .refused: nil
    }
  }
}
