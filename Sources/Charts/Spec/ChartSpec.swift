import Documents
import Findings

/// A line on the value axis above which something holds: `90`, “达标”.
package struct Cutoff: Sendable, Hashable {
  package var value: Double
  package var label: String
  package init(value: Double, label: String) {
    self.value = value
    self.label = label
  }
}

/// What to draw: marks over data columns, scales, and the words around them.
package struct ChartSpec: Sendable {
  package var name: String
  package var place: Place
  /// Where the data comes from, for the caller to resolve.
  package var data: DocumentNode?
  package var facet: Facet?
  var marks: [any Mark]
  package var scales: Scales
  package var title: TextTemplate?
  package var subtitle: TextTemplate?
  package var note: TextTemplate?
  package var width: Double
  /// nil: as high as the rows need.
  package var height: Double?

  /// One panel, or one picture, for each value of a column.
  package struct Facet: Sendable, Equatable {
    package var column: String
    package var place: Place
    /// A picture for each group, instead of one picture with a panel for each.
    package var isSplit: Bool
    /// How many panels stand side by side; only planes and radars may.
    package var columns = 1
  }

  /// What the marks stand on.
  var plot: Plot {
    let plots = marks.map(\.plot).filter { $0 != .rowsOrPlane }
    return plots.first ?? .rows
  }

  package struct Scales: Sendable {
    package var x = X()
    package var y = Y()
    package var fill = Fill()

    package struct X: Sendable {
      package var place: Place?
      package var holdsZero = false
      /// Names are stretches of time.
      package var isTime = false
      package var format: NumberFormat?
      package var domain: ClosedRange<Double>?
      package var label: TextTemplate?
      package init() {}
    }
    package struct Y: Sendable {
      package var place: Place?
      /// The column that names the rows, if it is not the one that tells them apart.
      package var labels: String?
      /// Of planes.
      package var holdsZero = false
      package var domain: ClosedRange<Double>?
      package var label: TextTemplate?
      package var format: NumberFormat?
      package init() {}
    }
    package struct Fill: Sendable {
      package enum Palette: String, Sendable, CaseIterable { case grades, diverging }
      package var place: Place?
      package var palette: Palette?
      /// The grades, best first; empty: as the data has them.
      package var grades: [String] = []
      /// The grade that is none: drawn hatched.
      package var notGraded: String?
      /// Which of the five grade colours stand for the grades, from 1, the best; empty: spread over all.
      package var steps: [Int] = []
      package var midpoint: Double?
      package var domain: ClosedRange<Double>?
      package var label: TextTemplate?
      package init() {}
    }
    package init() {}
  }
}

/// Text with `{name}` in it, to be filled with values that the caller knows.
package struct TextTemplate: Sendable, Hashable {
  package var text: String
  package var place: Place
  package init(_ text: String, at place: Place) {
    self.text = text
    self.place = place
  }

  /// The text with each `{name}` replaced, once; an unknown name is reported and stays as it is written.
  func filled(with values: [String: String], log: FindingLog) -> String {
    var filled = ""
    var rest = Substring(text)
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      let name = String(rest[rest.index(after: open)..<close])
      filled += rest[..<open]
      if let value = values[name] {
        filled += value
      } else {
        filled += rest[open...close]
        log.add(ChartFinding.unknownPlaceholder(place, name: name, known: values.keys.sorted()))
      }
      rest = rest[rest.index(after: close)...]
    }
    return drawable(filled + rest)
  }
}
