import Documents
import Findings
import Foundation
import Testing

@testable import Schemes

/// Mistakes in measures, steps and nodes, each told once.
@Suite struct ConstructMisuseTests {
  /// What is written and the one finding that it gets.
  static let misuses: [(String, String)] = [
    ("{table: t, view: v, take: count}", "scheme-one-of"), ("{vew: v, take: count}", "key-unknown"),
    ("{view: v, take: count, where: a}", "key-unknown"), ("{tabel: t, take: count}", "key-unknown"),
    ("{table: t, tkae: count}", "key-unknown"), ("{table: t, take: mean, valeu: x}", "key-unknown"),
    ("{like: nobody}", "scheme-measure-unknown"), ("{table: t, take: [mean]}", "value-wrong-kind"),
    ("{view: v}", "key-missing"),
    ("{scheme: s, take: mean}", "key-missing"), ("{scheme: s, node: n, period: letzte}", "value-illegal"),
    ("{scheme: s, node: n, period: {last: 0}, take: mean}", "scheme-number-out-of-range"),
    ("{scheme: s, node: n, of: members}", "key-missing"),
    ("{scheme: s, node: n, of: team, take: mean}", "value-illegal"),
    ("{scheme: s, node: n, of: members, take: max, weight: share}", "scheme-key-needs"),
    ("{table: t, take: count, include: descendents}", "value-illegal"),
    ("{table: t, take: count, window: {years: 0}}", "scheme-number-out-of-range"),
    ("{table: t, take: count, window: {years: 101}}", "scheme-number-out-of-range"),
    ("{table: t, take: count, window: {years: 99999999999999999999}}", "scheme-number-out-of-range"),
    ("{scheme: s, node: n, period: {last: 101}, take: mean}", "scheme-number-out-of-range"),
    (
      "{table: t, value: a, take: {trimmed: {drop: 1, min: 9223372036854775807, else: mean}}}",
      "scheme-number-out-of-range"
    ),
    ("{table: t, take: count, unique: {by: a, keep: max b, across: periods}}", "value-illegal"),
  ]

  @Test(arguments: misuses)
  func `A measure's mistake is told once`(text: String, code: String) {
    let log = FindingLog()
    _ = readScheme(schemeHead + "measures: {m: \(text)}\nnodes: {id: 总分, measure: m}\n", log: log)
    #expect(log.findings.filter { $0.severity == .problem }.map(\.code).contains(code), "\(summary(log))")
    if code != "key-missing" { #expect(log.findings.count == 1, "\(summary(log))") }
  }

  static let nodeMisuses: [(String, String)] = [
    ("measure: m, steps: [minmx]", "value-illegal"), ("measure: m, steps: [{minmx: {}}]", "key-unknown"),
    ("measure: m, steps: [{minmax: {bounds: seen}}]", "value-illegal"),
    ("measure: m, steps: [{minmax: {bounds: [1, 1]}}]", "scheme-number-out-of-range"),
    ("measure: m, steps: [{minmax: {bounds: [0, 1], over: peers}}]", "scheme-key-needs"),
    ("measure: m, steps: [{minmax: {bounds: {frozen: 2025}, over: reported}}]", "scheme-one-of"),
    ("measure: m, steps: [{rank: {order: up}}]", "value-illegal"), ("measure: m, steps: [clamp]", "value-wrong-kind"),
    ("measure: m, steps: [{clamp: [~, ~]}]", "scheme-one-of"),
    ("measure: m, steps: [{clamp: [3, 1]}]", "scheme-number-out-of-range"),
    ("measure: m, steps: [{round: 12}]", "scheme-number-out-of-range"),
    ("measure: m, steps: [{distance: worst}]", "value-illegal"),
    ("measure: m, steps: [{distance: {cap: true}}]", "scheme-key-needs"),
    ("measure: m, steps: [{distance: {unit: A, target: 3}}]", "scheme-one-of"),
    ("measure: m, steps: [{impute: first_period}]", "value-illegal"),
    ("measure: m, steps: [{impute: {mean: all, median: all}}]", "scheme-one-of"),
    ("measure: m, steps: [{treat: {then: log}}]", "value-illegal"),
    ("measure: m, steps: [{bands: {across: m, columns: [1], rows: [[0, [1, 2]]]}}]", "scheme-list-length"),
    ("measure: m, steps: [{bands: {across: m, columns: [1, 2], rows: [[0, [1, 2]]]}}]", "step-bands-order"),
    ("measure: m, steps: [{bands: {across: m, columns: [1, 2, 3], rows: [[0, [1, 2, 3]]]}}]", "step-bands-order"),
    ("measure: m, steps: [{bands: [[1, 0], [2, 1], [3, 2]]}]", "step-bands-order"),
    ("measure: m, steps: [{linear: [[3, 0], [2, 1], [1, 2]]}]", "step-linear-order"),
    ("measure: m, steps: [{bands: {across: mm, columns: [1], rows: [[0, [1]]]}}]", "scheme-measure-unknown"),
    ("measure: m, steps: [{required: {times: 3, each: 1}}]", "step-needs-points"),
    ("measure: m, steps: [{zscore: {over: {periods: []}}}]", "scheme-list-length"),
    ("measure: m, steps: [{zscore: {over: {frozn: 2025}}}]", "key-unknown"),
    ("measure: m, steps: [{percentile: {over: peers}}]", "scheme-peers-missing"),
    ("measure: m, hand_steps: {a: []}", "scheme-key-needs"), ("measure: m, weights: equal", "scheme-key-needs"),
    ("measure: m, override: {rle: x}", "key-unknown"), ("measure: m, override: {reason: yes}", "value-illegal"),
    ("measure: m, own: ja", "value-wrong-kind"),
    ("hands: {a: m, b: mm}, prevail: [a]", "scheme-measure-unknown"),
    ("hands: {a: m, b: m}", "scheme-one-of"), ("hands: {a: m, b: m}, prevale: [a]", "key-unknown"),
    ("mesure: m", "key-unknown"), ("of: geometrical, children: [{id: a, weight: 1, measure: m}]", "value-illegal"),
    ("of: mean, children: [{id: a, wieght: 1, measure: m}]", "key-unknown"),
    ("of: mean, childern: [{id: a, weight: 1, measure: m}]", "key-unknown"),
    ("hands: {a: m, b: m}, prevail: [a], of: mean", "scheme-one-of"),
    ("hands: {a: m, b: m}, of: median", "value-illegal"), ("hands: {a: m, b: m}, prevail: []", "scheme-list-length"),
    ("hands: {a: m, b: m}, prevail: [a], hand_steps: {c: []}", "scheme-hand-unknown"),
    ("hands: {a: {measure: m, weight: 2}, b: m}, prevail: [a]", "scheme-key-needs"),
    ("hands: {a: {measure: m, steps: []}, b: m}, prevail: [a], hand_steps: {a: []}", "scheme-one-of"),
    ("hands: {a: m, b: m}, prevail: [a], difference: {over: -1}", "scheme-number-out-of-range"),
    ("hands: {a: {measure: m, steps: [{drop_if: {units_below: 2}}]}, b: m}, prevail: [a]", "step-drop-if-order"),
    ("hands: {a: {measure: m, steps: [{impute: last_period}]}, b: m}, prevail: [a]", "step-on-leaves"),
    ("measure: m, steps: [{impute: {last_period: {at_most: 401}}}]", "scheme-number-out-of-range"),
    ("of: {trimmed: 9223372036854775807}, children: [{id: a, weight: 1, measure: m}]", "scheme-number-out-of-range"),
    ("of: {best: 1000001}, children: [{id: a, weight: 1, measure: m}]", "scheme-number-out-of-range"),
    ("of: {power: 0}, children: [{id: a, weight: 1, measure: m}]", "scheme-number-out-of-range"),
    (
      "of: {trimmed: 1}, weights: equal, children: [{id: a, measure: m}, {id: b, measure: m}]",
      "scheme-aggregation-size"
    ),
    ("of: sum, weights: equal, children: [{id: a, measure: m}]", "scheme-weight-under-sum"),
    (
      "of: mean, coverage: {by: count, at_least: 0.5}, weights: equal, children: [{id: a, measure: m}]",
      "scheme-number-out-of-range"
    ),
    ("of: sum, leaves: {from: t, id: i, measure: {column_of: u}}", "scheme-weight-under-sum"),
    ("of: mean, leaves: {from: t, id: i, measure: {column_of: u, per: d}}", "value-illegal"),
    ("of: mean, leaves: {from: t, id: i, of: {A: mean}, measure: {column_of: u}}", "scheme-key-needs"),
    ("of: mean, leaves: {from: t, id: i, parent: p, of: {A: mode}, measure: {column_of: u}}", "value-illegal"),
    ("of: mean, leaves: {from: t, id: i, parent: p, where: \"a >\", measure: {column_of: u}}", "expression-syntax"),
    ("of: mean, weights: shares, leaves: {from: t, id: i, measure: {column_of: u}}", "scheme-key-needs"),
    (
      "of: mean, leaves: {from: t, id: i, parent: p, group: g, groups: {from: w, weight: w, of: mean}, measure: {column_of: u}}",
      "scheme-one-of"
    ),
  ]

  @Test(arguments: nodeMisuses)
  func `A node's mistake is told once`(text: String, code: String) {
    let log = FindingLog()
    let read = readScheme(
      schemeHead + "decisions: 决定\nmeasures: {m: {table: t, take: count}}\nnodes: {id: 总分, \(text)}\n", log: log)
    #expect(read == nil)
    #expect(log.findings.filter { $0.code != "measure-unused" }.map(\.code) == [code], "\(summary(log))")
  }

  /// Both words of `copeland` are one: it stands once in the list of what `of` can be.
  @Test func `Legal words of an aggregation stand once each`() throws {
    let log = FindingLog()
    _ = readScheme(
      schemeHead + "measures: {m: {table: t, take: count}}\nnodes: {id: a, of: geometrical, children: []}\n", log: log)
    let words = try #require(log.findings.first { $0.code == "value-illegal" }).wording(in: .english)
    #expect(words.remedy.components(separatedBy: "copeland").count == 2, "\(words.remedy)")
  }

  @Test func `Columns of two-way bands are told as columns`() throws {
    let log = FindingLog()
    _ = readScheme(
      schemeHead + "measures: {m: {table: t, take: count}}\nnodes: {id: 总分, measure: m, steps: "
        + "[{bands: {across: m, columns: [60, 80, 90], rows: [[5, [1, 2, 3]], [0, [1, 2, 3]]]}}]}\n", log: log)
    #expect(
      log.findings.map { $0.wording(in: .english).found } == [
        "In bands of “总分”, the column 80 follows 60; the columns must fall."
      ])
  }

  /// A share over 1 was meant in percent.
  @Test func `A share above 1 is told how to write a per cent`() throws {
    let log = FindingLog()
    _ = readScheme(
      schemeHead + "defaults: {coverage: 80}\nmeasures: {m: {table: t, take: count}}\nnodes: {id: 总分, measure: m}\n",
      log: log)
    let finding = try #require(log.findings.first)
    #expect(summary(log).map { $0.hasSuffix("scheme-number-out-of-range") } == [true])
    #expect(finding.wording(in: .english).remedy == "Write a share: 30 % is 0.3.")
  }

  /// A wrong table and a wrong column are told beside what keeps the scheme from being read.
  @Test func `What tables say of a broken scheme is told in the same pass`() {
    let log = FindingLog()
    let text =
      schemeHead + """
        units: {kind: 科室, where: "stat <> '撤销'"}
        measures:
          m: {table: tt, take: count}
          n: {table: t, value: 无此列, take: mean}
          o: {table: t, value: 也无此列, take: meen}
        nodes: {id: 总分, of: mean, childs: [{id: a, weight: 1, measure: m}]}
        """
    let catalogue = Catalogue(tables: [exhibitTable], registerColumns: ["state"])
    let scheme = YAMLFile.parse(text, name: "s.yaml", log: log).flatMap {
      Scheme.read($0, against: catalogue, log: log)
    }
    #expect(scheme == nil)
    #expect(
      Set(log.findings.map { "\($0.place.text) \($0.code)" }).isSuperset(of: [
        "s.yaml:4:27 scheme-register-column-unknown", "s.yaml:6:14 scheme-table-unknown",
        "s.yaml:7:24 scheme-column-unknown", "s.yaml:8:36 value-illegal",
      ]), "\(summary(log))")
    #expect(log.findings.contains { $0.wording(in: .english).found.contains("也无此列") })
  }
}
