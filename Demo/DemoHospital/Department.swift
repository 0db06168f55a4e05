import Foundation

/// A clinical or medical-technical department, as the register has it.
struct Department {
  let code: String
  let name: String
  let aliases: [String]
  let peerGroup: String
  let validFrom: String
  /// Empty while it exists.
  let validTo: String
  /// Which patients it has: 住院门诊, 住院, 门诊, or 临床 (other departments only).
  let serves: String

  /// The day, or the first day of the department if that is later.
  func since(_ day: Day) -> Day {
    let parts = validFrom.split(separator: "-").compactMap { Int($0) }
    return parts.count == 3 ? max(day, Day(parts[0], parts[1], parts[2])) : day
  }

  func exists(on day: Day) -> Bool { validFrom <= day.iso && (validTo.isEmpty || validTo >= day.iso) }

  var hasInpatients: Bool { serves.contains("住院") }
  var hasOutpatients: Bool { serves.contains("门诊") }
}

/// The fictional hospital: its register and what no table shows, how good each department is.
struct Hospital {
  let departments: [Department]
  let organisation: Organisation
  let seed: UInt64

  /// Reads departments, offices, branches and teams from the register file; nil if it is none.
  init?(register text: String, memberships: String, seed: UInt64) {
    let lines = text.split(whereSeparator: \.isNewline).map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    guard let header = lines.first else { return nil }
    func column(_ name: String) -> Int? { header.firstIndex(of: name) }
    guard let code = column("code"), let name = column("name"), let kind = column("kind"),
      let peers = column("peer_group"), let from = column("valid_from"), let to = column("valid_to"),
      let aliases = column("aliases"), let serves = column("serves")
    else { return nil }
    let rows = lines.dropFirst().filter { $0.count == header.count && $0[kind] == "科室" }
    departments = rows.map {
      Department(
        code: $0[code], name: $0[name], aliases: $0[aliases].split(separator: "|").map(String.init),
        peerGroup: $0[peers], validFrom: $0[from], validTo: $0[to], serves: $0[serves])
    }
    organisation = Organisation(register: text, memberships: memberships)
    self.seed = seed
    if departments.isEmpty { return nil }
  }

  func departments(in half: Half) -> [Department] { departments.filter { $0.exists(on: half.end) } }

  func stream(_ name: String, _ half: Half) -> SplitMix64 { SplitMix64(seed: seed, stream: "\(name) \(half.id)") }

  /// How well a department does in a half, about −2.5…2.5. Most of it lasts, so that halves resemble each other.
  func quality(of department: Department, in half: Half) -> Double {
    var lasting = SplitMix64(seed: seed, stream: "quality \(department.code)")
    var passing = SplitMix64(seed: seed, stream: "quality \(department.code) \(half.id)")
    let drawn = 0.93 * lasting.normal() + 0.12 * passing.normal()
    return Planted.quality(of: department, in: half, drawn: drawn)
  }

  /// A lasting share between 0 and 1 that stands for a department's size.
  func size(of department: Department) -> Double {
    var size = lasting("size", department)
    return size.unit()
  }

  /// What a department is like in one respect, the same in every half.
  func lasting(_ trait: String, _ department: Department) -> SplitMix64 {
    SplitMix64(seed: seed, stream: "\(trait) \(department.code)")
  }

  /// Which of a half's cases, counted from 0, have an event of some frequency: spread evenly over cases and halves, so
  /// that a frequency lasts even where a half has two or three cases. Independent draws would make it a lottery.
  func happens(_ index: Int, share: Double, _ trait: String, _ department: Department, _ half: Half) -> Bool {
    var phase = lasting(trait, department)
    // 0.618… turns: the halves begin at places that are spread evenly, too.
    let turns = Double(half.year * 2 + half.number) * 0.618_033_988_749_895
    let start = (phase.unit() + turns).truncatingRemainder(dividingBy: 1)
    return (start + Double(index + 1) * share).rounded(.down) > (start + Double(index) * share).rounded(.down)
  }
}

/// How the people of a hospital write its departments.
struct NameWriter {
  var variantShare = 0.18
  var unmatchedShare = 0.025
  /// Names that nobody carries: wards by floor, whole branches, slips of the pen.
  static let unmatched = ["不清楚", "住院部", "内科", "外科", "3号楼7楼", "门诊三楼", "心内课", "泌尿外课", "护士站", ""]

  func write(_ department: Department, _ random: inout SplitMix64) -> String {
    let draw = random.unit()
    if draw < unmatchedShare { return random.pick(Self.unmatched) }
    if draw < unmatchedShare + variantShare { return variant(of: department, &random) }
    return department.name
  }

  private func variant(of department: Department, _ random: inout SplitMix64) -> String {
    let known = department.aliases.isEmpty ? department.name : random.pick(department.aliases)
    switch random.integer(0...9) {
    case 0: return " " + known
    case 1: return department.name + "　"
    case 2: return String(department.name.prefix(1)) + " " + department.name.dropFirst()
    default: return random.chance(0.5) ? wide(known) : known
    }
  }
}

/// The text with ASCII letters and digits in their full-width forms.
func wide(_ text: String) -> String {
  var scalars = String.UnicodeScalarView()
  for scalar in text.unicodeScalars {
    let isNarrow = (0x30...0x39).contains(scalar.value) || (0x41...0x5A).contains(scalar.value)
    scalars.append(isNarrow ? UnicodeScalar(scalar.value + 0xFEE0) ?? scalar : scalar)
  }
  return String(scalars)
}
