import Foundation
import WorkbookBytes

/// Writes small sound files of a target's kind, from which the fuzzer sets out.
func writeSeeds(of target: String, to folder: String) {
  let url = URL(filePath: folder, directoryHint: .isDirectory)
  try? FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  for (index, bytes) in seeds(of: target).enumerated() {
    try? Data(bytes).write(to: url.appending(path: "seed-\(index)"))
  }
}

private func seeds(of target: String) -> [[UInt8]] {
  switch target {
  case "csv":
    [
      "a,b\n1,2\n", "\u{FEFF}名称,\"引号\"\"中\"\r\n\"多\n行\",x \r\n", "a;b;c\n1;2;3", "a\tb\r1\t2\r",
      "\"a\" ,b\"c\n\"d\"e,f\n", "题目\n\n甲,乙,丙\n",
    ].map { Array($0.utf8) } + [[0xBC, 0xD7, 0x2C, 0xD2, 0xD2, 0x0A], [0xFF, 0xFE, 0x61, 0, 0x2C, 0, 0x32, 0x75]]
  case "table":
    [
      "A1,内科,2025-03-01 8:00,6月底前,95.5,3,2分3秒,是,很好\n2,同上,2025/3/1,立行立改,/,４,10秒,√,不了解\n",
      "合计,,,,190,7,,,\n3,一科,20250301,5月中旬,1e2,12.0,,无,(空)\n", "A1,内科,2025年6月30日,长期坚持,-1,x,1:2:3,0,好\n",
    ].map { Array($0.utf8) }
  case "number":
    [
      "12", "-0.5", "+1e22", "123456789012345678", "９５．５", "12.0", "1.7976931348623157e308", "4.9e-324", "10秒",
      "1:02:03",
    ]
    .map { Array($0.utf8) }
  case "date":
    [
      "2025-06-30", "2025/6/30 8:00", "2025.6.30 08:00:59.5", "2025年6月30日", "20250630", "6月底前", "5月中旬",
      "2025年第三季度", "2025H1", "立行立改", "长期坚持", "6月1日至7月15日", "45838", "2025年上半年", "年底前", "２０２５年６月",
    ].map { Array($0.utf8) }
  case "xlsx":
    [
      """
      <worksheet><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" s="1"><v>45838.5</v></c><c r="C1" t="b"><v>1</v>\
      </c></row><row r="3"><c r="A3" t="inlineStr"><is><t>甲</t></is></c><c r="B3" t="e"><v>#N/A</v></c><c t="str"><f>1+1</f>\
      <v>2</v></c></row></sheetData><mergeCells><mergeCell ref="A3:A5"/></mergeCells></worksheet>\u{1}\
      <sst><si><t>一</t></si><si><r><t>二</t></r><r><t xml:space="preserve"> 三</t></r></si></sst>\u{1}\
      <styleSheet><numFmts><numFmt numFmtId="200" formatCode="yyyy&quot;年&quot;m"/></numFmts><cellXfs><xf numFmtId="0"/>\
      <xf numFmtId="200"/><xf numFmtId="9"/></cellXfs></styleSheet>
      """,
      """
      <worksheet><dimension ref="A1:XFD1048576"/><sheetData><row><c><v>1</v></c><c><v>1E-3</v></c></row></sheetData></worksheet>
      """,
    ].map { Array($0.utf8) }
  case "zip":
    [
      SmallWorkbook(texts: [["科室", "得分"], ["内科", "95"]], merged: ["A1:A2"]).bytes,
      {
        var zip = StoredZip()
        zip.add("甲.csv", "a,b\n1,2\n")
        zip.add("folder/乙.xlsx", SmallWorkbook(texts: [["a"]]).bytes)
        return zip.bytes
      }(),
    ]
  default: []
  }
}
