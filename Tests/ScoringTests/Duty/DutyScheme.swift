/// A table of responsibility assessment (责任制考核) as hospitals and bureaux write it: points off per occurrence with
/// limits, assessors with the highest and lowest mark left out, two hands that grade the same thing, a veto that needs a
/// finding of fact (认定), an adjustment by the leading group, and 30 % of places.
/// - Parameter tied: what becomes of a tie at the edge of the quota.
func dutyScheme(tied: String) -> String {
  """
  scheme: zerenzhi-kaohe
  title: 责任制考核
  version: "1"
  approval: {文号: 院发〔2026〕1号, date: "2026-01-05"}
  units: {kind: 科室}
  decisions: 决定
  defaults: {coverage: 0.8, digits: 2}
  measures:
    台账问题: {table: 日常检查, where: "项目 = '台账'", take: count}
    迟报次数: {like: 台账问题, where: "项目 = '报送'"}
    测评得分: {table: 评委打分, value: 得分, range: [0, 100], take: {trimmed: {drop: 1, min: 5, else: mean}}}
    自评分: {table: 人工评分, where: "来源 = '自评'", value: 得分, take: last, range: [0, 30]}
    考核组分: {like: 自评分, where: "来源 = '考核组'"}
    通报数: {table: 处分, where: "种类 = '通报批评'", take: count}
    问责数: {table: 处分, where: "种类 = '追责问责'", take: count}
  nodes:
    - id: 总分
      of: sum
      children:
        - id: 日常
          points: 40
          of: sum
          children:
            - {id: 台账, points: 20, measure: 台账问题, steps: [{deduct: {each: 2, at_most: 10}}]}
            - {id: 报送, points: 20, measure: 迟报次数, steps: [{deduct: {each: 1, at_most: 5}}]}
        - {id: 测评, points: 30, measure: 测评得分, steps: [{proportional: {full: 100}}]}
        - id: 主体责任
          points: 30
          hands: {自评: 自评分, 考核组: 考核组分}
          prevail: [考核组, 自评]
          difference: {over: 5, reason: required}
          override: {role: 领导小组, reason: required}
  effects:
    - {id: 通报, deduct: {measure: 通报数, each: 3, at_most: 6}}
    - {id: 领导小组调整, adjust: {role: 领导小组, at_most: 3, reason: required}}
    - {id: 否决, when: {measure: 问责数, at_least: 1}, set_grade: 不合格}
  rank: {node: 总分, basis: displayed}
  grades:
    bands:
      - {grade: 优秀, at_least: 85, quota: {share: 0.3, round: down, tied: \(tied)}}
      - {grade: 合格, at_least: 60}
      - {grade: 不合格}
  """
}

/// Rows as they would lie in the files; the first line names the columns. 日常检查 and 处分 are complete: no row, no event.
let dutyTables: [String: String] = [
  "日常检查": """
  unit,项目
  B,台账
  C,台账
  C,台账
  C,报送
  D,台账
  D,台账
  D,台账
  D,台账
  D,台账
  D,台账
  D,台账
  D,报送
  D,报送
  D,报送
  D,报送
  D,报送
  D,报送
  D,报送
  D,报送
  H,台账
  H,台账
  H,台账
  H,台账
  H,台账
  H,报送
  H,报送
  H,报送
  H,报送
  H,报送
  """,
  "评委打分": """
  unit,得分
  A,90
  A,92
  A,94
  A,96
  A,100
  B,80
  B,90
  B,90
  B,100
  C,70
  C,95
  C,95
  C,95
  C,99
  D,100
  D,100
  D,100
  D,100
  D,100
  E,80
  E,80
  E,80
  E,85
  E,75
  F,90
  F,90
  F,90
  G,80
  H,60
  J,50
  """,
  "人工评分": """
  unit,来源,得分
  A,自评,30
  A,考核组,27.8
  B,考核组,28
  C,自评,27.5
  D,自评,22
  D,考核组,30
  E,自评,30
  E,考核组,24
  F,考核组,23
  G,考核组,20
  H,考核组,22
  I,考核组,30
  J,考核组,15
  """,
  // 认定 is what a consequence waits for: J's row has none.
  "处分": """
  unit,种类,认定
  A,追责问责,是
  F,通报批评,是
  G,通报批评,
  J,追责问责,
  """,
]

let dutyDecisions = """
  period,node,unit,value,reason,role,date
  2026H1,主体责任,H,16,经复核，两项工作未开展,领导小组,20260710
  2026H1,主体责任,D,,自评偏低，考核组已现场核实,考核组,20260708
  2026H1,领导小组调整,D,3,年中接管新院区,领导小组,20260710
  2026H1,领导小组调整,J,4,未写在规定之内,领导小组,20260710
  2026H1,主体责任,G,30,科室自请,科室,20260711
  """
