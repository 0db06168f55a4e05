/// One exhibit per code of the tree: shares, aggregations, hands, populations, and where steps stand.
let treeExhibits: [Exhibit] = [
  .nodes(
    "scheme-coverage-unstated",
    "  - {id: 总分, of: mean, children: [{id: a, weight: 1, measure: m}, {id: b, weight: 1, measure: m}]}",
    rest: "rank: {node: 1️⃣总分}"),
  .measure("scheme-key-needs", "{scheme: s, node: n, of: own, weight: 1️⃣share}"),
  .nodes(
    "scheme-period-unreadable", "  - {id: 总分, measure: m, steps: [{zscore: {over: {frozen: 1️⃣上半年}}}]}"),
  .nodes(
    "scheme-own-points-missing",
    "  - {id: 总分, of: 1️⃣geometric, children: [{id: a, points: 1, measure: m, steps: [pass]}]}"),
  .nodes(
    "scheme-weights-stated",
    "  - {id: 总分, of: mean, weights: 1️⃣equal, children: [{id: a, measure: m}, {id: b, weight: 2, measure: m}]}"),
  .nodes(
    "scheme-shares-not-weights",
    "  - {id: 总分, points: 1, of: mean, weights: 1️⃣shares, children: [{id: a, points: 1, measure: m, steps: [pass]}]}"),
  .nodes(
    "scheme-shares-sum",
    "  - {id: 总分, of: mean, weights: 1️⃣shares, children: [{id: a, weight: 0.5, measure: m}, {id: b, weight: 0.4, measure: m}]}"
  ),
  .nodes(
    "scheme-aggregation-size",
    "  - {id: 总分, of: 1️⃣{best: 3}, weights: equal, children: [{id: a, measure: m}, {id: b, measure: m}]}"),
  .nodes("scheme-hands-too-few", "  - {id: 总分, hands: 1️⃣{系统: m}, prevail: [系统]}"),
  .nodes("scheme-hand-unknown", "  - {id: 总分, hands: {系统: m, 人工: m}, prevail: [1️⃣人功]}"),
  .nodes(
    "step-on-leaves",
    "  - {id: 总分, of: mean, weights: equal, steps: [{impute: 1️⃣{mean: all}}], children: [{id: a, measure: m}]}"),
  .nodes(
    "step-siblings-missing",
    "  - {id: 总分, of: mean, weights: equal, children: [{id: a, measure: m, steps: [{impute: 1️⃣{siblings: mean}}]}]}"),
  .measure(
    "measure-then-pointwise", "{table: t, value: a, take: mean, first: {by: b, take: mean, then: [1️⃣zscore]}}"),
]
