/// Lists of answers whose order nobody doubts. Only these give options numbers in a draft; what they are worth is for a
/// person to say all the same.
enum KnownScales {
  /// From the best to the worst.
  static let ordered: [[String]] = [
    ["非常满意", "满意", "一般", "不满意", "非常不满意"], ["很满意", "满意", "一般", "不满意", "很不满意"],
    ["非常满意", "比较满意", "一般", "不太满意", "非常不满意"], ["非常同意", "同意", "一般", "不同意", "非常不同意"],
    ["非常合理", "合理", "一般", "不合理", "非常不合理"], ["很好", "较好", "一般", "较差", "很差"],
    ["优秀", "良好", "合格", "不合格"], ["总是如此", "经常如此", "有时如此", "很少如此", "从未如此"],
  ]

  static let notApplicable: Set<String> = [
    "不了解", "我不知道", "不知道", "不清楚", "说不清", "不适用", "未参与，不评价", "未参与,不评价", "没有接触", "未接触",
  ]

  /// The list that holds all of the options, those that say “not applicable” left out; nil if none does, or several that
  /// would order them differently.
  static func scale(of options: [String]) -> [String]? {
    let graded = options.filter { !notApplicable.contains($0) }
    guard graded.count >= 2 else { return nil }
    let fitting = ordered.filter { Set($0).isSuperset(of: graded) }
    guard let first = fitting.first else { return nil }
    let orders = Set(fitting.map { scale in scale.filter(graded.contains) })
    return orders.count == 1 ? first : nil
  }

  /// `3分` as 3.
  static func points(_ option: String) -> Int? { option.hasSuffix("分") ? Int(option.dropLast()) : nil }
}
