/// Working days as far as the generator needs them: weekends and the long holidays of the year, roughly. The product
/// reads the official calendars; a file that comes a day later than planned here is a late filing there.
extension Day {
  /// 0 is Monday; day 0 was a Wednesday.
  private var weekday: Int { (number + 2) % 7 }

  /// Monday to Friday, and not in the first week of October or of May, nor on New Year's Day.
  var isWorkingDay: Bool {
    let (_, month, day) = parts
    let isHoliday = (month == 10 && day <= 7) || (month == 5 && day <= 5) || (month == 1 && day == 1)
    return weekday < 5 && !isHoliday
  }

  var nextWorkingDay: Day {
    var day = self
    while !day.isWorkingDay { day = day.adding(1) }
    return day
  }

  func adding(workingDays count: Int) -> Day {
    var day = self
    for _ in 0..<max(0, count) { day = day.adding(1).nextWorkingDay }
    return day
  }
}
