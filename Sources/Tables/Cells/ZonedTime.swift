import Register

/// The local day and time, as yyyymmddhhmmss, of a trimmed cell that ends with `Z` or `+08:00`, as survey products write
/// it: `2018-04-26T08:58:20.525Z`.
/// - Parameter zone: minutes east of Greenwich of the place whose day counts.
func zonedDateAndTime(_ cell: CellBytes, zone: Int) -> Int64? {
  var end = cell.count
  var offset = 0
  if cell.last == 0x5A {
    end -= 1
  } else {
    // +08:00, or +0800, behind a time.
    guard let sign = cell.lastIndex(where: { $0 == 0x2B || $0 == 0x2D }), sign > 10 else { return nil }
    var text = string(CellBytes(rebasing: cell[sign...]))
    if text.utf8.count == 5 { text.insert(":", at: text.index(text.startIndex, offsetBy: 3)) }
    guard let minutes = SurveyRule.minutes(ofZone: text) else { return nil }
    (end, offset) = (sign, minutes)
  }
  guard let written = dateAndTime(CellBytes(rebasing: cell[..<end])),
    let day = CalendarDate(yyyymmdd: Int(written / 1_000_000))
  else { return nil }
  let time = Int(written % 1_000_000)
  let minutes = time / 10_000 * 60 + time / 100 % 100 - offset + zone
  let days = Int((Double(minutes) / 1440).rounded(.down))
  let local = minutes - days * 1440
  guard let localDay = day.adding(days: days) else { return nil }
  return Int64(localDay.yyyymmdd) * 1_000_000 + Int64(local / 60 * 10_000 + local % 60 * 100 + time % 100)
}

/// The day and time of a cell that may carry a zone; times without one are those of the place.
func dateAndTime(_ cell: CellBytes, zone: Int?) -> Int64? {
  dateAndTime(cell) ?? zone.flatMap { zonedDateAndTime(cell, zone: $0) }
}
