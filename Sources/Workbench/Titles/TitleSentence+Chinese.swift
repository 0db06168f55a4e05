import Scoring

extension TitleSentence {
  var chinese: String {
    switch self {
    case .coverage(let grade, let day, let units, let held, let share, let waived):
      let aside = waived == 0 ? "" : "，另有\(waived)个暂缓或免评"
      return "截至\(day)，应评的\(units)个单位中\(held)个持有“\(grade)”，占\(share)\(aside)。"
    case .together(let schemes, let day, let units, let held, let share, let until, let needed):
      return
        "合计（\(schemes.joined(separator: "、"))）：截至\(day)，\(units)个单位中\(held)个持有，占\(share)；到\(until)年底全部达到还差\(needed)个。"
    case .nobodyAsked(let grade, let day, let waived):
      let aside = waived == 0 ? "" : "，\(waived)个暂缓或免评"
      return "截至\(day)，没有应评“\(grade)”的单位\(aside)。"
    case .complete(let until): return "到\(until)年底不再有缺：应评单位全部持有。"
    case .enough(let until, let needed, let places):
      return "到\(until)年底全部达到还差\(needed)个，按方案的名额最多可再授\(places)个，名额够用。"
    case .notEnough(let until, let needed, let places, let short, let then):
      return "到\(until)年底全部达到还差\(needed)个，按方案的名额最多可再授\(places)个，仍缺\(short)个\(later(then))。"
    case .noLimit(let until, let needed): return "到\(until)年底全部达到还差\(needed)个；名额不限，符合条件的都可授予。"
    case .termPassed(let until, let needed): return "\(until)年底全部达到的期限已过，还差\(needed)个。"
    case .lastRun(let remaining): return chinese(remaining)
    case .conflict(true, 0): return "名额与全部达到不能同时做到，如何取舍请领导班子决定。"
    case .conflict(true, _): return "名额、否决（含等级受限、不予评定）与全部达到不能同时做到，如何取舍请领导班子决定。"
    case .conflict(false, let count):
      return "上述\(count)个单位的情况不变，就不能全部达到；否决与全部达到如何取舍，请领导班子决定。"
    case .granted(let years):
      return "新授予：\(years.sorted { $0.key < $1.key }.map { "\($0.key)年\($0.value)个" }.joined(separator: "，"))。"
    case .withdrawn(let units): return "撤销\(units.count)个（\(list(units))）。"
    case .kept(let year, let count): return "\(year)年复核，\(count)个持有单位仍符合条件，予以保持。"
    case .failed(let year, let units):
      return "\(year)年复核，\(units.count)个持有单位不再符合条件：\(list(units))；称号去留由评选组织决定，原因见 --list。"
    case .ending(let units): return "在此之前届满\(units.count)个（\(list(units))）。"
    case .elsewhere(let units): return "另有\(units.count)个称号属于已不在评定范围的单位，未计入（\(list(units))）。"
    }
  }

  private func later(_ full: FullCoverage) -> String {
    switch full {
    case .year(let year): "；照此名额最早\(year)年全部达到"
    case .never(let left): "；照此名额永远到不了，总有\(left)个没有名额"
    case .reached, .unlimited: ""
    }
  }

  private func chinese(_ remaining: Remaining) -> String {
    func part(_ what: String, _ units: [Told]) -> String? {
      units.isEmpty ? nil : "\(what)\(units.count)个（\(list(units))）"
    }
    func part(_ what: String, _ count: Int) -> String? { count == 0 ? nil : "\(what)\(count)个" }
    let parts = [
      part("被否决", remaining.vetoed), part("等级受限", remaining.capped), part("不予评定", remaining.notGraded),
      part("未达到条件", remaining.below), part("符合条件而无名额", remaining.noPlace),
      part("符合条件而称号表尚未登记", remaining.met), part("未参评", remaining.unseen),
    ]
    let said = parts.compactMap(\.self).joined(separator: "，")
    return "还差的\(remaining.units)个单位，最近一次评定（\(remaining.period)，运行 \(remaining.run)）：\(said)。"
  }

  private func list(_ units: [Told]) -> String {
    let names = units.prefix(Self.shown).map { $0.why.isEmpty ? $0.name : "\($0.name)：\($0.why)" }
    return names.joined(separator: "、") + (units.count > Self.shown ? "等" : "")
  }
}
