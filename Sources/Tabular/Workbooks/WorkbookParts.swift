/// The parts of an .xlsx workbook that all of its sheets need. Nothing changes once they are read.
struct WorkbookParts: Sendable {
  nonisolated(unsafe) private let strings: SharedStrings?
  private let formats: [NumberFormat]
  private let pictures: [NumberPicture?]
  private let days: SerialDay
  let sheets: [Workbook.Sheet]

  /// - Returns: nil if the archive is no document of an office program at all.
  init?(_ archive: ZipArchive) throws(PartProblem) {
    func member(_ name: String) -> ZipArchive.Member? {
      archive.members.first { $0.name == name }
        ?? archive.members.first { $0.name.lowercased() == name.lowercased() }
    }
    if let kind = try Self.otherKind(archive) { throw .workbook(.otherKind(kind)) }
    guard let relations = member("_rels/.rels") else { return nil }
    let roots = try PartRelations(relations.name, relations.bytes(in: archive), folder: "")
    try roots.readAll()
    let main = roots.targets.first { $0.type == "officeDocument" }?.path ?? "xl/workbook.xml"
    if main.hasSuffix(".bin") { throw .workbook(.otherKind(.binaryWorkbook)) }
    guard main.hasPrefix("xl/") || main.contains("workbook") else { throw .workbook(.otherKind(.document)) }
    guard let book = member(main) else { throw .workbook(.partMissing(main)) }

    let (folder, file) = Self.split(main)
    guard let inner = member("\(folder)_rels/\(file).rels") else {
      throw .workbook(.partMissing("\(folder)_rels/\(file).rels"))
    }
    let parts = try PartRelations(inner.name, inner.bytes(in: archive), folder: folder)
    try parts.readAll()
    let list = try SheetList(book.name, book.bytes(in: archive))
    try list.readAll()
    days = SerialDay(isFrom1904: list.isFrom1904)
    sheets = list.sheets.enumerated().compactMap { index, sheet in
      // Charts and dialogues are sheets without rows.
      guard let target = parts.targets.first(where: { $0.id == sheet.relation }), target.type == "worksheet" else {
        return nil
      }
      return Workbook.Sheet(name: sheet.name, isHidden: sheet.isHidden, part: target.path, index: index)
    }
    if let styles = parts.targets.first(where: { $0.type == "styles" }).flatMap({ member($0.path) }) {
      let reader = try CellFormats(styles.name, styles.bytes(in: archive))
      try reader.readAll()
      formats = reader.formats
      pictures = reader.pictures
    } else {
      formats = []
      pictures = []
    }
    if let texts = parts.targets.first(where: { $0.type == "sharedStrings" }).flatMap({ member($0.path) }) {
      let reader = try SharedStrings(texts.name, texts.bytes(in: archive))
      try reader.readAll()
      strings = reader
    } else {
      strings = nil
    }
  }

  /// - Parameter merged: what is known of the sheet's merged cells; nil: they are looked for.
  func rows(
    of sheet: Workbook.Sheet, in source: ByteSource, fileName: String, limits: ArchiveLimits, merged: MergedCells?
  ) throws(PartProblem) -> (rows: SheetRows, merged: MergedCells) {
    let archive: ZipArchive
    do throws(ArchiveProblem) { archive = try ZipArchive(source, limits: limits) } catch { throw .archive(error) }
    let found = archive.members.first { $0.name.lowercased() == sheet.part.lowercased() }
    guard let member = found else { throw .workbook(.partMissing(sheet.part)) }
    let cells: MergedCells
    if let merged { cells = merged } else { cells = try MergedCells(of: member, in: archive) }
    let rows = try SheetRows(
      member.name, member.bytes(in: archive), sheet: sheet.name, fileName: fileName, strings: strings,
      formats: formats, pictures: pictures, days: days, merged: cells)
    return (rows, cells)
  }

  private static func otherKind(_ archive: ZipArchive) throws(PartProblem) -> WorkbookProblem.Kind? {
    guard let mark = archive.members.first(where: { $0.name == "mimetype" }), mark.size < 200 else { return nil }
    let bytes = try mark.bytes(in: archive)
    do throws(ArchiveProblem) {
      let text = String(decoding: try bytes.all(most: 200), as: UTF8.self)
      return text.hasPrefix("application/vnd.oasis.opendocument") ? .openDocument : nil
    } catch {
      throw .archive(error)
    }
  }

  /// `xl/`, `workbook.xml`.
  private static func split(_ path: String) -> (folder: String, file: String) {
    guard let slash = path.lastIndex(of: "/") else { return ("", path) }
    return (String(path[...slash]), String(path[path.index(after: slash)...]))
  }
}

/// Where the parts of a document are.
private final class PartRelations: XMLPart {
  struct Target {
    var id: String
    /// The last word of its type.
    var type: String
    var path: String
  }
  private static let most = 1 << 16
  private(set) var targets: [Target] = []
  private let folder: String

  init(_ name: String, _ member: ZipMemberBytes, folder: String) throws(PartProblem) {
    self.folder = folder
    try super.init(name, member)
  }

  override func start(_ name: XMLName, _ attributes: XMLAttributes) {
    guard name == "Relationship", targets.count < Self.most, attributes.text("TargetMode") != "External",
      let id = attributes.text("Id"), let type = attributes.text("Type"), let target = attributes.text("Target")
    else { return }
    targets.append(
      Target(id: id, type: type.split(separator: "/").last.map(String.init) ?? "", path: resolved(target)))
  }

  private func resolved(_ target: String) -> String {
    let path = target.replacing("\\", with: "/")
    var parts: [Substring] = []
    for part in (path.hasPrefix("/") ? path : folder + path).split(separator: "/") {
      if part == ".." { _ = parts.popLast() } else if part != "." { parts.append(part) }
    }
    return parts.joined(separator: "/")
  }
}

/// The sheets that a workbook names, in their order.
private final class SheetList: XMLPart {
  private static let most = 1 << 14
  private(set) var sheets: [(name: String, isHidden: Bool, relation: String)] = []
  private(set) var isFrom1904 = false

  override func start(_ name: XMLName, _ attributes: XMLAttributes) {
    if name == "workbookPr" { isFrom1904 = attributes.isTrue("date1904") }
    guard name == "sheet", sheets.count < Self.most, let title = attributes.text("name"),
      let relation = attributes.text("id")
    else { return }
    sheets.append((title, (attributes.text("state") ?? "visible") != "visible", relation))
  }
}
