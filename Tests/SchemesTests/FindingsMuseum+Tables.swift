import Schemes

/// One exhibit per code of expressions and of checks against tables.
let tableExhibits: [Exhibit] = [
  .nodes(
    "scheme-unit-kind-unknown", "  - {id: 总分, measure: m}", rest: "units: {kind: [科室, 1️⃣科市]}", tables: [exhibitTable]),
  .nodes(
    "scheme-unit-unknown", "  - {id: 总分, measure: m, steps: [{distance: {unit: 1️⃣A2}}]}", tables: [exhibitTable]),
  .condition("expression-character", "a 1️⃣& 1"),
  .condition("expression-unterminated", "text = 1️⃣'甲等"),
  .condition("expression-syntax", "a = 1️⃣)"),
  .condition("expression-function-unknown", "1️⃣lenght(text) > 1"),
  .condition("expression-clock", "day < 1️⃣date('now')"),
  .condition("expression-subquery", "a IN (1️⃣SELECT 1)"),
  .condition("expression-aggregate", "1️⃣sum(a) > 1"),
  .condition("expression-argument-count", "1️⃣nullif(a) = 1"),
  .condition(
    "expression-too-deep", String(repeating: "(", count: 100) + "1️⃣(a = 1" + String(repeating: ")", count: 101)),
  .condition("expression-too-long", "1️⃣a IN (1" + String(repeating: ", 1", count: 1000) + ")"),
  .condition("expression-chained-comparison", "1 < a 1️⃣< 3"),
  .condition("expression-moment-unknown", "day < 1️⃣:period_stop"),
  .condition("expression-parameter-unknown", "a < 1️⃣$下限"),
  .condition("expression-integer-division", "a 1️⃣/ 2 > 1.5"),
  .measure("expression-division-by-zero", "{table: t, value: 1.0 * a / 1️⃣0, take: mean}", tables: [exhibitTable]),
  .measure("expression-divisor-zero", "{table: t, value: 1.0 / 1️⃣a, take: mean}", tables: [exhibitTable]),
  .condition("expression-kinds-differ", "a = 1️⃣'1'"),
  .condition("expression-arithmetic", "1️⃣text + 1 > 2"),
  .condition("expression-date-arithmetic", "1️⃣day + 30 > 2"),
  .condition("expression-nullable-comparison", "1️⃣empty > 3"),
  .measure(
    "expression-case-without-else", "{table: t, take: sum, value: \"1️⃣CASE WHEN a > 1 THEN 1 END\"}",
    tables: [exhibitTable]),
  .condition("expression-value-unlisted", "text = 1️⃣'甲級'"),
  .condition("expression-date-literal", "day < 1️⃣'2025-06-31'"),
  .body(
    "expression-no-calendar",
    """
    units: {where: "1️⃣workdays(:period_start, :as_of) > 3"}
    measures: {m: {table: t, take: count}}
    nodes: {id: 总分, measure: m}
    """, tables: [exhibitTable]),
  .condition("expression-argument-kind", "hours(1️⃣day, moment) > 3"),
  .condition("expression-not-condition", "1️⃣text"),
  .measure("expression-not-number", "{table: t, take: mean, value: 1️⃣day}", tables: [exhibitTable]),
  .measure("scheme-table-unknown", "{table: 1️⃣tt, take: count}", tables: [exhibitTable]),
  .measure(
    "measure-table-without-obligations", "{obligations: 月报, table: 1️⃣t, take: late}", tables: [exhibitTable]),
  .condition("scheme-column-unknown", "1️⃣b = 1"),
  .body(
    "scheme-register-column-unknown",
    """
    units: {peers: 1️⃣peers}
    measures: {m: {table: t, take: count}}
    nodes: {id: 总分, measure: m}
    """, tables: [exhibitTable]),
  .measure(
    "measure-table-without-units", "{table: 1️⃣t, take: count}",
    tables: [CatalogueTable(id: "t", columns: [], hasUnits: false)]),
  .measure(
    "measure-table-without-periods", "{table: 1️⃣t, take: count}",
    tables: [CatalogueTable(id: "t", columns: [], hasPeriods: false)]),
  .measure("measure-date-column", "{table: t, take: count, dated_by: 1️⃣a}", tables: [exhibitTable]),
  .measure(
    "measure-order-column", "{table: t, take: count, unique: {by: a, keep: 1️⃣max text}}", tables: [exhibitTable]),
  .measure("measure-share-values", "{table: t, take: share, value: 1️⃣a}", tables: [exhibitTable]),
  .body(
    "measure-range-missing",
    """
    measures: {m: {table: t, take: count}}
    nodes: {id: 总分, points: 1️⃣10, measure: m}
    """, tables: [exhibitTable]),
  .body(
    "scheme-points-interval",
    """
    measures: {m: {table: t, value: a, take: mean}}
    nodes: {id: 总分, points: 5, measure: m, steps: [{times: 1️⃣1}]}
    """, tables: [exhibitTable]),
  .body(
    "scheme-points-unreachable",
    """
    measures: {m: {table: t, value: flag, take: share}}
    nodes: {id: 总分, points: 5, measure: m, steps: [{proportional: 1️⃣{full: 100}}]}
    """, tables: [exhibitTable]),
  .body(
    "step-bands-stop-short",
    """
    measures: {m: {table: t, value: a, take: mean}}
    nodes: {id: 总分, points: 5, measure: m, steps: [{bands: [[9, 5], 1️⃣[1, 0]]}]}
    """, tables: [exhibitTable]),
  .body(
    "step-band-unreachable",
    """
    measures: {m: {table: t, value: flag, take: share}}
    nodes: {id: 总分, points: 5, measure: m, steps: [{bands: [1️⃣[90, 5], [0, 0]]}]}
    """, tables: [exhibitTable]),
  .measure("measure-empty-uncovered", "{table: t, value: a, take: mean, empty: 1️⃣0}", tables: [exhibitTable]),
  .body(
    "effect-unconfirmed",
    """
    measures: {m: {table: t, take: count}}
    nodes: {id: 总分, measure: m}
    rank: {node: 总分}
    grades: {bands: [{grade: 合格}]}
    effects: [{id: e, when: {measure: m, at_least: 1}, cap_grade: 1️⃣合格}]
    """, tables: [exhibitTable]),
  .body(
    "effect-untriggered",
    """
    measures: {m: {table: t, take: count}}
    nodes: {id: 总分, measure: m}
    rank: {node: 总分}
    grades: {bands: [{grade: 合格}]}
    effects: [{id: e, set_grade: 1️⃣合格}]
    """, tables: [exhibitTable]),
  .body(
    "effect-each-zero",
    """
    measures: {m: {table: t, take: count}}
    nodes: {id: 总分, measure: m}
    rank: {node: 总分}
    effects: [{id: 1️⃣e, add: {measure: m, each: 0}}]
    """, tables: [exhibitTable]),
  .body(
    "test-always",
    """
    measures: {m: {table: t, take: count}}
    nodes: {id: 总分, measure: m}
    rank: {node: 总分}
    effects: [{id: e, when: {measure: 1️⃣m, at_least: 0}, deduct: {each: 1}}]
    """, tables: [exhibitTable]),
  .body(
    "test-never",
    """
    measures: {m: {table: t, value: a, take: mean}}
    nodes: {id: 总分, points: 10, measure: m, zero_when: {measure: 1️⃣m, at_least: 500}}
    """, tables: [exhibitTable]),
  .body(
    "step-constant",
    """
    measures: {m: {table: t, value: a, take: mean}}
    nodes: {id: 总分, points: 5, measure: m, steps: [{pass: 1️⃣{at_least: 11}}]}
    """, tables: [exhibitTable]),
  .measure("measure-protected-take", "{table: t, value: a, take: 1️⃣mean}", tables: [protectedExhibitTable]),
  .measure("measure-protected-view", "{view: 1️⃣SELECT * FROM v_s_t, take: sum}", tables: [protectedExhibitTable]),
  .body(
    "scheme-protected-table",
    """
    measures: {m: {table: t, take: count}}
    nodes: {id: 总分, measure: m}
    decisions: 1️⃣t
    """, tables: [protectedExhibitTable]),
  .measure(
    "measure-anonymous-column", "{table: t, take: sum, value: \"CASE WHEN 1️⃣text = '甲等' THEN a ELSE 0 END\"}",
    tables: [anonymousExhibitTable]),
  .measure("measure-anonymous-take", "{table: t, value: a, take: 1️⃣max}", tables: [anonymousExhibitTable]),
  .body(
    "measure-careless-mixed",
    """
    measures:
      m: {table: t, value: a, take: mean}
      k: {table: t, where: 1️⃣mark = 0, value: a, take: mean}
    nodes: {id: 总分, of: mean, children: [{id: n, weight: 1, measure: m}, {id: l, weight: 1, measure: k}]}
    """, tables: [carelessExhibitTable]),
]

/// Answers with a mark of those that were given without care.
private var carelessExhibitTable: CatalogueTable {
  var table = anonymousExhibitTable
  table.columns.append(CatalogueColumn(id: "mark", kind: .integer, isNullable: false, range: 0...1))
  table.careless = ["mark"]
  return table
}

private var anonymousExhibitTable: CatalogueTable {
  var table = exhibitTable
  table.isAnonymous = true
  table.key = ["text"]
  return table
}

private var protectedExhibitTable: CatalogueTable {
  var table = exhibitTable
  table.isProtected = true
  return table
}
