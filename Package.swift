// swift-tools-version: 6.1
import PackageDescription

/// One module of the one-way chain; see `docs/architecture.md`. The order of this list is the order of the modules.
func module(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies)
}

/// The test suite beside a module.
func suite(of name: String, _ dependencies: [Target.Dependency] = [], resources: [String] = []) -> Target {
  .testTarget(
    name: "\(name)Tests", dependencies: [.target(name: name)] + dependencies,
    exclude: resources)
}

let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let argumentParser = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")

let commandLine: [Target.Dependency] = ["Findings", "Documents", "Reports", "Workbench", argumentParser]

let package = Package(
  name: "Qingheng",
  products: [.executable(name: "qingheng", targets: ["qingheng"])],
  dependencies: [
    .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
  ],
  targets: [
    // C libraries. The module maps link by name, but for gd, which is loaded with the first picture; pkgConfig only where headers lie off the usual path (gd's flags warn).
    .systemLibrary(name: "CGD", providers: [.apt(["libgd-dev"])]),
    .systemLibrary(name: "CFreeType", pkgConfig: "freetype2", providers: [.apt(["libfreetype-dev"])]),
    .systemLibrary(name: "CFontconfig", providers: [.apt(["libfontconfig-dev"])]),
    .systemLibrary(name: "CZlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(name: "CNettle", providers: [.apt(["nettle-dev"])]),
    .systemLibrary(name: "CZip", providers: [.apt(["libzip-dev"])]),
    .systemLibrary(name: "CExpat", providers: [.apt(["libexpat1-dev"])]),
    .systemLibrary(name: "CFreeXL", providers: [.apt(["libfreexl-dev"])]),
    .systemLibrary(name: "CXLSXWriter", providers: [.apt(["libxlsxwriter-dev"])]),
    .systemLibrary(name: "CMarkGFM", providers: [.apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"])]),

    module("Findings"),
    module("Documents", ["Findings", "Yams"]),
    module("Statistics"),
    module("Register", ["Findings"]),
    module("Tabular", ["Findings", "CNettle", "CZip", "CExpat", "CFreeXL"]),
    module("Tables", ["Findings", "Documents", "Register", "Tabular"]),
    module("Schemes", ["Findings", "Documents", "Register"]),
    module("Obligations", ["Findings", "Documents", "Register", "Schemes"]),
    module("Ledgers", ["Findings", "Documents", "Register", "Schemes"]),
    module("Scoring", ["Findings", "Statistics", "Register", "Schemes"]),
    module("Analysis", ["Findings", "Statistics", "Register", "Schemes", "Scoring"]),
    module("Charts", ["Findings", "Documents", "Statistics", "CGD", "CFreeType", "CFontconfig", "CZlib"]),
    module("Spreadsheets", ["Findings", "CXLSXWriter"]),
    module("Store", ["Findings", "Register", "Tables", "Scoring", "Schemes", grdb]),
    module("Reports", ["Findings", "Documents", "Charts", "CMarkGFM", "CZip"]),
    module(
      "Workbench",
      [
        "Findings", "Documents", "Statistics", "Register", "Tabular", "Tables", "Schemes", "Obligations", "Ledgers",
        "Scoring",
        "Analysis", "Charts", "Spreadsheets", "Store", "Reports",
      ]),
    .executableTarget(name: "qingheng", dependencies: commandLine),

    // The fictional hospital: imported by nothing.
    .executableTarget(name: "DemoHospital", path: "Demo/DemoHospital"),

    // What `scripts/bench` times inside a process, and the data it makes up: imported by nothing.
    .executableTarget(
      name: "Benchmarks",
      dependencies: ["Findings", "Documents", "Register", "Schemes", "Scoring", "Analysis", "Charts"],
      path: "Benchmarks/InProcess"),
    // Simulation studies of what Statistics promises; it writes the tables of docs/statistics.md.
    .executableTarget(name: "Simulations", dependencies: ["Statistics"], path: "Benchmarks/Simulations"),

    // What tests use to hold files against JSON Schemas.
    .target(name: "SchemaValidation", dependencies: ["Documents"], path: "Tests/SchemaValidation"),

    // What tests make workbooks and archives with, byte by byte.
    .target(name: "WorkbookBytes", path: "Tests/WorkbookBytes"),

    suite(of: "Findings"),
    suite(of: "Documents"),
    suite(of: "Statistics"),
    suite(of: "Register"),
    suite(of: "Tabular", ["WorkbookBytes"]),
    suite(of: "Tables", ["WorkbookBytes"]),
    suite(of: "Schemes", ["SchemaValidation"]),
    suite(of: "Ledgers", ["SchemaValidation", "Statistics"]),
    suite(of: "Obligations", ["SchemaValidation"]),
    suite(of: "Scoring"),
    suite(of: "Analysis", ["Documents"]),
    suite(of: "Charts", resources: ["Golden"]),
    suite(of: "Spreadsheets", ["CZlib"]),
    suite(of: "Store", resources: ["Schemas"]),
    suite(of: "Reports", resources: ["Golden"]),
    suite(of: "Workbench", ["WorkbookBytes"]),
    // These run the built program itself, so that they need no module of it.
    .testTarget(
      name: "TranscriptTests", dependencies: ["WorkbookBytes"], exclude: ["workspace", "transcripts", "explained"]),
    .testTarget(name: "LayoutTests"),
    // Keeps README and docs true; it runs the built program, so it needs no module to name commands and outputs.
    .testTarget(
      name: "DocsTests",
      dependencies: [
        "Findings", "Documents", "Register", "Tabular", "Tables", "Schemes", "Obligations", "Ledgers", "Scoring",
        "Charts", "Spreadsheets", "Store",
        "Reports", "Workbench", "SchemaValidation",
      ]),
  ],
  swiftLanguageModes: [.v6]
)
