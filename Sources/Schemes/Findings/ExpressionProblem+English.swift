import Findings

extension ExpressionProblem {
  var english: Wording {
    func wording(_ found: String, _ remedy: String) -> Wording {
      Wording(found: found, consequence: "The scheme was not loaded.", remedy: remedy)
    }
    switch self {
    case .unexpectedCharacter(let character):
      return wording(
        "“\(character)” has no meaning in an expression.",
        "Use the narrow signs ( ) , ' = < > + - * /; put names with other signs in double quotes.")
    case .unterminated(let quote):
      return wording("The quote \(quote) is not closed.", "Close it; a quote inside is written twice.")
    case .unexpected(let found, let expected):
      let what = found.map { "Here stands “\($0)”" } ?? "The expression ends or goes on otherwise"
      return wording("\(what) where \(expected.english) is due.", "Correct the expression here.")
    case .functionUnknown(let name, let known):
      let names = KnownNames(name: name, known: known)
      return wording(
        "There is no function “\(name)”.\(names.englishGuess)", "Functions: \(known.joined(separator: ", "))")
    case .clock(let name):
      return wording(
        "“\(name)” asks for the time of day. A score must come out the same whenever it is computed, so there is no clock.",
        "Use :as_of, :period_start or :period_end.")
    case .subquery:
      return wording(
        "An expression looks at one row of one table and holds no query of its own.",
        "Make a second measure, or use per: for a number from another table.")
    case .aggregate(let name):
      return wording(
        "“\(name)” reduces many rows, but an expression looks at one row.",
        "Write the row's value here, and say under take: how values are reduced.")
    case .argumentCount(let function, let needed, let found):
      return wording("\(function) takes \(counted(needed, "argument")), not \(found).", "Correct the arguments.")
    case .tooDeep(let limit):
      return wording(
        "The expression nests deeper than \(limit) levels.", "Use IN (…) for long lists, or split the measure.")
    case .tooLong(let limit):
      return wording("The expression has more than \(limit) words and signs.", "Split the measure.")
    case .chainedComparison:
      return wording(
        "Two comparisons follow each other; a < b < c does not mean what it seems to.",
        "Write b BETWEEN a AND c, or join two comparisons with AND.")
    case .momentUnknown(let name, let known):
      let names = KnownNames(name: name, known: known)
      return wording(
        "There is no :\(name).\(names.englishGuess)", "There are: \(known.map { ":" + $0 }.joined(separator: ", "))")
    case .parameterUnknown(let name, let known):
      let names = KnownNames(name: name, known: known)
      return wording(
        "There is no parameter “\(name)”.\(names.englishGuess)", "Add it under params:. There are: \(names.englishList)"
      )
    case .divisionByZero:
      return wording("The divisor is 0, so that there is never a result.", "Correct the divisor.")
    case .divisorMayBeZero:
      return Wording(
        found: "The divisor can be 0 by its range.", consequence: "Such rows count as without a value.",
        remedy: "Write nullif(…, 0) if that is meant, CASE WHEN … = 0 THEN … ELSE … END if it is not, or a range: "
          + "without 0 in the table spec.")
    case .integerDivision:
      return wording(
        "A whole number is divided by a whole number; SQL would cut the fraction off (3/2 = 1).",
        "Multiply one side by 1.0 if a fraction is meant.")
    case .kindsDiffer(let a, let b):
      return wording(
        "\(a.english.capitalisedFirst) stands against \(b.english).",
        "Compare like with like: text in single quotes, numbers without, days as '2025-06-30'.")
    case .arithmeticOn(let kind):
      return wording(
        "Arithmetic needs numbers, and this is \(kind.english).",
        "Use a column of numbers, or map the labels in the table spec.")
    case .dateArithmetic:
      return wording(
        "Arithmetic on days gives nonsense: they are kept as 20250630.", "Use days(a, b), months(a, b) or hours(a, b).")
    case .nullableComparison(let what):
      return wording(
        "“\(what)” can be empty, and a comparison with an empty cell is neither true nor false.",
        "Say what empty means: coalesce(x, …), x IS NOT NULL AND …, or CASE … ELSE … END.")
    case .caseWithoutElse:
      return wording(
        "This CASE has no ELSE: rows that fit no WHEN would be left out in silence.",
        "Add ELSE with a value, or ELSE NULL.")
    case .valueUnlisted(let column, let value, let known):
      let names = KnownNames(name: value, known: known)
      return wording(
        "The column “\(column)” never holds “\(value)”.\(names.englishGuess)", "Its values are: \(names.englishList)")
    case .dateLiteral(let value):
      return wording(
        "“\(value)” stands where a day is due, and is none.",
        "Write '2025-06-30' (years 1900 to 2199); a time of day only beside a moment.")
    case .noCalendar(let function):
      return wording(
        "Days and hours are not counted where units and leaves are chosen; \(function) would be empty for all of them.",
        "Use \(function) in the where or value of a measure; for days of the register write a fact: "
          + "{register: valid_from, after: {months_before: [period_end, 6]}}.")
    case .argumentKind(let function, let needed, let found):
      return wording(
        "\(function) needs \(needed.english) here, and this is \(found.english).", "Name a fitting column.")
    case .notCondition(let kind):
      return wording("A condition is due, and this is \(kind.english).", "Write a comparison that is true or false.")
    case .notNumber(let kind):
      return wording(
        "A number is due, and this is \(kind.english).", "Name a column of numbers, or write CASE … THEN 1 ELSE 0 END.")
    }
  }
}

extension ExpressionProblem.Expected {
  var english: String {
    switch self {
    case .value: "a column, a number or a text"
    case .columnOperand: "a bare column after CASE"
    case .textPattern: "a pattern in single quotes after LIKE"
    case .end: "an operator or the end"
    case .word(let word): "“\(word)”"
    }
  }
}

extension String {
  /// The first letter in upper case.
  var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}
