import Register
import Schemes
import Testing

@testable import Workbench

/// A run's key: the hash of everything that it depends on, and of nothing else.
@Suite struct RunManifestTests {
  private func manifest() throws -> RunManifest {
    RunManifest(
      engine: "1", scheme: "s", schemeHash: "aa", schemeText: "scheme: s", leafRows: ["t": [["a": .number(1)]]],
      period: try period("2025H1"), asOf: try date(2025_06_30), registerHash: "bb", minimumCell: 5,
      tables: [
        .init(
          system: "x", table: "t", spec: "cc", batches: [.init(sha256: "dd", spec: "cc", period: "2025H1")])
      ])
  }

  /// Written out by hand in the order of the keys; its hash is what `sha256sum` gives for this text.
  @Test func theTextIsCanonical() throws {
    let written =
      #"{"asOf":20250630,"engine":"1","from":20250101,"leafRows":{"t":[{"a":{"number":{"_0":1}}}]},"minimumCell":5,"#
      + #""period":"2025H1","registerHash":"bb","scheme":"s","schemeHash":"aa","schemeText":"scheme: s","#
      + #""tables":[{"batches":[{"period":"2025H1","sha256":"dd","spec":"cc"}],"spec":"cc","system":"x","#
      + #""table":"t"}],"to":20250630}"#
    let manifest = try manifest()
    #expect(manifest.json == written)
    #expect(manifest.key == "a60a3441cb3adbb6a533bc88bd4e813655fcae1842e00e36eac0338bb1a07d82")
  }

  @Test func itComesBackFromItsText() throws {
    let manifest = try manifest()
    #expect(RunManifest(json: manifest.json) == manifest)
    #expect(RunManifest(json: "{}") == nil)
  }

  @Test func everyInputChangesTheKey() throws {
    let manifest = try manifest()
    var others: [RunManifest] = []
    func changed(_ change: (inout RunManifest) -> Void) {
      var other = manifest
      change(&other)
      others.append(other)
    }
    changed { $0.engine = "2" }
    changed { $0.scheme = "t" }
    changed { $0.schemeHash = "ab" }
    changed { $0.schemeText = "scheme: t" }
    changed { $0.schemeBases = [SchemeBase(name: "b.yaml", text: "scheme: b")] }
    changed { $0.schemeBases = [SchemeBase(name: "b.yaml", text: "scheme: c")] }
    changed { $0.leafRows = [:] }
    changed { $0.period = "2025" }
    changed { $0.from = 20250102 }
    changed { $0.to = 20250629 }
    changed { $0.asOf = 20250331 }
    changed { $0.registerHash = "b" }
    changed { $0.minimumCell = 4 }
    changed { $0.calendarHash = "ee" }
    changed { $0.tables[0].spec = "c" }
    changed { $0.tables[0].batches[0].sha256 = "d" }
    changed { $0.tables[0].batches.append(.init(sha256: "ee", spec: "cc", period: "")) }
    #expect(Set(others.map(\.key) + [manifest.key]).count == others.count + 1)
  }

  @Test func differencesAreNamed() throws {
    let manifest = try manifest()
    #expect(manifest.differences(from: manifest).isEmpty)
    var other = manifest
    other.schemeHash = "ab"
    other.registerHash = "b"
    other.minimumCell = 4
    other.calendarHash = "ee"
    other.tables[0].batches = []
    #expect(
      manifest.differences(from: other) == [
        .scheme("s"), .register, .calendar, .minimumCell, .table(system: "x", table: "t"),
      ])
  }

  /// The order of units is theirs; the order of a unit's columns is nobody's.
  @Test func theRegistersHashTakesEveryColumn() throws {
    func unit(_ code: String, _ columns: [String: String], name: String = "内科") throws -> OrgUnit {
      OrgUnit(code: code, name: name, kind: "科室", validFrom: try date(2020_01_01), columns: columns)
    }
    let base = UnitRegister([try unit("A", ["x": "1", "y": "2"])]).contentHash
    #expect(UnitRegister([try unit("A", ["y": "2", "x": "1"])]).contentHash == base)
    #expect(UnitRegister([try unit("A", ["x": "1", "y": "3"])]).contentHash != base)
    #expect(UnitRegister([try unit("A", ["x": "1", "y": "2"], name: "外科")]).contentHash != base)
    #expect(UnitRegister([]).contentHash != base)
  }
}
