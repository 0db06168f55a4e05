import Findings

extension ExpressionProblem {
  var chinese: Wording {
    func wording(_ found: String, _ remedy: String) -> Wording {
      Wording(found: found, consequence: "该方案未被载入。", remedy: remedy)
    }
    switch self {
    case .unexpectedCharacter(let character):
      return wording(
        "表达式里不能有“\(character)”。", "请用半角符号 ( ) , ' = < > + - * /；名称含其他符号时加双引号。")
    case .unterminated(let quote): return wording("引号 \(quote) 没有闭合。", "请补上后一个引号；文字里的引号要写两遍。")
    case .unexpected(let found, let expected):
      let what = found.map { "此处是“\($0)”" } ?? "表达式在此中断或接不上"
      return wording("\(what)，应为\(expected.chinese)。", "请改正此处的表达式。")
    case .functionUnknown(let name, let known):
      let names = KnownNames(name: name, known: known)
      return wording(
        "没有名为“\(name)”的函数。\(names.chineseGuess)", "可用的函数：\(known.joined(separator: "、"))")
    case .clock(let name):
      return wording(
        "“\(name)”取的是当前时间。同样的数据何时计算都应得到同样的分数，所以不提供时钟。", "请用 :as_of、:period_start 或 :period_end。")
    case .subquery: return wording("表达式只看一张表的一行，不能嵌套查询。", "请另写一个度量，或用 per 取另一张表的数。")
    case .aggregate(let name):
      return wording("“\(name)”是对多行的汇总，而表达式只看一行。", "请在此写出单行的值，在 take 里写明怎样汇总。")
    case .argumentCount(let function, let needed, let found):
      return wording("\(function) 需要\(needed)个参数，这里有\(found)个。", "请改正参数。")
    case .tooDeep(let limit): return wording("表达式嵌套超过\(limit)层。", "较长的列举请用 IN (…)，或拆成几个度量。")
    case .tooLong(let limit): return wording("表达式超过\(limit)个词和符号。", "请拆成几个度量。")
    case .chainedComparison:
      return wording("两个比较连在一起：a < b < c 并不是看上去的意思。", "请写 b BETWEEN a AND c，或用 AND 连接两个比较。")
    case .momentUnknown(let name, let known):
      let names = KnownNames(name: name, known: known)
      return wording("没有 :\(name)。\(names.chineseGuess)", "可用：\(known.map { ":" + $0 }.joined(separator: "、"))")
    case .parameterUnknown(let name, let known):
      let names = KnownNames(name: name, known: known)
      return wording(
        "没有名为“\(name)”的参数。\(names.chineseGuess)", "请在 params 下补上。现有：\(names.chineseList)")
    case .divisionByZero:
      return wording("除数是 0，永远没有结果。", "请改正除数。")
    case .divisorMayBeZero:
      return Wording(
        found: "按取值范围，除数可以是 0。", consequence: "除数为 0 的行按没有取值处理。",
        remedy: "确是此意请写 nullif(…, 0)；否则请写 CASE WHEN … = 0 THEN … ELSE … END，或在表规格里写不含 0 的 range。")
    case .integerDivision: return wording("整数除以整数会被截去小数（3/2 = 1）。", "如需小数，请把一边乘以 1.0。")
    case .kindsDiffer(let a, let b):
      return wording("\(a.chinese)与\(b.chinese)不能放在一起比较。", "请比较同类的值：文字加单引号，数字不加，日期写成 '2025-06-30'。")
    case .arithmeticOn(let kind):
      return wording("加减乘除只能用于数字，这里是\(kind.chinese)。", "请改用数字列，或在数据表规格里把选项对应为数字。")
    case .dateArithmetic: return wording("日期以 20250630 的形式保存，直接加减没有意义。", "请用 days(a, b)、months(a, b) 或 hours(a, b)。")
    case .nullableComparison(let what):
      return wording(
        "“\(what)”可能为空，与空值比较既不是真也不是假。", "请写明空值的含义：coalesce(x, …)、x IS NOT NULL AND …，或 CASE … ELSE … END。")
    case .caseWithoutElse: return wording("这个 CASE 没有 ELSE，不符合任何 WHEN 的行会被悄悄漏掉。", "请补上 ELSE 和取值，或写 ELSE NULL。")
    case .valueUnlisted(let column, let value, let known):
      let names = KnownNames(name: value, known: known)
      return wording("列“\(column)”不会出现“\(value)”。\(names.chineseGuess)", "可取的值：\(names.chineseList)")
    case .dateLiteral(let value):
      return wording("此处应是日期，“\(value)”不是。", "请写成 '2025-06-30'（1900年至2199年）；只有与时刻比较时才写时分秒。")
    case .noCalendar(let function):
      return wording(
        "挑选单位和指标行时不计算天数和时数，\(function) 对每一行都会是空。",
        "请把 \(function) 写在度量的 where 或 value 里；要看名册里的日期，请写 facts: {register: valid_from, after: {months_before: [period_end, 6]}}。"
      )
    case .argumentKind(let function, let needed, let found):
      return wording("\(function) 此处需要\(needed.chinese)，这里是\(found.chinese)。", "请改用合适的列。")
    case .notCondition(let kind): return wording("此处应是条件，这里是\(kind.chinese)。", "请写成能判断真假的比较。")
    case .notNumber(let kind):
      return wording("此处应是数字，这里是\(kind.chinese)。", "请改用数字列，或写 CASE … THEN 1 ELSE 0 END。")
    }
  }
}

extension ExpressionProblem.Expected {
  var chinese: String {
    switch self {
    case .value: "列名、数字或文字"
    case .columnOperand: "CASE 之后的单个列名"
    case .textPattern: "LIKE 之后用单引号括起的样式"
    case .end: "运算符或结尾"
    case .word(let word): "“\(word)”"
    }
  }
}
