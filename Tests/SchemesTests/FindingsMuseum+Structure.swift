/// One exhibit per code of reading and structure.
let structureExhibits: [Exhibit] = [
  .nodes("scheme-parameter-unknown", "  - {id: 总分, points: 1️⃣$分值, measure: m, steps: [pass]}"),
  .nodes(
    "scheme-id-duplicate",
    """
      - {id: 总分, of: mean, children: [{id: n, weight: 1, measure: m}, {id: 1️⃣n, weight: 1, measure: m}]}
    """),
  .body(
    "scheme-cycle",
    """
    measures:
      m: {like: 1️⃣o}
      o: {like: m, table: t, take: count}
    nodes: {id: 总分, measure: m}
    """),
  .nodes("scheme-one-of", "  - 1️⃣{id: 总分, points: 1}"),
  .nodes("scheme-list-length", "  - {id: 总分, measure: m, steps: [{linear: [1️⃣[0, 1, 2], [1, 1]]}]}"),
  .nodes("scheme-number-out-of-range", "  - {id: 总分, points: 1️⃣-5, measure: m, steps: [pass]}"),
  .nodes(
    "scheme-date-unreadable", "  - {id: 总分, measure: m, applies: {fact: f}}",
    rest: "facts: {f: {register: state, after: 1️⃣2025-13-01}}"),
  .measure("measure-value-missing", "{table: t, take: 1️⃣mean}"),
  Exhibit(
    "scheme-approval-absent",
    """
    1️⃣scheme: s
    version: "1"
    measures: {m: {table: t, take: count}}
    nodes: {id: 总分, measure: m}
    """),
  .nodes("scheme-parameter-unused", "  - {id: 总分, measure: m}", rest: "params: {1️⃣下限: 60}"),
  .nodes("scheme-measure-unknown", "  - {id: 总分, measure: 1️⃣mm}"),
  .nodes("scheme-fact-unknown", "  - {id: 总分, measure: m, applies: {fact: 1️⃣f}}"),
  .nodes(
    "scheme-node-unknown", "  - {id: 总分, measure: m}", rest: "rank: {node: 1️⃣得分}"),
  .nodes(
    "scheme-grade-unknown", "  - {id: 总分, measure: m}",
    rest: """
      rank: {node: 总分}
      grades: {bands: [{grade: 合格}]}
      effects: [{id: e, when: {measure: m, at_least: 1}, cap_grade: 1️⃣优秀}]
      """),
  .nodes(
    "scheme-group-unknown", "  - {id: 总分, measure: m}",
    rest: """
      rank: {node: 总分}
      effects: [{id: e, add: {measure: m, each: 1}, group: 1️⃣g}]
      """),
  .nodes("scheme-node-childless", "  - {id: 总分, of: sum, children: 1️⃣[]}"),
  .nodes(
    "scheme-siblings-mixed",
    "  - {id: 总分, of: sum, children: 1️⃣[{id: a, points: 1, measure: m, steps: [pass]}, {id: b, weight: 1, measure: m}]}"
  ),
  .nodes("scheme-share-missing", "  - {id: 总分, of: mean, children: [{id: 1️⃣a, measure: m}]}"),
  .nodes(
    "scheme-points-sum",
    "  - {id: 总分, points: 1️⃣30, of: sum, children: [{id: a, points: 20, measure: m, steps: [pass]}, {id: b, points: 8, measure: m, steps: [pass]}]}"
  ),
  .nodes("scheme-weight-under-sum", "  - {id: 总分, of: 1️⃣sum, children: [{id: a, weight: 1, measure: m}]}"),
  .nodes("scheme-root-weight", "  - {id: 总分, weight: 1️⃣1, measure: m}"),
  .nodes("step-needs-points", "  - {id: 总分, measure: m, steps: [{proportional: 1️⃣{full: 10}}]}"),
  .nodes("step-linear-order", "  - {id: 总分, measure: m, steps: [{linear: [[1, 0], 1️⃣[1, 5]]}]}"),
  .nodes("step-bands-order", "  - {id: 总分, measure: m, steps: [{bands: [[1, 0], 1️⃣[2, 5]]}]}"),
  .nodes("step-drop-if-order", "  - {id: 总分, measure: m, steps: [zscore, {drop_if: 1️⃣{units_below: 5}}]}"),
  .nodes("step-row-outside-leaves", "  - {id: 总分, measure: m, steps: [{times: 1️⃣row.sign}]}"),
  .measure("measure-trimmed-minimum", "{table: t, value: x, take: {trimmed: 1️⃣{drop: 2, min: 4, else: mean}}}"),
  .body(
    "measure-full-needs-points",
    """
    measures: {m: {table: t, take: count, empty: full}}
    nodes: {id: 1️⃣总分, measure: m}
    """),
  .body(
    "measure-window-combined",
    """
    measures: {m: {table: t, take: count, window: 1️⃣year}}
    nodes: {id: 总分, measure: m}
    combine: {year: {H1: 0.5, H2: 0.5}}
    """),
  .body(
    "effect-window",
    """
    measures: {m: {table: t, take: count, window: 1️⃣year}, o: {table: t, take: count}}
    nodes: {id: 总分, measure: o}
    rank: {node: 总分}
    effects: [{id: e, deduct: {measure: m, each: 1}}]
    """),
  .nodes(
    "effect-measure-missing", "  - {id: 总分, measure: m}",
    rest: """
      rank: {node: 总分}
      effects: [{id: e, when: {any_of: [{measure: m, at_least: 1}]}, deduct: 1️⃣{each: 1}}]
      """),
  .nodes(
    "effect-empty", "  - {id: 总分, measure: m}",
    rest: """
      rank: {node: 总分}
      effects: [{id: 1️⃣e, when: {measure: m, at_least: 1}}]
      """),
  .nodes(
    "effect-group-mixed", "  - {id: 总分, measure: m}",
    rest: """
      rank: {node: 总分}
      effect_groups: {g: {at_most: 3}}
      effects: [{id: e, add: {measure: m, each: 1}, group: g}, {id: f, deduct: {measure: m, each: 1}, group: 1️⃣g}]
      """),
  .nodes(
    "fact-kind", "  - {id: 总分, measure: m, applies: {fact: 1️⃣f}}",
    rest: "facts: {f: {count: [{measure: m, at_least: 1}]}}"),
  Exhibit(
    "scheme-rank-missing",
    """
    1️⃣scheme: s
    version: "1"
    approval: {文号: a, date: "2025-01-01"}
    measures: {m: {table: t, take: count}}
    nodes: {id: 总分, measure: m}
    grades: {bands: [{grade: 合格}]}
    """),
  .nodes(
    "scheme-rank-not-root", "  - {id: 总分, of: mean, children: [{id: n, weight: 1, measure: m}]}",
    rest: "rank: {node: 1️⃣n}"),
  .nodes(
    "node-missing-zero",
    "  - {id: 总分, of: mean, children: [{id: n, weight: 1, measure: m, missing: 1️⃣zero}]}"),
  .nodes("scheme-peers-missing", "  - {id: 总分, measure: m}", rest: "rank: {node: 总分, per: 1️⃣peers}"),
  .nodes(
    "grade-order", "  - {id: 总分, measure: m}",
    rest: """
      rank: {node: 总分}
      grades: {bands: [{grade: 合格, at_least: 60}, {grade: 1️⃣优秀, at_least: 85}, {grade: 不合格}]}
      """),
  .nodes(
    "grade-last", "  - {id: 总分, measure: m}",
    rest: """
      rank: {node: 总分}
      grades: {bands: [{grade: 1️⃣合格, at_least: 60}]}
      """),
  .nodes(
    "grade-unconditional", "  - {id: 总分, measure: m}",
    rest: """
      rank: {node: 总分}
      grades: {bands: [{grade: 1️⃣合格}, {grade: 不合格}]}
      """),
  .nodes(
    "grade-child-share-needs-points", "  - {id: 总分, of: mean, children: [{id: n, weight: 1, measure: m}]}",
    rest: """
      rank: {node: 总分}
      grades: {bands: [{grade: 优秀, at_least: 85, each_child_share: 1️⃣0.8}, {grade: 不合格}]}
      """),
  .nodes(
    "scheme-combine-sum", "  - {id: 总分, measure: m}", rest: "combine: {year: 1️⃣{H1: 0.5, H2: 0.4}}"),
  .body(
    "measure-unused",
    """
    measures:
      m: {table: t, take: count}
      1️⃣o: {table: t, take: count}
    nodes: {id: 总分, measure: m}
    """),
  .nodes(
    "fact-unused", "  - {id: 总分, measure: m}", rest: "facts: {1️⃣f: {measure: m, at_least: 1}}"),
]
