extension Comparison {
  func chinesePhrase(isShare: Bool) -> String {
    let bound = threshold(bound, isShare: isShare)
    switch relation {
    case .atLeast: return "不低于\(bound)"
    case .atMost: return "不高于\(bound)"
    case .above: return "高于\(bound)"
    case .below: return "低于\(bound)"
    case .equals: return "等于\(bound)"
    }
  }
}

extension Reducer {
  var chinese: String {
    switch self {
    case .mean: "平均值"
    case .share: "比率"
    case .sum: "合计"
    case .count: "个数"
    case .min: "最小值"
    case .max: "最大值"
    case .median: "中位数"
    case .last: "最新值"
    case .trimmed(let drop, let min, let otherwise):
      "去掉\(drop)个最高和\(drop)个最低后的平均值（不足\(min)个时取\(otherwise.chinese)）"
    }
  }
}
