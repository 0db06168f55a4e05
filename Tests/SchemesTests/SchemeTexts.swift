import Documents
import Findings

@testable import Schemes

/// Reads a scheme from text; it can extend `base.yaml`, which has the effect `a`.
func readScheme(_ text: String, log: FindingLog) -> Scheme? {
  let base = YAMLFile.parse("scheme: base\neffects: [{id: a}]\n", name: "base.yaml", log: log)
  return YAMLFile.parse(text, name: "s.yaml", log: log).flatMap {
    Scheme.read($0, among: base.map { ["base.yaml": $0] } ?? [:], log: log)
  }
}

/// `code` per finding, problems first meant for comparison: place and code of each.
func summary(_ log: FindingLog) -> [String] { log.findings.map { "\($0.place.text) \($0.code)" } }

/// What every smallest scheme begins with.
let schemeHead = """
  scheme: s
  version: "1"
  approval: {文号: 院发1号, date: "2025-01-01"}

  """

/// A scheme with most of the language in it, and nothing wrong.
let wholeScheme = """
  scheme: qinglian-keshi
  title: 清廉科室
  basis: 某文〔2023〕16号
  version: "2"
  approval: {文号: 院发〔2025〕3号, date: "2025-03-01"}
  units: {kind: 科室, where: "state <> '撤销'", peers: peer_group}
  deferred: [{fact: 新设不足半年}]
  exempt: [{fact: 整体停业}]
  titles: {table: 称号, current_at: period_start}
  decisions: 决定
  params: {满意下限: 85, 全覆盖: false, 期限: 30, 等级名: 合格}
  defaults: {leaves_missing: renormalise, coverage: 0.8, over: reported, digits: 2}
  measures:
    住院满意: {table: 患者问卷, where: "类型 = '住院'", value: 总体满意度, take: mean, min_n: 10}
    门诊满意: {like: 住院满意, where: "类型 = '门诊'"}
    销号率:
      table: 问题台账
      dated_by: 整改时限
      value: "CASE WHEN 销号日期 <= 整改时限 THEN 1 ELSE 0 END"
      take: share
      empty: full
    超期:
      table: 问题台账
      dated_by: {days_after: [整改时限, $期限]}
      where: "销号日期 IS NULL OR days(整改时限, 销号日期) > $期限"
      take: count
    通报数: {table: 处分, where: "种类 = '通报批评'", take: count}
    问责数: {like: 通报数, where: "种类 = '追责问责'"}
    投诉率: {table: 投诉, take: count, per: {table: 床位, value: 床位数, take: last, window: covering}, times: 100}
    走访分: {table: 走访评分, value: 得分, first: {by: 评委, take: mean}, take: {trimmed: {drop: 1, min: 5, else: mean}}}
    发表分: {table: 宣传稿件, where: "状态 = '已发表'", unique: {by: 标题, keep: max 级别系数}, value: 级别系数, take: sum}
    日常扣分: {table: 日常评定, value: 扣分, take: sum}
  facts:
    新设不足半年: {register: valid_from, after: {months_before: [period_end, 6]}}
    整体停业: {register: state, in: [停业, 改建]}
    有走访: {any: [{node: 走访, measures_at_least: 1}, {measure: 走访分, at_least: 1}]}
    数据够: {node: 总分, share_with_value: {at_least: 0.66}}
    走访组数: {count: {children_of: 满意, having: {measures_at_least: 1}}}
  nodes:
    - id: 总分
      of: sum
      children:
        - id: 满意
          points: 20
          of: mean
          children:
            - {id: 住院, weight: {n_of: 住院满意}, measure: 住院满意, steps: [{linear: [[$满意下限, 0], [92, 12], [95, 16], [98, 20]]}]}
            - {id: 门诊, weight: {n_of: 门诊满意}, measure: 门诊满意, steps: [{linear: [[80, 0], [86, 12], [90, 16], [95, 20]]}]}
        - {id: 整改, points: 20, measure: 销号率, steps: [{bands: [[1, 20], [0.9, 16], [0, 0]]}], tags: [行动一]}
        - {id: 日常, points: 20, measure: 日常扣分, steps: [{deduct: {each: 0.5, at_most: 10}}]}
        - {id: 走访, points: 20, measure: 走访分, steps: [{proportional: {full: 100}}], missing: not_graded, applies: {fact: 走访组数, at_least: 1}}
        - id: 作风
          points: 20
          name: 工作作风
          basis: 四(四)
          coverage: {by: children, at_least: 0.5}
          of: sum
          children:
            - {id: 投诉, points: 15, measure: 投诉率, steps: [{linear: [[0, 15], [5, 0]]}], zero_when: {measure: 问责数, at_least: 1}}
            - {id: 宣传, points: 5, measure: 发表分, steps: [{add: {each: 1, at_most: 5}}], missing: zero}
  combine: {year: {H1: 0.5, H2: 0.5}, one_missing: not_graded}
  effect_groups: {bonus: {at_most: 3}}
  effects:
    - {id: 宣传加分, add: {measure: 发表分, each: 0.5, at_most: 3}, group: bonus}
    - {id: 通报, when: {measure: 通报数, at_least: 1}, deduct: {each: 5}, cap_grade: $等级名}
    - {id: 逾期, deduct: {measure: 超期, each: 1, at_most: 5}}
    - {id: 否决, when: {any_of: [{measure: 问责数, at_least: 1}]}, set_grade: 不合格}
    - {id: 领导小组, adjust: {role: 领导小组, at_most: 3, reason: required}}
  eligible: [{fact: 有走访}, {fact: 数据够}]
  rank: {node: 总分, basis: displayed, ties: min, tie_break: [整改, 满意], per: peers, min_units: 8, min_base: {measure: 走访分, at_least: 1}}
  grades:
    only: year
    bands: [{grade: 清廉科室, at_least: 90, each_child_share: 0.8}, {grade: 优秀, at_least: {2025: 85, 2026: 86}, child_at_least: {整改: 12}, percentile: 0.3, quota: {share: 0.3, round: half, min: 1, per: peers, tied: extend, new_only: titles, per_year: true, unless: $全覆盖}}, {grade: 合格, at_least: 70}, {grade: 不合格}]
  examples:
    - {name: 住院 95 gives 16, period: 2025H1, given: {住院满意: 95}, expect: {住院: 16, 总分: missing}}
    - {name: 问责即不合格, period: 2025H1, given: {问责数: 1}, expect: {grade: 不合格}}

  """

/// A scheme with every further construct of measures, steps, nodes and leaves.
let constructScheme =
  schemeHead + """
    decisions: 决定
    units: {kind: 科室, peers: peer_group}
    defaults: {over: {frozen: 2024H1}}
    measures:
      住院: {table: 患者问卷, value: 总体满意度, take: mean, window: {years: 3}, include: descendants}
      成员: {table: 走访评分, value: 得分, first: {by: 评委, take: mean, over: 走访评分, then: [{clamp: [0, ~]}, {proportional: {full: 100}}]}, take: mean}
      稿件: {table: 宣传稿件, unique: {by: 标题, keep: max 级别系数, across: units}, value: 级别系数, take: sum}
      风险: {scheme: fengxian, node: 总分, period: {last: 3}, of: members, take: mean, weight: share, range: [0, 100]}
      视图: {view: "SELECT unit_id, p_from, p_to, value FROM v", take: median, range: [0, 1], times: 2, empty: 0}
    nodes:
      - id: 综合
        of: {trimmed: 1}
        weights: equal
        own: true
        children:
          - {id: 甲, measure: 住院, steps: [{impute: {mean: peer_group}}, {treat: {skew: 2, kurtosis: 3.5, then: none}}, {minmax: {to: [0, 100], bounds: observed, over: peers}}]}
          - {id: 乙, measure: 风险, steps: [{rank: {order: ascending, over: {periods: [2023, 2024]}}}, {round: 1}]}
          - {id: 丙, of: copeland, weights: shares, coverage: {by: count, at_least: 1}, children: [{id: 丙一, weight: 0.4, measure: 视图, steps: [{distance: {target: 1, cap: true}}]}, {id: 丙二, weight: 0.6, measure: 视图, steps: [{impute: {siblings: mean, direction: 1}}, borda]}]}
      - id: 总分
        points: 20
        of: geometric
        children:
          - id: 作风
            points: 10
            hands: {系统: 稿件, 人工: {measure: 成员, steps: [{times: 10}]}}
            hand_steps: {系统: [{required: {times: 4, each: 2.5, further: 0.5}}]}
            prevail: [人工, 系统]
            difference: {over: 2, reason: optional}
            override: {role: 领导小组, reason: required}
          - {id: 矩阵, points: 10, measure: 成员, steps: [{bands: {across: 视图, columns: [0.5, 0], rows: [[0.9, [10, 8]], [0, [5, 0]]]}}]}
      - id: 框架
        of: {power: 2}
        leaves: {from: 框架表, id: id, parent: 上级, where: "级 = 1", weight: 权, of: {甲组: median}, measure: {column_of: 患者问卷, per: row.除}, steps: [{times: row.向}]}

    """

/// Rows for its frame.
let constructFrame: [[String: SchemeCell]] = frameRows(["全", "甲组<全", "总体满意度<甲组*"]).map {
  $0.merging(["权": .number(2), "除": .empty, "向": .number(-1)]) { $1 }
}

/// The tables of `wholeScheme`.
let wholeCatalogue = Catalogue(
  tables: [
    table(
      "患者问卷", CatalogueColumn(id: "类型", kind: .text, isNullable: false, values: ["住院", "门诊"]),
      CatalogueColumn(id: "总体满意度", kind: .number, isNullable: true, range: 0...100)),
    table(
      "问题台账", complete: true, CatalogueColumn(id: "整改时限", kind: .date, isNullable: false),
      CatalogueColumn(id: "销号日期", kind: .date, isNullable: true)),
    table(
      "处分", confirmed: "认定", coveredBy: "纪检月报",
      CatalogueColumn(id: "种类", kind: .text, isNullable: false, values: ["通报批评", "追责问责", "处分"]),
      CatalogueColumn(id: "认定", kind: .boolean, isNullable: false)),
    table("纪检月报"),
    table("投诉", complete: true),
    table("床位", CatalogueColumn(id: "床位数", kind: .integer, isNullable: false, range: 1...2000)),
    table(
      "走访评分", CatalogueColumn(id: "评委", kind: .text, isNullable: false),
      CatalogueColumn(id: "得分", kind: .number, isNullable: false, range: 0...100)),
    table(
      "宣传稿件", complete: true, CatalogueColumn(id: "标题", kind: .text, isNullable: false),
      CatalogueColumn(id: "状态", kind: .text, isNullable: false),
      CatalogueColumn(id: "级别系数", kind: .number, isNullable: false, range: 0...3)),
    table(
      "称号", CatalogueColumn(id: "from", kind: .date, isNullable: false),
      CatalogueColumn(id: "to", kind: .date, isNullable: true),
      CatalogueColumn(id: "grade", kind: .text, isNullable: false)),
    table(
      "决定", CatalogueColumn(id: "node", kind: .text, isNullable: false),
      CatalogueColumn(id: "value", kind: .text, isNullable: true),
      CatalogueColumn(id: "reason", kind: .text, isNullable: true),
      CatalogueColumn(id: "role", kind: .text, isNullable: false),
      CatalogueColumn(id: "date", kind: .date, isNullable: false)),
    table("日常评定", CatalogueColumn(id: "扣分", kind: .number, isNullable: false, range: 0...5)),
  ],
  registerColumns: ["code", "name", "kind", "state", "peer_group", "valid_from", "valid_to"])

func table(
  _ id: String, complete: Bool = false, confirmed: String? = nil, coveredBy: String? = nil,
  _ columns: CatalogueColumn...
) -> CatalogueTable {
  CatalogueTable(
    id: id, columns: columns, isComplete: complete, confirmed: confirmed, coveredBy: coveredBy)
}
