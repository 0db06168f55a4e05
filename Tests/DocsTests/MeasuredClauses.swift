/// A clause of the document, and where the page looks for it.
struct Clause {
  let id: String
  let asks: String
  /// The labels that `basis:` may carry.
  let bases: [String]
  /// Effects of schemes that answer it.
  var effects: [String] = []
  /// Ledgers that answer it.
  var ledgers: [String] = []
  /// What answers it outside of the points, or why nothing does.
  var otherwise: [String] = []

  /// Sentences that name no table, obligation, scheme or section, because there is nothing to name: each says why.
  static let reasons: Set<String> = [
    "同一标题有几个级别的取最高一级；两个单位都申报的只算一个，评分时提示。",
    "名额、否决与2026年全覆盖互相矛盾之处，只列出，由领导小组决定。",
    "年度 = 上半年 × 0.5 + 下半年 × 0.5；缺一期的不予评定。结果进入党风廉政建设考核和科室年度考核，由有关部门使用，本程序不代算。",
    "问卷里的单个廉洁反映是线索，只列入待核实，不计分、不扣分。",
  ]

  /// Every clause of 郑大五附院党文〔2023〕16号 that asks for data, a number, a deadline, a decision or a report, in its
  /// order. A clause is not to be lost: the page has a section for each, and none may be empty.
  static let all = [
    Clause(
      id: "一(一)", asks: "党总支、党支部总体指挥；牵头部门包干十大行动", bases: ["一(一)"],
      otherwise: [
        "登记表“十大行动”：文件没有列出十大行动的名称，名称留空，不替本院起名。每个末级指标带一个“行动N”标签，与登记表的编号对应；归到哪个行动是自拟的。",
        "登记表“任务节点”：节点经核实才算完成，自报完成不算。",
      ]),
    Clause(
      id: "二(一)(二)", asks: "每半年一次工作会议；专班办公室召集；支部书记、科室负责人、牵头部门负责人参加并汇报", bases: ["二(一)", "二(二)"],
      otherwise: ["开没开会是专班办公室的事，算在党委办公室的应报应办里；参会是各单位的事：科室的计分，牵头部门、支部的登记在同一张“半年会参会”，不计分。是否汇报也登记，不单独计分。"]),
    Clause(id: "二(三)", asks: "联络员会每月一次；牵头部门汇报", bases: ["二(三)"]),
    Clause(id: "二(四)", asks: "议定事项列清单：措施、节点、责任人", bases: ["二(四)"]),
    Clause(id: "三(一)", asks: "党总支、党支部半年、年度总结，盖章", bases: ["三(一)"]),
    Clause(id: "三(二)", asks: "牵头部门月、半年、年度总结，签字并盖章", bases: ["三(二)"]),
    Clause(
      id: "三(三)1–4", asks: "宣传稿件报送省纪委、省卫生健康委，先经审核", bases: [],
      otherwise: ["登记表“宣传稿件”记报送对象（省纪委、省卫生健康委）、审核日期、签字、盖章、报送和发表状态；报送和审核不计分，只有已发表的计分（见三(三)5）。"]),
    Clause(
      id: "三(三)5", asks: "发表数量是考核的重要部分", bases: ["三(三)5"],
      otherwise: ["同一标题有几个级别的取最高一级；两个单位都申报的只算一个，评分时提示。"]),
    Clause(
      id: "四(一)", asks: "党总支、党支部常态走访", bases: ["四(一)"],
      otherwise: ["登记在“自主走访”：走访的是谁按名册认，名册上没有的名称搁置待核；同一科室去几次算一个；所属科室、部门走访过的占几成，就得几成。"]),
    Clause(
      id: "四(二)", asks: "牵头部门走访临床科室，四种方法，提出精准建议", bases: ["四(二)"], ledgers: ["整改清单建议"],
      otherwise: [
        "方法（听取汇报、实地走访、查阅资料、座谈交流等）登记在“自主走访”和“走访登记”，不按方法计分。",
        "牵头部门的“自主走访”只数临床、医技科室：去其他部门、名册上没有的地方不算，同一科室去几次算一个。",
      ]),
    Clause(
      id: "四(三)", asks: "专班每年两轮走访，覆盖各单位，报省卫生健康委；各单位有自己的走访制度", bases: ["四(三)"]),
    Clause(
      id: "四(四)", asks: "问题立即建账、整改、清单反馈；推进不力通报批评；严重后果追责", bases: ["四(四)"],
      effects: ["通报批评", "否决", "整改超期"], ledgers: ["整改清单"],
      otherwise: [
        "时限当天还不能判断是否逾期，“问题台账”的问题按时限的次日归期：时限是6月30日的算在下半年，12月31日的算在下一年，各方案、各截至日相同。超期按时限后第31天归期，每个问题只在一个半年扣一次。",
        "处分与问责、信访、线索、四种形态四本台账是工作秘密，存于受保护的数据库：触发、核实、认定、生效，只有已生效的处分起作用；信访、线索、四种形态的多少从不计分（[工作秘密与认定](protected.md)）。",
      ]),
    Clause(
      id: "五(一)四风", asks: "党风清正、院风清朗、医风清新、行风清明", bases: [],
      otherwise: ["方案 qinglian-keshi 的第一层就是这四项。"]),
    Clause(
      id: "五(一)(二)", asks: "每年评选一批清廉科室、清廉团队，2026年全覆盖", bases: ["五(一)", "五(二)"],
      otherwise: [
        "方案 qinglian-keshi-niandu：算分同 qinglian-keshi，“清廉科室”有名额（各组三成，向下取整，至少1个），只算新授予的；三成以尚未持有称号的单位为基数（持有的只复核，不在基数里）。2026年起不限名额。",
        "历年称号（2023年12个、2024年15个、2025年16个）是“称号”登记的历史：当时按整组人数的三成评，如2025年内科系4、外科系4、妇儿急重1、医技2、职能5。两种读法不同，方案取前一种，改回整组须由领导小组定。",
        "方案 qinglian-zhineng-niandu：职能部门的年度评选，一个组。`qingheng titles qinglian-keshi-niandu qinglian-zhineng-niandu` 合计全部60个单位。",
        "方案 qinglian-tuandui：“清廉团队”每年3个名额，至少3个成员科室。登记表“称号”记何时授予、何时撤销。",
        "名额、否决与2026年全覆盖互相矛盾之处，只列出，由领导小组决定。",
      ]),
    Clause(
      id: "五(三)", asks: "党政共同审核；院党办、院办审核支部与职能部门；党总支、党支部评自己的范围", bases: ["五(三)"],
      otherwise: [
        "登记表“评选审核”逐份记谁审核谁、党组织和行政两个签字、应回避和已回避；审核人的编号与“任职”相同，一人任两职而审核自己负责的单位，应当回避。院党办、院办的审核也登记在这里，只计总支、支部的。",
        "名额按组（内科系、外科系……）计；名册的“评审总支”一列供按总支计名额的试算：`whatif qinglian-keshi-niandu --set 'grades.清廉科室.quota.per=reviewer'`，两种结果由领导小组比较。",
      ]),
    Clause(
      id: "六", asks: "宣传典型；舆情立即处置", bases: ["六"], effects: ["典型", "舆情超时"]),
    Clause(
      id: "七", asks: "日常评定与年度考核；满意度和廉洁问卷", bases: ["七(一)", "七(二)"],
      otherwise: [
        "年度 = 上半年 × 0.5 + 下半年 × 0.5；缺一期的不予评定。结果进入党风廉政建设考核和科室年度考核，由有关部门使用，本程序不代算。",
        "问卷里的单个廉洁反映是线索，只列入待核实，不计分、不扣分。",
        "待核实的名单：纪检监察室每期登记到“线索”台账（应报应办“问卷线索移交”），`qingheng events` 列出待核实的。问卷是匿名的，只登记科室，不登记答卷。",
        "职能部门的“日常评定”只登记，不计分（A3没有这一项）。",
      ]),
  ]
}
