import Findings
import Register
import Schemes
import Scoring
import Store

/// What two results beside each other would tell of people's answers that neither tells alone.
package enum AnswerDisclosure: Sendable, Equatable {
  /// The measure would read other rows of the table, or read them otherwise.
  case rows(measure: String, table: String)
  /// A year would be graded by its halves, or no longer be; or steps would look at further periods.
  case windows(table: String)
  /// Units would be graded that the run does not grade, or would leave their rows to others.
  case units(table: String, units: Int)
  /// A threshold would ask for the n of a measure that is hidden for this many units.
  case threshold(measure: String, units: Int)
  /// Each of two kept runs has a reading of the table that the other has not.
  case readings(first: String, second: String, table: String)
  /// One of two kept runs reads the table by halves, the other the whole year.
  case halves(table: String)
  /// The two runs hide cells under different minima.
  case minimumCells(first: Int, second: Int)
  /// Between two kept runs of one period so few answers of some unit came, went or changed.
  case batches(table: String, fewerThan: Int)
}

/// Whether a trial shows no more of anonymous tables than a run does. A run shows one number of a cell that is large
/// enough; a trial beside it could show the same cell with one row less. So a trial reads the rows of anonymous tables as
/// the run reads them – the same rows, windows and units – and asks for no n that is hidden.
struct TrialPrivacy {
  let base: CompletedRun
  let variant: LoadedScheme
  /// Of the scheme as changed.
  let loader: MeasureLoader

  func disclosures() throws -> [AnswerDisclosure] {
    var found: [AnswerDisclosure] = []
    var first: TableName?
    for measure in variant.scheme.measures {
      guard let table = try answerTable(of: measure) else { continue }
      first = first ?? table
      if !base.scheme.measures.contains(where: { measure.reads(like: $0) }) {
        found.append(.rows(measure: measure.id, table: table.table))
      }
    }
    guard let table = first?.table else { return found }
    if (base.scheme.combination == nil) != (variant.scheme.combination == nil), !base.period.halves.isEmpty {
      found.append(.windows(table: table))
    }
    // Steps may look at periods that overlap the run's own.
    let further = variant.scheme.historyWish.named.contains { !base.scheme.historyWish.named.contains($0) }
    if further, !found.contains(.windows(table: table)) { found.append(.windows(table: table)) }
    let units = movedUnits()
    if units > 0 { found.append(.units(table: table, units: units)) }
    return found + thresholds()
  }

  /// Units that the run does not grade, and those that it does whose rows would now be another's.
  private func movedUnits() -> Int {
    let (before, after) = (Set(base.sheet.units.map(\.code)), Set(loader.scope.units.map(\.code)))
    let isShared = variant.scheme.measures.contains { $0.unique?.isAcrossUnits == true }
    let leaving = before.subtracting(after).filter { isShared || loader.scope.heirs(of: $0).count > 1 }
    return after.subtracting(before).count + leaving.count
  }

  /// Also the table below a fraction line.
  private func answerTable(of measure: Measure) throws -> TableName? {
    let below = measure.denominator.map { loader.folders.name(of: $0.table, for: loader.system) }
    return try loader.answerTables(behind: measure).union(below.map { [$0] } ?? []).filter(loader.folders.isAnonymous)
      .min()
  }

  /// Thresholds on n, and weights by n, that are others than the run's.
  private func thresholds() -> [AnswerDisclosure] {
    let (before, after) = (base.scheme.questions(minimumCell: loader.minimumCell), questions)
    return after.keys.sorted().compactMap { id in
      guard after[id] != before[id] else { return nil }
      let hidden = base.sheet.units.indices.count {
        base.hidesAnswersByOthers(of: id, about: $0, minimumCell: loader.minimumCell)
      }
      return hidden == 0 ? nil : .threshold(measure: id, units: hidden)
    }
  }

  private var questions: [String: [String]] { variant.scheme.questions(minimumCell: loader.minimumCell) }
}

extension Scheme {
  /// What the scheme asks of the n of each measure. Every threshold up to the minimum cell asks the same.
  fileprivate func questions(minimumCell: Int) -> [String: [String]] {
    var asked: [String: [String]] = [:]
    for measure in measures {
      if let minimum = measure.minN, minimum > minimumCell { asked[measure.id, default: []].append("min_n \(minimum)") }
    }
    if let base = ranking?.minBase {
      asked[base.measure, default: []].append("min_base \(Swift.max(base.atLeast, Double(minimumCell)))")
    }
    for node in allNodes {
      if case .weightByN(let measure) = node.share { asked[measure, default: []].append("weight of \(node.id)") }
    }
    return asked.mapValues { $0.sorted() }
  }
}

extension Measure {
  /// Whether both reduce the same rows to the same number, but for the numbers by which one answer is graded. What comes
  /// after – range, `times`, `min_n`, what an empty set means – is no reading of rows.
  func reads(like other: Measure) -> Bool {
    isSameSource(as: other) && predicate?.expression == other.predicate?.expression
      && isSameValue(as: other) && datedBy == other.datedBy && window == other.window && include == other.include
      && unique == other.unique && first == other.first && take == other.take
      && denominator?.table == other.denominator?.table && denominator?.take == other.denominator?.take
      && denominator?.window == other.denominator?.window
      && denominator?.predicate?.expression == other.denominator?.predicate?.expression
      && denominator?.value?.expression == other.denominator?.value?.expression
  }

  private func isSameSource(as other: Measure) -> Bool {
    if case .view(let view) = source, case .view(let otherView) = other.source { return view.sql == otherView.sql }
    return source == other.source
  }

  private func isSameValue(as other: Measure) -> Bool {
    guard let own = value?.expression, let its = other.value?.expression else {
      return value == nil && other.value == nil
    }
    // A sum of marks of one's own choosing counts whom one likes; a share only tells the marks that are printed anyway.
    return own == its || (take == .share && own.gradesLike(its))
  }
}
