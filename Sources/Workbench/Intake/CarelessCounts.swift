/// How many answers about each unit are marked as careless, and what can be shown of it.
///
/// A unit is shown whole or not at all: its answers, its careless ones and the rest each are none or at least the minimum
/// cell. Numbers with and without careless answers stand beside each other, and their difference is a number about the
/// careless ones. The total is shown where what is hidden adds up to enough; else further units are hidden with them.
struct CarelessCounts {
  struct Cell: Equatable {
    var unit: Int
    var answers = 0
    var careless = 0
    /// Sums of a column's values, and how many there are.
    var sum = 0.0
    var values = 0
    var carelessSum = 0.0
    var carelessValues = 0

    func isSafe(_ minimum: Int) -> Bool {
      func isEnough(_ count: Int) -> Bool { count == 0 || count >= minimum }
      return answers >= minimum && isEnough(careless) && isEnough(answers - careless)
        && isEnough(values) && isEnough(carelessValues) && isEnough(values - carelessValues)
    }

    static func + (a: Cell, b: Cell) -> Cell {
      Cell(
        unit: -1, answers: a.answers + b.answers, careless: a.careless + b.careless, sum: a.sum + b.sum,
        values: a.values + b.values, carelessSum: a.carelessSum + b.carelessSum,
        carelessValues: a.carelessValues + b.carelessValues)
    }

    /// NaN where there is none.
    var with: Double { values == 0 ? .nan : sum / Double(values) }
    var without: Double {
      let kept = values - carelessValues
      return kept == 0 ? .nan : (sum - carelessSum) / Double(kept)
    }
  }

  /// In the order of the units; those that are not shown are left out.
  private(set) var shown: [Cell]
  private(set) var hiddenCount: Int
  /// nil: nothing of it can be shown.
  private(set) var total: Cell?

  init(_ cells: [Cell], minimumCell: Int) {
    let cells = cells.filter { $0.answers > 0 }
    let minimum = max(minimumCell, 1)
    var hidden = Set(cells.indices.filter { !cells[$0].isSafe(minimum) })
    func sum(_ indices: some Sequence<Int>) -> Cell { indices.reduce(Cell(unit: -1)) { $0 + cells[$1] } }
    // One hidden unit is the total without the others.
    while !hidden.isEmpty, hidden.count < 2 || !sum(hidden).isSafe(minimum) {
      let open = cells.indices.filter { !hidden.contains($0) }
      guard let next = open.min(by: { (cells[$0].answers, $0) < (cells[$1].answers, $1) }) else { break }
      hidden.insert(next)
    }
    shown = cells.indices.filter { !hidden.contains($0) }.map { cells[$0] }
    hiddenCount = hidden.count
    let whole = sum(cells.indices)
    total = whole.answers > 0 && whole.isSafe(minimum) && (hidden.isEmpty || sum(hidden).isSafe(minimum)) ? whole : nil
  }
}
