import Findings

extension RangeSentence {
  var chinese: String {
    switch self {
    case .nothingSampled: "本方案没有用到问卷的平均值或比例，得分没有抽样误差，名次就是名次。"
    case .alike(let group, let ranks, let units):
      "\(group.isEmpty ? "" : "\(group)：")第\(ranks.lowerBound)至第\(ranks.upperBound)名的\(units)个单位之间无实质差别（按答卷的抽样误差）。"
    case .allApart(let group, let units):
      "\(group.isEmpty ? "" : "\(group)：")\(units)个单位两两都分得开（按答卷的抽样误差）。"
    case .method(let names, let draws, let seed, let places):
      """
      方法：只算答卷人碰巧是谁带来的误差，涉及\(quoted(names, in: .chinese))；走访、台账、填报不是抽样，不在区间之内，所以区间是最少的不确定。\
      把每项的值移动一个标准误（比例用Wilson区间，平均数用标准差÷√n），按方案重算总分，各项平方相加；下限、上限是95%区间。\
      名次范围：同组两两比较，同时成立的把握为95%（Mogstad、Romano、Shaikh、Wilhelm 2024），\(draws)次抽取，种子\(seed)。\
      \(places.map { "“进前\($0)名%”把估计当作真值，只用来提醒，不作评选依据。" } ?? "")答卷数不显示的单位，误差也不显示，与谁都分不开。
      """
    }
  }
}
