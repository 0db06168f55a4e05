/// A unit of the register that is no department: an office, a branch, a team.
struct Body {
  let code: String
  let name: String
  let kind: String
  let aliases: [String]
  let validFrom: String
  /// Empty while it exists.
  let validTo: String
  /// Takes charge of one of the ten actions.
  let isLead: Bool

  func exists(in half: Half) -> Bool {
    validFrom <= half.end.iso && (validTo.isEmpty || validTo >= half.end.iso)
  }

  /// Whether it exists in the whole of a month.
  func exists(year: Int, month: Int) -> Bool {
    let (first, last) = (Day(year, month, 1).iso, Half.end(year: year, month: month).iso)
    return validFrom <= first && (validTo.isEmpty || validTo >= last)
  }
}

/// Offices, branches and teams, and which departments belong to them.
struct Organisation {
  let bodies: [Body]
  /// Codes of departments by the code of the branch or team.
  let members: [String: [String]]

  /// - Parameters:
  ///   - register: `units.csv`.
  ///   - memberships: `memberships.csv`; empty: nobody belongs anywhere.
  init(register: String, memberships: String) {
    let units = Self.rows(register)
    bodies = units.compactMap { row in
      guard let kind = row["kind"], ["职能部门", "党总支", "党支部", "团队"].contains(kind) else { return nil }
      return Body(
        code: row["code"] ?? "", name: row["name"] ?? "", kind: kind,
        aliases: (row["aliases"] ?? "").split(separator: "|").map(String.init), validFrom: row["valid_from"] ?? "",
        validTo: row["valid_to"] ?? "", isLead: row["lead"] == "是")
    }
    var members: [String: [String]] = [:]
    for row in Self.rows(memberships) { members[row["of"] ?? "", default: []].append(row["member"] ?? "") }
    self.members = members
  }

  private static func rows(_ text: String) -> [[String: String]] {
    let lines = text.split(whereSeparator: \.isNewline).map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    guard let header = lines.first else { return [] }
    return lines.dropFirst().filter { $0.count == header.count }.map {
      Dictionary(zip(header, $0), uniquingKeysWith: { first, _ in first })
    }
  }

  func bodies(_ kinds: String..., in half: Half) -> [Body] {
    bodies.filter { kinds.contains($0.kind) && $0.exists(in: half) }
  }
}

extension Hospital {
  /// How well an office, a branch or a team does, about −2.5…2.5; most of it lasts.
  func quality(of body: Body, in half: Half) -> Double {
    var lasting = SplitMix64(seed: seed, stream: "quality \(body.code)")
    var passing = SplitMix64(seed: seed, stream: "quality \(body.code) \(half.id)")
    return 0.9 * lasting.normal() + 0.2 * passing.normal()
  }

  /// The departments that belong to a body and exist in the half.
  func departments(of body: Body, in half: Half) -> [Department] {
    let codes = Set(organisation.members[body.code] ?? [])
    return departments(in: half).filter { codes.contains($0.code) }
  }
}
