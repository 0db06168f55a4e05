import Findings
import WorkbookBytes

@testable import Tabular

private let limits = ArchiveLimits(mostBytes: 1 << 22, bytesBeforeRatio: 1 << 20, mostRatio: 300, mostMembers: 100)

/// Parts of a workbook, one after the other with a byte 1 between: sheet, shared strings, styles, workbook.
func tryWorkbook(_ data: UnsafeBufferPointer<UInt8>) {
  let parts = data.split(separator: 1, maxSplits: 3, omittingEmptySubsequences: false).map { Array($0) }
  func part(_ index: Int, _ otherwise: String) -> [UInt8] {
    parts.indices.contains(index) && !parts[index].isEmpty ? parts[index] : Array(otherwise.utf8)
  }
  let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  var zip = StoredZip()
  zip.add("[Content_Types].xml", "<Types/>")
  zip.add(
    "_rels/.rels",
    "<Relationships><Relationship Id=\"r\" Type=\"\(office)/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
  )
  zip.add(
    "xl/_rels/workbook.xml.rels",
    """
    <Relationships><Relationship Id="s" Type="\(office)/styles" Target="styles.xml"/>\
    <Relationship Id="t" Type="\(office)/sharedStrings" Target="/xl/sharedStrings.xml"/>\
    <Relationship Id="r0" Type="\(office)/worksheet" Target="worksheets/sheet1.xml"/></Relationships>
    """)
  zip.add("xl/worksheets/sheet1.xml", part(0, "<worksheet/>"))
  zip.add("xl/sharedStrings.xml", part(1, "<sst/>"))
  zip.add("xl/styles.xml", part(2, "<styleSheet/>"))
  zip.add(
    "xl/workbook.xml",
    part(
      3,
      "<workbook xmlns:r=\"\(office)\"><sheets><sheet name=\"甲\" sheetId=\"1\" r:id=\"r0\"/></sheets></workbook>"))
  read(zip.bytes)
}

/// Any bytes at all, as a file.
func tryAnyFile(_ data: UnsafeBufferPointer<UInt8>) { read(Array(data)) }

/// Reads all there is to read: files inside of archives, sheets, with and without a known width.
private func read(_ bytes: [UInt8]) {
  let log = FindingLog()
  read(DataFile.read(bytes, name: "f", limits: limits, log: log), log)
  word(log)
}

private func read(_ file: DataFile?, _ log: FindingLog) {
  switch file {
  case nil: return
  case .text(let text):
    if let file = text.delimited(encoding: .auto, headerRow: nil, log: log) { read(file.records(), width: nil, log) }
  case .workbook(let workbook):
    _ = workbook.form(log: log)
    for sheet in workbook.sheets.prefix(4) {
      for width in [nil, 3] { read(workbook.file(sheet).records(), width: width, log) }
    }
  case .archive(let archive):
    archive.tell(log)
    for file in archive.files.prefix(8) { read(archive.open(file, log: log), log) }
  }
}

private func read(_ start: consuming RecordReader, width: Int?, _ log: FindingLog) {
  var reader = start
  if let width { reader.fix(width: width) }
  var last = 0
  while reader.advance() {
    precondition(reader.row > last, "rows go backwards")
    last = reader.row
    if let width, reader.feed != nil { precondition(reader.count == width, "a row of \(reader.count) cells") }
    for cell in 0..<reader.count {
      _ = reader.cell(cell).reduce(0 as UInt8) { $0 ^ $1 }
      _ = reader.mark(cell)
      _ = reader.isOwn(cell)
      _ = reader.place(ofCell: cell)
    }
  }
  if let failure = reader.failure { log.add(failure) }
  _ = reader.tally
}
