import Findings
import Glibc
import Register

@testable import Tables

/// A number that is taken is the one that the C library reads in the same digits.
func tryNumber(_ data: UnsafeBufferPointer<UInt8>) {
  let cell = trimmed(data)
  let value = number(cell)
  _ = integer(cell)
  _ = seconds(cell)
  guard let value else { return }
  precondition(value.isFinite, "a number without end")
  guard cell.allSatisfy({ $0 < 0x80 }) else { return }
  let text = String(decoding: cell, as: UTF8.self)
  precondition(strtod(text, nil) == value, "\(text) read as \(value)")
}

/// A day that is taken is one of the calendar, and reads as itself when it is written in digits.
func tryDate(_ data: UnsafeBufferPointer<UInt8>) {
  let cell = trimmed(data)
  if let time = dateAndTime(cell) {
    guard let day = CalendarDate(yyyymmdd: Int(time / 1_000_000)) else { preconditionFailure("no day: \(time)") }
    var again = "\(day)"
    precondition(
      again.withUTF8 { dateAndTime($0) } == Int64(day.yyyymmdd) * 1_000_000, "\(day) does not read as itself")
  }
  let text = String(decoding: data, as: UTF8.self)
  let halves = [nil, Period(parsing: "2025H1"), Period(parsing: "2024")]
  for period in halves {
    for isSerial in [false, true] {
      let written = WrittenDate(text, within: period, holdsSerialNumbers: isSerial)
      if let day = written.lastDay {
        precondition(CalendarDate(yyyymmdd: day.yyyymmdd) == day, "no day: \(day)")
      }
    }
  }
  _ = Period(parsing: text)
}
