/// Every construct of the language once: a target for mutations, not a sensible method.
let richScheme = """
  extends: base.yaml
  scheme: rich
  title: 全部写法
  basis: 某文
  version: "9"
  approval: {文号: 院发1号, date: "2025-01-01"}
  units: {kind: [科室, 病区], where: "state <> '撤销'", peers: {fact: 组数}}
  deferred: [{fact: 新设}]
  exempt: [{fact: 停业}]
  titles: {table: 称号, current_at: period_start}
  decisions: 决定
  params: {下限: 85, 全覆盖: false, 等级: 合格}
  defaults: {leaves_missing: renormalise, coverage: 0.5, over: reported, digits: 2}
  measures:
    均分: {table: 问卷, where: "类型 = '住院'", value: 分, take: mean, min_n: 3, range: [0, 100]}
    另分: {like: 均分, where: "类型 IN ('门诊', '急诊') AND 分 BETWEEN 0 AND 100"}
    滚动: {table: 问卷, value: 分, take: median, window: {years: 3}, include: descendants}
    成员: {table: 问卷, value: 分, take: sum, include: membership, empty: missing}
    发表: {table: 稿件, unique: {by: 标题, keep: max 系数, across: units}, value: 系数, take: sum}
    评委: {table: 评分, value: 得分, first: {by: 人, take: mean, over: 名册, then: [{proportional: {full: 2}}]}, take: {trimmed: {drop: 1, min: 5, else: mean}}}
    率: {table: 台账, dated_by: {days_after: [时限, 30]}, where: "days(时限, 销号) > 30 OR 销号 IS NULL", take: count, per: {table: 床位, value: 数, take: last, window: covering}, times: 100}
    上级: {scheme: 别的, node: 总分, period: {last: 3}, of: members, take: mean, weight: share, range: [0, 100]}
    上期: {scheme: 别的, node: 总分, period: latest}
    视图: {view: "SELECT unit_id, p_from, p_to, value FROM v", take: max, min_n: 1, range: [0, 10]}
    通报: {table: 处分, where: "种类 = '通报'", take: count}
  facts:
    新设: {register: valid_from, after: {months_before: [period_end, 6]}}
    停业: {any: [{register: state, in: [停业, 撤销]}, {measure: 通报, above: 99}]}
    组数: {count: {children_of: 总分, having: {measures_at_least: 1}}}
    有数: {all: [{node: 总分, share_with_value: {at_least: 0.66}}, {node: 总分, share_not_zero: {at_least: 0.05}}, {none: [{fact: 停业}]}]}
  nodes:
    - id: 总分
      of: sum
      points: 100
      coverage: {by: count, at_least: 2}
      leaves_missing: renormalise
      children:
        - id: 直线
          points: 20
          measure: 均分
          steps: [{drop_if: {units_below: 3}}, {impute: {median: peer_group}}, {linear: [[$下限, 0], [92, 12], [98, 20]]}, {round: 1}]
          missing: not_graded
          applies: {fact: 有数}
          zero_when: {measure: 通报, at_least: 3}
          name: 某项
          basis: 四(二)
          tags: [甲, 乙]
          own: true
        - {id: 档级, points: 20, measure: 均分, steps: [{bands: {across: 另分, columns: [90, 80, 0], rows: [[90, [20, 16, 12]], [0, [10, 5, 0]]]}}]}
        - {id: 次数, points: 20, measure: 通报, steps: [{required: {times: 4, each: 5, further: 0.5, at_most: 20}}]}
        - id: 多手
          points: 20
          hands: {系统: 均分, 人工: {measure: 另分, weight: 2, steps: [{proportional: {full: 100}}]}}
          hand_steps: {系统: [{bands: [[90, 20], [0, 0]]}]}
          of: mean
          difference: {over: 5, reason: required}
          override: {role: 领导小组, reason: required}
        - id: 达成
          points: 20
          of: geometric
          children:
            - {id: 扣, points: 4, measure: 通报, steps: [{deduct: {each: 0.5, at_most: 2}}]}
            - {id: 加, points: 6, measure: 发表, steps: [{add: {each: 2, at_most: 6}}]}
            - {id: 过, points: 3, measure: 均分, steps: [{pass: {above: 60}}]}
    - id: 权重
      of: {power: 2}
      weights: equal
      children:
        - {id: 标准, measure: 滚动, steps: [{zscore: {to: [50, 10], over: {frozen: 2025H1}}}]}
        - {id: 极差, measure: 滚动, steps: [{minmax: {to: [0, 100], bounds: observed, over: eligible}}]}
        - {id: 定界, measure: 上级, steps: [{minmax: {to: [0, 100], bounds: [0, 50]}}, {clamp: [~, 100]}]}
        - {id: 冻结, measure: 上期, steps: [{minmax: {bounds: {frozen: 2025H1}}}]}
        - {id: 名次, measure: 成员, steps: [{impute: last_period}, {rank: {order: ascending, over: peers}}]}
        - {id: 波达, measure: 成员, steps: [{impute: {last_period: {at_most: 1}}}, borda]}
        - {id: 百分, measure: 视图, steps: [{impute: between_periods}, {percentile: {over: {periods: [2024H1, 2024H2]}}}]}
        - {id: 距优, measure: 率, steps: [{treat: {skew: 2, kurtosis: 3.5, winmax: 5, then: log_ct, combined: false}}, {distance: best}]}
        - {id: 距标, measure: 率, steps: [{distance: {target: 100, cap: true}}]}
        - {id: 距某, measure: 率, steps: [{distance: {unit: D014}}, {times: -1}]}
        - {id: 占优, measure: 评委, steps: [{impute: {siblings: mean, direction: -1}}, share_of_best, {goalposts: {bounds: [0.1, 1], scale: ln, to: [0, 10]}}]}
    - id: 胜负
      of: {copeland: leaves}
      weights: shares
      children:
        - {id: 前, weight: 0.4, of: {best: 2}, children: [{id: 前一, weight: {n_of: 均分}, measure: 均分}, {id: 前二, weight: {n_of: 另分}, measure: 另分}]}
        - {id: 后, weight: 0.6, of: {trimmed: 1}, children: [{id: 后一, weight: 1, measure: 均分}, {id: 后二, weight: 1, measure: 另分}, {id: 后三, weight: 1, measure: 滚动}]}
    - id: 框架
      of: mean
      leaves: {from: 框架表, id: 编号, where: "类 = '指标'", parent: 上级, weight: 权, of: {Conn: geometric}, measure: {column_of: 宽表, per: row.分母}, steps: [{impute: {mean: peer_group}}, {times: row.方向}, minmax]}
    - id: 分组
      of: median
      leaves: {from: 指标表, id: 编号, measure: {column_of: 宽表}, steps: [zscore], group: 组, groups: {from: 组表, weight: 权, of: harmonic, steps: [zscore]}}
  combine: {year: {H1: 0.5, H2: 0.5}, one_missing: not_graded}
  effect_groups: {奖: {at_most: 3}}
  effects:
    - {id: a, deduct: {measure: 通报, each: 1}}
    - {id: 宣传, add: {measure: 发表, each: 0.5, at_most: 3}, group: 奖}
    - {id: 扣减, when: {measure: 通报, at_least: 1}, deduct: {each: 5}, cap_grade: $等级}
    - {id: 否决, when: {any_of: [{measure: 通报, at_least: 5}]}, set_grade: 不合格}
    - {id: 领导, adjust: {role: 领导小组, at_most: 3, reason: required}}
  eligible: [{fact: 有数}, {fact: 组数, at_least: 2}]
  rank: {node: 总分, basis: displayed, ties: min, tie_break: [直线, 次数], per: peers, min_units: 3, min_base: {measure: 均分, at_least: 10}}
  grades:
    only: year
    bands:
      - {grade: 示范, at_least: {2025: 90, 2026: 92}, each_child_share: 0.8, child_at_least: {直线: 16}, percentile: 0.9, quota: {share: 0.3, round: half, min: 1, per: peers, tied: all_or_none, new_only: titles, per_year: true, unless: $全覆盖}}
      - {grade: 优秀, at_least: 85, quota: {places: 5, per: peer_group, tied: extend}}
      - {grade: 合格, at_least: 70}
      - {grade: 不合格}
  examples: [{name: 一例, period: 2025H1, given: {均分: 95}, expect: {直线: 16, 次数: missing}}]
  """

/// The other way to give grades, and the other ways to combine.
let clusterScheme = """
  scheme: stars
  version: "1"
  approval: {文号: 院发1号, date: "2025-01-01"}
  measures: {m: {table: 问卷, value: 分, take: mean}}
  facts: {组数: {count: {children_of: 综合, having: {measures_at_least: 1}}}}
  nodes: {id: 综合, of: mean, children: [{id: 甲, weight: 1, measure: m, steps: [zscore]}]}
  combine: {year: best}
  rank: {node: 综合}
  grades:
    kmeans: {node: 综合, per: 组数, k: 3, start: quintile_medians, refine: {strict_radius: 1}, names: ["1", "2", "3"]}
  """
