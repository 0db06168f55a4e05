/// The whole seconds that a trimmed cell says: `10秒`, `2分3秒`, `1小时2分`, `1天2小时`, `26:30:00`, or a bare number of seconds.
/// Units come from long to short, each once.
func seconds(_ cell: CellBytes) -> Int64? {
  writtenSeconds(cell) ?? clockSeconds(cell) ?? withNarrowed(cell) { writtenSeconds($0) ?? clockSeconds($0) }
}

/// `26:30:00`, as sheets show hours; two numbers could be minutes as well.
private func clockSeconds(_ cell: CellBytes) -> Int64? {
  let parts = cell.split(separator: 0x3A, omittingEmptySubsequences: false)
  guard parts.count == 3, parts.allSatisfy({ (1...4).contains($0.count) && $0.allSatisfy { $0 &- 0x30 <= 9 } })
  else { return nil }
  let numbers = parts.map { $0.reduce(Int64(0)) { $0 * 10 + Int64($1 &- 0x30) } }
  guard parts[1].count == 2, parts[2].count == 2, numbers[1] < 60, numbers[2] < 60 else { return nil }
  return numbers[0] * 3600 + numbers[1] * 60 + numbers[2]
}

private let durationUnits: [(sign: [UInt8], seconds: Int64)] = [
  (Array("秒".utf8), 1), (Array("分钟".utf8), 60), (Array("分".utf8), 60), (Array("小时".utf8), 3600),
  (Array("时".utf8), 3600), (Array("天".utf8), 86400),
]

private func writtenSeconds(_ cell: CellBytes) -> Int64? {
  var total: Int64 = 0
  var shortest = Int64.max
  var i = 0
  while i < cell.count {
    var value: Int64 = 0
    let start = i
    while i < cell.count, cell[i] &- 0x30 <= 9, i - start < 9 {
      value = value &* 10 &+ Int64(cell[i] &- 0x30)
      i &+= 1
    }
    guard i > start else { return nil }
    if i == cell.count { return start == 0 ? value : nil }
    guard let unit = durationUnits.first(where: { starts(cell, at: i, with: $0.sign) }), unit.seconds < shortest else {
      return nil
    }
    shortest = unit.seconds
    total += value * unit.seconds
    i += unit.sign.count
  }
  return cell.isEmpty ? nil : total
}

@inline(__always)
private func starts(_ cell: CellBytes, at position: Int, with sign: [UInt8]) -> Bool {
  guard cell.count - position >= sign.count else { return false }
  for (offset, byte) in sign.enumerated() where cell[position &+ offset] != byte { return false }
  return true
}
