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
  private var troubled: Set<String>
  private var (received, left) = (0, 0)

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
    let inbox = Inbox(desk.url(DeskFolder.inbox), choice: choice, log: log)
    left = inbox.leftAlone
    var others: [URL] = []
    var reviews: [(url: URL, filled: FilledReview, archive: String)] = []
    if let filled = standing { reviews.append((root, filled, archiveName(0))) }
    for file in inbox.files {
      if let filled = filledReview(file) {
        reviews.append((file, filled, archiveName(reviews.count)))
      } else {
        others.append(file)
      }
    }
    for (_, filled, archive) in reviews where filled.isTouched { try takeNames(filled, source: archive) }
    for (_, filled, archive) in reviews { try take(filled, source: archive) }
    if others.isEmpty, reviews.allSatisfy({ !$0.filled.isTouched }), inbox.leftAlone == 0 {
      say(.emptyInbox(desk.url(DeskFolder.inbox).path))
    }
    for file in others { try take(file) }
    journal.write(log)
    // Only now: had we been stopped before, all answers would be there still.
    for (url, filled, archive) in reviews where filled.isTouched || url != root {
      if let path = desk.receive(url, as: archive) { say(.moved(path)) }
    }
    guard try writeReview(over: root) else { return .findings }
    if received == 0, left > 0, reviews.isEmpty { return .refused }
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
    let short = String(name.dropFirst(DeskFolder.inbox.count + 1))
    let mark = Self.mark(of: file)
    let answer = fileAnswers[short]
    var answered = answer
    if let answer, answer.mark != mark {
      log.add(DeskFinding.answerStale(.file(name), file: short))
      answered = nil
    }
    if answered?.word == .leave {
      if let path = desk.receive(file, as: "未导入_\(file.lastPathComponent)") {
        say(.refusedByPerson(path))
        journal.add(.file, "\(short) \(mark)", answer: FileAnswers.leave, by: answerer)
      }
      return
    }
    voice.working(DeskSentence.importing(name).text(in: language))
    if try takeComment(file) { return received += 1 }
    let state = FileState(file)
    let doubts = review.doubts.count
    let found = log.findings.count
    var results: [ImportedFile] = []
    do {
      let request = request(for: file, answered)
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
      voice.say(CommandSentence.file(result.label, result.outcome).text(in: language))
      for line in result.comparison?.sentences(in: language) ?? [] { voice.say("  " + line) }
    }
    if let answered { journal.add(.file, "\(short) \(mark)", answer: Self.word(answered), by: answerer) }
    let batches = results.compactMap(\.outcome.batch)
    guard !results.isEmpty, batches.count == results.count else {
      left += 1
      review.keepDoubts(first: doubts)
      review.add(openFile(short, mark, Array(log.findings.dropFirst(found)), results))
      say(.left(DeskFolder.review))
      return
    }
    received += 1
    guard FileState(file) == state else {
      log.add(DeskFinding.changedSince(.file(name)))
      left += 1
      return
    }
    if let path = desk.receive(file, as: "批次\(Self.list(batches))_\(file.lastPathComponent)") { say(.moved(path)) }
  }

  private func request(for file: URL, _ answer: FileAnswers.Answer?) -> ImportRequest {
    var correction = RequestedCorrection.none
    switch answer?.word {
    case .amend: correction = .amending
    case .replace(let batches): correction = .replacing(batches) ?? .none
    case .take, .leave, nil: break
    }
    return ImportRequest(
      files: [file.path], table: answer?.table, period: answer?.period, isRehearsal: false, correction: correction,
      language: language)
  }

  var answerer: String { answeredBy ?? session.actor }
  /// Who filled in the last workbook of questions that said so.
  var answeredBy: String?

  private static func word(_ answer: FileAnswers.Answer) -> String {
    switch answer.word {
    case .take: [FileAnswers.take, answer.table, answer.period].compactMap(\.self).joined(separator: " ")
    case .replace(let batches): FileAnswers.replace + batches
    case .amend: FileAnswers.amend
    case .leave: FileAnswers.leave
    }
  }

  private static func list(_ batches: [BatchName]) -> String {
    let names = Array(NSOrderedSet(array: batches.map(\.description))).compactMap { $0 as? String }
    return names.count <= 3 ? names.joined(separator: "、") : "\(names[0])等\(names.count)批"
  }

  static func mark(of file: URL) -> String {
    guard let data = try? Data(contentsOf: file, options: .mappedIfSafe) else { return "" }
    return String(SHA256.hexDigest(of: data).prefix(16))
  }

  /// What is told of a file that was not taken, and what can be done with it.
  private func openFile(
    _ name: String, _ mark: String, _ findings: [any Finding], _ results: [ImportedFile]
  ) -> ReviewList.OpenFile {
    let isProtected = results.contains { $0.comparison?.isProtected == true }
    var choices = [FileAnswers.leave]
    var changes: [String] = []
    // In an archive one answer would be given for several files.
    if results.count == 1, let comparison = results[0].comparison {
      let batches = comparison.difference.batches.map { "\(BatchName($0, isProtected: isProtected))" }
      choices.insert(FileAnswers.replace + batches.joined(separator: "、"), at: 0)
      if !comparison.spec.isAnonymous, !comparison.spec.key.isEmpty { choices.insert(FileAnswers.amend, at: 1) }
      changes = comparison.sentences(in: .chinese).map { $0.replacing("；全部见 --format csv", with: "") }
    }
    var tables: [String] = []
    var asksPeriod = false
    for finding in findings {
      switch finding {
      case WorkbenchFinding.fileMatchesNone, WorkbenchFinding.fileMatchesSeveral: tables = tableNames
      case TableFinding.file(_, .periodOptionAbsent): asksPeriod = true
      default: break
      }
    }
    if !tables.isEmpty || asksPeriod { choices.insert(FileAnswers.take, at: 0) }
    let shown = findings.filter { $0.severity != .note }.prefix(8)
    var found = shown.map { finding in
      let wording = finding.wording(in: .chinese)
      return changes.isEmpty ? "\(finding.place.text)：\(wording.found)\(wording.remedy)" : wording.found
    }
    let rest = findings.count { $0.severity != .note } - shown.count
    if rest > 0 { found.append("另有\(rest)处。") }
    return ReviewList.OpenFile(
      name: name, mark: mark, found: found, changes: changes, choices: choices, tables: tables,
      asksPeriod: asksPeriod || !tables.isEmpty)
  }

  private var tableNames: [String] {
    let specs = session.folders.specs.map(\.spec)
    return specs.map { spec in
      specs.count { $0.id == spec.id } == 1 ? spec.id : "\(spec.system)/\(spec.id)"
    }
  }
}

extension FileImport {
  /// The batch that holds the file's rows; nil: none does.
  fileprivate var batch: BatchName? {
    switch self {
    case .imported(let batch, _, _, _, _), .corrected(let batch, _, _, _, _, _), .alreadyImported(let batch): batch
    case .rehearsed, .refused: nil
    }
  }
}
