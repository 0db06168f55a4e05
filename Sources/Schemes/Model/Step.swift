import Findings

/// One transform of a node's value. Steps act in written order; one that receives missing gives missing (R1).
package struct Step: Sendable, Hashable {
  package let action: Action
  package let place: Place
  /// Where the rows of bands and the points of a line stand, and the columns of two-way bands; empty where nobody
  /// wrote them.
  package var rowPlaces: [Place] = []
  package var columnPlaces: [Place] = []
  /// Where the values of keys stand (`unit`).
  package var places: [String: Place] = [:]

  package init(_ action: Action, place: Place) {
    self.action = action
    self.place = place
  }

  func place(of key: String) -> Place { places[key] ?? place }

  func place(ofRow index: Int) -> Place { rowPlaces.indices.contains(index) ? rowPlaces[index] : place }

  func place(ofColumn index: Int) -> Place { columnPlaces.indices.contains(index) ? columnPlaces[index] : place }

  package enum Action: Sendable, Hashable {
    /// Piecewise linear through points of strictly ascending x, clamped at the ends.
    case linear([Knot])
    /// The first row whose bound ≤ value, from the highest bound down.
    case bands([Band])
    /// Bands in two directions: 档 × 级.
    case matrix(Matrix)
    /// P · clamp(x / full, 0, 1), P being the node's points.
    case proportional(full: Operand)
    /// max(0, P − min(each·x, at_most)).
    case deduct(each: Operand, atMost: Operand?)
    /// max(0, min(P, each·x, at_most)).
    case add(each: Operand, atMost: Operand?)
    /// min(x, times)·each + max(0, x − times)·further, at most `atMost` (P if nil), never above P or under 0.
    case required(times: Operand, each: Operand, further: Operand, atMost: Operand?)
    /// P or 0.
    case pass(Comparison)
    /// l + (h−l)·clamp((f(x)−f(a)) / (f(b)−f(a)), 0, 1), f being ln where `isLogarithmic` (R15).
    case goalposts(low: Operand, high: Operand, isLogarithmic: Bool, to: Interval)
    /// (x − mean) / sd over the population, n−1 (R10), then to a mean and sd.
    case zScore(to: MeanAndDeviation, over: Population?)
    /// (x − a) / (b − a) to an interval, not clipped (R15).
    case minMax(to: Interval, bounds: Bounds, over: Population?)
    /// 1 + the number of units before it; ties take the least.
    case rank(Order, over: Population?)
    /// Rank ascending − 1: the number of units that it beats.
    case borda(over: Population?)
    /// (rank − 1) / (n − 1), ascending.
    case percentile(over: Population?)
    /// How near to the best, a unit or a target, from 0 at the least value to 1 there.
    case distance(Goal, over: Population?)
    /// x ÷ the population's greatest value.
    case shareOfBest(over: Population?)
    /// Fills what is missing; the value then has coverage 0 (R16).
    case impute(Imputation)
    /// Winsorises or takes logarithms until the column's shape passes.
    case treat(Treatment, over: Population?)
    case clamp(low: Operand?, high: Operand?)
    /// 四舍五入: half away from zero, at so many decimal places.
    case round(digits: Int)
    case times(Operand)
    /// The leaf is not applicable for everyone if fewer units than this report it; stands first (R10).
    case dropIf(unitsBelow: Int)
  }

  package struct Knot: Sendable, Hashable {
    package let x: Operand
    package let y: Operand
    package init(_ x: Operand, _ y: Operand) {
      self.x = x
      self.y = y
    }
  }
  package struct Band: Sendable, Hashable {
    package let atLeast: Operand
    package let gives: Operand
    package init(atLeast: Operand, gives: Operand) {
      self.atLeast = atLeast
      self.gives = gives
    }
  }
  package struct Interval: Sendable, Hashable {
    package let low: Double
    package let high: Double
    package init(_ low: Double, _ high: Double) {
      self.low = low
      self.high = high
    }
  }
  package struct MeanAndDeviation: Sendable, Hashable {
    package let mean: Double
    package let deviation: Double
    package init(mean: Double, deviation: Double) {
      self.mean = mean
      self.deviation = deviation
    }
  }
  /// A number, or a column of the leaf's row until the leaves are expanded.
  package enum Operand: Sendable, Hashable {
    case number(Double)
    case rowColumn(String)
    /// The product of several columns of the row: a target by its direction.
    case rowProduct([String])

    /// The number; what a row gives has none before expansion.
    package var number: Double? { if case .number(let value) = self { value } else { nil } }
  }

  package enum Bounds: Sendable, Hashable {
    /// The least and greatest of the population.
    case observed
    case fixed(Operand, Operand)
  }
  package enum Order: String, Sendable, CaseIterable { case descending, ascending }
  package enum Goal: Sendable, Hashable {
    /// 1 − (max − x) / (max − min).
    case best
    /// 1 − (ref − x) / (ref − min), ref being the value of the unit with this code.
    case unit(String)
    /// (x − min) / (target − min); `isCapped`: at most 1.
    case target(Operand, isCapped: Bool)
  }
  /// Bands over two numbers: this node's (rows, from the highest bound down) and another measure's (columns likewise).
  package struct Matrix: Sendable, Hashable {
    package let across: String
    package let columns: [Operand]
    package let rows: [Row]
    package struct Row: Sendable, Hashable {
      package let atLeast: Operand
      /// One per column.
      package let gives: [Operand]
      package init(atLeast: Operand, gives: [Operand]) {
        self.atLeast = atLeast
        self.gives = gives
      }
    }
    package init(across: String, columns: [Operand], rows: [Row]) {
      self.across = across
      self.columns = columns
      self.rows = rows
    }
  }
  package enum Imputation: Sendable, Hashable {
    package enum Center: String, Sendable, CaseIterable { case mean, median }
    /// Of the units of the same group, by a register column; nil: of all units. A group without a value stays missing.
    case units(Center, group: String?)
    /// Of the unit's other leaves under the same parent: each column min–maxed (directions applied), the mean taken back.
    case siblings(Center, direction: Operand?)
    /// The unit's last value of an earlier period, at most so many periods back.
    case latestPeriod(atMost: Int?)
    /// Straight between the unit's nearest periods with a value; constant before the first and after the last.
    case betweenPeriods
  }
  /// A column passes if |skewness| < `skew` or excess kurtosis < `kurtosis`. Up to `winmax` points are winsorised; what
  /// still fails is transformed.
  package struct Treatment: Sendable, Hashable {
    package enum Transform: String, Sendable, CaseIterable {
      case none
      case logCT = "log_ct"
      case logCTOriginal = "log_ct_orig"
      case logCTPlus = "log_ct_plus"
    }
    package let skew: Double
    package let kurtosis: Double
    package let winmax: Int
    package let then: Transform
    /// The transform acts on the winsorised column instead of the original.
    package let isCombined: Bool
    /// `winmax` points are winsorised whether or not the column passes.
    package let isForced: Bool
    package init(
      skew: Double, kurtosis: Double, winmax: Int, then: Transform, isCombined: Bool, isForced: Bool = false
    ) {
      self.skew = skew
      self.kurtosis = kurtosis
      self.winmax = winmax
      self.then = then
      self.isCombined = isCombined
      self.isForced = isForced
    }
  }

  /// The word by which the file names the step.
  package var word: String {
    switch action {
    case .linear: "linear"
    case .bands, .matrix: "bands"
    case .proportional: "proportional"
    case .deduct: "deduct"
    case .add: "add"
    case .pass: "pass"
    case .goalposts: "goalposts"
    case .zScore: "zscore"
    case .required: "required"
    case .minMax: "minmax"
    case .rank: "rank"
    case .borda: "borda"
    case .percentile: "percentile"
    case .distance: "distance"
    case .shareOfBest: "share_of_best"
    case .impute: "impute"
    case .treat: "treat"
    case .clamp: "clamp"
    case .round: "round"
    case .times: "times"
    case .dropIf: "drop_if"
    }
  }
}
