import Findings
import Scoring

extension RunTables {
  /// The line above a printed table: what, when, how many.
  package func heading() -> String {
    TableSentence.heading(
      title: run.scheme.title, period: language == .chinese ? run.period.chineseName : run.period.id,
      units: run.sheet.standing.count, graded: run.sheet.standing.count { $0.status == .graded }
    ).text(in: language)
  }

  /// The lines below it: scheme version, approval, data state, run.
  package func footing() -> String {
    TableSentence.footing(
      scheme: run.scheme.id, version: run.scheme.version, approval: approval(), asOf: "\(run.record.input.asOf)",
      run: run.shortKey
    ).text(in: language)
  }

  /// Who has decided that this is the rule; every document says if nobody has.
  package func approval() -> String {
    let sentence = run.scheme.approval.map { TableSentence.approved(document: $0.documentNumber, date: $0.date) }
    return (sentence ?? .notApproved).text(in: language)
  }
}

extension Session.Verification {
  package func sentence(in language: Language) -> String {
    let name = "\(run.scheme.id) \(run.period.id)"
    let sentence: TableSentence =
      differences > 0
      ? .differing(name: name, run: run.shortKey, count: differences)
      : .verified(name: name, run: run.shortKey, reach: reach)
    return sentence.text(in: language)
  }
}
