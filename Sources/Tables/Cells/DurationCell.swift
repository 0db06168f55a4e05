/// The whole seconds that a trimmed cell says: `10秒`, `2分3秒`, `1小时2分`, `1天2小时`, or a bare number of seconds.
/// Units come from long to short, each once.
func seconds(_ cell: CellBytes) -> Int64? { writtenSeconds(cell) ?? withNarrowed(cell, writtenSeconds) }

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
