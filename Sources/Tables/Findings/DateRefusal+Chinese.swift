import Register

/// Why a written date is not read, and what to write instead.
extension WrittenDate.Refusal {
  var chinese: String {
    switch self {
    case .blank: "没有内容"
    case .unknown: "不是可识别的日期写法"
    case .impossibleDay: "没有这一天"
    case .yearUnknown: "没有写年份，所属的期也说不出是哪一年"
    case .yearBeforeRow: "没有写年份，按所属期的年份算就早于这一行自己的日期，不知是哪一年"
    case .yearShort: "年份只写了两位，不知是哪个世纪"
    case .monthMissing: "没有写是哪个月"
    case .beforeWhat: "没有说清含不含这个月"
    case .relative: "是相对于没有写明的某一天说的"
    case .vague: "没有说清是哪一天"
    case .zeroLost: "可能是电子表格去掉了末尾的0（6.3可能是6.30）"
    case .serialNumber: "是电子表格内部的日期序号"
    case .bareNumber: "只是一个数"
    case .several: "写了不止一个日期"
    case .reversed: "止日早于起日"
    }
  }

  var chineseRemedy: String {
    switch self {
    case .serialNumber: "请在电子表格中把该列设为日期格式后重新导出。"
    case .several: "请只写一个日期，其余写到别的列。"
    case .reversed: "请对调或改正两个日期。"
    case .yearUnknown, .yearBeforeRow, .yearShort: "请写上四位年份，如2025-06-30、2025年6月底前。"
    default: "请写明日期，如2025-06-30、2025年6月底前、立行立改、长期坚持。"
    }
  }
}
