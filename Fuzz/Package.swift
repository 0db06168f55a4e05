// swift-tools-version: 6.1
import PackageDescription

// The readers of the product under libFuzzer: the same sources, through links, with coverage for the fuzzer. No part of
// the product's build; `scripts/fuzz` builds and runs it.

/// A module whose branches the fuzzer sees.
func watched(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: [.unsafeFlags(["-sanitize=fuzzer"])])
}

let package = Package(
  name: "Fuzz",
  dependencies: [.package(url: "https://github.com/jpsim/Yams", exact: "6.2.2")],
  targets: [
    .systemLibrary(name: "CFuzzer"),
    .systemLibrary(name: "CNettle"),
    .systemLibrary(name: "CZip"),
    .systemLibrary(name: "CExpat"),
    .systemLibrary(name: "CFreeXL"),
    .target(name: "Findings"),
    .target(name: "Documents", dependencies: ["Findings", "Yams"]),
    watched("Register", ["Findings"]),
    watched("Tabular", ["Findings", "CNettle", "CZip", "CExpat", "CFreeXL"]),
    watched("Tables", ["Findings", "Documents", "Register", "Tabular"]),
    .target(name: "WorkbookBytes"),
    .executableTarget(
      name: "Fuzz",
      dependencies: ["CFuzzer", "Findings", "Documents", "Register", "Tabular", "Tables", "WorkbookBytes"],
      linkerSettings: [.linkedLibrary("clang_rt.fuzzer_no_main-x86_64"), .linkedLibrary("stdc++")]),
  ],
  swiftLanguageModes: [.v6]
)
