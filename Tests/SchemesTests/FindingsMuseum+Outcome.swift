import Schemes

/// A scheme with a root of 100 points and the fact f, and these last lines.
private func outcome(_ code: String, _ rest: String, tables: [CatalogueTable]? = nil) -> Exhibit {
  .body(
    code,
    """
    measures:
      m: {table: t, take: mean, value: a, range: [0, 100]}
    facts: {f: {measure: m, at_least: 1}}
    deferred: [{fact: f}]
    nodes: {id: 总分, points: 100, measure: m}
    \(rest)
    """, tables: tables)
}

private let recordColumns = ["node", "value", "reason", "role"].map {
  CatalogueColumn(id: $0, kind: .text, isNullable: true)
}

/// One exhibit per code of what follows the tree, and of `extends`.
let outcomeExhibits: [Exhibit] = [
  outcome(
    "scheme-keys-exclude",
    """
    rank: {node: 总分, basis: displayed}
    grades: {bands: [{grade: 优秀, quota: {places: 3, round: 1️⃣up}}, {grade: 合格}]}
    """),
  outcome(
    "grade-quota-basis",
    """
    rank: {node: 总分}
    grades: {bands: [{grade: 优秀, quota: 1️⃣{share: 0.3}}, {grade: 合格}]}
    """),
  outcome(
    "grade-quota-groups",
    """
    units: {peers: state}
    rank: {node: 总分, basis: displayed, per: peers}
    grades: {bands: [{grade: 优秀, quota: 1️⃣{share: 0.3}}, {grade: 合格}]}
    """),
  outcome(
    "scheme-titles-missing",
    """
    rank: {node: 总分, basis: displayed}
    grades: {bands: [{grade: 优秀, quota: {share: 0.3, new_only: 1️⃣titles}}, {grade: 合格}]}
    """),
  outcome(
    "grade-unreachable",
    """
    rank: {node: 总分}
    grades: {bands: [{grade: 优秀, percentile: 0.5}, {grade: 1️⃣良好, at_least: 60, percentile: 0.7}, {grade: 合格}]}
    """),
  outcome(
    "grade-floor-beyond-points",
    """
    rank: {node: 总分}
    grades: {bands: [{grade: 优秀, at_least: 1️⃣{2025: 90, 2026: 190}}, {grade: 合格}]}
    """),
  outcome(
    "grade-cluster-names",
    """
    rank: {node: 总分}
    grades: {kmeans: {node: 总分, k: 3, names: 1️⃣[下, 上]}}
    """),
  outcome(
    "grade-cluster-fact",
    """
    rank: {node: 总分}
    grades: {kmeans: {node: 总分, per: 1️⃣f, k: 2, names: [下, 上]}}
    """),
  outcome(
    "scheme-decisions-missing",
    """
    rank: {node: 总分}
    effects: [{id: 领导小组, adjust: 1️⃣{role: 领导小组, at_most: 3}}]
    """),
  outcome(
    "effect-named-as-node",
    """
    decisions: 决定
    rank: {node: 总分}
    effects: [{id: 1️⃣总分, adjust: {role: 领导小组, at_most: 3}}]
    """),
  outcome(
    "scheme-column-kind", "decisions: 1️⃣决定",
    tables: [
      exhibitTable,
      CatalogueTable(
        id: "决定",
        columns: recordColumns + [CatalogueColumn(id: "date", kind: .text, isNullable: false)]),
    ]),
  outcome("extends-not-file-name", "extends: 1️⃣../base.yaml"),
  outcome("extends-file-absent", "extends: 1️⃣bsae.yaml"),
  Exhibit("extends-cycle", "scheme: s\nextends: 1️⃣s.yaml\n"),
  Exhibit("extends-nothing-removed", "scheme: s\nextends: base.yaml\neffects: [1️⃣{b: ~}]\n"),
]
